// Strings, numbers and literals.
extension FusedRun {
  @inline(__always)
  mutating func string(
    _ position: Position, _ index: BlockIndex, _ block: UnsafePointer<FusedBlock>
  ) -> Position? {
    if !takes(.string, block) { return nil }
    if needsTape(.string, block) { return taped(position, index) }
    guard let string = scanned(position + 1), holds(block, position + 1, string.length, string.codePoints) else {
      return nil
    }
    return string.end
  }

  /// A string from behind its opening quote; nil where it is none.
  @inline(__always)
  func scanned(_ content: Position) -> Scanner.ScannedString? {
    do throws(Malformed) { return try scanner.scanString(content) } catch { return nil }
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
    let words = KeyWords(content, count: length)
    let table = program.valueSets[Int(set)].strings
    return program.find(table, content, length, words, words.hash(count: length)) != nil
  }

  @inline(never)
  private static func matchesFormat(_ format: UInt32, _ content: Position, _ length: Int) -> Bool {
    // SAFETY: the compiler only writes raw values of formats; the content lives as long as the document.
    let format = unsafeBitCast(UInt8(truncatingIfNeeded: format), to: Format.self)
    return format.matches(UnsafeBufferPointer(start: content, count: length).span)
  }

  @inline(__always)
  mutating func number(
    _ position: Position, _ index: BlockIndex, _ block: UnsafePointer<FusedBlock>
  ) -> Position? {
    if !takes(.number, block) { return nil }
    if needsTape(.number, block) { return taped(position, index) }
    guard let number = scannedNumber(position) else { return nil }
    if block.pointee.integers != .notAsked, !number.flags.contains(.integer),
      !isInteger(position, number.end, block.pointee.integers)
    {
      return nil
    }
    return block.pointee.numbers.isEmpty || isWithin(block.pointee.numbers, position, number.end) ? number.end : nil
  }

  @inline(__always)
  private func scannedNumber(_ start: Position) -> Scanner.ScannedNumber? {
    do throws(Malformed) { return try scanner.scanNumber(start) } catch { return nil }
  }

  @inline(__always)
  private func scannedLiteral(_ start: Position) -> NodeKind? {
    do throws(Malformed) { return try scanner.scanLiteral(start) } catch { return nil }
  }

  @inline(never)
  private func isInteger(_ start: Position, _ end: Position, _ asked: FusedBlock.Integers) -> Bool {
    asked == .byValue && ExactNumber(start, count: end - start).isInteger
  }

  @inline(never)
  private mutating func isWithin(_ code: TableRange, _ start: Position, _ end: Position) -> Bool {
    let number = ExactNumber(start, count: end - start)
    for place in code.start..<code.end {
      let instruction = program.fusedCode[Int(place)]
      let constant = program.number(instruction.a)
      if instruction.opcode == .multipleOf {
        let result = number.isMultiple(of: constant, steps: limits.numberSteps)
        if result == .undecided { isUndecided = true }
        if result != .multiple { return false }
      } else {
        let order = number.compared(to: constant)
        if order == .undecided { isUndecided = true }
        if order == .undecided || !instruction.opcode.accepts(order) { return false }
      }
    }
    return true
  }

  @inline(__always)
  mutating func literal(
    _ position: Position, _ index: BlockIndex, _ block: UnsafePointer<FusedBlock>
  ) -> Position? {
    guard let kind = scannedLiteral(position), takes(kind, block) else { return nil }
    if needsTape(kind, block) { return taped(position, index) }
    return position + (kind == .false ? 5 : 4)
  }
}
