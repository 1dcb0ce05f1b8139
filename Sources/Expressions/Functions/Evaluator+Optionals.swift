extension Evaluator {
  mutating func optionalFunction(_ function: Function, _ optional: Slot) -> Slot {
    guard optional.tag == .optional else { return fault(.noSuchOverload, optional) }
    if function == .hasValue { return Slot(bool: !optional.isNone) }
    return optional.box(Slot.self)?.pointee ?? fault(.noValue)
  }

  /// What `optional.ofNonZeroValue` takes for nothing.
  func isZero(_ value: Slot) -> Bool {
    switch value.tag {
    case .null: true
    case .bool, .int, .uint, .duration: value.payload == 0
    case .double: value.double == 0
    case .string, .bytes: value.extra == 0
    case .list, .map, .hostList, .hostMap: count(value) == 0
    case .optional: value.isNone
    case .timestamp: value.int == 0 && value.extra == 0
    default: false
    }
  }
}
