// Strings and numbers.
extension Emitter {
  mutating func emitStrings(_ code: inout BlockCode) {
    for keyword in code.schema.keywords {
      switch (keyword.name, keyword.value) {
      case (.minLength, .count(let count)):
        if count > 0 { code.strings.append(limit(.minLength, keyword, code.schema, count)) }
      case (.maxLength, .count(let count)):
        code.strings.append(limit(.maxLength, keyword, code.schema, count))
      case (.pattern, .text(let text)):
        guard let pattern = patternIndex(text) else { continue }
        code.strings.append(
          Instruction(
            .pattern, rank: rank(.pattern, code.schema), site: site(keyword, code.schema, detail: text),
            a: pattern.raw))
      case (.format, .text(let name)):
        guard options.formats == .assert, let format = Format(name: name) else { continue }
        code.strings.append(
          Instruction(
            .format, rank: rank(.format, code.schema), site: site(keyword, code.schema, detail: name),
            a: UInt32(format.rawValue)))
      default: continue
      }
    }
  }

  /// An instruction whose operand is a count; the site knows it as text.
  mutating func limit(_ opcode: Opcode, _ keyword: Keyword, _ schema: Schema, _ count: Int) -> Instruction {
    Instruction(
      opcode, rank: rank(keyword.name, schema), site: site(keyword, schema, detail: String(count)), a: UInt32(count))
  }

  mutating func emitNumbers(_ code: inout BlockCode) {
    let opcodes: [KeywordName: Opcode] = [
      .minimum: .minimum, .maximum: .maximum, .exclusiveMinimum: .exclusiveMinimum,
      .exclusiveMaximum: .exclusiveMaximum, .multipleOf: .multipleOf,
    ]
    for keyword in code.schema.keywords {
      guard let opcode = opcodes[keyword.name], case .number(let node) = keyword.value else { continue }
      let constant = builder.addConstants([node], of: document).start
      code.numbers.append(
        Instruction(
          opcode, rank: rank(keyword.name, code.schema),
          site: site(keyword, code.schema, detail: document.numberText(at: node)), a: constant))
    }
  }
}
