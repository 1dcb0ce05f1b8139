/// Percent-encoding of URI fragments (RFC 3986, 2.1 and 3.5).
enum PercentEncoding {
  /// `text` as a fragment: what a fragment cannot hold is encoded.
  static func fragment(_ text: String) -> String {
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
