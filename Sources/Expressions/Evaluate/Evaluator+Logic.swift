// SAFETY: the result is a register that the emitter reserved.
extension Evaluator {
  /// `&&` and `||` of what may be an error: `decides` is the value that wins. Never fails; an error is kept in the result.
  mutating func combine(_ it: Instruction, decides: Bool) -> Slot {
    let (left, right) = (slot(it.a).pointee, slot(it.b).pointee)
    let winner = Slot(bool: decides)
    if left.isBool, left.isTrue == decides { return keep(it, winner) }
    if right.isBool, right.isTrue == decides { return keep(it, winner) }
    if left.isFailure { return keep(it, left) }
    if right.isFailure { return keep(it, right) }
    if !left.isBool { return keep(it, wrongType(left, it)) }
    if !right.isBool { return keep(it, wrongType(right, it)) }
    return keep(it, Slot(bool: !decides))
  }

  private func keep(_ it: Instruction, _ value: Slot) -> Slot {
    slot(it.destination).pointee = value
    return value.tag == .exhausted ? value : .absent
  }

  private mutating func wrongType(_ value: Slot, _ it: Instruction) -> Slot { fault(.noSuchOverload, value) }

  /// A step of `all()` and `exists()`: true when the test decides. An error waits for a later step to decide.
  mutating func step(_ result: UnsafeMutablePointer<Slot>, _ test: Slot, decides: Bool) -> Bool {
    if test.isBool {
      guard test.isTrue == decides else { return false }
      result.pointee = test
      return true
    }
    if !result.pointee.isFailure { result.pointee = test.isFailure ? test : fault(.noSuchOverload, test) }
    return result.pointee.tag == .exhausted
  }

  // MARK: Texts of known type

  /// Comparisons of texts; false when the budget ran out.
  @inline(__always)
  mutating func text(_ it: Instruction) -> Bool {
    let (left, right) = (slot(it.a).pointee.bytes, slot(it.b).pointee.bytes)
    guard charge(bytes: min(left.count, right.count)) else { return false }
    switch it.opcode {
    case .lessText: set(it.destination, left.order(right) < 0)
    case .lessOrEqualText: set(it.destination, left.order(right) <= 0)
    case .startsWith: set(it.destination, left.hasPrefix(right))
    case .endsWith: set(it.destination, left.hasSuffix(right))
    default: return search(it, left, right)
    }
    return true
  }

  private mutating func search(_ it: Instruction, _ left: ByteView, _ right: ByteView) -> Bool {
    // The search has a table of four bytes for each of the text that is looked for.
    guard charge(bytes: left.count + 4 * right.count) else { return false }
    set(it.destination, left.offset(of: right, from: 0) != nil)
    return true
  }

  mutating func matches(_ text: Slot, _ number: Int) -> Slot {
    guard text.tag == .string else { return fault(.noSuchOverload, text) }
    let pattern = loaded.program.patterns[number]
    guard charge(pattern.cost(of: text.bytes.count)) else { return .exhausted }
    return Slot(bool: pattern.matches(text.bytes))
  }
}

extension Slot {
  /// Whether two texts are the same, by their bytes.
  @inline(__always)
  func isSameText(_ other: UnsafeMutablePointer<Slot>) -> Bool {
    extra == other.pointee.extra && bytes.isPrefix(of: other.pointee.bytes)
  }

  @inline(__always)
  func isSameTime(_ other: Slot) -> Bool { payload == other.payload && extra == other.extra && tag == other.tag }

  @inline(__always)
  func isEarlier(_ other: Slot) -> Bool { int < other.int || (int == other.int && extra < other.extra) }
}
