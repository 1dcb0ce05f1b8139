/// The canonical mappings of Unicode 17 (UnicodeData.txt, field 5), read once from the lists of this folder. The
/// standard library has no public property for them.
struct CanonicalMappings: Sendable {
  static let shared = CanonicalMappings()

  /// From a code point to its full canonical decomposition (D68).
  private var decompositions: [UInt32: [UInt32]] = [:]
  /// From two code points to their primary composite (D114).
  private var composites: [UInt64: UInt32] = [:]
  /// The code points that may be the second one of a composite.
  private var seconds: Set<UInt32> = []

  private init() {
    readSingletons()
    readPairs(Self.excludedPairs, compose: false)
    readPairs(Self.pairs, compose: true)
    expand()
  }

  /// Nil where `value` stays as it is. So do Hangul syllables: composing their parts again is all that would happen.
  func decomposition(of value: UInt32) -> [UInt32]? {
    Self.isInert(value) ? nil : decompositions[value]
  }

  func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
    hangul(first, second) ?? composites[Self.key(first, second)]
  }

  /// Whether `value` is in Form C after whatever stands before it: NFC_Quick_Check is Yes.
  func isStable(_ value: UInt32) -> Bool {
    if Self.isInert(value) { return true }
    return !seconds.contains(value) && !isHangulVowelOrFinal(value)
      && (decompositions[value].map { $0.count > 1 && isComposite($0, value) } ?? true)
  }

  static func combiningClass(of value: UInt32) -> UInt8 {
    guard !isInert(value), let scalar = Unicode.Scalar(value) else { return 0 }
    return scalar.properties.canonicalCombiningClass.rawValue
  }

  /// Where most texts are, and nothing decomposes to a single one, composes with what is before or has a class.
  private static func isInert(_ value: UInt32) -> Bool {
    switch value {
    case 0...0xBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
    default: false
    }
  }

  /// Whether composing `decomposition` gives `value` back.
  private func isComposite(_ decomposition: [UInt32], _ value: UInt32) -> Bool {
    var result = decomposition[0]
    for next in decomposition.dropFirst() {
      guard let composite = composite(result, next) else { return false }
      result = composite
    }
    return result == value
  }

  private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }
}

// MARK: - Hangul

extension CanonicalMappings {
  /// Section 3.12: a leading consonant and a vowel, or those two and a final consonant.
  private func hangul(_ first: UInt32, _ second: UInt32) -> UInt32? {
    switch (first, second) {
    case (0x1100...0x1112, 0x1161...0x1175):
      return 0xAC00 + ((first - 0x1100) * 21 + (second - 0x1161)) * 28
    case (0xAC00...0xD7A3, 0x11A8...0x11C2):
      return (first - 0xAC00) % 28 == 0 ? first + (second - 0x11A7) : nil
    default:
      return nil
    }
  }

  private func isHangulVowelOrFinal(_ value: UInt32) -> Bool {
    0x1161...0x1175 ~= value || 0x11A8...0x11C2 ~= value
  }
}

// MARK: - Reading the lists

extension CanonicalMappings {
  /// `F900:8C48,66F4`: the mappings of U+F900, U+F901 and so on.
  private mutating func readSingletons() {
    for (first, list) in Self.entries(Self.singletons) {
      for (offset, target) in list.split(separator: ",").enumerated() {
        guard let target = UInt32(target, radix: 16) else { continue }
        decompositions[first + UInt32(offset)] = [target]
      }
    }
  }

  /// `300:41=C0,45=C8`: U+0041 and U+0300 are U+00C0.
  private mutating func readPairs(_ text: String, compose: Bool) {
    for (second, list) in Self.entries(text) {
      if compose { seconds.insert(second) }
      for pair in list.split(separator: ",") {
        let parts = pair.split(separator: "=").compactMap { UInt32($0, radix: 16) }
        guard parts.count == 2 else { continue }
        decompositions[parts[1]] = [parts[0], second]
        if compose { composites[Self.key(parts[0], second)] = parts[1] }
      }
    }
  }

  private static func entries(_ text: String) -> [(UInt32, Substring)] {
    text.split(whereSeparator: \.isWhitespace).compactMap { entry in
      let parts = entry.split(separator: ":")
      guard parts.count == 2, let key = UInt32(parts[0], radix: 16) else { return nil }
      return (key, parts[1])
    }
  }

  /// Mappings are of one step: the first of a pair, or the target of a singleton, may have one of its own.
  private mutating func expand() {
    for key in decompositions.keys {
      while let first = decompositions[key]?.first, let mapping = decompositions[first] {
        decompositions[key]?.replaceSubrange(0..<1, with: mapping)
      }
    }
  }
}
