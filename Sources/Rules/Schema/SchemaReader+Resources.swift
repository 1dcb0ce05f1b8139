// Documents, schema resources and the dialects that they are written in.
extension SchemaReader {
  /// The root of a document. It starts a resource whether it has an identifier or not.
  mutating func readRoot(_ index: SourceIndex, _ fallback: Dialect) -> SchemaIndex {
    let outer = source
    source = index
    defer { source = outer }
    let base = Resource(source: index, uri: graph.sources[index.raw].uri, node: Document.root, dialect: fallback)
    let root = readSchema(Document.root, base)
    // A document is known by the URI it was asked for, whatever it calls itself.
    if !base.uri.isEmpty, resources[Array(base.uri.utf8)] == nil { resources[Array(base.uri.utf8)] = root }
    return root
  }

  /// The dialect of documents that do not name one.
  mutating func standard() -> Dialect {
    dialect(options.dialect, at: Document.root) ?? .of(.draft2020_12)
  }

  // MARK: - Resources

  static let reference = KnownName("$ref")
  private static let dialectName = KnownName("$schema")
  private static let identifier = KnownName("$id")
  private static let oldIdentifier = KnownName("id")

  mutating func resourceOf(_ node: NodeIndex, _ parent: Resource) -> Resource {
    let isRoot = node == Document.root
    guard document.kind(at: node) == .object else {
      return isRoot ? Resource(source: source, uri: parent.uri, node: node, dialect: parent.dialect) : parent
    }
    let dialect = dialectOf(node) ?? parent.dialect
    guard let id = identifier(of: node, dialect) else {
      if !isRoot { return parent }
      return Resource(source: source, uri: parent.uri, node: node, dialect: dialect)
    }
    let uri = id.resolved(against: URIReference(parent.uri)).withoutFragment
    return Resource(source: source, uri: uri, node: node, dialect: dialect)
  }

  /// The identifier that starts a resource at a schema; a mere fragment starts none.
  private func identifier(of node: NodeIndex, _ dialect: Dialect) -> URIReference? {
    let draft = dialect.draft
    let name = draft.identifier == .oldID ? Self.oldIdentifier : Self.identifier
    guard let id = document.value(of: name, in: node), document.kind(at: id) == .string else {
      return nil
    }
    if draft.refHidesSiblings, document.value(of: Self.reference, in: node) != nil { return nil }
    let reference = URIReference(document.string(at: id))
    let isFragment = reference.withoutFragment.isEmpty && !(reference.fragment ?? "").isEmpty
    return draft.identifierTakesFragment && isFragment ? nil : reference
  }

  mutating func register(_ resource: Resource, _ index: SchemaIndex, at node: NodeIndex) {
    guard let known = resources.updateValue(index, forKey: Array(resource.uri.utf8)) else { return }
    // The same resource can be given twice, under its own name and under that of its file.
    guard graph[known].source == source, known != index else {
      resources[Array(resource.uri.utf8)] = known
      return
    }
    problem(.duplicateID, "another schema of this file has the same $id, \(resource.uri)", at: node)
  }

  // MARK: - Dialects

  /// The dialect that a schema object names itself.
  private mutating func dialectOf(_ node: NodeIndex) -> Dialect? {
    guard let value = document.value(of: Self.dialectName, in: node), document.kind(at: value) == .string else {
      return nil
    }
    return dialect(document.string(at: value), at: value)
  }

  mutating func dialect(_ uri: String, at node: NodeIndex) -> Dialect? {
    if let draft = Draft(uri: uri) { return .of(draft) }
    if let draft = Self.misspelt(uri) {
      warning(
        .dialectURI, "\(JSONWriter.quoted(uri)) is read as \(draft.name)", at: node, suggestion: draft.uri + "#")
      return .of(draft)
    }
    if let custom = customDialect(uri, at: node) { return custom }
    if refused.contains(Array(URIReference(uri).withoutFragment.utf8)) { return nil }
    let known = Draft.allCases.map(\.uri)
    problem(
      .unknownDialect,
      "the dialect \(JSONWriter.quoted(uri)) is not known; give its metaschema (--map URI=FILE), or use one of "
        + known.joined(separator: ", "),
      at: node, suggestion: EditDistance.nearest(to: uri, in: known))
    return nil
  }

