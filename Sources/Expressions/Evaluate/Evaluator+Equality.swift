// SAFETY: boxes are read only of slots whose tag says that they point to one.
extension Evaluator {
  /// How deep values may be nested that are compared or written.
  static let maximumDepth = 200

  /// `left == right` (langdef, "Equality"): values of different types are unequal, numbers are compared by value.
  mutating func equal(_ left: Slot, _ right: Slot) -> Slot {
    guard let result = isEqual(left, right, 0) else { return .exhausted }
    return Slot(bool: result)
  }

  /// Nil when the budget runs out, or the depth.
  mutating func isEqual(_ left: Slot, _ right: Slot, _ depth: Int) -> Bool? {
    if left.isNumber, right.isNumber { return left.isSameNumber(right) }
    if left.isList, right.isList { return areListsEqual(left, right, depth + 1) }
    if left.isMap, right.isMap { return areMapsEqual(left, right, depth + 1) }
    guard left.tag == right.tag else { return false }
    switch left.tag {
    case .string, .bytes:
      guard charge(bytes: min(left.bytes.count, right.bytes.count)) else { return nil }
      return left.bytes == right.bytes
    case .timestamp: return left.isSameTime(right)
    case .optional: return areOptionalsEqual(left, right, depth + 1)
    case .address, .addressRange: return left.address == right.address
    case .null: return true
    default: return left.payload == right.payload
    }
  }

  private mutating func areListsEqual(_ left: Slot, _ right: Slot, _ depth: Int) -> Bool? {
    let count = count(left)
    guard count == self.count(right) else { return false }
    guard depth <= Self.maximumDepth else { return nil }
    for place in 0..<count {
      guard charge(1), let same = isEqual(element(left, place), element(right, place), depth) else { return nil }
      if !same { return false }
    }
    return true
  }

  private mutating func areMapsEqual(_ left: Slot, _ right: Slot, _ depth: Int) -> Bool? {
    let count = count(left)
    guard count == self.count(right) else { return false }
    guard depth <= Self.maximumDepth else { return nil }
    for place in 0..<count {
      let (key, value) = entry(left, place)
      let other = find(key, in: right)
      guard charge(1), !other.isFailure else { return nil }
      if other.tag == .absent { return false }
      guard let same = isEqual(value, other, depth) else { return nil }
      if !same { return false }
    }
    return true
  }

  private mutating func areOptionalsEqual(_ left: Slot, _ right: Slot, _ depth: Int) -> Bool? {
    guard depth <= Self.maximumDepth else { return nil }
    guard let first = left.box(Slot.self), let second = right.box(Slot.self) else { return left.isNone && right.isNone }
    return isEqual(first.pointee, second.pointee, depth)
  }

  /// A text among the elements of a list of the evaluation's own: the usual case, without a look at types.
  private mutating func contains(_ text: Slot, in box: UnsafeMutablePointer<ListBox>) -> Slot {
    guard charge(box.pointee.count * (1 + text.bytes.count / 16)) else { return .exhausted }
    for place in 0..<box.pointee.count {
      let element = box.pointee.elements + place
      if element.pointee.tag == text.tag, text.isSameText(element) { return Slot(bool: true) }
    }
    return Slot(bool: false)
  }

  /// `value in container`.
  mutating func contains(_ value: Slot, in container: Slot) -> Slot {
    if container.isMap {
      let found = find(value, in: container)
      return found.isFailure ? found : Slot(bool: found.tag != .absent)
    }
    guard container.isList else { return fault(.noSuchOverload, container) }
    if value.isText, let box = container.box(ListBox.self), container.tag == .list { return contains(value, in: box) }
    for place in 0..<count(container) {
      guard charge(1), let same = isEqual(value, element(container, place), 0) else { return .exhausted }
      if same { return Slot(bool: true) }
    }
    return Slot(bool: false)
  }
}
