/// The named groups of a pattern. A name may stand again in another alternative, as only one of the two groups can take
/// part in a match then (ECMA-262 22.2.1.1, 22.2.1.4 MightBothParticipate).
struct GroupNames {
  /// Names by where they were met.
  private struct Scope {
    /// In the alternative that is open.
    var current: [[UInt32]] = []
    /// In the alternatives before it.
    var earlier: [[UInt32]] = []
  }

  private(set) var numbers: [[UInt32]: [Int]] = [:]
  private var scopes = [Scope()]
  /// The names in the open alternatives of all open groups: none of them may come again.
  private var taken: Set<[UInt32]> = []

  mutating func openGroup() { scopes.append(Scope()) }

  mutating func nextAlternative() {
    let current = scopes[scopes.count - 1].current
    taken.subtract(current)
    scopes[scopes.count - 1].earlier += current
    scopes[scopes.count - 1].current = []
  }

  /// What was in any alternative of the group is now in the alternative around it.
  mutating func closeGroup() {
    guard let scope = scopes.popLast(), !scopes.isEmpty else { return }
    taken.formUnion(scope.earlier)
    scopes[scopes.count - 1].current += scope.earlier + scope.current
  }

  mutating func insert(_ name: [UInt32], number: Int, at offset: Int) throws(PatternError) {
    guard taken.insert(name).inserted else {
      throw PatternError(offset: offset, message: "two groups have this name: rename one of them")
    }
    scopes[scopes.count - 1].current.append(name)
    numbers[name, default: []].append(number)
  }
}
