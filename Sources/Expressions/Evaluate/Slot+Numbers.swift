extension Slot {
  /// Whether two numbers have one value, whatever their types; NaN has none.
  func isSameNumber(_ other: Slot) -> Bool { numberOrder(other) == 0 }

  /// The nearest double of a number.
  var asDouble: Double { tag == .double ? double : tag == .int ? Double(int) : Double(payload) }

  /// -1, 0 or 1 by value; nil where one is NaN.
  func numberOrder(_ other: Slot) -> Int? {
    switch (tag, other.tag) {
    case (.int, .int): Self.order(int, other.int)
    case (.uint, .uint): Self.order(payload, other.payload)
    case (.double, .double): Self.order(double, other.double)
    case (.int, .uint): int < 0 ? -1 : Self.order(UInt64(int), other.payload)
    case (.uint, .int): other.int < 0 ? 1 : Self.order(payload, UInt64(other.int))
    case (.int, .double): Self.order(int, other.double)
    case (.double, .int): Self.order(other.int, double).map { -$0 }
    case (.uint, .double): Self.order(payload, other.double)
    case (.double, .uint): Self.order(other.payload, double).map { -$0 }
    default: nil
    }
  }

  private static func order<Value: Comparable>(_ left: Value, _ right: Value) -> Int? {
    left < right ? -1 : left > right ? 1 : left == right ? 0 : nil
  }

  /// An integer against a double, by the integer's double: the specification's suite has it that 2^63-1 is not below 2^63
  /// where that is a double.
  private static func order<Value: FixedWidthInteger>(_ left: Value, _ right: Double) -> Int? {
    order(Double(left), right)
  }
}
