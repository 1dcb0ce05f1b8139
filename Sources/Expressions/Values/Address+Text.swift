extension Address {
  /// The canonical text: RFC 5952 for IPv6.
  func text(isRange: Bool) -> [UInt8] {
    let address = isVersion6 ? version6Text : version4Text
    return Array((isRange ? "\(address)/\(prefix)" : address).utf8)
  }

  private var version4Text: String {
    (0..<4).map { String(UInt8(truncatingIfNeeded: bits >> UInt128(24 - 8 * $0))) }.joined(separator: ".")
  }

  /// Groups without leading zeros; the first longest run of two or more zero groups becomes `::`.
  private var version6Text: String {
    let groups = (0..<8).map { UInt16(truncatingIfNeeded: bits >> UInt128(112 - 16 * $0)) }
    var best = 0..<0
    var start = 0
    for index in 0...8 where index == 8 || groups[index] != 0 {
      if index - start > max(best.count, 1) { best = start..<index }
      start = index + 1
    }
    let texts = groups.map { String($0, radix: 16) }
    guard !best.isEmpty else { return texts.joined(separator: ":") }
    return texts[..<best.lowerBound].joined(separator: ":") + "::" + texts[best.upperBound...].joined(separator: ":")
  }

  /// An address; nil for anything else, zones and IPv4 in IPv6's dots among it.
  static func read(_ text: ByteView) -> Address? {
    guard text.count <= 45 else { return nil }
    let bytes = text.array
    return bytes.contains(UInt8(ascii: ":")) ? readVersion6(bytes[...]) : readVersion4(bytes[...])
  }

  /// A range: address, slash, length of the prefix.
  static func readRange(_ text: ByteView) -> Address? {
    guard text.count <= 49, let slash = text.array.lastIndex(of: UInt8(ascii: "/")),
      let address = read(text.slice(0, slash)), let prefix = number(text.array[(slash + 1)...], limit: address.width)
    else { return nil }
    return Address(bits: address.bits, isVersion6: address.isVersion6, prefix: prefix)
  }

  /// Decimal without leading zeros.
  private static func number(_ digits: ArraySlice<UInt8>, limit: Int) -> Int? {
    let hasLeadingZero = digits.count > 1 && digits.first == UInt8(ascii: "0")
    guard (1...3).contains(digits.count), digits.allSatisfy(\.isDigit), !hasLeadingZero else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    return value <= limit ? value : nil
  }

  private static func readVersion4(_ text: ArraySlice<UInt8>) -> Address? {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var bits: UInt128 = 0
    for part in parts {
      guard let value = number(part, limit: 255) else { return nil }
      bits = bits << 8 | UInt128(value)
    }
    return Address(bits: bits, isVersion6: false, prefix: 32)
  }

  private static func readVersion6(_ text: ArraySlice<UInt8>) -> Address? {
    var halves: [ArraySlice<UInt8>] = [text]
    if let gap = text.indices.dropLast().first(where: { text[$0] == 0x3A && text[$0 + 1] == 0x3A }) {
      halves = [text[..<gap], text[(gap + 2)...]]
    }
    var groups: [[UInt16]] = []
    for half in halves {
      guard let read = readGroups(half) else { return nil }
      groups.append(read)
    }
    let count = groups.reduce(0) { $0 + $1.count }
    guard halves.count == 2 ? count < 8 : count == 8 else { return nil }
    let all = groups[0] + Array(repeating: 0, count: 8 - count) + groups.dropFirst().joined()
    return Address(bits: all.reduce(0) { $0 << 16 | UInt128($1) }, isVersion6: true, prefix: 128)
  }

  private static func readGroups(_ text: ArraySlice<UInt8>) -> [UInt16]? {
    guard !text.isEmpty else { return [] }
    var groups: [UInt16] = []
    for part in text.split(separator: 0x3A, omittingEmptySubsequences: false) {
      guard (1...4).contains(part.count) else { return nil }
      var value: UInt16 = 0
      for byte in part {
        guard let digit = byte.hexValue else { return nil }
        value = value << 4 | UInt16(digit)
      }
      groups.append(value)
    }
    return groups
  }
}
