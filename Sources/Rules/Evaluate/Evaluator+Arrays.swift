extension Evaluator {
  @inline(never)
  mutating func items(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    let end = document.node(node).auxiliary
    var outcome = Outcome.valid
    var item = node &+ 1
    var position = 0
    while item < end {
      if position >= Int(instruction.b) {
        if !Sink.stopsAtFirst { sink.enter(instruction.site, .keyword) }
        outcome.merge(evaluate(BlockIndex(raw: instruction.a), item, context.through(instruction.rank)))
        if !Sink.stopsAtFirst { sink.leave() }
        if Sink.stopsAtFirst && outcome == .invalid { return .invalid }
      }
      position &+= 1
      item = document.next(item)
    }
    if Sink.traces && position > Int(instruction.b) { sink.note(instruction.site, .all) }
    if instruction.marks && position > Int(instruction.b) { markItems(node, from: Int(instruction.b)) }
    return outcome
  }

  /// From the first on that is the whole array.
  private mutating func markItems(_ array: NodeIndex, from first: Int) {
    if first == 0 { return marks.add(array) }
    var position = 0
    var item = array &+ 1
    while item < document.node(array).auxiliary {
      if position >= first { marks.add(item) }
      position &+= 1
      item = document.next(item)
    }
  }

  @inline(never)
  mutating func prefixItems(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    let end = document.node(node).auxiliary
    var outcome = Outcome.valid
    var item = node &+ 1
    var position = 0
    while item < end && position < Int(instruction.b) {
      if instruction.marks { marks.add(item) }
      sink.enter(instruction.site, .index(position))
      let block = program.blockLists[Int(instruction.a) &+ position]
      outcome.merge(evaluate(block, item, context.through(instruction.rank)))
      sink.leave()
      if Sink.stopsAtFirst && outcome == .invalid { return .invalid }
      position &+= 1
      item = document.next(item)
    }
    if Sink.traces && position > 0 { sink.note(instruction.site, item < end ? .upTo(position - 1) : .all) }
    return outcome
  }

  /// v valid and u undecided items: v > max or v + u < min is invalid, v >= min and v + u <= max is valid (DESIGN 5a).
  @inline(never)
  mutating func contains(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    let plan = program.containments[Int(instruction.a)]
    var (valid, undecided) = (0, 0)
    let end = document.node(node).auxiliary
    var item = node &+ 1
    var position = 0
    var matching: [Int] = []
    sink.silence()
    sink.enter(instruction.site, .keyword)
    while item < end {
      switch evaluate(plan.block, item, .standard) {
      case .valid:
        valid &+= 1
        if instruction.marks { marks.add(item) }
        if Sink.traces { matching.append(position) }
      case .undecided:
        undecided &+= 1
        if instruction.marks { marks.noteUndecided() }
      case .invalid: break
      }
      if Sink.stopsAtFirst && valid > plan.maximum { break }
      if Sink.stopsAtFirst && !instruction.marks && plan.maximum == .max && valid >= plan.minimum { break }
      position &+= 1
      item = document.next(item)
    }
    sink.leave()
    sink.unsilence()
    if Sink.traces && valid > 0 { sink.note(instruction.site, valid == position ? .all : .indexes(matching)) }
    if valid > plan.maximum { return limit(plan.maximumSite, plan.maximumRank, node, context, valid) }
    if valid + undecided < plan.minimum { return limit(plan.minimumSite, plan.minimumRank, node, context, valid) }
    let isValid = valid >= plan.minimum && valid + undecided <= plan.maximum
    return isValid ? .valid : exhausted(budget ?? .patternSteps, instruction, node, context)
  }

  private mutating func limit(
    _ site: SiteIndex, _ rank: SeverityRank, _ node: NodeIndex, _ context: Context, _ count: Int
  ) -> Outcome {
    Sink.stopsAtFirst && context.skips(rank) ? .valid : fail(site, node, rank, context, .count(count))
  }

  // MARK: - uniqueItems

  @inline(never)
  mutating func uniqueItems(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    let array = document.node(node)
    if array.length < 2 { return .valid }
    let found = array.length <= 8 ? equalPairByPairs(node) : equalPairByHash(node)
    if let pair = found.pair {
      return fail(instruction, node, context, .pair(pair.0, pair.1))
    }
    return found.isUndecided ? exhausted(.numberSteps, instruction, node, context) : .valid
  }

  private typealias PairSearch = (pair: (NodeIndex, NodeIndex)?, isUndecided: Bool)

  private mutating func equalPairByPairs(_ array: NodeIndex) -> PairSearch {
    let end = document.node(array).auxiliary
    var isUndecided = false
    var left = array &+ 1
    while left < end {
      var right = document.next(left)
      while right < end {
        switch ValueComparison.compare(left, document, right, document) {
        case .equal: return ((left, right), false)
        case .undecided: isUndecided = true
        case .different: break
        }
        right = document.next(right)
      }
      left = document.next(left)
    }
    return (nil, isUndecided)
  }

  /// Open addressing over seeded hashes: O(bytes), whoever chose the values. SAFETY: there are more slots than items, so
  /// that a free one is always found.
  private mutating func equalPairByHash(_ array: NodeIndex) -> PairSearch {
    let count = document.node(array).length
    let capacity = (count + count / 2).nextPowerOfTwo
    let end = document.node(array).auxiliary
    var isUndecided = false
    return withUnsafeTemporaryAllocation(of: HashedItem.self, capacity: capacity) { table in
      table.initialize(repeating: HashedItem(0, 0))
      var item = array &+ 1
      while item < end {
        let hash = ValueComparison.hash(item, document)
        let added = HashedItem(hash, item)
        var slot = Int(truncatingIfNeeded: hash) & (capacity &- 1)
        while table[slot].node != 0 {
          if table[slot].hash == added.hash {
            let known = Int(table[slot].node)
            switch ValueComparison.compare(known, document, item, document) {
            case .equal: return ((known, item), false)
            case .undecided: isUndecided = true
            case .different: break
            }
          }
          slot = (slot &+ 1) & (capacity &- 1)
        }
        table[slot] = added
        item = document.next(item)
      }
      return (nil, isUndecided)
    }
  }
}

/// An item of `uniqueItems`: eight bytes, as there may be ten million. Node 0 is the root, never an item, and marks an empty
/// slot.
private struct HashedItem {
  let hash: UInt32
  /// A tape has fewer nodes than its text has bytes, which are fewer than 2^31.
  let node: UInt32

  init(_ hash: UInt64, _ node: NodeIndex) {
    self.hash = UInt32(truncatingIfNeeded: hash &>> 32)
    self.node = UInt32(truncatingIfNeeded: node)
  }
}
