import Rules

/// Which characters may stand in YAML (1.2, 5.1), checked before libyaml does so with less to say.
enum YAMLCharacters {
  static func check(_ bytes: [UInt8]) throws(YAMLProblem) {
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        if !isPrintable(scalar.value) { throw notPrintable(scalar, at: offset) }
        offset += encoded.count
      case .error:
        throw YAMLProblem(code: .notUTF8, "this byte is not UTF-8; save the text as UTF-8", at: offset)
      case .emptyInput:
        return
      }
    }
  }

  /// As libyaml has it: U+FEFF is refused inside the text.
  private static func isPrintable(_ value: UInt32) -> Bool {
    switch value {
    case 0x20...0x7E, 0x09, 0x0A, 0x0D, 0x85, 0xA0...0xD7FF, 0x10000...0x10FFFF: true
    case 0xE000...0xFFFD: value != 0xFEFF
    default: false
    }
  }

  private static func notPrintable(_ scalar: Unicode.Scalar, at offset: Int) -> YAMLProblem {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
    return YAMLProblem(
      "the character U+\(padded) cannot stand in YAML as it is; write \"\\u\(padded)\" in double quotes", at: offset)
  }
}
