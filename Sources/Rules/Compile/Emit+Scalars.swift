// Strings and numbers.
extension Emitter {
  mutating func emitStrings(_ code: inout BlockCode) {
    for keyword in code.schema.keywords {
      switch (keyword.name, keyword.value) {
      case (.minLength, .count(let count)):
        if count > 0 { code.strings.append(limit(.minLength, keyword, code.schema, count)) }
      case (.maxLength, .count(let count)):
        code.strings.append(limit(.maxLength, keyword, code.schema, count))
      case (.pattern, .text):
        let value = keyword.node + 1
        guard let pattern = patternIndex(at: code.schema.place(value)) else { continue }
        code.strings.append(
          Instruction(
            .pattern, rank: rank(.pattern, code.schema), site: site(keyword, code.schema, detail: .content(value)),
            a: pattern.raw))
      case (.format, .text(let name)):
        emitFormat(name, keyword, &code)
      default: continue
      }
    }
  }

  private mutating func emitFormat(_ name: String, _ keyword: Keyword, _ code: inout BlockCode) {
    guard assertsFormats(code.schema) else { return }
    let rank = rank(.format, code.schema)
    if let custom = library.formats[name] {
      let index = builder.addFormat(custom)
      let site = site(keyword, code.schema, detail: .content(keyword.node + 1))
      code.strings.append(Instruction(.customFormat, rank: rank, site: site, a: index))
    } else if let format = Format(name: name) {
      let site = site(keyword, code.schema, detail: .content(keyword.node + 1))
      code.strings.append(Instruction(.format, rank: rank, site: site, a: UInt32(format.rawValue)))
    }
  }

  /// Keywords that the library adds.
  mutating func emitCustom(_ code: inout BlockCode) {
    let document = graph.document(of: code.schema)
    let extensions = code.schema.extensions
    for node in code.schema.customKeywords {
      let name = document.string(at: node)
      guard let keyword = library.keyword(name), let check = customChecks[code.schema.place(node)] else { continue }
      let message = extensions.customMessages[name] ?? extensions.message
      let site = site(at: node, code.schema, message: message)
      let index = builder.addKeyword(CustomCheck(name: keyword.name, check: check))
      let severity = extensions.customSeverities[name] ?? extensions.severity ?? .error
      code.any.append(Instruction(.customKeyword, rank: SeverityRank(severity), site: site, a: index))
    }
  }

  /// An instruction whose operand is a count; the site knows it as text.
  mutating func limit(_ opcode: Opcode, _ keyword: Keyword, _ schema: Schema, _ count: Int) -> Instruction {
    Instruction(
      opcode, rank: rank(keyword.name, schema), site: site(keyword, schema, detail: .count(count)), a: UInt32(count))
  }

  private static func numberOpcode(_ name: KeywordName) -> Opcode? {
    switch name {
    case .minimum: .minimum
    case .maximum: .maximum
    case .exclusiveMinimum: .exclusiveMinimum
    case .exclusiveMaximum: .exclusiveMaximum
    case .multipleOf: .multipleOf
    default: nil
    }
  }

  mutating func emitNumbers(_ code: inout BlockCode) {
    for keyword in code.schema.keywords {
      guard case .number(let node) = keyword.value, var opcode = Self.numberOpcode(keyword.name) else { continue }
      var named = keyword
      if let flag = exclusive(keyword.name, code.schema) {
        named = flag
        opcode = keyword.name == .maximum ? .exclusiveMaximum : .exclusiveMinimum
      }
      let document = graph.document(of: code.schema)
      let constant = builder.addConstants([node], of: document).start
      code.numbers.append(
        Instruction(
          opcode, rank: rank(named.name, code.schema),
          site: site(named, code.schema, detail: .content(node)), a: constant))
    }
  }

  /// Draft 4's `exclusiveMaximum: true`, which changes what `maximum` means (validation, 5.1.2.1).
  private func exclusive(_ name: KeywordName, _ schema: Schema) -> Keyword? {
    let flags: [KeywordName: KeywordName] = [.maximum: .exclusiveMaximum, .minimum: .exclusiveMinimum]
    guard let flag = flags[name].flatMap(schema.keyword), case .flag(true) = flag.value else { return nil }
    return flag
  }
}
