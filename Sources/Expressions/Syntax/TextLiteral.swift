/// What a string or bytes literal means: prefix, quotes and escapes resolved (langdef, "String and Bytes Values").
struct TextLiteral {
  private let source: ArraySlice<UInt8>
  private let isBytes: Bool
  private let isRaw: Bool
  private var index: Int
  private var result: [UInt8] = []

  private init(_ bytes: [UInt8], _ span: SourceSpan) {
    var start = span.start
    isBytes = bytes[start] | 0x20 == UInt8(ascii: "b")
    if isBytes { start += 1 }
    isRaw = bytes[start] | 0x20 == UInt8(ascii: "r")
    if isRaw { start += 1 }
    let isTriple = span.end - start >= 6 && bytes[start + 1] == bytes[start] && bytes[start + 2] == bytes[start]
    let quotes = isTriple ? 3 : 1
    source = bytes[(start + quotes)..<(span.end - quotes)]
    index = source.startIndex
  }

  /// The content of the literal at a span, UTF-8 for strings.
  static func content(of bytes: [UInt8], _ span: SourceSpan) throws(Problem) -> [UInt8] {
    var literal = TextLiteral(bytes, span)
    if literal.isRaw { return Array(literal.source) }
    return try literal.resolve()
  }

  private mutating func resolve() throws(Problem) -> [UInt8] {
    result.reserveCapacity(source.count)
    while index < source.endIndex {
      let byte = source[index]
      index += 1
      if byte == UInt8(ascii: "\\") { try escape() } else { result.append(byte) }
    }
    return result
  }

  private mutating func escape() throws(Problem) {
    let start = index - 1
    let letter = index < source.endIndex ? source[index] : 0
    index += 1
    if let plain = Self.plain[letter] { return result.append(plain) }
    switch letter {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): try append(digits(2, radix: 16, start), start)
    case UInt8(ascii: "u") where !isBytes: try append(digits(4, radix: 16, start), start)
    case UInt8(ascii: "U") where !isBytes: try append(digits(8, radix: 16, start), start)
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      index -= 1
      try append(digits(3, radix: 8, start), start)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      throw problem("bytes have no \\u escapes; write the bytes with \\x", start)
    default: throw problem("this escape has no meaning; a backslash is written \\\\, or use a raw text: r'...'", start)
    }
  }

  private mutating func digits(_ count: Int, radix: UInt32, _ start: Int) throws(Problem) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard index < source.endIndex, let digit = source[index].hexValue, digit < radix else {
        throw problem("this escape takes \(count) digits of base \(radix)", start)
      }
      value = value << (radix == 16 ? 4 : 3) | digit
      index += 1
    }
    return value
  }

  private mutating func append(_ value: UInt32, _ start: Int) throws(Problem) {
    if isBytes { return result.append(UInt8(truncatingIfNeeded: value)) }
    guard let scalar = Unicode.Scalar(value) else {
      throw problem("the escape stands for no Unicode character: surrogates are none, and U+10FFFF is the last", start)
    }
    result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private func problem(_ message: String, _ start: Int) -> Problem {
    Problem(.syntax, message, SourceSpan(start: start, end: min(index, source.endIndex)))
  }

  private static let plain: [UInt8: UInt8] = [
    UInt8(ascii: "a"): 0x07, UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
    UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09, UInt8(ascii: "v"): 0x0B, UInt8(ascii: "\\"): 0x5C,
    UInt8(ascii: "?"): 0x3F, UInt8(ascii: "\""): 0x22, UInt8(ascii: "'"): 0x27, UInt8(ascii: "`"): 0x60,
  ]
}
