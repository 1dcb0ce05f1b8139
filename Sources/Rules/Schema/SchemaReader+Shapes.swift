// One function a shape: a keyword's value becomes a ``KeywordValue``, or a problem.
extension SchemaReader {
  mutating func read(_ shape: KeywordShape, _ context: KeywordContext) -> KeywordValue? {
    switch shape {
    case .types: readTypes(context)
    case .valueList: readValueList(context)
    case .anyValue: .value(context.value)
    case .count: readCount(context)
    case .number: readNumber(context, mustBePositive: false)
    case .positiveNumber: readNumber(context, mustBePositive: true)
    case .pattern, .content: readText(context).map { .text($0) }
    case .format: readFormat(context)
    case .flag: readDraftFlag(context)
    case .uniqueNames: readRequired(context)
    case .schema: readOneSchema(context)
    case .schemaList: readSchemaList(context)
    case .schemaMap, .patternMap: readSchemaMap(context).map { .namedSchemas($0) }
    case .nameListMap: readNameListMap(context)
    case .schemaOrList: readSchemaOrList(context)
    case .dependencies: readDependencies(context)
    case .schemaMapMap: readPropertyDependencies(context)
    case .definitions: readDefinitions(context)
    case .definition: readDefinition(context)
    case .identifier: readIdentifier(context)
    case .reference, .dynamicReference, .recursiveReference: readText(context).map { addReference($0, context) }
    case .anchor, .dynamicAnchor: readAnchor(context)
    case .recursiveAnchor: readRecursiveAnchor(context)
    case .dialect: readDialect(context)
    case .vocabularies: readVocabularies(context)
    case .text: readIgnoredText(context)
    case .ignoredFlag: readIgnoredFlag(context)
    case .ignoredList: readIgnoredList(context)
    case .extensionKeyword: readExtension(context)
    case .unsupported: refuseUnsupported(context)
    }
  }

  /// "`name` takes `what`; this is `type`".
  mutating func wrongType(_ what: String, _ context: KeywordContext, at node: NodeIndex? = nil) {
    let node = node ?? context.value
    problem(
      .wrongValue, "\(context.name.rawValue) takes \(what); this is \(document.typeName(at: node))", at: node)
  }

  // MARK: - Scalars

  mutating func readText(_ context: KeywordContext) -> String? {
    guard document.kind(at: context.value) == .string else {
      wrongType("a string", context)
      return nil
    }
    return document.string(at: context.value)
  }

  private mutating func readFormat(_ context: KeywordContext) -> KeywordValue? {
    guard let name = readText(context) else { return nil }
    // OpenAPI's name for what must not be shown.
    if name == "password" { graph[context.schema].extensions.isSensitive = true }
    return .text(name)
  }

  private mutating func readIgnoredText(_ context: KeywordContext) -> KeywordValue? {
    if document.kind(at: context.value) != .string { wrongType("a string", context) }
    return nil
  }

  private mutating func readIgnoredFlag(_ context: KeywordContext) -> KeywordValue? {
    _ = readFlag(context)
    return nil
  }

  private mutating func readIgnoredList(_ context: KeywordContext) -> KeywordValue? {
    if document.kind(at: context.value) != .array { wrongType("an array", context) }
    return nil
  }

  mutating func readFlag(_ context: KeywordContext) -> Bool? {
    switch document.kind(at: context.value) {
    case .true: return true
    case .false: return false
    default:
      wrongType("true or false", context)
      return nil
    }
  }

  private mutating func readCount(_ context: KeywordContext) -> KeywordValue? {
    guard document.kind(at: context.value) == .number else {
      wrongType("a whole number from 0 on", context)
      return nil
    }
    guard let count = document.count(at: context.value) else {
      problem(
        .wrongValue,
        "\(context.name.rawValue) takes a whole number from 0 on, not "
          + document.numberText(at: context.value), at: context.value)
      return nil
    }
    // Draft 4 core, 3.5: 1.0 is no integer there.
    if graph[context.schema].draft.integersAreLexical,
      document.numberText(at: context.value).contains(where: Self.isNoDigit)
    {
      violation(.wrongValue, "in draft 4 \(context.name.rawValue) takes digits only", at: context.value)
    }
    return .count(count)
  }

