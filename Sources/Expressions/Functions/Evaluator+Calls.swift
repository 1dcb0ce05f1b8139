extension Evaluator {
  /// A function of one argument. Which overload is meant, the value tells.
  mutating func call(_ function: Function, _ a: Slot) -> Slot {
    if a.isFailure { return a }
    switch function {
    case .not: return a.isBool ? Slot(bool: a.isFalse) : fault(.noSuchOverload, a)
    case .negate: return negate(a)
    case .toInt, .toUint, .toDouble, .toBool: return number(function, a)
    case .toString, .toBytes, .toTimestamp, .toDuration: return conversion(function, a)
    case .toDyn: return a
    case .typeOf: return a.typeName.map { Slot(type: $0) } ?? fault(.noSuchOverload, a)
    case .size: return size(a)
    case .getFullYear, .getMonth, .getDayOfYear, .getDayOfMonth, .getDate, .getDayOfWeek, .getHours, .getMinutes,
      .getSeconds, .getMilliseconds:
      return timePart(function, a, zone: .absent)
    case .lowerAscii, .upperAscii, .trim, .reverse, .quote: return textFunction(function, a)
    case .join: return join(a, separator: Slot(.string, 0))
    case .ceil, .floor, .round, .trunc, .abs, .sign, .sqrt, .isNaN, .isInf, .isFinite, .bitNot, .greatest, .least:
      return math(function, a)
    case .base64Encode, .base64Decode: return base64(function, a)
    case .ip, .isIP, .cidr, .isCIDR, .isCanonical, .family, .isUnspecified, .isLoopback, .isGlobalUnicast,
      .isLinkLocalMulticast, .isLinkLocalUnicast, .masked, .prefixLength:
      return network(function, a)
    case .optionalOf: return makeOptional(a)
    case .optionalOfNonZeroValue: return isZero(a) ? .none : makeOptional(a)
    case .hasValue, .value: return optionalFunction(function, a)
    default: return fault(.noSuchOverload, a)
    }
  }

  /// A function of two arguments.
  mutating func call(_ function: Function, _ a: Slot, _ b: Slot) -> Slot {
    if a.isFailure { return a }
    if b.isFailure { return b }
    switch function {
    case .add, .subtract, .multiply, .divide, .remainder: return arithmetic(function, a, b)
    case .equal: return equal(a, b)
    case .notEqual:
      let result = equal(a, b)
      return result.isFailure ? result : Slot(bool: result.isFalse)
    case .less, .lessOrEqual, .greater, .greaterOrEqual: return compare(function, a, b)
    case .in: return contains(a, in: b)
    case .contains, .startsWith, .endsWith, .matches: return textTest(function, a, b)
    case .getFullYear, .getMonth, .getDayOfYear, .getDayOfMonth, .getDate, .getDayOfWeek, .getHours, .getMinutes,
      .getSeconds, .getMilliseconds:
      return timePart(function, a, zone: b)
    case .charAt: return character(a, b)
    case .indexOf, .lastIndexOf: return search(function, a, b, from: .absent)
    case .substring: return substring(a, b, end: .absent)
    case .split: return split(a, b, limit: .absent)
    case .join: return join(a, separator: b)
    case .format: return format(a, b)
    case .greatest, .least: return math(function, a, b)
    case .bitAnd, .bitOr, .bitXor, .bitShiftLeft, .bitShiftRight: return bits(function, a, b)
    case .containsIP, .containsCIDR: return network(function, a, b)
    default: return fault(.noSuchOverload, a, b)
    }
  }

  /// A function of no argument, or of three and more.
  mutating func call(_ function: Function, _ arguments: Arguments) -> Slot {
    for index in 0..<arguments.count where arguments[index].isFailure { return arguments[index] }
    switch (function, arguments.count) {
    case (.optionalNone, 0): return .none
    case (.indexOf, 3), (.lastIndexOf, 3): return search(function, arguments[0], arguments[1], from: arguments[2])
    case (.substring, 3): return substring(arguments[0], arguments[1], end: arguments[2])
    case (.split, 3): return split(arguments[0], arguments[1], limit: arguments[2])
    case (.replace, 3), (.replace, 4): return replace(arguments)
    default: return fault(.noSuchOverload, arguments[0], arguments[1])
    }
  }

  mutating func size(_ value: Slot) -> Slot {
    switch value.tag {
    case .string:
      guard charge(bytes: value.bytes.count) else { return .exhausted }
      return Slot(int: Int64(value.bytes.scalarCount))
    case .bytes: return Slot(int: Int64(value.bytes.count))
    case .list, .hostList, .map, .hostMap: return Slot(int: Int64(count(value)))
    default: return fault(.noSuchOverload, value)
    }
  }

  mutating func textTest(_ function: Function, _ a: Slot, _ b: Slot) -> Slot {
    guard a.tag == .string, b.tag == .string else { return fault(.noSuchOverload, a, b) }
    guard charge(bytes: a.bytes.count + 4 * b.bytes.count) else { return .exhausted }
    switch function {
    case .startsWith: return Slot(bool: a.bytes.hasPrefix(b.bytes))
    case .endsWith: return Slot(bool: a.bytes.hasSuffix(b.bytes))
    case .contains: return Slot(bool: a.bytes.offset(of: b.bytes, from: 0) != nil)
    default: return matches(a, pattern: b)
    }
  }

  /// A pattern that is known only now. Compiling it is paid for, too.
  private mutating func matches(_ text: Slot, pattern: Slot) -> Slot {
    guard charge(pattern.bytes.count * 64) else { return .exhausted }
    do throws(PatternError) {
      let compiled = try LinearPattern.compile(pattern.bytes.array, steps: 0)
      guard charge(compiled.size + compiled.cost(of: text.bytes.count)) else { return .exhausted }
      return Slot(bool: compiled.matches(text.bytes))
    } catch {
      return fault(.pattern, pattern, make(error.message))
    }
  }
}
