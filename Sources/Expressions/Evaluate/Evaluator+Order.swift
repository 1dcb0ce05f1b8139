extension Evaluator {
  /// `left < right` and its like.
  mutating func compare(_ function: Function, _ left: Slot, _ right: Slot) -> Slot {
    if left.isNumber, right.isNumber {
      // NaN has no order: every comparison is false.
      guard let order = left.numberOrder(right) else { return Slot(bool: false) }
      return Slot(bool: function.holds(order))
    }
    guard left.tag == right.tag else { return fault(.noSuchOverload, left, right) }
    switch left.tag {
    case .bool: return Slot(bool: function.holds(Int(left.payload) - Int(right.payload)))
    case .duration: return Slot(bool: function.holds(left.int < right.int ? -1 : left.int > right.int ? 1 : 0))
    case .timestamp:
      return Slot(bool: function.holds(left.isEarlier(right) ? -1 : left.isSameTime(right) ? 0 : 1))
    case .string, .bytes:
      guard charge(bytes: min(left.bytes.count, right.bytes.count)) else { return .exhausted }
      return Slot(bool: function.holds(left.bytes.order(right.bytes)))
    default: return fault(.noSuchOverload, left, right)
    }
  }

  /// The time from one instant to another.
  mutating func difference(_ a: Slot, _ b: Slot) -> Slot {
    let (product, overflow) = (a.int - b.int).multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, carry) = product.addingReportingOverflow(Int64(a.extra) - Int64(b.extra))
    return overflow || carry ? fault(.range) : Slot(.duration, UInt64(bitPattern: sum))
  }
}

extension Function {
  /// Whether the comparison holds for an order.
  fileprivate func holds(_ order: Int) -> Bool {
    switch self {
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    default: order >= 0
    }
  }
}
