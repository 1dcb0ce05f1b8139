/// `lowercase` and `uppercase`: the default full case conversion of Unicode, section 3.13, without a language, a
/// character at a time as `String.lowercased()` and `uppercased()` do it. So capital sigma becomes `σ` at the end of a
/// word too: what a character becomes does not depend on its neighbours.
enum CaseMapping {
  case lowercase
  case uppercase

  /// One pass reaches the fixed point: no mapping of a character yields one that maps further (tests try them all).
  func apply(_ text: Span<UInt8>, into output: inout [UInt8]) -> NormalizerOutcome {
    guard var position = firstCandidate(in: text) else { return .unchanged }
    output.append(text, in: 0..<position)
    var isChanged = false
    while position < text.count {
      position += map(text, at: position, into: &output, isChanged: &isChanged)
    }
    if isChanged { return .changed }
    output.removeAll(keepingCapacity: true)
    return .unchanged
  }

  /// The first byte that is not ASCII in the right case already.
  private func firstCandidate(in text: Span<UInt8>) -> Int? {
    let position = text.end(from: 0) { $0 < 0x80 && mapped($0) == $0 }
    return position < text.count ? position : nil
  }

  /// Appends what the character at `position` becomes; its length in the text.
  private func map(
    _ text: Span<UInt8>, at position: Int, into output: inout [UInt8], isChanged: inout Bool
  ) -> Int {
    let byte = text[position]
    guard byte >= 0x80, let (scalar, length) = text.scalar(at: position) else {
      output.append(mapped(byte))
      isChanged = isChanged || mapped(byte) != byte
      return 1
    }
    guard changes(scalar) else {
      output.append(text, in: position..<(position + length))
      return length
    }
    output.append(contentsOf: mapped(scalar).utf8)
    isChanged = true
    return length
  }

  private func mapped(_ byte: UInt8) -> UInt8 {
    switch self {
    case .lowercase: ASCII.lowercased(byte)
    case .uppercase: ASCII.uppercased(byte)
    }
  }

  private func changes(_ scalar: Unicode.Scalar) -> Bool {
    var iterator = mapped(scalar).unicodeScalars.makeIterator()
    return iterator.next() != scalar || iterator.next() != nil
  }

  private func mapped(_ scalar: Unicode.Scalar) -> String {
    switch self {
    case .lowercase: scalar.properties.lowercaseMapping
    case .uppercase: scalar.properties.uppercaseMapping
    }
  }
}