  /// Old URIs are written with `https:`, too, or without a version for the newest of their time.
  private static func misspelt(_ uri: String) -> Draft? {
    if uri.hasPrefix("https://json-schema.org/draft-0") { return Draft(uri: "http" + uri.dropFirst(5)) }
    if uri.hasPrefix("http://json-schema.org/draft/20") { return Draft(uri: "https" + uri.dropFirst(4)) }
    return uri == "http://json-schema.org/schema#" || uri == "http://json-schema.org/schema" ? .draft7 : nil
  }

  /// A dialect that a metaschema among the documents describes (2020-12 core, 8.1.2).
  private mutating func customDialect(_ uri: String, at node: NodeIndex) -> Dialect? {
    let bare = URIReference(uri).withoutFragment
    if let known = dialects[bare] { return known }
    guard let document = document(at: bare, askedAt: node), document.kind(at: Document.root) == .object else {
      return nil
    }
    // A metaschema that describes itself ends the chain.
    dialects[bare] = .of(.draft2020_12)
    let base = baseDialect(of: document, bare, at: node)
    let vocabularies = vocabularies(document, bare, at: node)
    let dialect = Dialect.custom(uri: bare, base: base, vocabularies: vocabularies)
    dialects[bare] = dialect
    return dialect
  }

  private mutating func baseDialect(of metaschema: Document, _ uri: String, at node: NodeIndex) -> Dialect {
    guard let value = metaschema.value(of: "$schema", in: Document.root), metaschema.kind(at: value) == .string else {
      return .of(.draft2020_12)
    }
    let base = metaschema.string(at: value)
    if URIReference(base).withoutFragment == uri { return .of(.draft2020_12) }
    return dialect(base, at: node) ?? .of(.draft2020_12)
  }

  /// The URIs under `$vocabulary`. One that must be understood and is not ends the compilation.
  private mutating func vocabularies(_ metaschema: Document, _ uri: String, at node: NodeIndex) -> [String]? {
    guard let value = metaschema.value(of: "$vocabulary", in: Document.root), metaschema.kind(at: value) == .object
    else { return nil }
    let members = metaschema.members(of: value)
    for member in members where metaschema.kind(at: member.value) == .true {
      let name = metaschema.string(at: member.key)
      guard Vocabulary(uri: name) == nil else { continue }
      problem(
        .unknownVocabulary,
        "\(uri) requires the vocabulary \(JSONWriter.quoted(name)), which is not known here; set it to false there if "
          + "its keywords may be ignored", at: node)
    }
    return members.map { metaschema.string(at: $0.key) }
  }

  // MARK: - Other documents

  /// The document at a URI: built in, or from the library.
  private mutating func document(at uri: String, askedAt node: NodeIndex) -> Document? {
    sourceFromOutside(uri, askedAt: node)?.document
  }

  /// A document that is not part of the graph yet.
  private mutating func sourceFromOutside(_ uri: String, askedAt node: NodeIndex) -> RuleSource? {
    if let metaschema = Metaschemas.source(uri) { return metaschema }
    guard !missing.contains(Array(uri.utf8)) else { return nil }
    do throws(LookupFailure) {
      if let found = try library.source(uri) { return found }
    } catch {
      refused.insert(Array(uri.utf8))
      switch error {
      case .refused(let reason): problem(.unreadable, reason, at: node)
      case .problems(let errors): graph.report(errors)
      }
    }
    missing.insert(Array(uri.utf8))
    return nil
  }

  /// Reads the document at a URI and makes it a part of the graph.
  mutating func load(_ uri: String, askedAt node: NodeIndex) -> SchemaIndex? {
    guard let found = sourceFromOutside(uri, askedAt: node) else { return nil }
    let index = SourceIndex(raw: graph.sources.count)
    graph.sources.append(RuleSource(found, uri: uri))
    return readRoot(index, standard())
  }
}
