extension Format {
  /// `address-literal` of RFC 5321, section 4.1.3: `[127.0.0.1]`, `[IPv6:::1]`, or another tag with its content.
  static func isAddressLiteral(_ text: Span<UInt8>) -> Bool {
    guard text.count > 2, text.has("[", at: 0), text.has("]", at: text.count - 1) else { return false }
    let content = text.extracting(1..<(text.count - 1))
    // `Snum = 1*3DIGIT`: leading zeros are allowed here.
    if isIPv4(content, allowsLeadingZeros: true) { return true }
    let tagEnd = content.end(from: 0, while: isLDH)
    guard content.has(":", at: tagEnd) else { return false }
    let address = content.extracting((tagEnd + 1)...)
    return isIPv6Tag(content.extracting(..<tagEnd))
      ? isIPv6Literal(address) : isGeneralLiteral(tag: content.extracting(..<tagEnd), content: address)
  }

  private static func isIPv6Tag(_ tag: Span<UInt8>) -> Bool {
    tag.count == 4 && tag.has(anyCaseOf: "i", at: 0) && tag.has(anyCaseOf: "p", at: 1)
      && tag.has(anyCaseOf: "v", at: 2) && tag.has("6", at: 3)
  }

  /// `IPv6-addr`: unlike RFC 4291, `::` stands for at least two groups.
  private static func isIPv6Literal(_ text: Span<UInt8>) -> Bool {
    guard let groups = IPv6Groups(text, allowsLeadingZeros: true) else { return false }
    return groups.hasElision ? groups.count <= 6 : groups.count == 8
  }

  /// `General-address-literal = Standardized-tag ":" 1*dcontent`. The tag is `Ldh-str`, which may begin with a hyphen.
  private static func isGeneralLiteral(tag: Span<UInt8>, content: Span<UInt8>) -> Bool {
    guard let last = tag.byte(at: tag.count - 1), ASCII.isAlphanumeric(last), !content.isEmpty else { return false }
    return content.indices.allSatisfy { position in
      switch content[position] {
      case 33...90, 94...126: true
      default: false
      }
    }
  }
}
