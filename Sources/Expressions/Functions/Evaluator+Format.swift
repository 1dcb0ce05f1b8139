extension Evaluator {
  /// `'%s is %d'.format([...])` (extension strings).
  mutating func format(_ template: Slot, _ arguments: Slot) -> Slot {
    guard template.tag == .string, arguments.isList else { return fault(.noSuchOverload, template, arguments) }
    let text = template.bytes
    guard charge(bytes: text.count) else { return .exhausted }
    var result: [UInt8] = []
    var used = 0
    var index = 0
    while index < text.count {
      if text[index] != UInt8(ascii: "%") {
        result.append(text[index])
        index += 1
        continue
      }
      index += 1
      if text[index] == UInt8(ascii: "%") {
        result.append(text[index])
        index += 1
        continue
      }
      guard let clause = FormatClause(text, &index) else {
        return fault(.format, make("a clause is one of %s %d %f %e %b %x %X %o, and %%"))
      }
      guard used < count(arguments) else { return fault(.format, make("there are \(used) arguments for more clauses")) }
      let value = element(arguments, used)
      used += 1
      let start = result.count
      if let failure = format(value, clause, &result) { return failure }
      guard charge(bytes: result.count - start + 16) else { return .exhausted }
    }
    return make(result)
  }

  /// Adds one value; an error comes back.
  private mutating func format(_ value: Slot, _ clause: FormatClause, _ result: inout [UInt8]) -> Slot? {
    switch clause.letter {
    case UInt8(ascii: "s"): return write(value, 0, &result)
    case UInt8(ascii: "d"): return decimal(value, &result)
    case UInt8(ascii: "f"), UInt8(ascii: "e"): return fraction(value, clause, &result)
    default: return digits(value, clause.letter, &result)
    }
  }

  private mutating func unfit(_ value: Slot, _ letter: UInt8) -> Slot {
    let type = value.typeName?.rawValue ?? "it"
    return fault(.format, make("%\(Unicode.Scalar(letter)) takes no \(type)"))
  }

  private mutating func decimal(_ value: Slot, _ result: inout [UInt8]) -> Slot? {
    switch value.tag {
    case .int, .uint: result += plainText(value)
    case .double where !value.double.isFinite: result += DoubleText.special(value.double)
    default: return unfit(value, UInt8(ascii: "d"))
    }
    return nil
  }

  private mutating func fraction(_ value: Slot, _ clause: FormatClause, _ result: inout [UInt8]) -> Slot? {
    guard value.isNumber else { return unfit(value, clause.letter) }
    let number = value.asDouble
    guard number.isFinite else {
      result += DoubleText.special(number)
      return nil
    }
    guard charge(64 + clause.precision) else { return .exhausted }
    if number.sign == .minus { result.append(UInt8(ascii: "-")) }
    let decimal = ExactDecimal(number.magnitude)
    let isFixed = clause.letter == UInt8(ascii: "f")
    result += isFixed ? decimal.fixed(clause.precision) : decimal.scientific(clause.precision)
    return nil
  }

  /// `%b`, `%o`, `%x` and `%X`.
  private mutating func digits(_ value: Slot, _ letter: UInt8, _ result: inout [UInt8]) -> Slot? {
    let isHex = letter | 0x20 == UInt8(ascii: "x")
    let radix = isHex ? 16 : letter == UInt8(ascii: "o") ? 8 : 2
    let isUpper = letter == UInt8(ascii: "X")
    switch value.tag {
    case .int: result += Array(String(value.int, radix: radix, uppercase: isUpper).utf8)
    case .uint: result += Array(String(value.payload, radix: radix, uppercase: isUpper).utf8)
    case .bool where radix == 2: result.append(value.isTrue ? 0x31 : 0x30)
    case .string where isHex, .bytes where isHex:
      guard charge(bytes: value.bytes.count * 2) else { return .exhausted }
      let alphabet = Array((isUpper ? "0123456789ABCDEF" : "0123456789abcdef").utf8)
      for byte in value.bytes.buffer { result += [alphabet[Int(byte >> 4)], alphabet[Int(byte & 15)]] }
    default: return unfit(value, letter)
    }
    return nil
  }

  // MARK: Any value as text

  /// `%s`: lists and maps element by element, maps in the order of their keys' texts.
  private mutating func write(_ value: Slot, _ depth: Int, _ result: inout [UInt8]) -> Slot? {
    guard depth <= Self.maximumDepth, charge(1) else { return .exhausted }
    switch value.tag {
    case .list, .hostList: return writeList(value, depth, &result)
    case .map, .hostMap: return writeMap(value, depth, &result)
    case .optional, .absent, .error, .exhausted: return unfit(value, UInt8(ascii: "s"))
    case .bytes:
      guard charge(bytes: value.bytes.count) else { return .exhausted }
      result += Array(value.bytes.string.utf8)
    case .double where !value.double.isFinite: result += DoubleText.special(value.double)
    default:
      guard charge(bytes: value.isText ? value.bytes.count : 0) else { return .exhausted }
      result += plainText(value)
    }
    return nil
  }

  private mutating func writeList(_ list: Slot, _ depth: Int, _ result: inout [UInt8]) -> Slot? {
    result.append(UInt8(ascii: "["))
    for place in 0..<count(list) {
      if place > 0 { result += [0x2C, 0x20] }
      if let failure = write(element(list, place), depth + 1, &result) { return failure }
    }
    result.append(UInt8(ascii: "]"))
    return nil
  }

  private mutating func writeMap(_ map: Slot, _ depth: Int, _ result: inout [UInt8]) -> Slot? {
    var parts: [(key: [UInt8], value: [UInt8])] = []
    for place in 0..<count(map) {
      let entry = entry(map, place)
      var (key, value): ([UInt8], [UInt8]) = ([], [])
      if let failure = write(entry.key, depth + 1, &key) { return failure }
      if let failure = write(entry.value, depth + 1, &value) { return failure }
      parts.append((key, value))
    }
    parts.sort { $0.key.lexicographicallyPrecedes($1.key) }
    result.append(UInt8(ascii: "{"))
    for (number, part) in parts.enumerated() {
      if number > 0 { result += [0x2C, 0x20] }
      result += part.key + [0x3A, 0x20] + part.value
    }
    result.append(UInt8(ascii: "}"))
    return nil
  }
}

/// What stands behind a `%`.
struct FormatClause {
  let letter: UInt8
  /// Digits behind the point.
  let precision: Int

  /// Nil for what is no clause. More than 1,000 digits are none.
  init?(_ text: ByteView, _ index: inout Int) {
    var precision = 6
    if text[index] == UInt8(ascii: ".") {
      index += 1
      let start = index
      precision = 0
      while text[index].isDigit, precision <= 1_000 {
        precision = precision * 10 + Int(text[index] & 0x0F)
        index += 1
      }
      guard index > start, precision <= 1_000 else { return nil }
    }
    letter = text[index]
    self.precision = precision
    index += 1
    guard Self.letters.contains(letter) else { return nil }
  }

  private static let letters = Array("sdfebxXo".utf8)
}
