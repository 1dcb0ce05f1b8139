/// A program with its tables at fixed places, so that a step of the evaluation reads them without looking for them.
// SAFETY: the tables are filled here and never change; they live as long as this object, which every evaluation holds.
final class LoadedProgram: @unchecked Sendable {
  let program: Program
  let code: UnsafeMutablePointer<Instruction>
  let constants: UnsafeMutablePointer<Slot>
  /// Units for all instructions once.
  let cost: Int
  let temporaryCount: Int

  init(_ program: Program) {
    self.program = program
    cost = program.code.count
    temporaryCount = program.temporaryCount
    code = .allocate(capacity: program.code.count)
    code.initialize(from: program.code, count: program.code.count)
    let slots = program.constants.slots
    constants = .allocate(capacity: max(slots.count, 1))
    constants.initialize(from: slots, count: slots.count)
  }

  deinit {
    code.deallocate()
    constants.deallocate()
  }
}

/// What the evaluation of a part gave that has no variables.
enum ConstantResult {
  case value(Operand)
  case error(String)
  /// It was too long, or is no value that can be kept.
  case unknown
}

extension LoadedProgram {
  /// Runs the program without variables and keeps its value among the constants.
  func evaluateConstant(budget: Int) -> ConstantResult {
    let workspace = Workspace()
    return workspace.run(self, nil, nil, budget) { slot, evaluator in
      if slot.tag == .exhausted { return .unknown }
      if slot.tag == .error { return .error(evaluator.message(slot)) }
      return program.constants.adopt(slot).map { .value(.constant($0)) } ?? .unknown
    }
  }
}
