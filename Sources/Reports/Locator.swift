import Rules

/// Places of findings in the file: lines, columns and offsets. Worked out only for what is reported.
struct Locator {
  private let document: CheckedDocument
  private let positions: SourcePositions

  /// O(bytes of the document), once for all its findings.
  init(_ document: CheckedDocument) {
    self.document = document
    positions = SourcePositions(document.bytes)
  }

  /// The line and column in the file.
  func position(_ offset: Int) -> SourcePositions.Position {
    var position = positions.position(at: offset)
    position.line += document.line - 1
    return position
  }

  func start(_ finding: Finding) -> SourcePositions.Position { position(finding.span.offset) }

  func end(_ finding: Finding) -> SourcePositions.Position {
    position(finding.span.offset + finding.span.length)
  }

  /// The byte offset in the file.
  func fileOffset(_ finding: Finding) -> Int { document.offset + finding.span.offset }

  func excerpt(_ finding: Finding) -> Excerpt {
    let line = positions.line(positions.position(at: finding.span.offset).line)
    return Excerpt(line, marking: finding.span.range, hiding: document.result.sensitiveSpans.map(\.range))
  }
}

extension ByteSpan {
  /// As a range; a span that was made up wrongly is empty rather than a trap.
  var range: Range<Int> { offset..<max(offset, offset &+ length) }
}
