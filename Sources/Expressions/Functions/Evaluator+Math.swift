extension Evaluator {
  /// Functions of one number (extension math).
  mutating func math(_ function: Function, _ value: Slot) -> Slot {
    switch function {
    case .greatest, .least: return extreme(function, value)
    case .abs: return absolute(value)
    case .sign: return sign(value)
    case .sqrt: return squareRoot(value)
    case .bitNot:
      guard value.tag == .int || value.tag == .uint else { return fault(.noSuchOverload, value) }
      return Slot(value.tag, ~value.payload)
    default: return doubleFunction(function, value)
    }
  }

  private mutating func doubleFunction(_ function: Function, _ value: Slot) -> Slot {
    guard value.tag == .double else { return fault(.noSuchOverload, value) }
    let number = value.double
    switch function {
    case .ceil: return Slot(double: number.rounded(.up))
    case .floor: return Slot(double: number.rounded(.down))
    case .round: return Slot(double: number.rounded(.toNearestOrAwayFromZero))
    case .trunc: return Slot(double: number.rounded(.towardZero))
    case .isNaN: return Slot(bool: number.isNaN)
    case .isInf: return Slot(bool: number.isInfinite)
    default: return Slot(bool: number.isFinite)
    }
  }

  private mutating func absolute(_ value: Slot) -> Slot {
    switch value.tag {
    case .int where value.int == .min: return fault(.overflow)
    case .int: return Slot(int: abs(value.int))
    case .uint: return value
    case .double: return Slot(double: abs(value.double))
    default: return fault(.noSuchOverload, value)
    }
  }

  private mutating func sign(_ value: Slot) -> Slot {
    switch value.tag {
    case .int: return Slot(int: value.int.signum())
    case .uint: return Slot(uint: value.payload.signum())
    case .double where value.double == 0 || value.double.isNaN: return value
    case .double: return Slot(double: value.double < 0 ? -1 : 1)
    default: return fault(.noSuchOverload, value)
    }
  }

  private mutating func squareRoot(_ value: Slot) -> Slot {
    switch value.tag {
    case .int: return Slot(double: Double(value.int).squareRoot())
    case .uint: return Slot(double: Double(value.payload).squareRoot())
    case .double: return Slot(double: value.double.squareRoot())
    default: return fault(.noSuchOverload, value)
    }
  }

  /// `math.greatest` and `math.least` of a list, or of one number, which is its own.
  private mutating func extreme(_ function: Function, _ value: Slot) -> Slot {
    if value.isNumber { return value }
    guard value.isList else { return fault(.noSuchOverload, value) }
    guard count(value) > 0 else { return fault(.argument, value) }
    var result = element(value, 0)
    for place in 0..<count(value) {
      guard charge(1) else { return .exhausted }
      result = math(function, result, element(value, place))
      if result.isFailure { return result }
    }
    return result
  }

  /// The greater or lesser of two numbers; the first where they are equal.
  mutating func math(_ function: Function, _ a: Slot, _ b: Slot) -> Slot {
    guard a.isNumber, b.isNumber else { return fault(.noSuchOverload, a, b) }
    guard let order = a.numberOrder(b) else { return a }
    return function == .greatest ? (order < 0 ? b : a) : (order > 0 ? b : a)
  }

  mutating func bits(_ function: Function, _ a: Slot, _ b: Slot) -> Slot {
    guard a.tag == .int || a.tag == .uint else { return fault(.noSuchOverload, a, b) }
    switch function {
    case .bitShiftLeft, .bitShiftRight: return shift(function, a, b)
    case _ where a.tag != b.tag: return fault(.noSuchOverload, a, b)
    case .bitAnd: return Slot(a.tag, a.payload & b.payload)
    case .bitOr: return Slot(a.tag, a.payload | b.payload)
    default: return Slot(a.tag, a.payload ^ b.payload)
    }
  }

  /// Shifts are logical, also to the right; 64 and more leave nothing.
  private mutating func shift(_ function: Function, _ a: Slot, _ b: Slot) -> Slot {
    guard b.tag == .int else { return fault(.noSuchOverload, a, b) }
    guard b.int >= 0 else { return fault(.argument, b) }
    return Slot(a.tag, function == .bitShiftLeft ? a.payload << b.int : a.payload >> b.int)
  }
}
