extension Normalizer {
  /// `trim`: white space is removed at both ends.
  static func trim(_ text: Span<UInt8>, into output: inout [UInt8]) -> NormalizerOutcome {
    let start = whiteSpaceEnd(in: text, from: 0)
    var end = text.count
    while end > start {
      let length = WhiteSpace.length(in: text, before: end)
      if length == 0 { break }
      end -= length
    }
    if start == 0, end == text.count { return .unchanged }
    output.append(text, in: start..<end)
    return .changed
  }

  /// `collapse-space`: each run of white space becomes one U+0020, at the ends too.
  static func collapseSpace(_ text: Span<UInt8>, into output: inout [UInt8]) -> NormalizerOutcome {
    guard var position = firstUncollapsed(in: text) else { return .unchanged }
    output.append(text, in: 0..<position)
    while position < text.count {
      let end = whiteSpaceEnd(in: text, from: position)
      output.append(end > position ? ascii(" ") : text[position])
      position = max(end, position + 1)
    }
    return .changed
  }

  /// The start of the first run that is not one U+0020.
  private static func firstUncollapsed(in text: Span<UInt8>) -> Int? {
    var position = 0
    while position < text.count {
      let end = whiteSpaceEnd(in: text, from: position)
      if end > position + 1 || end > position && !text.has(" ", at: position) { return position }
      position += 1
    }
    return nil
  }

  private static func whiteSpaceEnd(in text: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while true {
      let length = WhiteSpace.length(in: text, at: position)
      if length == 0 { return position }
      position += length
    }
  }
}
