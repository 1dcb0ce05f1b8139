// SAFETY: boxes are read only of slots whose tag says that they point to one.
extension Evaluator {
  /// `operand.field`.
  mutating func select(_ operand: Slot, _ field: Slot) -> Slot {
    switch operand.tag {
    case .map, .hostMap: return found(find(field, in: operand), field)
    case .optional: return throughOptional(operand) { $0.selectOptional($1, field) }
    default: return fault(.noSuchField, field, operand)
    }
  }

  /// `operand.?field`: nothing where there is no such field.
  mutating func selectOptional(_ operand: Slot, _ field: Slot) -> Slot {
    switch operand.tag {
    case .map, .hostMap: return optional(find(field, in: operand))
    case .optional: return throughOptional(operand) { $0.selectOptional($1, field) }
    default: return fault(.noSuchField, field, operand)
    }
  }

  mutating func has(_ operand: Slot, _ field: Slot) -> Slot {
    switch operand.tag {
    case .map, .hostMap:
      let value = find(field, in: operand)
      return value.isFailure ? value : Slot(bool: value.tag != .absent)
    case .optional:
      guard let box = operand.box(Slot.self) else { return Slot(bool: false) }
      return has(box.pointee, field)
    default: return fault(.noSuchField, field, operand)
    }
  }

  /// `operand[key]`.
  mutating func index(_ operand: Slot, _ key: Slot) -> Slot {
    switch operand.tag {
    case .map, .hostMap: return found(find(key, in: operand), key)
    case .list, .hostList:
      let value = element(key, of: operand)
      return value.tag == .absent ? fault(.index, key, Slot(int: Int64(count(operand)))) : value
    case .optional: return throughOptional(operand) { $0.indexOptional($1, key) }
    default: return fault(.noSuchOverload, operand, key)
    }
  }

  mutating func indexOptional(_ operand: Slot, _ key: Slot) -> Slot {
    switch operand.tag {
    case .map, .hostMap: return optional(find(key, in: operand))
    case .list, .hostList: return optional(element(key, of: operand))
    case .optional: return throughOptional(operand) { $0.indexOptional($1, key) }
    default: return fault(.noSuchOverload, operand, key)
    }
  }

  private mutating func found(_ value: Slot, _ key: Slot) -> Slot {
    value.tag == .absent ? fault(.noSuchKey, key) : value
  }

  private mutating func optional(_ value: Slot) -> Slot {
    value.tag == .absent ? .none : makeOptional(value)
  }

  private mutating func throughOptional(
    _ operand: Slot, _ access: (inout Evaluator, Slot) -> Slot
  ) -> Slot {
    guard let box = operand.box(Slot.self) else { return .none }
    return access(&self, box.pointee)
  }

  /// The element at a place, which may be any number without a fraction; absent outside.
  private mutating func element(_ key: Slot, of list: Slot) -> Slot {
    guard key.isNumber else { return fault(.noSuchOverload, list, key) }
    guard let place = key.exactInt, place >= 0, place < Int64(count(list)) else {
      return key.exactInt == nil ? fault(.index, key, Slot(int: Int64(count(list)))) : .absent
    }
    return element(list, Int(place))
  }

  // MARK: Lists and maps, the evaluation's own and the host's

  func count(_ slot: Slot) -> Int {
    switch slot.tag {
    case .list: return slot.box(ListBox.self)?.pointee.count ?? 0
    case .map: return slot.box(MapBox.self)?.pointee.count ?? 0
    case .hostList, .hostMap: return host.map { max(0, $0.pointee.count($0.pointee.context, slot.payload)) } ?? 0
    default: return 0
    }
  }

  /// An element that is there.
  func element(_ list: Slot, _ place: Int) -> Slot {
    if list.tag == .list { return list.box(ListBox.self)?.pointee.elements[place] ?? .null }
    return host.map { $0.pointee.element($0.pointee.context, list.payload, place) } ?? .null
  }

  /// Key and value of an entry that is there.
  func entry(_ map: Slot, _ place: Int) -> (key: Slot, value: Slot) {
    if map.tag == .map {
      guard let box = map.box(MapBox.self) else { return (.null, .null) }
      return (box.pointee.entries[2 * place], box.pointee.entries[2 * place + 1])
    }
    return host.map { $0.pointee.entry($0.pointee.context, map.payload, place) } ?? (.null, .null)
  }

  /// The value of a key; absent where there is none.
  mutating func find(_ key: Slot, in map: Slot) -> Slot {
    if map.tag == .map { return findOwn(key, in: map) }
    guard key.tag == .string, let host else { return .absent }
    guard charge(1) else { return .exhausted }
    return host.pointee.value(host.pointee.context, map.payload, UnsafeRawBufferPointer(key.bytes.buffer))
  }
}

extension Slot {
  /// The integer that a number is; nil for fractions and what is out of range.
  var exactInt: Int64? {
    switch tag {
    case .int: int
    case .uint: Int64(exactly: payload)
    case .double: Int64(exactly: double)
    default: nil
    }
  }
}
