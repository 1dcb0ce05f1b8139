/// Which code points are equal where case does not matter: simple case folding.
enum CaseFolding {
  /// The set with everything that is equal to one of its members.
  static func close(_ set: ScalarSet) -> ScalarSet {
    if let last = set.ranges.last, last.upperBound < 0x80 { return closeASCII(set) }
    var added: [ClosedRange<UInt32>] = []
    for group in groups where group.contains(where: set.contains) { added += group.map { $0...$0 } }
    return ScalarSet(set.ranges + added)
  }

  private static func closeASCII(_ set: ScalarSet) -> ScalarSet {
    var added: [ClosedRange<UInt32>] = []
    for letter: UInt32 in 0x61...0x7A where set.contains(letter) || set.contains(letter - 0x20) {
      added += [letter...letter, (letter - 0x20)...(letter - 0x20)]
      // The long s, and the sign of the unit kelvin.
      if letter == 0x73 { added.append(0x17F...0x17F) }
      if letter == 0x6B { added.append(0x212A...0x212A) }
    }
    return ScalarSet(set.ranges + added)
  }

  private static let groups: [[UInt32]] = {
    var byKey: [UInt32: [UInt32]] = [:]
    for value: UInt32 in 0x41..<0x1EA00 where !(0x3400..<0xA000).contains(value) && !(0xAC00..<0xE000).contains(value) {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isCased else { continue }
      byKey[key(scalar), default: []].append(value)
    }
    return byKey.values.filter { $0.count > 1 }
  }()

  /// Lower case of the upper case, where both are one code point. The dotless i folds to itself.
  private static func key(_ scalar: Unicode.Scalar) -> UInt32 {
    guard scalar.value != 0x131 else { return scalar.value }
    let upper = single(scalar.properties.uppercaseMapping) ?? scalar
    return (single(upper.properties.lowercaseMapping) ?? upper).value
  }

  private static func single(_ text: String) -> Unicode.Scalar? {
    text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
  }
}
