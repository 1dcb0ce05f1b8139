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
    case .pattern, .format: readText(context).map { .text($0) }
    case .flag: readFlag(context).map { .flag($0) }
    case .uniqueNames: readNames(context.value, context).map { .names($0) }
    case .schema: .schema(readSchema(context.value, resource(context), pointer: context.pointer))
    case .schemaList: readSchemaList(context)
    case .schemaMap, .patternMap: readSchemaMap(context).map { .namedSchemas($0) }
    case .nameListMap: readNameListMap(context)
    case .definitions: readDefinitions(context)
    case .definition: readDefinition(context)
    case .identifier: readIdentifier(context)
    case .reference: readText(context).map { addReference($0, context) }
    case .anchor: readAnchor(context)
    case .dialect: readDialect(context)
    case .text: readIgnoredText(context)
    case .ignoredFlag: readIgnoredFlag(context)
    case .ignoredList: readIgnoredList(context)
    case .extensionKeyword: readExtension(context)
    case .unsupported: refuseUnsupported(context)
    }
  }

  func resource(_ context: KeywordContext) -> Resource { graph[context.schema].resource }

  /// "`name` takes `what`; this is `type`".
  mutating func wrongType(_ what: String, _ context: KeywordContext, at node: NodeIndex? = nil) {
    let node = node ?? context.value
    problem(
      "wrong-value", "\(context.name.rawValue) takes \(what); this is \(document.typeName(at: node))", at: node)
  }

  // MARK: - Scalars

  mutating func readText(_ context: KeywordContext) -> String? {
    guard document.kind(at: context.value) == .string else {
      wrongType("a string", context)
      return nil
    }
    return document.string(at: context.value)
  }

  private mutating func readIgnoredText(_ context: KeywordContext) -> KeywordValue? {
    _ = readText(context)
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
        "wrong-value",
        "\(context.name.rawValue) takes a whole number from 0 on, not "
          + document.numberText(at: context.value), at: context.value)
      return nil
    }
    return .count(count)
  }

  private mutating func readNumber(_ context: KeywordContext, mustBePositive: Bool) -> KeywordValue? {
    guard document.kind(at: context.value) == .number else {
      wrongType("a number", context)
      return nil
    }
    if mustBePositive, !document.isPositive(at: context.value) {
      problem("wrong-value", "\(context.name.rawValue) takes a number above 0", at: context.value)
      return nil
    }
    return .number(context.value)
  }

  // MARK: - Lists

  private mutating func readTypes(_ context: KeywordContext) -> KeywordValue? {
    let nodes = document.kind(at: context.value) == .array ? document.items(of: context.value) : [context.value]
    if nodes.isEmpty { problem("wrong-value", "type takes at least one type name", at: context.value) }
    var types: TypeSet = []
    for node in nodes {
      guard document.kind(at: node) == .string else {
        wrongType("a type name or a list of type names", context, at: node)
        continue
      }
      let name = document.string(at: node)
      guard let type = TypeSet(name: name) else {
        unknownType(name, at: node)
        continue
      }
      if types.contains(type) {
        problem("wrong-value", "the type \(JSONWriter.quoted(name)) is listed twice", at: node)
      }
      types.insert(type)
    }
    return types.isEmpty ? nil : .types(types)
  }

  private mutating func unknownType(_ name: String, at node: NodeIndex) {
    let others = [
      "int": "integer", "float": "number", "double": "number", "bool": "boolean", "dict": "object",
      "map": "object", "list": "array", "text": "string", "date": "string", "none": "null", "nil": "null",
    ]
    let suggestion =
      others[name.lowercased()] ?? EditDistance.nearest(to: name, in: TypeSet.names.map(\.name))
    problem(
      "unknown-type",
      "unknown type \(JSONWriter.quoted(name)); the types are \(TypeSet.names.map(\.name).joined(separator: ", "))",
      at: node, suggestion: suggestion)
  }

  private mutating func readValueList(_ context: KeywordContext) -> KeywordValue? {
    guard document.kind(at: context.value) == .array else {
      wrongType("an array of values", context)
      return nil
    }
    return .values(document.items(of: context.value))
  }

  mutating func readNames(_ node: NodeIndex, _ context: KeywordContext) -> [String]? {
    guard document.kind(at: node) == .array else {
      wrongType("an array of property names", context, at: node)
      return nil
    }
    var names: [String] = []
    var seen: Set<[UInt8]> = []
    for item in document.items(of: node) {
      guard document.kind(at: item) == .string else {
        wrongType("property names as strings", context, at: item)
        continue
      }
      let name = document.string(at: item)
      // By bytes: property names are never compared by canonical equivalence.
      if seen.insert(Array(name.utf8)).inserted {
        names.append(name)
      } else {
        problem("wrong-value", "the property \(JSONWriter.quoted(name)) is listed twice", at: item)
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
    let items = document.items(of: context.value)
    if items.isEmpty {
      problem("wrong-value", "\(context.name.rawValue) takes at least one schema", at: context.value)
    }
    return .schemas(
      items.enumerated().map { position, node in
        readSchema(node, resource(context), pointer: "\(context.pointer)/\(position)")
      })
  }

  private mutating func readSchemaMap(_ context: KeywordContext) -> [NamedSchema]? {
    guard document.kind(at: context.value) == .object else {
      wrongType("an object of schemas", context)
      return nil
    }
    return document.members(of: context.value).map { member in
      let name = document.string(at: member.key)
      let pointer = context.pointer + "/" + JSONPointer.escape(name)
      return NamedSchema(name: name, schema: readSchema(member.value, resource(context), pointer: pointer))
    }
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
    if context.name == .definitions {
      warning("old-keyword", "definitions is called $defs since 2019-09", at: context.key, suggestion: "$defs")
    }
    _ = readSchemaMap(context)
    return nil
  }

  private mutating func readDefinition(_ context: KeywordContext) -> KeywordValue? {
    _ = readSchema(context.value, resource(context), pointer: context.pointer)
    return nil
  }

  // MARK: - Core

  private mutating func readIdentifier(_ context: KeywordContext) -> KeywordValue? {
    guard let text = readText(context) else { return nil }
    // 2020-12 core, 8.2.1: an empty fragment is allowed, any other is not.
    if let fragment = URIReference(text).fragment, !fragment.isEmpty {
      problem("wrong-value", "$id takes a URI without a fragment; name places with $anchor", at: context.value)
    }
    return nil
  }

  private mutating func readAnchor(_ context: KeywordContext) -> KeywordValue? {
    guard let text = readText(context) else { return nil }
    guard Self.isAnchor(text) else {
      problem(
        "wrong-value", "an $anchor starts with a letter or _ and goes on with letters, digits, -, . and _",
        at: context.value)
      return nil
    }
    addAnchor(text, context.schema, at: context.value)
    return nil
  }

  /// 2020-12 core, 8.2.2.
  private static func isAnchor(_ text: String) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte == 0x5F }
    guard let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8.allSatisfy { isLetter($0) || $0 &- 0x30 < 10 || $0 == 0x2D || $0 == 0x2E }
  }

  private mutating func readDialect(_ context: KeywordContext) -> KeywordValue? {
    guard let text = readText(context) else { return nil }
    if Dialect(uri: text) == nil {
      problem(
        "unsupported-dialect",
        "this version reads JSON Schema 2020-12 only; $schema takes \(Dialect.draft2020_12.uri)", at: context.value)
    }
    return nil
  }

  /// Ignoring one of these would accept what it forbids, or print what it hides.
  private mutating func refuseUnsupported(_ context: KeywordContext) -> KeywordValue? {
    problem(
      "unsupported-keyword",
      "this version of Assay does not have \(context.name.rawValue) yet; it would be ignored, so "
        + "the rule file is refused", at: context.key)
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