  private mutating func readNumber(_ context: KeywordContext, mustBePositive: Bool) -> KeywordValue? {
    guard document.kind(at: context.value) == .number else {
      wrongType("a number", context)
      return nil
    }
    if mustBePositive, !document.isPositive(at: context.value) {
      problem(.wrongValue, "\(context.name.rawValue) takes a number above 0", at: context.value)
      return nil
    }
    return .number(context.value)
  }

  // MARK: - Lists

  private mutating func readTypes(_ context: KeywordContext) -> KeywordValue? {
    // Mostly it is one.
    if document.kind(at: context.value) == .string, let type = TypeSet(nameAt: context.value, in: document) {
      return .types(type)
    }
    let nodes = document.kind(at: context.value) == .array ? document.items(of: context.value) : [context.value]
    if nodes.isEmpty { violation(.wrongValue, "type takes at least one type name", at: context.value) }
    var types: TypeSet = []
    for node in nodes {
      guard document.kind(at: node) == .string else {
        wrongType("a type name or a list of type names", context, at: node)
        continue
      }
      guard let type = TypeSet(nameAt: node, in: document) else {
        unknownType(document.string(at: node), at: node)
        continue
      }
      if types.contains(type) {
        let name = document.string(at: node)
        violation(.wrongValue, "the type \(JSONWriter.quoted(name)) is listed twice", at: node)
      }
      types.insert(type)
    }
    return types.isEmpty && !nodes.isEmpty ? nil : .types(types)
  }

  private mutating func unknownType(_ name: String, at node: NodeIndex) {
    let others = [
      "int": "integer", "float": "number", "double": "number", "bool": "boolean", "dict": "object",
      "map": "object", "list": "array", "text": "string", "date": "string", "none": "null", "nil": "null",
    ]
    let suggestion =
      others[name.lowercased()] ?? EditDistance.nearest(to: name, in: TypeSet.names.map(\.name))
    problem(
      .unknownType,
      "unknown type \(JSONWriter.quoted(name)); the types are \(TypeSet.names.map(\.name).joined(separator: ", "))",
      at: node, suggestion: suggestion)
  }

  private mutating func readValueList(_ context: KeywordContext) -> KeywordValue? {
    guard document.kind(at: context.value) == .array else {
      wrongType("an array of values", context)
      return nil
    }
    checkDistinctness(context)
    return .values(document.items(of: context.value))
  }

  /// So many are compared with each other.
  private static let fewNames = 8

  mutating func readNames(_ node: NodeIndex, _ context: KeywordContext) -> [String]? {
    guard document.kind(at: node) == .array else {
      wrongType("an array of property names", context, at: node)
      return nil
    }
    let items = document.items(of: node)
    var names: [String] = []
    names.reserveCapacity(items.count)
    var seen: Set<[UInt8]> = []
    for item in items {
      guard document.kind(at: item) == .string else {
        wrongType("property names as strings", context, at: item)
        continue
      }
      let name = document.string(at: item)
      // By bytes: property names are never compared by canonical equivalence.
      let isNew =
        items.count <= Self.fewNames
        ? !names.contains { $0.hasSameBytes(as: name) } : seen.insert(Array(name.utf8)).inserted
      if isNew {
        names.append(name)
      } else {
        violation(.wrongValue, "the property \(JSONWriter.quoted(name)) is listed twice", at: item)
      }
    }
    return names
  }

  // MARK: - Schemas

  private mutating func readSchemaList(_ context: KeywordContext) -> KeywordValue? {
    guard document.kind(at: context.value) == .array else {
      wrongType("an array of schemas", context)
      return nil
    }
    if document.node(context.value).length == 0 {
      violation(.wrongValue, "\(context.name.rawValue) takes at least one schema", at: context.value)
    }
    return readItemList(context)
  }

  mutating func readOneSchema(_ context: KeywordContext) -> KeywordValue? {
    .schema(readSchema(context.value, context.resource))
  }

  mutating func readItemList(_ context: KeywordContext) -> KeywordValue? {
    .schemas(
      document.items(of: context.value).map { node in
        readSchema(node, context.resource)
      })
  }

