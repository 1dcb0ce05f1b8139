extension Instruction {
  /// Where the value is that the instruction gives; nil for those that give none.
  var result: Operand? {
    switch opcode {
    case .require: a
    case .raise, .end, .jump, .jumpIfFalse, .jumpIfTrue, .branch, .append, .appendOptional, .insert, .insertOptional,
      .insertEntries,
      .iterate, .next, .unwrap:
      nil
    default: destination
    }
  }
}
