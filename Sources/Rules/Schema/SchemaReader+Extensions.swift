// `x-` keywords and the annotations that Assay acts on (DESIGN 5).
extension SchemaReader {
  mutating func readExtension(_ context: KeywordContext) -> KeywordValue? {
    switch context.name {
    case .xAssay: readVersion(context)
    case .xNormalize: readNormalizers(context)
    case .xMessage: readMessage(context)
    case .xSeverity: readSeverity(context)
    case .xSensitive, .writeOnly:
      if readFlag(context) == true { graph[context.schema].extensions.isSensitive = true }
    case .default: graph[context.schema].extensions.defaultValue = context.value
    case .deprecated:
      if readFlag(context) == true { graph[context.schema].extensions.deprecatedNode = context.key }
    default: break
    }
    return nil
  }

  private mutating func readVersion(_ context: KeywordContext) {
    guard document.kind(at: context.value) == .number, document.count(at: context.value) == 1 else {
      problem(.unsupportedVersion, "x-assay takes 1; newer rule files need a newer Assay", at: context.value)
      return
    }
    if graph[context.schema].node != Document.root {
      warning(.misplacedKeyword, "x-assay belongs to the root of the file", at: context.key)
    }
  }

  private mutating func readNormalizers(_ context: KeywordContext) {
    let isList = document.kind(at: context.value) == .array
    var normalizers: [Normalizer] = []
    for node in isList ? document.items(of: context.value) : [context.value] {
      guard document.kind(at: node) == .string else {
        wrongType("a normalizer's name or a list of names", context, at: node)
        continue
      }
      let name = document.string(at: node)
      if let normalizer = Normalizer(name: name) {
        normalizers.append(normalizer)
      } else {
        let names = Normalizer.allCases.map(\.name)
        problem(
          .unknownNormalizer,
          "unknown normalizer \(JSONWriter.quoted(name)); there are \(names.joined(separator: ", "))", at: node,
          suggestion: EditDistance.nearest(to: name, in: names))
      }
    }
    graph[context.schema].extensions.normalizers = normalizers
    graph[context.schema].extensions.normalizeNode = context.key
  }

  private mutating func readMessage(_ context: KeywordContext) {
    if document.kind(at: context.value) == .object {
      for (keyword, node) in keywordMap(context) {
        guard document.kind(at: node) == .string else {
          wrongType("a text for each keyword", context, at: node)
          continue
        }
        let text = document.string(at: node)
        if let known = KeywordName(rawValue: keyword) {
          graph[context.schema].extensions.keywordMessages[known] = text
        } else {
          graph[context.schema].extensions.customMessages[keyword] = text
        }
      }
    } else if document.kind(at: context.value) == .string {
      graph[context.schema].extensions.message = document.string(at: context.value)
    } else {
      wrongType("a text, or an object with a text for each keyword", context)
    }
  }

  private mutating func readSeverity(_ context: KeywordContext) {
    graph[context.schema].extensions.severityNode = context.key
    if document.kind(at: context.value) == .object {
      for (keyword, node) in keywordMap(context) {
        let severity = severity(node, context)
        if let known = KeywordName(rawValue: keyword) {
          graph[context.schema].extensions.keywordSeverities[known] = severity
        } else {
          graph[context.schema].extensions.customSeverities[keyword] = severity
        }
      }
    } else {
      graph[context.schema].extensions.severity = severity(context.value, context)
    }
  }

  private mutating func severity(_ node: NodeIndex, _ context: KeywordContext) -> Severity? {
    guard document.kind(at: node) == .string else {
      wrongType("error, warning or info", context, at: node)
      return nil
    }
    let name = document.string(at: node)
    if let severity = Severity(rawValue: name) { return severity }
    problem(
      .unknownSeverity, "unknown severity \(JSONWriter.quoted(name)); there are error, warning and info", at: node,
      suggestion: EditDistance.nearest(to: name, in: Severity.allCases.map(\.rawValue)))
    return nil
  }

  /// The members of an object whose names are keywords of the same schema.
  private mutating func keywordMap(_ context: KeywordContext) -> [(String, NodeIndex)] {
    var entries: [(String, NodeIndex)] = []
    let present = document.members(of: graph[context.schema].node).map { document.string(at: $0.key) }
    for member in document.members(of: context.value) {
      let name = document.string(at: member.key)
      guard KeywordName(rawValue: name) != nil || library.keyword(name) != nil, present.contains(name) else {
        problem(
          .unknownKeyword,
          "\(context.name.rawValue) speaks of \(JSONWriter.quoted(name)), but this schema has no such keyword",
          at: member.key, suggestion: EditDistance.nearest(to: name, in: present))
        continue
      }
      entries.append((name, member.value))
    }
    return entries
  }
}
