// Long because one switch has a case for every instruction: the loop stays one function, so that its state stays in registers.

/// Runs a program once.
// SAFETY: operands were made by the emitter, which knows the size of every area; the program and the workspace outlive this.
struct Evaluator {
  let loaded: LoadedProgram
  let code: UnsafeMutablePointer<Instruction>
  let areas: UnsafeMutablePointer<UnsafeMutablePointer<Slot>>
  let arena: Arena
  let host: SlotHost?
  /// What is left, in units: one is an instruction, or 16 bytes that are read or made. Below zero it has run out.
  var budget: Int

  init(
    _ loaded: LoadedProgram, _ areas: UnsafeMutablePointer<UnsafeMutablePointer<Slot>>, _ arena: Arena,
    _ host: SlotHost?, _ budget: Int
  ) {
    self.loaded = loaded
    code = loaded.code
    self.areas = areas
    self.arena = arena
    self.host = host
    self.budget = budget
  }

  @inline(__always)
  func slot(_ operand: Operand) -> UnsafeMutablePointer<Slot> { areas[operand.area] + operand.index }

  @inline(__always)
  func set(_ operand: Operand, _ bool: Bool) { slot(operand).pointee = Slot(bool: bool) }

  /// The value of the expression; an error or the end of the budget otherwise. The code outside of loops is paid at once.
  mutating func run() -> Slot {
    guard charge(loaded.program.code.count) else { return .exhausted }
    var pc = 0
    while true {
      let it = code[pc]
      var failure = Slot.absent
      switch it.opcode {
      case .move: slot(it.destination).pointee = slot(it.a).pointee
      case .require:
        let value = slot(it.a).pointee
        slot(it.destination).pointee = value
        if value.tag == .absent { failure = fault(.unbound, slot(it.b).pointee) }
      case .isBound: set(it.destination, slot(it.a).pointee.tag != .absent)
      case .check:
        let value = slot(it.a).pointee
        slot(it.destination).pointee = value
        if value.isFailure { failure = value } else if it.destination == it.a { failure = unlessBool(value) }
      case .raise: failure = fault(FaultCode.allCases[Int(it.flags)], slot(it.a).pointee)
      case .end: return slot(it.a).pointee
      case .jump:
        pc = it.target
        continue
      case .jumpIfFalse:
        if slot(it.a).pointee.isFalse {
          pc = it.target
          continue
        }
      case .jumpIfTrue:
        if slot(it.a).pointee.isTrue {
          pc = it.target
          continue
        }
      case .branch:
        let value = slot(it.a).pointee
        if value.isFalse {
          pc = it.target
          continue
        }
        if !value.isTrue { failure = fault(.noSuchOverload, value) }
      case .expectBool:
        slot(it.destination).pointee = slot(it.a).pointee
        failure = unlessBool(slot(it.a).pointee)
      case .and: failure = combine(it, decides: false)
      case .or: failure = combine(it, decides: true)

      case .not: set(it.destination, slot(it.a).pointee.payload == 0)
      case .equalBits: set(it.destination, slot(it.a).pointee.payload == slot(it.b).pointee.payload)
      case .notEqualBits: set(it.destination, slot(it.a).pointee.payload != slot(it.b).pointee.payload)
      case .lessInt: set(it.destination, slot(it.a).pointee.int < slot(it.b).pointee.int)
      case .lessOrEqualInt: set(it.destination, slot(it.a).pointee.int <= slot(it.b).pointee.int)
      case .lessUint: set(it.destination, slot(it.a).pointee.payload < slot(it.b).pointee.payload)
      case .lessOrEqualUint: set(it.destination, slot(it.a).pointee.payload <= slot(it.b).pointee.payload)
      case .equalDouble: set(it.destination, slot(it.a).pointee.double == slot(it.b).pointee.double)
      case .notEqualDouble: set(it.destination, slot(it.a).pointee.double != slot(it.b).pointee.double)
      case .lessDouble: set(it.destination, slot(it.a).pointee.double < slot(it.b).pointee.double)
      case .lessOrEqualDouble: set(it.destination, slot(it.a).pointee.double <= slot(it.b).pointee.double)
      case .equalTime: set(it.destination, slot(it.a).pointee.isSameTime(slot(it.b).pointee))
      case .notEqualTime: set(it.destination, !slot(it.a).pointee.isSameTime(slot(it.b).pointee))
      case .lessTime: set(it.destination, slot(it.a).pointee.isEarlier(slot(it.b).pointee))
      case .lessOrEqualTime: set(it.destination, !slot(it.b).pointee.isEarlier(slot(it.a).pointee))
      case .isNull:
        let tag = slot(it.a).pointee.tag
        set(it.destination, tag == .null)
      case .equalText, .notEqualText, .lessText, .lessOrEqualText, .startsWith, .endsWith, .contains:
        if !text(it) { return .exhausted }

      case .addInt:
        let (value, overflow) = slot(it.a).pointee.int.addingReportingOverflow(slot(it.b).pointee.int)
        if overflow { failure = fault(.overflow) } else { slot(it.destination).pointee = Slot(int: value) }
      case .subtractInt:
        let (value, overflow) = slot(it.a).pointee.int.subtractingReportingOverflow(slot(it.b).pointee.int)
        if overflow { failure = fault(.overflow) } else { slot(it.destination).pointee = Slot(int: value) }
      case .multiplyInt:
        let (value, overflow) = slot(it.a).pointee.int.multipliedReportingOverflow(by: slot(it.b).pointee.int)
        if overflow { failure = fault(.overflow) } else { slot(it.destination).pointee = Slot(int: value) }
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
      case .next:
        guard charge(Int(it.flags >> 1)) else { return .exhausted }
        guard next(slot(it.a), slot(it.destination), isPair: it.flags & 1 != 0) else {
          pc = it.target
          continue
        }
      case .stepAll:
        if !step(slot(it.destination), slot(it.a).pointee, decides: false) {
          pc = it.target
          continue
        }
      case .stepExists:
        if !step(slot(it.destination), slot(it.a).pointee, decides: true) {
          pc = it.target
          continue
        }
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
          continue
        }
      case .unwrapOr:
        let optional = slot(it.a).pointee
        if optional.tag != .optional {
          failure = fault(.noSuchOverload, optional)
        } else if let box = optional.box(Slot.self) {
          slot(it.destination).pointee = it.flags == 0 ? box.pointee : optional
          pc = it.target
          continue
        }
      }
      if failure.tag == .absent {
        pc += 1
      } else {
        guard let next = raise(failure, pc) else { return failure }
        pc = next
      }
    }
  }

  private mutating func unlessBool(_ value: Slot) -> Slot { value.isBool ? .absent : fault(.noSuchOverload, value) }

  /// Puts a result in its place; what failed comes back.
  @inline(__always)
  private func store(_ operand: Operand, _ value: Slot) -> Slot {
    slot(operand).pointee = value
    return value.isFailure ? value : .absent
  }

  /// Where execution goes on after an error; nil where nothing handles it.
  private func raise(_ failure: Slot, _ pc: Int) -> Int? {
    guard failure.tag == .error else { return nil }
    if let box = failure.box(FaultBox.self), box.pointee.instruction < 0 { box.pointee.instruction = pc }
    let number = Int(loaded.program.handlerOf[pc])
    guard number > 0 else { return nil }
    let handler = loaded.program.handlers[number - 1]
    slot(handler.register).pointee = failure
    return handler.end
  }
}
