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
  mutating func offset(of state: Int) -> Int {
    if !isKnown[state] { walk(from: state, isAtStart: false) }
    return state * width
  }

  /// The closure of the entry at the start of the text, where alone `^` holds.
  mutating func start() -> [UInt64] {
    walk(from: nfa.entry, isAtStart: true)
    isKnown[nfa.entry] = false
    return Array(words[nfa.entry * width..<(nfa.entry + 1) * width])
  }

  private mutating func walk(from start: Int, isAtStart: Bool) {
    isKnown[start] = true
    for word in start * width..<(start + 1) * width { words[word] = 0 }
    walks += 1
    var ends: [Int] = []
    if reach([start], of: start, isAtStart, ends: &ends) { return keepOnlyMatch(start) }
    // What lies behind `$` counts only if the text ends, and reads nothing.
    while let end = ends.popLast() {
      if reach([end], of: nil, isAtStart, ends: &ends) { return insert(matchAtEnd, start) }
    }
  }

  /// True if the pattern's end is reached. Adds the states that read a byte to the closure of `owner`.
  private mutating func reach(_ seeds: [Int], of owner: Int?, _ isAtStart: Bool, ends: inout [Int]) -> Bool {
    var open = seeds
    while let state = open.popLast() {
      work += 1
      guard visits[state] != walks else { continue }
      visits[state] = walks
      switch nfa.states[state] {
      case .match: return true
      case .bytes: if let owner { insert(state, owner) }
      case .split(let targets): open += targets
      case .start(let target): if isAtStart { open.append(target) }
      case .end(let target): ends.append(target)
      }
    }
    return false
  }

  /// Nobody looks any further: all matches are the same.
  private mutating func keepOnlyMatch(_ start: Int) {
    for word in start * width..<(start + 1) * width { words[word] = 0 }
    insert(Self.match, start)
    insert(matchAtEnd, start)
  }

  private mutating func insert(_ state: Int, _ owner: Int) {
    words[owner * width + state / 64] |= 1 << UInt64(state % 64)
  }
}
