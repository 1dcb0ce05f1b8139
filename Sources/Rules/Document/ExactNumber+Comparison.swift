/// The order of two exact numbers, or that it would take more than the budget to know.
enum ExactOrder {
  case less, equal, greater, undecided

  fileprivate var reversed: ExactOrder {
    switch self {
    case .less: .greater
    case .greater: .less
    default: self
    }
  }
}

extension ExactNumber {
  /// O(digits of the shorter). Undecided only where both exponents are beyond 64 bits on the same side.
  func compared(to other: ExactNumber) -> ExactOrder {
    if isZero || other.isZero || isNegative != other.isNegative { return comparedBySign(to: other) }
    let order = comparedByMagnitude(to: other)
    return isNegative ? order.reversed : order
  }

  private var sign: Int { isZero ? 0 : isNegative ? -1 : 1 }

  private func comparedBySign(to other: ExactNumber) -> ExactOrder {
    if sign == other.sign { return .equal }
    return sign < other.sign ? .less : .greater
  }

  private func comparedByMagnitude(to other: ExactNumber) -> ExactOrder {
    if isScaleSaturated, other.isScaleSaturated, scale.signum() == other.scale.signum() { return .undecided }
    if scale != other.scale { return scale < other.scale ? .less : .greater }
    for index in 0..<min(digitCount, other.digitCount) {
      let (left, right) = (digit(index), other.digit(index))
      if left != right { return left < right ? .less : .greater }
    }
    if digitCount == other.digitCount { return .equal }
    return digitCount < other.digitCount ? .less : .greater
  }

  /// Whether the values are equal. Undecided only for the same digits with two scales that are not known.
  func equals(_ other: ExactNumber) -> ValueComparison.Equality {
    if isNegative != other.isNegative && !(isZero && other.isZero) { return .different }
    guard scale == other.scale, digitCount == other.digitCount else { return .different }
    for index in 0..<digitCount where digit(index) != other.digit(index) { return .different }
    return isScaleSaturated ? .undecided : .equal
  }

  /// Equal values have equal hashes: `1`, `1.0` and `1e0`. Not seeded: see ``ValueHash``.
  func hash(_ state: UInt64) -> UInt64 {
    var state = SeededHash.combine(state, UInt64(bitPattern: scale) ^ (isNegative && !isZero ? 1 << 63 : 0))
    for index in 0..<digitCount { state = SeededHash.combine(state, UInt64(digit(index))) }
    return state
  }
}
