extension Emitter {
  mutating func emitObjects(_ code: inout BlockCode) {
    for keyword in code.schema.keywords {
      switch (keyword.name, keyword.value) {
      case (.minProperties, .count(let count)):
        if count > 0 { code.objects.append(limit(.minProperties, keyword, code.schema, count)) }
      case (.maxProperties, .count(let count)):
        code.objects.append(limit(.maxProperties, keyword, code.schema, count))
      default: continue
      }
    }
    emitMembers(&code)
    emitDependencies(&code)
  }

  /// Everything that looks at names becomes one walk over the members.
  private mutating func emitMembers(_ code: inout BlockCode) {
    guard let first = code.schema.keywords.first(where: { Self.looksAtNames($0.name) }) else { return }
    var plan = MemberPlan()
    plan.marks = code.tracking.contains(.properties)
    planNames(&plan, code.schema)
    planPatterns(&plan, code.schema)
    planAdditional(&plan, code.schema)
    planPropertyNames(&plan, code.schema)
    // The mildest rank would skip the walk in the verdict; each part carries its own.
    code.objects.append(
      Instruction(
        .members, rank: .error, site: site(first, code.schema), a: builder.addPlan(plan),
        marks: plan.marks))
  }

  private static func looksAtNames(_ name: KeywordName) -> Bool {
    switch name {
    case .properties, .patternProperties, .additionalProperties, .propertyNames, .required: true
    default: false
    }
  }

  private mutating func planNames(_ plan: inout MemberPlan, _ schema: Schema) {
    var entries: [PropertyEntry] = []
    if let keyword = schema.keyword(.properties), case .namedSchemas(let properties) = keyword.value {
      plan.propertiesSite = site(keyword, schema)
      plan.propertiesRank = rank(.properties, schema)
      entries.reserveCapacity(properties.count)
      for property in properties {
        var entry = PropertyEntry(name: builder.addBytes(property.name), isProperty: true)
        entry.block = block(of: property.schema)
        entry.defaults = defaults(of: property.schema)
        entries.append(entry)
      }
    }
    if let keyword = schema.keyword(.required), case .names(let names) = keyword.value {
      plan.requiredSite = site(keyword, schema)
      plan.requiredRank = rank(.required, schema)
      markRequired(names, &entries)
    }
    for index in entries.indices where entries[index].isRequired { plan.require(index) }
    plan.table = builder.addKeyTable(keys(entries))
    plan.properties = builder.addProperties(entries)
  }

  /// So many pairs of names are compared one after the other.
  private static let fewPairs = 256

  /// By bytes: names are never compared by canonical equivalence.
  private mutating func markRequired(_ names: [String], _ entries: inout [PropertyEntry]) {
    let count = entries.count
    var positions: [[UInt8]: Int] = [:]
    let areFew = names.count * count <= Self.fewPairs
    if !areFew { for index in 0..<count { positions[builder.bytes(entries[index].name)] = index } }
    for name in names {
      let place =
        areFew
        ? (0..<count).first { builder.isName(entries[$0].name, name) } : positions[Array(name.utf8)]
      if let place {
        entries[place].isRequired = true
      } else {
        entries.append(PropertyEntry(name: builder.addBytes(name), isRequired: true))
      }
    }
  }

  private func keys(_ entries: [PropertyEntry]) -> [KeyTableBuilder.Key] {
    entries.indices.map { index in
      let required = entries[index].isRequired ? KeySlot.requiredBit : 0
      let property = entries[index].isProperty ? KeySlot.propertyBit : 0
      return KeyTableBuilder.Key(
        name: entries[index].name, block: entries[index].block, entry: UInt32(index) | required | property)
    }
  }

  /// The defaults that annotate a property: its schema's own and those of what it refers to unconditionally.
  private mutating func defaults(of schema: SchemaIndex) -> TableRange {
    // Most schemas have no default and lead to no other for the same value.
    if !graph[schema].hasExtensions && !graph[schema].families.contains(.combinators) { return TableRange() }
    if let known = known.defaults[schema] { return known }
    let range = defaults(leadingFrom: schema)
    known.defaults[schema] = range
    return range
  }

  private mutating func defaults(leadingFrom schema: SchemaIndex) -> TableRange {
    var constants: [UInt32] = []
    var seen: Set<SchemaIndex> = []
    var work = [schema]
    while let next = work.popLast() {
      guard seen.insert(next).inserted else { continue }
      if graph[next].hasExtensions, let node = graph[next].extensions.defaultValue {
        constants.append(builder.addConstants([node], of: graph.document(of: graph[next])).start)
      }
      work += graph.unconditional(next)
    }
    guard let first = constants.first else { return TableRange() }
    return TableRange(start: first, count: UInt32(constants.count))
  }

