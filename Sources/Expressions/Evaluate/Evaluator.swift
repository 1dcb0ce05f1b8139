/// Runs a program once.
// SAFETY: operands were made by the emitter, which knows the size of every area; the program, the workspace and the host
// outlive this, which never leaves the call that made it.
struct Evaluator {
  unowned(unsafe) let loaded: LoadedProgram
  let code: UnsafeMutablePointer<Instruction>
  let areas: UnsafeMutablePointer<UnsafeMutablePointer<Slot>>
  unowned(unsafe) let arena: Arena
  let host: UnsafePointer<SlotHost>?
  /// What is left, in units: one is an instruction, or 16 bytes that are read or made. Below zero it has run out.
  var budget: Int

  @inline(__always)
  init(
    _ loaded: LoadedProgram, _ areas: UnsafeMutablePointer<UnsafeMutablePointer<Slot>>, _ arena: Arena,
    _ host: UnsafePointer<SlotHost>?, _ budget: Int
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
  ///
  /// What is done often is here; everything else is in ``perform(_:_:)``, so that this loop stays in few registers.
  mutating func run<Observer: EvaluationObserver>(_ observer: inout Observer) -> Slot {
    guard charge(loaded.cost) else { return .exhausted }
    var pc = 0
    while true {
      let it = code[pc]
      if Observer.isObserving { observer.begin(pc) }
      pc += 1
      switch it.opcode {
      case .move: slot(it.destination).pointee = slot(it.a).pointee
      case .require where slot(it.a).pointee.tag != .absent: break
      case .end:
        if Observer.isObserving { observer.note(slot(it.a).pointee) }
        return slot(it.a).pointee
      case .jump: pc = it.target
      case .jumpIfFalse: if slot(it.a).pointee.isFalse { pc = it.target }
      case .jumpIfTrue: if slot(it.a).pointee.isTrue { pc = it.target }
      // Where no error waits: the usual case.
      case .check where slot(it.a).pointee.isBool: slot(it.destination).pointee = slot(it.a).pointee
      case .and where slot(it.a).pointee.isBool && slot(it.b).pointee.isBool:
        set(it.destination, slot(it.a).pointee.payload & slot(it.b).pointee.payload != 0)
      case .or where slot(it.a).pointee.isBool && slot(it.b).pointee.isBool:
        set(it.destination, slot(it.a).pointee.payload | slot(it.b).pointee.payload != 0)
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
      case .isNull: set(it.destination, slot(it.a).pointee.tag == .null)
      case .equalText:
        guard charge(bytes: Int(slot(it.a).pointee.extra)) else { return .exhausted }
        set(it.destination, slot(it.a).pointee.isSameText(slot(it.b)))
      case .notEqualText:
        guard charge(bytes: Int(slot(it.a).pointee.extra)) else { return .exhausted }
        set(it.destination, !slot(it.a).pointee.isSameText(slot(it.b)))
      case .next:
        guard charge(Int(it.flags >> 1)) else { return .exhausted }
        if it.flags & 1 == 0, let element = nextOwn(slot(it.a)) {
          slot(it.destination).pointee = element
        } else if !next(slot(it.a), slot(it.destination), isPair: it.flags & 1 != 0) {
          pc = it.target
        }
      default:
        let failure = perform(it, &pc)
        if failure.tag != .absent {
          if Observer.isObserving { observer.note(failure) }
          guard let next = raise(failure, pc - 1) else { return failure }
          pc = next
          continue
        }
      }
      if Observer.isObserving, let operand = it.result { observer.note(slot(operand).pointee) }
    }
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
