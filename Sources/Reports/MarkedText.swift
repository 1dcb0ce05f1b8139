import Rules

/// A line of a short text and carets below the piece that is meant.
package enum MarkedText {
  /// Two lines, indented by two; lines count from 1.
  package static func text(_ bytes: [UInt8], line: Int, span: Range<Int>) -> String {
    let excerpt = Excerpt(SourcePositions(bytes).line(line), marking: span)
    let carets = String(repeating: "^", count: excerpt.carets)
    return "  \(excerpt.text)\n  \(String(repeating: " ", count: excerpt.indentation))\(carets)\n"
  }
}
