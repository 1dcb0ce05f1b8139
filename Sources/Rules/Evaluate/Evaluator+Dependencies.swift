// `dependentRequired`, `dependentSchemas` and `propertyDependencies`: in the order of the object's members, whose names are
// looked up, as rules may have a hundred thousand of them.
//
// SAFETY: a plan is the program's, whose indexes were checked when it was built.
extension Evaluator {
  @inline(never)
  mutating func dependentRequired(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    var outcome = Outcome.valid
    var names = NamesOf(node)
    var triggered = TriggeredDependencies(node, document)
    while let (_, index) = next(&triggered, instruction.a) {
      if !isComplete(program.dependencies[Int(index)].names, &names) {
        outcome.merge(fail(instruction, node, context, .dependency(index)))
      }
      if Sink.stopsAtFirst && outcome == .invalid { return .invalid }
    }
    return outcome
  }

  @inline(never)
  mutating func dependentSchemas(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    var outcome = Outcome.valid
    var triggered = TriggeredDependencies(node, document)
    while let (_, index) = next(&triggered, instruction.a) {
      let dependency = program.dependencies[Int(index)]
      sink.enter(instruction.site, .name(dependency.name))
      outcome.merge(evaluate(dependency.block, node, context.through(instruction.rank)))
      sink.leave()
      if Sink.stopsAtFirst && outcome == .invalid { return .invalid }
    }
    return outcome
  }

  /// What applies where a property has one value (proposed for v1).
  @inline(never)
  mutating func propertyDependencies(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    var outcome = Outcome.valid
    var triggered = TriggeredDependencies(node, document)
    while let (key, index) = next(&triggered, instruction.a) {
      let dependency = program.dependencies[Int(index)]
      let text = program.names[Int(dependency.names.start)]
      guard isText(key &+ 1, text) else { continue }
      sink.enter(instruction.site, .nameAndValue(dependency.name, text))
      outcome.merge(evaluate(dependency.block, node, context.through(instruction.rank)))
      sink.leave()
      if Sink.stopsAtFirst && outcome == .invalid { return .invalid }
    }
    return outcome
  }

  /// The next dependency whose name is present, with the key. O(members) for all of them together.
  @inline(__always)
  private func next(_ triggered: inout TriggeredDependencies, _ index: UInt32) -> (NodeIndex, UInt32)? {
    let plan = program.dependencyPlans + Int(index)
    while triggered.key < triggered.end {
      let key = triggered.key
      let slot = triggered.continued == nil ? slot(of: key, in: plan.pointee.table) : nil
      let found = triggered.continued ?? slot.map { plan.pointee.dependencies.start &+ $0.pointee.entry }
      triggered.continued = found.flatMap { program.dependencies[Int($0)].isContinued ? $0 &+ 1 : nil }
      if triggered.continued == nil { triggered.key = document.next(key &+ 1) }
      if let found { return (key, found) }
    }
    return nil
  }

  private func isText(_ node: NodeIndex, _ text: TableRange) -> Bool {
    let value = document.node(node)
    return value.kind == .string && value.length == Int(text.count)
      && Bytes.equal(document.content(value), program.bytes + Int(text.start), count: value.length)
  }

  // MARK: - Names

  private func isComplete(_ names: TableRange, _ members: inout NamesOf) -> Bool {
    for index in names.start..<names.end where !hasMember(program.names[Int(index)], &members) { return false }
    return true
  }

  /// A few names are searched for, more are looked up: O(names + members).
  private func hasMember(_ name: TableRange, _ members: inout NamesOf) -> Bool {
    if let finder = members.finder {
      return finder.hasMember(program.bytes + Int(name.start), count: Int(name.count))
    }
    members.searches &+= 1
    if members.searches > NamesOf.fewSearches { members.finder = MemberFinder(members.object, document) }
    return member(name, members.object) != nil
  }

  /// The key of a member.
  func member(_ name: TableRange, _ object: NodeIndex) -> NodeIndex? {
    let bytes = program.bytes + Int(name.start)
    var key = object &+ 1
    let end = document.node(object).auxiliary
    while key < end {
      let node = document.node(key)
      if node.length == Int(name.count), Bytes.equal(document.content(node), bytes, count: node.length) { return key }
      key = document.next(key &+ 1)
    }
    return nil
  }
}

/// Where a walk over the members for dependencies is.
private struct TriggeredDependencies {
  var key: NodeIndex
  let end: NodeIndex
  /// The next dependency of the same name.
  var continued: UInt32?

  init(_ object: NodeIndex, _ document: DocumentView) {
    key = object &+ 1
    end = document.node(object).auxiliary
  }
}

/// An object whose names are asked for again and again.
private struct NamesOf {
  let object: NodeIndex
  var searches = 0
  /// Made when searching has cost enough.
  var finder: MemberFinder?
  static let fewSearches = 16

  init(_ object: NodeIndex) { self.object = object }
}
