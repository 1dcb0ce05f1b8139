// `anyOf` and `oneOf`. SAFETY: a choice is the program's, whose lists were checked when it was built.
extension Evaluator {
  /// valid, else undecided, else invalid. All branches that the value can satisfy are seen when findings or annotations
  /// are wanted.
  @inline(never)
  mutating func anyOf(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    let tally = tryBranches(instruction, node, enough: 1)
    if tally.valid > 0 { return .valid }
    if tally.undecided > 0 { return exhausted(budget ?? .patternSteps, instruction, node, context) }
    return fail(instruction, node, context, .branches(instruction.b))
  }

  /// Two valid is invalid, else any undecided is undecided, else exactly one valid.
  @inline(never)
  mutating func oneOf(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    let tally = tryBranches(instruction, node, enough: 2)
    if tally.valid > 1 { return fail(instruction, node, context, .matched(tally.matched)) }
    if tally.undecided > 0 { return exhausted(budget ?? .patternSteps, instruction, node, context) }
    return tally.valid == 1 ? .valid : fail(instruction, node, context, .branches(instruction.b))
  }

  /// - Parameter enough: so many valid branches decide.
  @inline(__always)
  private mutating func tryBranches(_ instruction: Instruction, _ node: NodeIndex, enough: Int) -> BranchTally {
    let choice = program.choices + Int(instruction.a)
    if !Sink.stopsAtFirst { return tellBranches(instruction, choice, node) }
    var tally = BranchTally()
    var possible = possibleBranches(choice, node)
    while let position = next(&possible, choice) {
      tally.add(evaluateBranch(instruction, choice, position, node), position)
      if tally.valid >= enough && !instruction.marks { break }
    }
    return tally
  }

  /// What all branches say is told only where none holds: it then explains the failure. Annotations, and marks that
  /// findings look at, are those of all branches.
  @inline(never)
  private mutating func tellBranches(
    _ instruction: Instruction, _ choice: UnsafePointer<Choice>, _ node: NodeIndex
  ) -> BranchTally {
    var tally = BranchTally()
    var isTried = [Bool](repeating: false, count: Int(instruction.b))
    sink.beginBranches()
    var possible = possibleBranches(choice, node)
    while !Sink.traces, !instruction.marks, let position = next(&possible, choice) {
      isTried[position] = true
      tally.add(evaluateBranch(instruction, choice, position, node), position)
    }
    if tally.valid == 0 && tally.undecided == 0 {
      for position in isTried.indices where !isTried[position] {
        let outcome = evaluateBranch(instruction, choice, position, node)
        assert(outcome != .valid || Sink.traces || instruction.marks, "branches that are not tried cannot hold")
        tally.add(outcome, position)
      }
    }
    sink.endBranches()
    return tally
  }

  /// One branch, seen as the standard sees it. What it tells is kept only if it is valid.
  private mutating func evaluateBranch(
    _ instruction: Instruction, _ choice: UnsafePointer<Choice>, _ position: Int, _ node: NodeIndex
  ) -> Outcome {
    let block = program.blockLists[Int(choice.pointee.branches.start) &+ position]
    let mark = sink.beginBranch()
    let noted = marks.count
    sink.enter(instruction.site, .index(position))
    let outcome = evaluate(block, node, .standard)
    sink.leave()
    sink.endBranch(mark, position, keeps: outcome == .valid)
    if outcome != .valid { takeBack(instruction, noted, outcome) }
    return outcome
  }

  // MARK: - Which branches a value can satisfy

  @inline(__always)
  private func possibleBranches(_ choice: UnsafePointer<Choice>, _ node: NodeIndex) -> PossibleBranches {
    let value = document.node(node)
    if value.kind != .object || choice.pointee.entrance == .kind {
      return PossibleBranches(list: program.branchLists[Int(choice.pointee.kinds) &+ Int(value.kind.rawValue)])
    }
    if choice.pointee.entrance == .names {
      return PossibleBranches(list: TableRange(), key: node &+ 1, end: value.auxiliary, hasMore: true)
    }
    let list = list(choice, of: node)
    return PossibleBranches(list: list.map { program.branchLists[Int($0)] } ?? TableRange(), hasMore: true)
  }

  /// The list to which the discriminating property leads; nil for a string of no branch.
  @inline(never)
  private func list(_ choice: UnsafePointer<Choice>, of object: NodeIndex) -> UInt32? {
    guard let key = member(choice.pointee.property, object) else { return choice.pointee.absent }
    let value = document.node(key &+ 1)
    if value.kind != .string { return choice.pointee.list(ofValue: value.kind) }
    let content = document.content(value)
    return program.find(choice.pointee.table, content, value.length)?
      .pointee.entry
  }

  /// The next branch that may hold. O(members) for all of them together.
  @inline(__always)
  private func next(_ branches: inout PossibleBranches, _ choice: UnsafePointer<Choice>) -> Int? {
    while branches.list.isEmpty {
      if branches.key < branches.end {
        if let slot = slot(of: branches.key, in: choice.pointee.table) {
          branches.list = program.branchLists[Int(slot.pointee.entry)]
        }
        branches.key = document.next(branches.key &+ 1)
      } else if branches.hasMore {
        branches.hasMore = false
        branches.list = program.branchLists[Int(choice.pointee.always)]
      } else {
        return nil
      }
    }
    let position = program.branches[Int(branches.list.start)]
    branches.list = TableRange(start: branches.list.start &+ 1, count: branches.list.count &- 1)
    return Int(position)
  }
}

/// What is left to be tried: a list of branches, then those of the names that are still to come, then those that nothing
/// excludes. Trivial, so that going through it allocates nothing.
private struct PossibleBranches {
  var list: TableRange
  /// Members whose names are still to be looked up.
  var key = 0
  var end = 0
  var hasMore = false
}

/// How the branches came out.
private struct BranchTally {
  private(set) var valid = 0
  private(set) var undecided = 0
  /// The valid ones, one bit each; beyond 64 they are only counted.
  private(set) var matched: UInt64 = 0

  @inline(__always)
  mutating func add(_ outcome: Outcome, _ position: Int) {
    if outcome == .undecided { undecided &+= 1 }
    guard outcome == .valid else { return }
    valid &+= 1
    if position < 64 { matched |= 1 &<< UInt64(position) }
  }
}
