extension Normalizer {
  /// `nfc`: Normalization Form C.
  static func normalizeNFC(_ text: Span<UInt8>, into output: inout [UInt8]) -> NormalizerOutcome {
    var position = stableEnd(of: text)
    guard position < text.count else { return .unchanged }
    output.append(text, in: 0..<position)
    var form = NormalizationFormC(output: output)
    // Kept by `form` alone, which then appends in place.
    output = []
    while position < text.count {
      let next = text.scalar(at: position)
      if let next { form.append(next.scalar) } else { form.append(invalid: text[position]) }
      position += next?.length ?? 1
    }
    form.finish()
    output = form.output
    if !isEqual(output, text) { return .changed }
    output.removeAll(keepingCapacity: true)
    return .unchanged
  }

  /// The end of what is in Form C for certain, whatever follows: Annex 15, section 9 and 9.1. It lies before a starter
  /// or is the end of the text.
  private static func stableEnd(of text: Span<UInt8>) -> Int {
    var (position, lastStarter) = (0, 0)
    var lastClass: UInt8 = 0
    while position < text.count {
      // U+0000...U+02FF: starters that compose with nothing before them, and the bytes that end their characters.
      if text[position] < 0xCC {
        if text[position] & 0xC0 != 0x80 { lastStarter = position }
        lastClass = 0
        position += 1
        continue
      }
      guard let (scalar, length) = text.scalar(at: position) else { return lastStarter }
      let combiningClass = CanonicalMappings.combiningClass(of: scalar.value)
      guard CanonicalMappings.shared.isStable(scalar.value), combiningClass == 0 || combiningClass >= lastClass else {
        return lastStarter
      }
      if combiningClass == 0 { lastStarter = position }
      lastClass = combiningClass
      position += length
    }
    return position
  }

  private static func isEqual(_ bytes: [UInt8], _ text: Span<UInt8>) -> Bool {
    bytes.count == text.count && bytes.indices.allSatisfy { bytes[$0] == text[$0] }
  }
}
