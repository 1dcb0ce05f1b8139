/// Percent-encoding in URIs (RFC 3986, 2.1).
package enum PercentEncoding {
  /// `text` as a fragment: what a fragment cannot hold is encoded (3.5).
  static func fragment(_ text: String) -> String { encode(text, where: isAllowed) }

  /// The path of a file as the path of a URI: a question mark ends a path (3.3).
  package static func path(_ text: String) -> String { encode(text) { $0 != 0x3F && isAllowed($0) } }

  /// `text` as a URI without fragment: what is encoded already stays so, what no URI can hold is encoded.
  static func uri(_ text: String) -> String {
    encode(text) { isAllowed($0) || $0 == 0x25 || $0 == 0x5B || $0 == 0x5D }
  }

  /// The text with percent-encoding undone; nil when that is not UTF-8, or a percent sign has no two digits behind it.
  package static func decoded(_ text: String) -> String? {
    guard text.utf8.contains(0x25) else { return text }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == 0x25 else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(hex), let low = rest.popFirst().flatMap(hex) else { return nil }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static func encode(_ text: String, where isAllowed: (UInt8) -> Bool) -> String {
    if text.utf8.allSatisfy(isAllowed) { return text }
    var encoded = ""
    for byte in text.utf8 {
      if isAllowed(byte) {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return encoded
  }

  /// pchar, `/` and `?`.
  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0x2D, 0x2E, 0x5F, 0x7E, 0x21, 0x24, 0x26...0x2C, 0x3B, 0x3D, 0x3A, 0x40, 0x2F, 0x3F: true
    default: false
    }
  }
}
