/// The disassembler: one block a schema, one line an instruction, with the place it comes from.
struct ProgramListing {
  private let program: Program
  /// The lines of the rule file; without them the text only changes when the program does.
  private let showsLines: Bool

  init(_ program: Program, showsLines: Bool = true) {
    self.program = program
    self.showsLines = showsLines
  }

  var text: String {
    var lines = ["entry block \(program.entry.raw)"]
    for index in program.blocks.indices where index > 0 { lines += block(index) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func block(_ index: Int) -> [String] {
    let block = program.blocks[index]
    var lines = ["", "block \(index)  \(place(of: block))"]
    if block.isTrivial { lines.append("  accept") }
    if block.normalizerList > 0 {
      let names = program.normalizers(ofList: block.normalizerList).map(\.name).joined(separator: ", ")
      lines.append("  string  normalize     \(names)")
    }
    if block.typeSite != .none {
      lines.append(line("any", "type", typeNames(block).joined(separator: ", "), block.typeRank, block.typeSite))
    }
    for (group, range) in [
      ("string", block.strings), ("number", block.numbers), ("array", block.arrays), ("object", block.objects),
    ] {
      // The instructions for every kind are in each range; they are listed once.
      let shared = program.instructions(block.any)
      for instruction in program.instructions(range) where !shared.contains(instruction) {
        lines += listing(of: instruction, group)
      }
    }
    for instruction in program.instructions(block.any) { lines += listing(of: instruction, "any") }
    return lines
  }

  private func place(of block: Block) -> String {
    let ranges = [block.strings, block.numbers, block.arrays, block.objects, block.any]
    let site = block.typeSite != .none ? block.typeSite : ranges.lazy.flatMap(program.instructions).first?.site
    guard let site, site != .none else { return "" }
    let pointer = program[site].pointer
    // The schema `false` has no keyword: its site is the schema itself.
    if program.sites.keyword(site) == "false" { return "#" + pointer }
    return "#" + (pointer.lastIndex(of: "/").map { String(pointer[..<$0]) } ?? pointer)
  }

  private func typeNames(_ block: Block) -> [String] {
    var names: [String] = []
    func takes(_ kind: NodeKind) -> Bool { block.kinds & Block.bit(kind) != 0 }
    if takes(.null) { names.append("null") }
    if takes(.true) { names.append("boolean") }
    if takes(.number) { names.append(block.integersOnly ? "integer" : "number") }
    if takes(.string) { names.append("string") }
    if takes(.array) { names.append("array") }
    if takes(.object) { names.append("object") }
    return names
  }

  private func line(
    _ group: String, _ name: String, _ operands: String, _ rank: SeverityRank, _ site: SiteIndex
  ) -> String {
    let severity = rank == .error ? "" : "  [\(rank.severity.rawValue)]"
    let place = site == .none || !showsLines ? "" : "  ; line \(program[site].location.line)"
    return "  " + group.padded(to: 8) + name.padded(to: 14) + operands + severity + place
  }

  private func listing(of instruction: Instruction, _ group: String) -> [String] {
    let first = line(group, "\(instruction.opcode)", operands(instruction), instruction.rank, instruction.site)
    guard instruction.opcode == .members else { return [first] }
    return [first] + members(program.plans[Int(instruction.a)])
  }

  private func operands(_ instruction: Instruction) -> String {
    let (a, b) = (instruction.a, instruction.b)
    switch instruction.opcode {
    case .fail, .uniqueItems, .deprecated: return ""
    case .annotate: return "\(program.sites.keyword(instruction.site)): \(program.json(a, limit: 40))"
    case .minLength, .maxLength: return "\(a) code points"
    case .minItems, .maxItems: return "\(a) items"
    case .minProperties, .maxProperties: return "\(a) members"
    case .pattern: return "\(program.patterns[Int(a)].source)  (\(program.patterns[Int(a)].description))"
    case .format: return program.sites.detail(instruction.site)
    case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf: return program.json(a)
    case .anyValue: return values(program.valueSets[Int(a)])
    case .items: return "from \(b): block \(a)"
    case .prefixItems, .allOf: return blocks(a, b)
    case .anyOf, .oneOf: return branches(program.choices[Int(a)])
    case .contains:
      let plan = program.containments[Int(a)]
      let most = plan.maximum == .max ? "" : " to \(plan.maximum)"
      return "block \(plan.block.raw), \(plan.minimum)\(most) times"
    case .members:
      return program.plans[Int(a)].requiredCount == 0 ? "" : "required \(program.plans[Int(a)].requiredCount)"
    case .dependentRequired, .dependentSchemas, .propertyDependencies:
      return dependencyList(program.dependencyPlans[Int(a)])
    case .content: return program.sites.detail(instruction.site)
    case .customFormat: return program.custom.formats[Int(a)].name
    case .customKeyword: return program.custom.keywords[Int(a)].name
    case .unevaluatedProperties: return program.plans[Int(b)].refusesAdditional ? "none" : "block \(a)"
    case .unevaluatedItems: return b != 0 ? "none" : "block \(a)"
    case .not, .call: return "block \(a)"
    case .conditional:
      let plan = program.conditionals[Int(a)]
      return "if block \(plan.condition.raw) then block \(plan.then.raw) else block \(plan.otherwise.raw)"
    }
  }

  private func blocks(_ start: UInt32, _ count: UInt32) -> String {
    program.blockLists[Int(start)..<Int(start + count)].map { "block \($0.raw)" }.joined(separator: ", ")
  }

  private func branches(_ choice: Choice) -> String {
    let all = blocks(choice.branches.start, choice.branches.count)
    switch choice.entrance {
    case .value: return all + "  (by \(JSONWriter.quoted(program.name(choice.property))))"
    case .names: return all + "  (by names)"
    case .kind: return isTold(choice) ? all + "  (by type)" : all
    }
  }

  /// Whether some kind of value leaves fewer branches.
  private func isTold(_ choice: Choice) -> Bool {
    program.branchLists[Int(choice.kinds)...].prefix(NodeKind.allCases.count)
      .contains { $0.count < choice.branches.count }
  }

  private func values(_ set: ValueSet) -> String {
    let shown = (set.all.start..<set.all.end).prefix(8).map { program.json($0, limit: 40) }
    let more = set.all.count > 8 ? " (+\(set.all.count - 8))" : ""
    return shown.joined(separator: ", ") + more
  }

  private func dependencyList(_ plan: DependencyPlan) -> String {
    program.dependencies[Int(plan.dependencies.start)..<Int(plan.dependencies.end)].map { dependency in
      let names = (dependency.names.start..<dependency.names.end).map {
        JSONWriter.quoted(program.name(program.names[Int($0)]))
      }
      let needs = names.isEmpty ? "block \(dependency.block.raw)" : names.joined(separator: ", ")
      return "\(JSONWriter.quoted(program.name(dependency.name))) needs \(needs)"
    }.joined(separator: "; ")
  }

  private func members(_ plan: MemberPlan) -> [String] {
    var lines: [String] = []
    for property in program.properties[Int(plan.properties.start)..<Int(plan.properties.end)] {
      var text = "          " + JSONWriter.quoted(program.name(property.name)) + " -> block \(property.block.raw)"
      if property.isRequired { text += ", required" }
      if !property.defaults.isEmpty { text += ", default \(program.json(property.defaults.start, limit: 40))" }
      lines.append(text)
    }
    for entry in program.patternProperties[Int(plan.patterns.start)..<Int(plan.patterns.end)] {
      lines.append("          matching \(program.patterns[Int(entry.pattern.raw)].source) -> block \(entry.block.raw)")
    }
    if plan.additionalSite != .none {
      let severity = plan.additionalRank == .error ? "" : "  [\(plan.additionalRank.severity.rawValue)]"
      lines.append(
        "          any other -> " + (plan.refusesAdditional ? "fail" : "block \(plan.additional.raw)") + severity)
    }
    if plan.namesSite != .none { lines.append("          every name -> block \(plan.names.raw)") }
    return lines
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
