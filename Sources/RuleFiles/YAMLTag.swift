import Rules

/// The tag of a node: none, one of the core schema (YAML 1.2, 10.3), or one that JSON has no value for.
struct YAMLTag {
  private let name: String
  private static let prefix = "tag:yaml.org,2002:"

  /// `name` as the parser expands it: empty without a tag, `!` for the non-specific one.
  init(_ name: String) { self.name = name }

  /// The value of a scalar. Quoted and block scalars are strings unless their tag says otherwise.
  func scalar(_ content: String, isPlain: Bool, at offset: Int) throws(YAMLProblem) -> YAMLNode.Content {
    switch name {
    case "":
      guard isPlain else { return .string(content) }
      return try known(YAMLScalars.plain(content), content, at: offset)
    case "!", Self.prefix + "str": return .string(content)
    case Self.prefix + "null": return try tagged(YAMLScalars.null(content), content, at: offset)
    case Self.prefix + "bool": return try tagged(YAMLScalars.bool(content), content, at: offset)
    case Self.prefix + "int":
      return try tagged(YAMLScalars.integer(content).map { .number($0) }, content, at: offset)
    case Self.prefix + "float": return try tagged(YAMLScalars.number(content), content, at: offset)
    default: throw unknown(at: offset)
    }
  }

  func checkSequence(at offset: Int) throws(YAMLProblem) { try check("seq", offset) }

  func checkMapping(at offset: Int) throws(YAMLProblem) { try check("map", offset) }

  private func check(_ expected: String, _ offset: Int) throws(YAMLProblem) {
    if !["", "!", Self.prefix + expected].contains(name) { throw unknown(at: offset) }
  }

  private func known(
    _ value: YAMLNode.Content?, _ content: String, at offset: Int
  ) throws(YAMLProblem) -> YAMLNode.Content {
    if let value { return value }
    throw YAMLProblem(
      code: .yamlNumber, "JSON has no number \(content); put quotes around it if it is text", at: offset)
  }

  private func tagged(
    _ value: YAMLNode.Content?, _ content: String, at offset: Int
  ) throws(YAMLProblem) -> YAMLNode.Content {
    if let value { return value }
    throw YAMLProblem(
      code: .yamlTag, "\(JSONWriter.quoted(content)) does not fit its tag \(shown); remove the tag or mend the value",
      at: offset)
  }

  private func unknown(at offset: Int) -> YAMLProblem {
    YAMLProblem(
      code: .yamlTag, "JSON has no value for the tag \(shown) here; remove it or use !!str", at: offset)
  }

  private var shown: String {
    name.hasPrefix(Self.prefix) ? "!!" + name.dropFirst(Self.prefix.count) : name
  }
}
