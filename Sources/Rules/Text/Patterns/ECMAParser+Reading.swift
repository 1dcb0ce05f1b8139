/// Reading bytes and code points. Nothing here moves past the end.
extension ECMAParser {
  var isAtEnd: Bool { position >= bytes.count }

  func peek(_ distance: Int = 0) -> UInt8? {
    position + distance < bytes.count ? bytes[position + distance] : nil
  }

  func next(is token: StaticString) -> Bool {
    guard bytes.count - position >= token.utf8CodeUnitCount else { return false }
    return token.withUTF8Buffer { bytes[position..<(position + $0.count)].elementsEqual($0) }
  }

  mutating func skip(_ token: StaticString) -> Bool {
    guard next(is: token) else { return false }
    position += token.utf8CodeUnitCount
    return true
  }

  /// The code point here, passing over it. The bytes come from a `String`, so the UTF-8 is valid; 0 at the end.
  mutating func nextCodePoint() -> UInt32 {
    guard let first = peek() else { return 0 }
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(first) & (length == 1 ? 0x7F : 0xFF >> (UInt32(length) + 1))
    for distance in 1..<max(length, 1) { value = value << 6 | UInt32((peek(distance) ?? 0) & 0x3F) }
    position += length
    return value
  }

  /// `count` bytes as text for a message.
  func text(_ start: Int, _ count: Int) -> String {
    var end = min(start + count, bytes.count)
    // A message never ends inside a code point.
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  func error(_ message: String, at offset: Int? = nil) -> PatternError {
    PatternError(offset: offset ?? position, message: message)
  }

  /// `count` hexadecimal digits starting `distance` bytes on, or nil.
  func hexadecimal(at distance: Int, count: Int) -> UInt32? {
    var value: UInt32 = 0
    for index in distance..<(distance + count) {
      guard let digit = peek(index).flatMap(Self.hexadecimalValue) else { return nil }
      value = value << 4 | digit
    }
    return value
  }

  static func hexadecimalValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }

  static func isDigit(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
