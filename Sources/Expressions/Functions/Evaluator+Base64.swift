extension Evaluator {
  /// `base64.encode` and `base64.decode` (extension encoders; RFC 4648, 4). Padding may be missing.
  mutating func base64(_ function: Function, _ value: Slot) -> Slot {
    guard value.tag == (function == .base64Encode ? .bytes : .string) else { return fault(.noSuchOverload, value) }
    guard charge(bytes: value.bytes.count * 2) else { return .exhausted }
    if function == .base64Encode { return make(Base64.encode(value.bytes)) }
    return Base64.decode(value.bytes).map { make($0, .bytes) } ?? fault(.conversion, value, make("base64"))
  }
}

enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let padding = UInt8(ascii: "=")

  static func encode(_ bytes: ByteView) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = UInt32(bytes[start]) << 16 | UInt32(bytes[start + 1]) << 8 | UInt32(bytes[start + 2])
      for place in 0..<4 {
        let isPadding = start + place > bytes.count
        result.append(isPadding ? padding : alphabet[Int(group >> (18 - 6 * UInt32(place)) & 63)])
      }
    }
    return result
  }

  /// Nil for what is no base64.
  static func decode(_ text: ByteView) -> [UInt8]? {
    var count = text.count
    while count > 0, text.count - count < 2, text[count - 1] == padding { count -= 1 }
    guard count % 4 != 1, count == text.count || text.count % 4 == 0 else { return nil }
    var result: [UInt8] = []
    var (group, bits): (UInt32, UInt32) = (0, 0)
    for index in 0..<count {
      guard let digit = value(text[index]) else { return nil }
      group = group << 6 | digit
      bits += 6
      if bits >= 8 {
        bits -= 8
        result.append(UInt8(truncatingIfNeeded: group >> bits))
      }
    }
    return result
  }

  private static func value(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte) - 0x41
    case 0x61...0x7A: UInt32(byte) - 0x61 + 26
    case 0x30...0x39: UInt32(byte) - 0x30 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
