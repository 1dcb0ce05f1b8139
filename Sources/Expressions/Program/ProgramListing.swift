/// A program as text: a line for each instruction, then the handlers.
enum ProgramListing {
  static func text(_ program: Program) -> String {
    var lines = program.code.enumerated().map { line($0.offset, $0.element, program) }
    for handler in program.handlers {
      lines.append("errors of \(handler.start)..<\(handler.end) -> \(text(handler.register, program))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ number: Int, _ it: Instruction, _ program: Program) -> String {
    var parts = ["\(number)", "\(it.opcode)"]
    switch it.opcode {
    case .call1, .call2, .callN: parts.append(it.function.rawValue)
    default: break
    }
    if it.destination != .none { parts.append(text(it.destination, program) + " =") }
    parts.append(text(it.a, program))
    switch it.opcode {
    case _ where it.opcode.isJump: parts.append("-> \(it.target)")
    case .matchesPattern: parts.append("pattern \(it.b.index)")
    case .newList, .newMap: parts.append("\(it.target)")
    default: if it.b != .none { parts.append(text(it.b, program)) }
    }
    return parts.joined(separator: " ")
  }

  private static func text(_ operand: Operand, _ program: Program) -> String {
    if operand.isConstant {
      let slots = program.constants.slots
      return operand.index < slots.count ? "#\(summary(slots[operand.index]))" : "#\(operand.index)"
    }
    return operand.isTemporary ? "t\(operand.index)" : "v\(operand.index)"
  }

  private static func summary(_ slot: Slot) -> String {
    switch slot.tag {
    case .string: ExpressionValue.string(slot.bytes.string).description
    case .int: "\(slot.int)"
    case .uint: "\(slot.payload)u"
    case .double: "\(slot.double)"
    case .bool: "\(slot.isTrue)"
    default: "\(slot.tag)"
    }
  }
}
