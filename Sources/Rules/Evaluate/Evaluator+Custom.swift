// What a string holds, and the library's own formats and keywords.
extension Evaluator {
  @inline(never)
  mutating func content(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    let content = Content(rawValue: instruction.a)
    var bytes = owner.bytes(at: node)
    if content.contains(.base64) {
      guard let decoded = Base64.decode(bytes) else { return fail(instruction, node, context) }
      bytes = decoded
    }
    guard content.contains(.json) else { return .valid }
    do {
      try Document().read(bytes.span.bytes, limits: limits, duplicates: .useLast)
      return .valid
    } catch {
      return fail(instruction, node, context)
    }
  }

  @inline(never)
  mutating func customFormat(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    let value = document.node(node)
    // SAFETY: the loaded program keeps its checks alive for as long as it runs; the content is `length` bytes of UTF-8.
    let isValid = program.custom._withUnsafeGuaranteedRef { checks in
      let text = UnsafeBufferPointer(start: document.content(value), count: value.length)
      return checks.formats[Int(instruction.a)].isValid(String(decoding: text, as: UTF8.self))
    }
    return isValid ? .valid : fail(instruction, node, context)
  }

  @inline(never)
  mutating func customKeyword(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    let value = owner.jsonValue(at: node)
    // SAFETY: as above.
    let failure = program.custom._withUnsafeGuaranteedRef { $0.keywords[Int(instruction.a)].check(value) }
    return failure == nil ? .valid : fail(instruction, node, context, .custom(instruction.a))
  }
}
