// Identifiers, anchors, dialects, vocabularies (2020-12 core, 8), and what is refused.
extension SchemaReader {
  mutating func readIdentifier(_ context: KeywordContext) -> KeywordValue? {
    guard let text = readText(context) else { return nil }
    guard let fragment = URIReference(text).fragment, !fragment.isEmpty else { return nil }
    if graph[context.schema].draft.identifierTakesFragment {
      addAnchor(fragment, context.schema, at: context.value)
    } else {
      // 2020-12 core, 8.2.1: an empty fragment is allowed, any other is not.
      violation(.wrongValue, "$id takes a URI without a fragment; name places with $anchor", at: context.value)
    }
    return nil
  }

  mutating func readAnchor(_ context: KeywordContext) -> KeywordValue? {
    guard let text = readText(context) else { return nil }
    guard Self.isAnchor(text) else {
      problem(
        .wrongValue,
        "\(context.name.rawValue) starts with a letter or _ and goes on with letters, digits, -, . and _",
        at: context.value)
      return nil
    }
    if context.name == .dynamicAnchor {
      addDynamicAnchor(text, context.schema, at: context.value)
    } else {
      addAnchor(text, context.schema, at: context.value)
    }
    return nil
  }

  /// 2020-12 core, 8.2.2.
  static func isAnchor(_ text: String) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte == 0x5F }
    guard let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8.allSatisfy { isLetter($0) || $0 &- 0x30 < 10 || $0 == 0x2D || $0 == 0x2E }
  }

  /// 2019-09 core, 8.2.4.2.1: only the root of a resource can be open.
  mutating func readRecursiveAnchor(_ context: KeywordContext) -> KeywordValue? {
    guard readFlag(context) == true else { return nil }
    let schema = graph[context.schema]
    if schema.startsResource {
      graph.dynamicAnchors[schema.resource, default: [:]][""] = context.schema
    } else {
      warning(.misplacedKeyword, "$recursiveAnchor counts only beside $id or at the root", at: context.key)
    }
    return nil
  }

  mutating func readDialect(_ context: KeywordContext) -> KeywordValue? {
    guard readText(context) != nil else { return nil }
    let schema = graph[context.schema]
    if !schema.startsResource {
      warning(.misplacedKeyword, "$schema counts only at the root or beside $id", at: context.key)
    }
    return nil
  }

  /// Heard when a document names this one as its metaschema.
  mutating func readVocabularies(_ context: KeywordContext) -> KeywordValue? {
    guard document.kind(at: context.value) == .object else {
      wrongType("an object of URIs, each true or false", context)
      return nil
    }
    refuseInV1(context)
    for member in document.members(of: context.value) {
      let kind = document.kind(at: member.value)
      if kind != .true, kind != .false { wrongType("true or false for each URI", context, at: member.value) }
    }
    return nil
  }

  /// Ignoring one of these would accept what it forbids, or print what it hides.
  mutating func refuseUnsupported(_ context: KeywordContext) -> KeywordValue? {
    problem(
      .unsupportedKeyword,
      "this version of Assay does not have \(context.name.rawValue) yet; it would be ignored, so "
        + "the rule file is refused", at: context.key)
    return nil
  }
}
