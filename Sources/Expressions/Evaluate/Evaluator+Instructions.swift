// SAFETY: operands were made by the emitter, which knows the size of every area.
extension Evaluator {
  /// Does what ``run()`` leaves to it; the failure, or an absent slot where there is none. It may set where execution goes on.
  mutating func perform(_ it: Instruction, _ pc: inout Int) -> Slot {
    var failure = Slot.absent
    switch it.opcode {
    case .isBound: set(it.destination, slot(it.a).pointee.tag != .absent)
    case .check:
      let value = slot(it.a).pointee
      slot(it.destination).pointee = value
      if value.isFailure { failure = value } else if it.destination == it.a { failure = unlessBool(value) }
    case .raise: failure = fault(FaultCode.allCases[Int(it.flags)], slot(it.a).pointee)
    case .branch:
      let value = slot(it.a).pointee
      if value.isFalse { pc = it.target } else { failure = unlessBool(value) }
    case .expectBool:
      slot(it.destination).pointee = slot(it.a).pointee
      failure = unlessBool(slot(it.a).pointee)
    case .and: failure = combine(it, decides: false)
    case .or: failure = combine(it, decides: true)

    case .lessText, .lessOrEqualText, .startsWith, .endsWith, .contains:
      if !text(it) { return .exhausted }

    case .addInt: failure = store(it, slot(it.a).pointee.int.addingReportingOverflow(slot(it.b).pointee.int))
    case .subtractInt: failure = store(it, slot(it.a).pointee.int.subtractingReportingOverflow(slot(it.b).pointee.int))
    case .multiplyInt:
      failure = store(it, slot(it.a).pointee.int.multipliedReportingOverflow(by: slot(it.b).pointee.int))
    case .subtractTime: failure = store(it.destination, difference(slot(it.a).pointee, slot(it.b).pointee))
    case .addDouble:
      slot(it.destination).pointee = Slot(double: slot(it.a).pointee.double + slot(it.b).pointee.double)
    case .subtractDouble:
      slot(it.destination).pointee = Slot(double: slot(it.a).pointee.double - slot(it.b).pointee.double)
    case .multiplyDouble:
      slot(it.destination).pointee = Slot(double: slot(it.a).pointee.double * slot(it.b).pointee.double)
    case .divideDouble:
      slot(it.destination).pointee = Slot(double: slot(it.a).pointee.double / slot(it.b).pointee.double)

    case .matchesPattern: failure = store(it.destination, matches(slot(it.a).pointee, Int(it.b.index)))
    case .call1: failure = store(it.destination, call(it.function, slot(it.a).pointee))
    case .call2: failure = store(it.destination, call(it.function, slot(it.a).pointee, slot(it.b).pointee))
    case .callN:
      let arguments = UnsafeBufferPointer(start: UnsafePointer(slot(it.a)), count: Int(it.flags))
      failure = store(it.destination, call(it.function, Arguments(arguments)))
    case .select: failure = store(it.destination, select(slot(it.a).pointee, slot(it.b).pointee))
    case .selectOptional: failure = store(it.destination, selectOptional(slot(it.a).pointee, slot(it.b).pointee))
    case .has: failure = store(it.destination, has(slot(it.a).pointee, slot(it.b).pointee))
    case .index: failure = store(it.destination, index(slot(it.a).pointee, slot(it.b).pointee))
    case .indexOptional: failure = store(it.destination, indexOptional(slot(it.a).pointee, slot(it.b).pointee))

    case .newList: failure = store(it.destination, makeList(capacity: it.target))
    case .append: failure = append(slot(it.b).pointee, to: slot(it.a).pointee)
    case .appendOptional: failure = appendOptional(slot(it.b).pointee, to: slot(it.a).pointee)
    case .newMap: failure = store(it.destination, makeMap(capacity: it.target))
    case .insert: failure = insert(slot(it.b)[0], slot(it.b)[1], into: slot(it.a).pointee)
    case .insertOptional: failure = insertOptional(slot(it.b)[0], slot(it.b)[1], into: slot(it.a).pointee)
    case .insertEntries: failure = insertEntries(slot(it.b).pointee, into: slot(it.a).pointee)

    case .iterate: failure = iterate(slot(it.a).pointee, slot(it.destination))
    case .stepAll:
      if !step(slot(it.destination), slot(it.a).pointee, decides: false) { pc = it.target }
    case .stepExists:
      if !step(slot(it.destination), slot(it.a).pointee, decides: true) { pc = it.target }
    case .countTrue:
      let value = slot(it.a).pointee
      if value.isTrue { slot(it.destination).pointee.payload += 1 } else { failure = unlessBool(value) }
    case .unwrap:
      let optional = slot(it.a).pointee
      if optional.tag != .optional {
        failure = fault(.noSuchOverload, optional)
      } else if let box = optional.box(Slot.self) {
        slot(it.destination).pointee = box.pointee
      } else {
        pc = it.target
      }
    case .unwrapOr:
      let optional = slot(it.a).pointee
      if optional.tag != .optional {
        failure = fault(.noSuchOverload, optional)
      } else if let box = optional.box(Slot.self) {
        slot(it.destination).pointee = it.flags == 0 ? box.pointee : optional
        pc = it.target
      }
    case .require: failure = fault(.unbound, slot(it.b).pointee)
    // All others are done by `run`.
    default: break
    }
    return failure
  }

  private mutating func unlessBool(_ value: Slot) -> Slot { value.isBool ? .absent : fault(.noSuchOverload, value) }

  /// Puts a result in its place; what failed comes back.
  @inline(__always)
  private func store(_ operand: Operand, _ value: Slot) -> Slot {
    slot(operand).pointee = value
    return value.isFailure ? value : .absent
  }

  @inline(__always)
  private mutating func store(_ it: Instruction, _ result: (partialValue: Int64, overflow: Bool)) -> Slot {
    if result.overflow { return fault(.overflow) }
    slot(it.destination).pointee = Slot(int: result.partialValue)
    return .absent
  }
}
