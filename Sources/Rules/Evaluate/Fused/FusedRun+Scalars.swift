// Numbers and literals. SAFETY: positions end at the zeros behind the text; indexes are the program's own.
extension FusedRun {
  @inline(__always)
  mutating func number(
    _ position: Position, _ index: BlockIndex, _ block: UnsafePointer<FusedBlock>
  ) -> Position? {
    if !takes(.number, block) { return nil }
    if needsTape(.number, block) { return taped(position, index) }
    guard let number = Self.scannedNumber(position) else { return nil }
    if block.pointee.integers != .notAsked, !number.flags.contains(.integer),
      !Self.isInteger(position, number.end, block.pointee.integers)
    {
      return nil
    }
    return block.pointee.numbers.isEmpty || isWithin(block.pointee.numbers, position, number.end) ? number.end : nil
  }

  @inline(__always)
  private static func scannedNumber(_ start: Position) -> Scanner.ScannedNumber? {
    do throws(TokenFault) { return try Scanner.scanNumber(start) } catch { return nil }
  }

  @inline(never)
  private static func isInteger(_ start: Position, _ end: Position, _ asked: FusedBlock.Integers) -> Bool {
    asked == .byValue && ExactNumber(start, count: end - start).isInteger
  }

  @inline(never)
  private mutating func isWithin(_ code: TableRange, _ start: Position, _ end: Position) -> Bool {
    let number = ExactNumber(start, count: end - start)
    for place in code.start..<code.end {
      let instruction = program.fusedCode[Int(place)]
      if instruction.opcode == .anyValue {
        if !isListed(number, program.valueSets[Int(instruction.a)].others) { return false }
        continue
      }
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

  private mutating func isListed(_ number: ExactNumber, _ constants: TableRange) -> Bool {
    for constant in constants.start..<constants.end {
      let order = number.compared(to: program.number(constant))
      if order == .undecided { isUndecided = true }
      if order == .equal || order == .undecided { return order == .equal }
    }
    return false
  }

  @inline(__always)
  mutating func literal(
    _ position: Position, _ index: BlockIndex, _ block: UnsafePointer<FusedBlock>
  ) -> Position? {
    // Without branches: nothing foretells whether `true` or `false` comes.
    let word = UInt64(littleEndian: UnsafeRawPointer(position).loadUnaligned(as: UInt64.self))
    let isFalse = word & 0xFF_FFFF_FFFF == 0x65_736C_6166
    let kind: UInt16 =
      (isFalse ? Block.bit(.false) : 0) | (word & 0xFFFF_FFFF == 0x6575_7274 ? Block.bit(.true) : 0)
      | (word & 0xFFFF_FFFF == 0x6C6C_756E ? Block.bit(.null) : 0)
    if block.pointee.kinds & kind == 0 { return nil }
    if block.pointee.taped & kind != 0 { return taped(position, index) }
    return position + (isFalse ? 5 : 4)
  }
}
