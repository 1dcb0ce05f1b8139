/// The memory of evaluations, one at a time: temporaries and the arena. Kept between evaluations, so that they allocate nothing.
// SAFETY: the buffers belong to this object, and are replaced only between evaluations.
final class Workspace {
  let arena = Arena()
  /// Where variables, constants and temporaries are, by the numbers of their areas.
  private let areas: UnsafeMutablePointer<UnsafeMutablePointer<Slot>>
  /// How many temporaries there are; behind a pointer, for reading it is not guarded then.
  private let capacity: UnsafeMutablePointer<Int>

  init() {
    capacity = .allocate(capacity: 1)
    capacity.initialize(to: 32)
    areas = .allocate(capacity: 4)
    areas.initialize(repeating: Self.slots(32), count: 4)
  }

  deinit {
    areas[2].deallocate()
    areas.deallocate()
    capacity.deallocate()
  }

  private static func slots(_ count: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: count)
    slots.initialize(repeating: .absent, count: count)
    return slots
  }

  /// Runs a program. What the result points to is taken back.
  @inline(__always)
  func run(
    _ program: LoadedProgram, _ variables: UnsafePointer<Slot>?, _ host: UnsafePointer<SlotHost>?, _ budget: Int
  ) -> Slot {
    var evaluator = prepare(program, variables, host, budget)
    var observer = NoObserver()
    let slot = evaluator.run(&observer)
    arena.reset()
    return slot
  }

  /// Runs a program and hands its result to `body`, before the memory that it points to is taken back.
  func run<Result>(
    _ program: LoadedProgram, _ variables: UnsafePointer<Slot>?, _ host: UnsafePointer<SlotHost>?, _ budget: Int,
    _ body: (Slot, inout Evaluator) -> Result
  ) -> Result {
    run(program, variables, host, budget, NoObserver()) { slot, evaluator, _ in body(slot, &evaluator) }
  }

  /// The same, observed.
  func run<Result, Observer: EvaluationObserver>(
    _ program: LoadedProgram, _ variables: UnsafePointer<Slot>?, _ host: UnsafePointer<SlotHost>?, _ budget: Int,
    _ observer: Observer, _ body: (Slot, inout Evaluator, Observer) -> Result
  ) -> Result {
    defer { arena.reset() }
    var observer = observer
    var evaluator = prepare(program, variables, host, budget)
    let slot = evaluator.run(&observer)
    return body(slot, &evaluator, observer)
  }

  @inline(__always)
  private func prepare(
    _ program: LoadedProgram, _ variables: UnsafePointer<Slot>?, _ host: UnsafePointer<SlotHost>?, _ budget: Int
  ) -> Evaluator {
    if program.temporaryCount > capacity.pointee { grow(program.temporaryCount) }
    // Variables are only read: no instruction has one as its destination.
    areas[0] = variables.map { UnsafeMutablePointer(mutating: $0) } ?? areas[2]
    areas[1] = program.constants
    return Evaluator(program, areas, arena, host, budget)
  }

  private func grow(_ count: Int) {
    areas[2].deallocate()
    areas[2] = Self.slots(count)
    capacity.pointee = count
  }
}
