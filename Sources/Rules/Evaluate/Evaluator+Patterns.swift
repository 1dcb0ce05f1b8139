extension Evaluator {
  @inline(__always)
  func match(_ index: PatternIndex, _ value: Node) -> PatternOutcome {
    program.match(index, document.content(value), value.length, scratch, limits)
  }

  @inline(never)
  mutating func pattern(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    switch match(PatternIndex(raw: instruction.a), document.node(node)) {
    case .match: .valid
    case .mismatch: fail(instruction, node, context)
    case .exhausted: exhausted(.patternSteps, instruction, node, context)
    }
  }
}
