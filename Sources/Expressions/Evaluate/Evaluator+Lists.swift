// SAFETY: a list's elements have the capacity that its box notes; iterations have two registers, which the emitter reserves.
extension Evaluator {
  mutating func makeList(capacity: Int) -> Slot {
    guard let box = allocate(ListBox.self, 1), let elements = allocate(Slot.self, capacity) else { return .exhausted }
    box.initialize(to: ListBox(elements: elements, count: 0, capacity: max(capacity, 1)))
    return Slot(.list, box: box)
  }

  /// Adds to a list that is being built; absent when it went well.
  mutating func append(_ value: Slot, to list: Slot) -> Slot {
    guard let box = list.box(ListBox.self) else { return .absent }
    if box.pointee.count == box.pointee.capacity {
      let capacity = box.pointee.capacity * 2
      guard let elements = allocate(Slot.self, capacity) else { return .exhausted }
      elements.initialize(from: box.pointee.elements, count: box.pointee.count)
      box.pointee.elements = elements
      box.pointee.capacity = capacity
    }
    (box.pointee.elements + box.pointee.count).initialize(to: value)
    box.pointee.count += 1
    return .absent
  }

  mutating func appendOptional(_ value: Slot, to list: Slot) -> Slot {
    guard value.tag == .optional else { return fault(.noSuchOverload, value) }
    guard let box = value.box(Slot.self) else { return .absent }
    return append(box.pointee, to: list)
  }

  mutating func concatenateLists(_ left: Slot, _ right: Slot) -> Slot {
    let (first, second) = (count(left), count(right))
    let list = makeList(capacity: first + second)
    guard !list.isFailure, charge(first + second) else { return .exhausted }
    for place in 0..<first { _ = append(element(left, place), to: list) }
    for place in 0..<second { _ = append(element(right, place), to: list) }
    return list
  }

  // MARK: Iteration

  /// The first slot of an iteration is what it goes over, the second how far it is.
  mutating func iterate(_ range: Slot, _ iterator: UnsafeMutablePointer<Slot>) -> Slot {
    guard range.isList || range.isMap else { return fault(.noSuchOverload, range) }
    iterator[0] = range
    iterator[1] = Slot(.int, 0, UInt32(truncatingIfNeeded: min(count(range), Int(UInt32.max))))
    return .absent
  }

  /// The next element of a list of the evaluation's own; nil for other ranges, and at the end.
  @inline(__always)
  func nextOwn(_ iterator: UnsafeMutablePointer<Slot>) -> Slot? {
    let place = Int(iterator[1].payload)
    guard place < Int(iterator[1].extra), iterator[0].tag == .list, let box = iterator[0].box(ListBox.self) else {
      return nil
    }
    iterator[1].payload += 1
    return box.pointee.elements[place]
  }

  /// Puts the next element into the variables; false at the end.
  func next(_ iterator: UnsafeMutablePointer<Slot>, _ variables: UnsafeMutablePointer<Slot>, isPair: Bool) -> Bool {
    let place = Int(iterator[1].payload)
    guard place < Int(iterator[1].extra) else { return false }
    iterator[1].payload += 1
    let range = iterator[0]
    if range.isList {
      let value = element(range, place)
      variables[0] = isPair ? Slot(int: Int64(place)) : value
      if isPair { variables[1] = value }
    } else {
      let entry = entry(range, place)
      variables[0] = entry.key
      if isPair { variables[1] = entry.value }
    }
    return true
  }
}
