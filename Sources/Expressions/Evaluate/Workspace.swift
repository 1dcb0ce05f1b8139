/// The memory of evaluations, one at a time: temporaries and the arena. Kept between evaluations, so that they allocate nothing.
// SAFETY: the buffers belong to this object and grow only between evaluations.
final class Workspace {
  let arena = Arena()
  private var temporaries: UnsafeMutableBufferPointer<Slot>
  private let areas: UnsafeMutablePointer<UnsafeMutablePointer<Slot>>

  init() {
    temporaries = .allocate(capacity: 32)
    temporaries.initialize(repeating: .absent)
    areas = .allocate(capacity: 4)
  }

  deinit {
    temporaries.deallocate()
    areas.deallocate()
  }

  /// Runs a program and hands its result to `body`, before the memory that it points to is taken back.
  func run<Result>(
    _ program: LoadedProgram, variables: UnsafePointer<Slot>?, host: SlotHost?, budget: Int,
    _ body: (Slot, inout Evaluator) -> Result
  ) -> Result {
    defer { arena.reset() }
    var evaluator = prepare(program, variables, host, budget)
    let slot = evaluator.run()
    return body(slot, &evaluator)
  }

  private func prepare(
    _ program: LoadedProgram, _ variables: UnsafePointer<Slot>?, _ host: SlotHost?, _ budget: Int
  ) -> Evaluator {
    let needed = program.program.temporaryCount
    if needed > temporaries.count { grow(needed) }
    guard let temporary = temporaries.baseAddress else { return Evaluator(program, areas, arena, host, 0) }
    areas.initialize(repeating: temporary, count: 4)
    // Variables are only read: no instruction has one as its destination.
    if let variables { areas[0] = UnsafeMutablePointer(mutating: variables) }
    areas[1] = program.constants
    return Evaluator(program, areas, arena, host, budget)
  }

  private func grow(_ count: Int) {
    temporaries.deallocate()
    temporaries = .allocate(capacity: count)
    temporaries.initialize(repeating: .absent)
  }
}
