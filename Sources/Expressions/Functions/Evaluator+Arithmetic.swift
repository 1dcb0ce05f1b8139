extension Evaluator {
  mutating func negate(_ value: Slot) -> Slot {
    switch value.tag {
    case .int where value.int == .min: return fault(.overflow)
    case .int: return Slot(int: -value.int)
    case .double: return Slot(double: -value.double)
    default: return fault(.noSuchOverload, value)
    }
  }

  mutating func arithmetic(_ function: Function, _ a: Slot, _ b: Slot) -> Slot {
    switch (a.tag, b.tag) {
    case (.int, .int): return integers(function, a.int, b.int) { Slot(int: $0) }
    case (.uint, .uint): return integers(function, a.payload, b.payload) { Slot(uint: $0) }
    case (.double, .double): return doubles(function, a, b)
    case (.string, .string) where function == .add, (.bytes, .bytes) where function == .add: return concatenate(a, b)
    case (.timestamp, _), (.duration, _): return times(function, a, b)
    default:
      if function == .add, a.isList, b.isList { return concatenateLists(a, b) }
      return fault(.noSuchOverload, a, b)
    }
  }

  private mutating func integers<Value: FixedWidthInteger>(
    _ function: Function, _ a: Value, _ b: Value, _ slot: (Value) -> Slot
  ) -> Slot {
    let (value, overflow): (Value, Bool)
    switch function {
    case .add: (value, overflow) = a.addingReportingOverflow(b)
    case .subtract: (value, overflow) = a.subtractingReportingOverflow(b)
    case .multiply: (value, overflow) = a.multipliedReportingOverflow(by: b)
    case _ where b == 0: return fault(.divisionByZero)
    case .divide: (value, overflow) = a.dividedReportingOverflow(by: b)
    default: (value, overflow) = a.remainderReportingOverflow(dividingBy: b)
    }
    return overflow ? fault(.overflow) : slot(value)
  }

  private mutating func doubles(_ function: Function, _ a: Slot, _ b: Slot) -> Slot {
    switch function {
    case .add: Slot(double: a.double + b.double)
    case .subtract: Slot(double: a.double - b.double)
    case .multiply: Slot(double: a.double * b.double)
    case .divide: Slot(double: a.double / b.double)
    default: fault(.noSuchOverload, a, b)
    }
  }

  // MARK: Instants and durations

  private mutating func times(_ function: Function, _ a: Slot, _ b: Slot) -> Slot {
    switch (function, a.tag, b.tag) {
    case (.add, .duration, .duration): return integers(.add, a.int, b.int) { Slot(.duration, UInt64(bitPattern: $0)) }
    case (.subtract, .duration, .duration):
      return integers(.subtract, a.int, b.int) { Slot(.duration, UInt64(bitPattern: $0)) }
    case (.add, .timestamp, .duration): return moved(a, by: b.int)
    case (.add, .duration, .timestamp): return moved(b, by: a.int)
    case (.subtract, .timestamp, .duration): return b.int == .min ? fault(.range) : moved(a, by: -b.int)
    case (.subtract, .timestamp, .timestamp): return difference(a, b)
    default: return fault(.noSuchOverload, a, b)
    }
  }

  private mutating func moved(_ instant: Slot, by nanoseconds: Int64) -> Slot {
    let second: Int64 = 1_000_000_000
    var seconds = instant.int + nanoseconds / second
    var rest = Int64(instant.extra) + nanoseconds % second
    if rest < 0 {
      rest += second
      seconds -= 1
    } else if rest >= second {
      rest -= second
      seconds += 1
    }
    guard let moved = ExpressionInstant(seconds: seconds, nanoseconds: UInt32(truncatingIfNeeded: rest)) else {
      return fault(.range)
    }
    return Slot(timestamp: moved)
  }
}
