// Which branches of an `anyOf` or `oneOf` a value can satisfy, as far as its kind, one property or its names tell.
extension Emitter {
  /// - Parameter branches: their blocks, in the table of block lists.
  mutating func choice(_ branches: TableRange, _ facts: [BranchFacts]) -> Choice {
    var choice = Choice(branches: branches)
    choice.kinds = builder.addKindLists(facts.map(\.kinds))
    let objects = facts.indices.filter { facts[$0].takesObjects }
    let value = ValueEntrance(facts, objects, graph.sources)
    let names = NameEntrance(facts, objects)
    if let value, value.worst <= names?.worst ?? .max {
      enter(by: value, &choice, facts, objects)
    } else if let names {
      enter(by: names, &choice)
    }
    return choice
  }

  private mutating func enter(
    by value: ValueEntrance, _ choice: inout Choice, _ facts: [BranchFacts], _ objects: [Int]
  ) {
    let constrained = objects.filter { facts[$0].constants[value.property] != nil }
    choice.entrance = .value
    choice.property = builder.addBytes(value.property)
    choice.table = keyTable(value.branches)
    choice.literals = builder.addBranchLists(value.literals)
    choice.otherValues = builder.addBranchLists([value.otherValues])
    let without = constrained.filter { !facts[$0].requires(value.property) }
    choice.absent = builder.addBranchLists([without])
    choice.always = builder.addBranchLists([objects.filter { facts[$0].constants[value.property] == nil }])
    choice.isExclusive = constrained.count == objects.count && without.count < 2 && value.isExclusive
  }

  private mutating func enter(by names: NameEntrance, _ choice: inout Choice) {
    choice.entrance = .names
    choice.table = keyTable(names.branches)
    choice.always = builder.addBranchLists([names.always])
  }

  /// In the order of the keys: a dictionary's own would differ from run to run.
  private mutating func keyTable(_ branches: [[UInt8]: [Int]]) -> KeyTable {
    let sorted = branches.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    let first = builder.addBranchLists(sorted.map(\.value))
    return builder.addKeyTable(
      sorted.indices.map { index in
        KeyTableBuilder.Key(name: builder.addBytes(sorted[index].key), entry: first + UInt32(index))
      })
  }
}

/// The property whose values leave the fewest branches.
private struct ValueEntrance {
  let property: [UInt8]
  /// The branches that take each string.
  private(set) var branches: [[UInt8]: [Int]] = [:]
  /// The branches that take `null`, `false` and `true`, in the order of ``NodeKind``.
  private(set) var literals: [[Int]] = [[], [], []]
  /// The branches that take other values. Which one is left to them: a number can be written in many ways.
  private(set) var otherValues: [Int] = []
  /// As many branches may have to be tried.
  let worst: Int

  /// nil where no property spares anything. O(values).
  init?(_ facts: [BranchFacts], _ objects: [Int], _ sources: [RuleSource]) {
    if objects.allSatisfy({ facts[$0].constants.isEmpty }) { return nil }
    func document(_ place: SourceNode) -> Document { sources[place.source.raw].document }
    var tallies: [[UInt8]: Tally] = [:]
    for index in objects {
      for (name, nodes) in facts[index].constants {
        tallies[name, default: Tally()].add(Self.strings(nodes, document))
      }
    }
    let best = tallies.map { (name: $0.key, worst: $0.value.most + objects.count - $0.value.branches) }
      .min { $0.worst != $1.worst ? $0.worst < $1.worst : $0.name.lexicographicallyPrecedes($1.name) }
    guard let best, best.worst < objects.count else { return nil }
    (property, worst) = best
    for index in objects {
      guard let nodes = facts[index].constants[property] else { continue }
      let strings = Self.strings(nodes, document)
      for text in strings { branches[text, default: []].append(index) }
      let kinds = Set(nodes.map { document($0).kind(at: $0.node) })
      for kind in [NodeKind.null, .false, .true] where kinds.contains(kind) {
        literals[Int(kind.rawValue)].append(index)
      }
      if !kinds.isDisjoint(with: [.number, .array, .object]) { otherValues.append(index) }
    }
  }

  /// Each value of the property leaves one branch at most.
  var isExclusive: Bool {
    branches.values.allSatisfy { $0.count < 2 } && literals.allSatisfy { $0.count < 2 } && otherValues.count < 2
  }

  private struct Tally {
    var branches = 0
    /// The branches of the string that most share.
    var most = 0
    private var counts: [[UInt8]: Int] = [:]

    mutating func add(_ strings: Set<[UInt8]>) {
      branches += 1
      for text in strings {
        counts[text, default: 0] += 1
        most = max(most, counts[text, default: 0])
      }
    }
  }

  private static func strings(_ nodes: [SourceNode], _ document: (SourceNode) -> Document) -> Set<[UInt8]> {
    var strings: Set<[UInt8]> = []
    for node in nodes where document(node).kind(at: node.node) == .string {
      strings.insert(document(node).bytes(at: node.node))
    }
    return strings
  }
}

/// For each branch the name that it requires and the fewest others do.
private struct NameEntrance {
  private(set) var branches: [[UInt8]: [Int]] = [:]
  /// Branches that require nothing.
  private(set) var always: [Int] = []
  let worst: Int

  /// nil where that spares nothing. O(names).
  init?(_ facts: [BranchFacts], _ objects: [Int]) {
    if objects.allSatisfy({ facts[$0].required.isEmpty }) { return nil }
    var counts: [[UInt8]: Int] = [:]
    for index in objects {
      for name in Self.names(facts[index]) { counts[name, default: 0] += 1 }
    }
    for index in objects {
      let rarest = Self.names(facts[index]).min {
        let (left, right) = (counts[$0, default: 0], counts[$1, default: 0])
        return left != right ? left < right : $0.lexicographicallyPrecedes($1)
      }
      if let rarest { branches[rarest, default: []].append(index) } else { always.append(index) }
    }
    // A document may have all names: what counts is how many share one.
    worst = (branches.values.map(\.count).max() ?? 0) + always.count
    if worst >= objects.count { return nil }
  }

  private static func names(_ facts: BranchFacts) -> Set<[UInt8]> {
    Set(facts.required.joined().map { Array($0.utf8) })
  }
}