  private mutating func planPatterns(_ plan: inout MemberPlan, _ schema: Schema) {
    guard let keyword = schema.keyword(.patternProperties), case .namedSchemas(let named) = keyword.value else {
      return
    }
    plan.patternsSite = site(keyword, schema)
    plan.patternsRank = rank(.patternProperties, schema)
    var entries: [PatternMember] = []
    for (entry, member) in zip(named, graph.document(of: schema).eachMember(of: keyword.node + 1)) {
      guard let pattern = patternIndex(at: schema.place(member.key)) else { continue }
      entries.append(PatternMember(pattern: pattern, block: block(of: entry.schema)))
    }
    plan.patterns = builder.addPatternMembers(entries)
  }

  private mutating func planAdditional(_ plan: inout MemberPlan, _ schema: Schema) {
    guard let keyword = schema.keyword(.additionalProperties), case .schema(let additional) = keyword.value else {
      return
    }
    plan.additional = block(of: additional)
    if plan.additional == .acceptAll && !plan.marks { return }
    plan.additionalSite = site(keyword, schema)
    plan.additionalRank = rank(.additionalProperties, schema)
    plan.refusesAdditional = graph[additional].boolean == false
  }

  private mutating func planPropertyNames(_ plan: inout MemberPlan, _ schema: Schema) {
    guard let keyword = schema.keyword(.propertyNames), case .schema(let names) = keyword.value else { return }
    plan.namesSite = site(keyword, schema)
    plan.namesRank = rank(.propertyNames, schema)
    plan.names = block(of: names)
  }

  private mutating func emitDependencies(_ code: inout BlockCode) {
    for keyword in code.schema.keywords {
      switch (keyword.name, keyword.value) {
      case (.dependentRequired, .namedNames(let lists)): emitNeededNames(keyword, lists, &code)
      case (.dependentSchemas, .namedSchemas(let named)): emitNeededSchemas(keyword, named, &code)
      case (.dependencies, .dependencies(let named, let lists)):
        emitNeededNames(keyword, lists, &code)
        emitNeededSchemas(keyword, named, &code)
      case (.propertyDependencies, .valueSchemas(let list)): emitValueSchemas(keyword, list, &code)
      default: continue
      }
    }
  }

  private mutating func emitNeededNames(_ keyword: Keyword, _ lists: [NamedNames], _ code: inout BlockCode) {
    let entries = lists.map { list in
      Dependency(name: builder.addBytes(list.name), block: .acceptAll, names: builder.addNames(list.names))
    }
    emit(.dependentRequired, keyword, entries, &code)
  }

  private mutating func emitNeededSchemas(_ keyword: Keyword, _ named: [NamedSchema], _ code: inout BlockCode) {
    let entries = named.map { entry in
      Dependency(name: builder.addBytes(entry.name), block: block(of: entry.schema, code.tracking), names: TableRange())
    }
    emit(.dependentSchemas, keyword, entries, &code)
  }

  private mutating func emitValueSchemas(_ keyword: Keyword, _ list: [ValueSchema], _ code: inout BlockCode) {
    let entries = list.map { entry in
      Dependency(
        name: builder.addBytes(entry.name), block: block(of: entry.schema, code.tracking),
        names: builder.addNames([entry.value]))
    }
    emit(.propertyDependencies, keyword, entries, &code)
  }

  private mutating func emit(
    _ opcode: Opcode, _ keyword: Keyword, _ entries: [Dependency], _ code: inout BlockCode
  ) {
    guard !entries.isEmpty else { return }
    let index = builder.addDependencyPlan(dependencyPlan(entries))
    code.objects.append(
      Instruction(
        opcode, rank: rank(keyword.name, code.schema), site: site(keyword, code.schema), a: index,
        b: UInt32(entries.count), marks: code.marks && opcode != .dependentRequired))
  }

  /// - Parameter entries: those of one name stand together.
  private mutating func dependencyPlan(_ entries: [Dependency]) -> DependencyPlan {
    var entries = entries
    var keys: [KeyTableBuilder.Key] = []
    var last: [UInt8]?
    for (index, entry) in entries.enumerated() {
      let name = builder.bytes(entry.name)
      if name == last {
        entries[index - 1].isContinued = true
      } else {
        keys.append(KeyTableBuilder.Key(name: entry.name, entry: UInt32(index)))
      }
      last = name
    }
    return DependencyPlan(dependencies: builder.addDependencies(entries), table: builder.addKeyTable(keys))
  }
}
