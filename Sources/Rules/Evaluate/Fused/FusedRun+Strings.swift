extension FusedRun {
  /// Gives the position behind a string. What it holds is judged later where that is possible: see ``StringQueues``.
  ///
  /// SAFETY: positions end at the zeros behind the text, here and in all of this file.
  @inline(__always)
  mutating func string(_ position: Position, _ index: BlockIndex, _ ahead: Ahead = .nothing) -> Position? {
    let content = position + 1
    let end = ahead.stops != 0 ? ahead.firstStop : marks.stop(from: content)
    if end.pointee != 0x22 { return anyString(position, index) }
    let string = StringQueues.Entry(content: content, length: UInt32(truncatingIfNeeded: end - content), index: index)
    let isFull = strings.add(string, to: program.fused[Int(index.raw)].shortcut)
    return !isFull || judgeStrings() ? end + 1 : nil
  }

  /// Quotes and backslashes behind a name, should a string be its value: behind that one's opening quote.
  struct Ahead {
    private let origin: Position?
    let stops: UInt64

    static var nothing: Ahead { Ahead(origin: nil, stops: 0) }

    private init(origin: Position?, stops: UInt64) {
      self.origin = origin
      self.stops = stops
    }

    /// - Parameter stops: those from the name's first byte on.
    @inline(__always)
    init(name: Position, stops: UInt64) {
      let behindName = stops & (stops &- 1)
      self.init(origin: name, stops: behindName & (behindName &- 1))
    }

    /// SAFETY: only where there are stops.
    @inline(__always)
    var firstStop: Position { origin.unsafelyUnwrapped + stops.trailingZeroBitCount }
  }

  /// Whether all strings that were put off are well-formed and satisfy their blocks: first as strings under such a block
  /// mostly are, then as they all may be.
  @inline(never)
  mutating func judgeStrings() -> Bool {
    for string in strings.taken(from: .length) where !isPlainWithinLimits(string) && !isValid(string) { return false }
    for string in strings.taken(from: .fixed) where !isFixed(string) && !isValid(string) { return false }
    for string in strings.taken(from: .listed) where !isListed(string) && !isValid(string) { return false }
    for string in strings.taken(from: .automaton) where !isMatch(string) && !isValid(string) { return false }
    for string in strings.taken(from: .none) where !isValid(string) { return false }
    return true
  }

  @inline(__always)
  private func block(of string: StringQueues.Entry) -> UnsafePointer<FusedBlock> {
    program.fused + Int(string.index.raw)
  }

  /// Whatever is asked of the string, and whatever characters it has; escapes are none of them.
  @inline(never)
  private mutating func isValid(_ string: StringQueues.Entry) -> Bool {
    let (block, length) = (block(of: string), Int(string.length))
    if !takes(.string, block) { return false }
    if needsTape(.string, block) { return taped(string.content - 1, string.index) != nil }
    guard let codePoints = codePoints(string) else { return false }
    return satisfies(block, string.content, length, codePoints)
  }

  @inline(__always)
  private func codePoints(_ string: StringQueues.Entry) -> Int? {
    let length = Int(string.length)
    return marks.isPlain(string.content, count: length) ? length : TextRun.codePoints(string.content, count: length)
  }

  @inline(__always)
  private func isPlainWithinLimits(_ string: StringQueues.Entry) -> Bool {
    let block = block(of: string)
    return string.length >= block.pointee.minLength && string.length <= block.pointee.maxLength
      && marks.isPlain(string.content, count: Int(string.length))
  }

  @inline(__always)
  private func isFixed(_ string: StringQueues.Entry) -> Bool {
    let block = block(of: string)
    // SAFETY: a block with this shortcut has its lane in the program's table, which is aligned.
    return string.length == UInt32(block.pointee.fixedLength)
      && ClassMatcher.contains(
        program.classLanes + Int(block.pointee.strings.start), padded: string.content, count: string.length)
  }

  @inline(__always)
  private func isListed(_ string: StringQueues.Entry) -> Bool {
    isListed(block(of: string).pointee.strings.start, string.content, Int(string.length))
  }

  @inline(__always)
  private func isMatch(_ string: StringQueues.Entry) -> Bool {
    let entry = program.patterns + Int(block(of: string).pointee.strings.start)
    return isPlainWithinLimits(string) && program.matchAutomaton(entry, string.content, Int(string.length))
  }

  /// Any string, at once.
  @inline(never)
  private mutating func anyString(_ position: Position, _ index: BlockIndex) -> Position? {
    let block = program.fused + Int(index.raw)
    if !takes(.string, block) { return nil }
    if needsTape(.string, block) { return taped(position, index) }
    guard let string = rewritten(position + 1) else { return nil }
    return satisfies(block, position + 1, string.length, string.codePoints) ? string.end : nil
  }

  /// A string from behind its opening quote; nil where it is none.
  @inline(__always)
  static func scanned(_ content: Position) -> Scanner.ScannedString? {
    do throws(TokenFault) { return try Scanner.scanString(content) } catch { return nil }
  }

  /// A value, as it is or as its normalizers make it.
  @inline(__always)
  private mutating func satisfies(
    _ block: UnsafePointer<FusedBlock>, _ content: Position, _ length: Int, _ codePoints: Int
  ) -> Bool {
    block.pointee.normalizerList == 0
      ? holds(block, content, length, codePoints) : normalizedHolds(block, content, length, codePoints)
  }

  /// SAFETY: the content lies in the document's text, which nothing changes meanwhile.
  @inline(never)
  private mutating func normalizedHolds(
    _ block: UnsafePointer<FusedBlock>, _ content: Position, _ length: Int, _ codePoints: Int
  ) -> Bool {
    let list = program.normalizers(ofList: block.pointee.normalizerList)
    let text = normalized
    switch text.pointee.apply(list, to: UnsafeBufferPointer(start: content, count: length).span) {
    case .unchanged: return holds(block, content, length, codePoints)
    case .outOfRange: return false
    case .changed:
      let codePoints = text.pointee.codePoints
      return text.pointee.withPadded { text, count in holds(block, text, count, codePoints) } ?? false
    }
  }

  /// What is asked of a string, or of a name.
  @inline(__always)
  mutating func holds(
    _ block: UnsafePointer<FusedBlock>, _ content: Position, _ length: Int, _ codePoints: Int
  ) -> Bool {
    let count = UInt32(truncatingIfNeeded: codePoints)
    if count < block.pointee.minLength || count > block.pointee.maxLength { return false }
    switch block.pointee.form {
    case .length: return true
    case .lanes:
      // SAFETY: the lanes lie in the program's table, which is aligned; the text of a document is padded.
      let lanes = UnsafeBufferPointer(
        start: program.classLanes + Int(block.pointee.strings.start), count: Int(block.pointee.strings.count))
      return ClassMatcher.matches(
        padded: content, count: length, lanes, isAnchoredAtEnd: block.pointee.isAnchoredAtEnd)
    case .listed: return isListed(block.pointee.strings.start, content, length)
    case .pattern: return matches(block.pointee.strings.start, content, length)
    case .code: return run(block.pointee.strings, content, length, codePoints)
    }
  }

  @inline(never)
  private mutating func run(_ code: TableRange, _ content: Position, _ length: Int, _ codePoints: Int) -> Bool {
    var next = program.fusedCode + Int(code.start)
    let end = next + Int(code.count)
    while next < end {
      let holds =
        switch next.pointee.opcode {
        case .pattern: matches(next.pointee.a, content, length)
        case .anyValue: isListed(next.pointee.a, content, length)
        case .anyOf, .oneOf: holdsBranches(next, content, length, codePoints)
        default: Self.matchesFormat(next.pointee.a, content, length)
        }
      if !holds { return false }
      next += 1
    }
    return true
  }

  /// Branches that need nothing but the string. A budget that runs out is noted, so that only a valid document is decided.
  @inline(never)
  private mutating func holdsBranches(
    _ instruction: UnsafePointer<Instruction>, _ content: Position, _ length: Int, _ codePoints: Int
  ) -> Bool {
    let choice = program.choices + Int(instruction.pointee.a)
    let list = program.branchLists[Int(choice.pointee.kinds) &+ Int(NodeKind.string.rawValue)]
    var valid = 0
    for place in list.start..<list.end {
      let position = program.branches[Int(place)]
      let block = program.fused + Int(program.blockLists[Int(choice.pointee.branches.start &+ position)].raw)
      if takes(.string, block), holds(block, content, length, codePoints) { valid &+= 1 }
      if valid > 0 && instruction.pointee.opcode == .anyOf { return true }
    }
    return valid == 1 && !isUndecided
  }

  @inline(__always)
  private mutating func matches(_ pattern: UInt32, _ content: Position, _ length: Int) -> Bool {
    let outcome = program.match(PatternIndex(raw: pattern), content, length, scratch, limits)
    if outcome == .exhausted { isUndecided = true }
    return outcome == .match
  }

  @inline(__always)
  private func isListed(_ set: UInt32, _ content: Position, _ length: Int) -> Bool {
    let table = program.valueSets[Int(set)].strings
    return program.find(table, content, length) != nil
  }

  @inline(never)
  private static func matchesFormat(_ format: UInt32, _ content: Position, _ length: Int) -> Bool {
    // SAFETY: the compiler only writes raw values of formats; the content lives as long as the document.
    let format = unsafeBitCast(UInt8(truncatingIfNeeded: format), to: Format.self)
    return format.matches(UnsafeBufferPointer(start: content, count: length).span)
  }
}
