extension Format {
  /// `UUID` of RFC 9562, section 4 (RFC 4122, section 3): 8-4-4-4-12 hexadecimal digits of either case. Version and
  /// variant are not looked at: the grammar takes any, the nil and the max UUID among them.
  static func isUUID(_ text: Span<UInt8>) -> Bool {
    guard text.count == 36 else { return false }
    return text.indices.allSatisfy { position in
      switch position {
      case 8, 13, 18, 23: text[position] == ascii("-")
      default: ASCII.isHexDigit(text[position])
      }
    }
  }
}