  /// Up to draft 7 one keyword for both (draft 7 validation, 6.5.7).
  private mutating func readDependencies(_ context: KeywordContext) -> KeywordValue? {
    guard document.kind(at: context.value) == .object else {
      wrongType("an object with a schema or a list of names for each property", context)
      return nil
    }
    if graph[context.schema].draft >= .draft2019_09, options.unknownKeywords == .report {
      warning(.oldKeyword, "dependencies is dependentSchemas and dependentRequired since 2019-09", at: context.key)
    }
    refuseInV1(context)
    var schemas: [NamedSchema] = []
    var lists: [NamedNames] = []
    for member in document.members(of: context.value) {
      let name = document.string(at: member.key)
      if document.kind(at: member.value) == .array {
        // Draft 4 validation, 5.4.5.2.
        if graph[context.schema].draft == .draft4 { refuseEmpty(member.value, context) }
        if let names = readNames(member.value, context) { lists.append(NamedNames(name: name, names: names)) }
      } else {
        schemas.append(
          NamedSchema(name: name, schema: readSchema(member.value, context.resource)))
      }
    }
    return .dependencies(schemas, lists)
  }

  /// Proposed for v1: what applies depends on the value of a property.
  private mutating func readPropertyDependencies(_ context: KeywordContext) -> KeywordValue? {
    guard document.kind(at: context.value) == .object else {
      wrongType("an object with an object of schemas for each property", context)
      return nil
    }
    var list: [ValueSchema] = []
    for property in document.members(of: context.value) {
      guard document.kind(at: property.value) == .object else {
        wrongType("an object of schemas for each property", context, at: property.value)
        continue
      }
      let name = document.string(at: property.key)
      for entry in document.members(of: property.value) {
        let value = document.string(at: entry.key)
        let schema = readSchema(entry.value, context.resource)
        list.append(ValueSchema(name: name, value: value, schema: schema))
      }
    }
    return .valueSchemas(list)
  }

  private mutating func readSchemaMap(_ context: KeywordContext) -> [NamedSchema]? {
    guard document.kind(at: context.value) == .object else {
      wrongType("an object of schemas", context)
      return nil
    }
    var named: [NamedSchema] = []
    named.reserveCapacity(document.node(context.value).length)
    for member in document.eachMember(of: context.value) {
      let schema = readSchema(member.value, context.resource)
      named.append(NamedSchema(name: document.string(at: member.key), schema: schema))
    }
    return named
  }

  private mutating func readNameListMap(_ context: KeywordContext) -> KeywordValue? {
    guard document.kind(at: context.value) == .object else {
      wrongType("an object of lists of property names", context)
      return nil
    }
    var lists: [NamedNames] = []
    for member in document.members(of: context.value) {
      guard let names = readNames(member.value, context) else { continue }
      lists.append(NamedNames(name: document.string(at: member.key), names: names))
    }
    return .namedNames(lists)
  }

  private mutating func readDefinitions(_ context: KeywordContext) -> KeywordValue? {
    if context.name == .definitions { refuseInV1(context) }
    if context.name == .definitions, graph[context.schema].draft >= .draft2019_09, options.unknownKeywords == .report {
      warning(.oldKeyword, "definitions is called $defs since 2019-09", at: context.key, suggestion: "$defs")
    }
    guard document.kind(at: context.value) == .object else {
      wrongType("an object of schemas", context)
      return nil
    }
    for member in document.eachMember(of: context.value) { _ = readSchema(member.value, context.resource) }
    return nil
  }

  private mutating func readDefinition(_ context: KeywordContext) -> KeywordValue? {
    _ = readSchema(context.value, context.resource)
    return nil
  }
}

extension Document {
  /// A number as a count; `2.0` is one too. Counts beyond 32 bits are as good as unlimited.
  func count(at node: NodeIndex) -> Int? {
    withNumber(at: node) { number in
      guard number.isInteger, number.isZero || !number.isNegative else { return nil }
      guard let value = number.smallInteger else { return Int(UInt32.max) }
      return Int(min(value, Int64(UInt32.max)))
    }
  }

  func isPositive(at node: NodeIndex) -> Bool { withNumber(at: node) { !$0.isZero && !$0.isNegative } }
}
