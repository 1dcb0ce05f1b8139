/// By state of a ``ByteNFA``, what can be reached from it without reading a byte: the states that read one, and two
/// bits that say whether the pattern has matched. Each closure is made when it is first asked for.
struct EpsilonClosures {
  /// The pattern has matched, whatever follows. It is the automaton's state 0.
  static let match = 0
  private let nfa: ByteNFA
  /// Words of a closure.
  let width: Int
  /// All closures, one behind the other.
  private(set) var words: [UInt64]
  private var isKnown: [Bool]
  /// By state, the last walk that came by.
  private var visits: [Int]
  private var walks = 0
  /// What the walk still has to look at, and what lies behind the `$` that it met.
  private var open: [Int] = []
  private var ends: [Int] = []
  /// States that were walked through.
  private(set) var work = 0

  /// The pattern has matched if the text ends here.
  var matchAtEnd: Int { nfa.states.count }

  init(_ nfa: ByteNFA) {
    self.nfa = nfa
    let count = nfa.states.count
    width = count / 64 + 1
    words = [UInt64](repeating: 0, count: count * width)
    isKnown = [Bool](repeating: false, count: count)
    visits = [Int](repeating: 0, count: count)
  }

  /// Where the words of a state's closure start.
  @inline(__always)
  mutating func offset(of state: Int) -> Int {
    if !isKnown[state] {
      if nfa.states[state].kind == .bytes {
        isKnown[state] = true
        work += 1
        insert(state, state)
      } else {
        walk(from: state, isAtStart: false)
      }
    }
    return state &* width
  }

  /// The closure of the entry at the start of the text, where alone `^` holds.
  mutating func start() -> [UInt64] {
    walk(from: nfa.entry, isAtStart: true)
    isKnown[nfa.entry] = false
    return Array(words[nfa.entry * width..<(nfa.entry + 1) * width])
  }

  /// The two bits for a match.
  var matchSet: [UInt64] {
    var words = [UInt64](repeating: 0, count: width)
    for state in [Self.match, matchAtEnd] { words[state / 64] |= 1 << UInt64(state % 64) }
    return words
  }

  private mutating func walk(from start: Int, isAtStart: Bool) {
    isKnown[start] = true
    clear(start)
    walks += 1
    ends.removeAll(keepingCapacity: true)
    if reach(start, of: start, isAtStart) { return keepOnlyMatch(start) }
    // What lies behind `$` counts only if the text ends, and reads nothing.
    while let end = ends.popLast() {
      if reach(end, of: nil, isAtStart) { return insert(matchAtEnd, start) }
    }
  }

  /// True if the pattern's end is reached. Adds the states that read a byte to the closure of `owner`.
  private mutating func reach(_ seed: Int, of owner: Int?, _ isAtStart: Bool) -> Bool {
    open.removeAll(keepingCapacity: true)
    open.append(seed)
    while let index = open.popLast() {
      work += 1
      guard visits[index] != walks else { continue }
      visits[index] = walks
      let state = nfa.states[index]
      switch state.kind {
      case .match: return true
      case .bytes: if let owner { insert(index, owner) }
      case .split: for target in state.range { open.append(nfa.targets[target]) }
      case .start: if isAtStart { open.append(state.first) }
      case .end: ends.append(state.first)
      }
    }
    return false
  }

  /// Nobody looks any further: all matches are the same.
  private mutating func keepOnlyMatch(_ start: Int) {
    clear(start)
    insert(Self.match, start)
    insert(matchAtEnd, start)
  }

  private mutating func clear(_ owner: Int) {
    for word in owner * width..<(owner + 1) * width { words[word] = 0 }
  }

  private mutating func insert(_ state: Int, _ owner: Int) {
    words[owner &* width &+ state / 64] |= 1 << UInt64(state % 64)
  }
}
