/// Reads schemas out of a rule file's document. Every problem is noted and reading goes on, so that one run shows all.
struct SchemaReader {
  var graph: SchemaGraph
  let options: CompileOptions
  let dialect = Dialect.draft2020_12
  private var byNode: [NodeIndex: SchemaIndex] = [:]
  /// Resources by URI, and named places by URI with fragment; by bytes, as URIs are compared (RFC 3986, 6.2.1).
  private var resources: [[UInt8]: SchemaIndex] = [:]
  private var anchors: [[UInt8]: SchemaIndex] = [:]
  private var membersByName: [NodeIndex: [[UInt8]: NodeIndex]] = [:]
  /// References that wait until all identifiers are known.
  private var pending: [PendingReference] = []

  private struct PendingReference {
    let schema: SchemaIndex
    let keyword: Int
    let text: String
    let node: NodeIndex
  }

  init(_ source: RuleSource, options: CompileOptions) {
    graph = SchemaGraph(source: source)
    self.options = options
  }

  var document: Document { graph.document }

  mutating func readAll() {
    let root = readSchema(Document.root, Resource(uri: "", pointer: ""), pointer: "")
    // A root with an `$id` can still be named by its file alone.
    if resources[[]] == nil { resources[[]] = root }
    resolvePending()
    resolveEntry(root)
    resolvePending()
  }

  consuming func finish() -> SchemaGraph { graph }

  mutating func problem(_ code: String, _ message: String, at node: NodeIndex, suggestion: String? = nil) {
    graph.report(code, message, at: node, suggestion: suggestion)
  }

  mutating func warning(_ code: String, _ message: String, at node: NodeIndex, suggestion: String? = nil) {
    graph.report(.warning, code, message, at: node, suggestion: suggestion)
  }

  // MARK: - One schema

  /// The schema at a node; read once, however often it is named.
  mutating func readSchema(_ node: NodeIndex, _ parent: Resource, pointer: String) -> SchemaIndex {
    if let known = byNode[node] { return known }
    let index = SchemaIndex(raw: graph.schemas.count)
    byNode[node] = index
    let resource = resourceOf(node, parent, pointer: pointer)
    graph.schemas.append(Schema(node: node, pointer: pointer, resource: resource))
    if resource != parent || node == Document.root { register(resource, index, at: node) }
    switch document.kind(at: node) {
    case .true: graph[index].boolean = true
    case .false: graph[index].boolean = false
    case .object:
      if StackGuard.isLow() {
        problem("too-deep", "schemas are nested too deeply here; move inner ones into $defs", at: node)
      } else {
        readKeywords(index)
      }
    default:
      problem("not-a-schema", "a schema is an object, true or false; this is \(document.typeName(at: node))", at: node)
    }
    return index
  }

  private func resourceOf(_ node: NodeIndex, _ parent: Resource, pointer: String) -> Resource {
    guard document.kind(at: node) == .object, let id = document.value(of: "$id", in: node),
      document.kind(at: id) == .string
    else { return parent }
    let uri = URIReference(document.string(at: id)).resolved(against: URIReference(parent.uri))
    return Resource(uri: uri.withoutFragment, pointer: pointer)
  }

  private mutating func register(_ resource: Resource, _ index: SchemaIndex, at node: NodeIndex) {
    if resources.updateValue(index, forKey: Array(resource.uri.utf8)) != nil {
      problem("duplicate-id", "another schema of this file has the same $id, \(resource.uri)", at: node)
    }
  }

  private mutating func readKeywords(_ index: SchemaIndex) {
    let schema = graph[index]
    for member in document.members(of: schema.node) {
      let text = document.string(at: member.key)
      guard let name = KeywordName(rawValue: text), let shape = dialect.shapes[name] else {
        unknownKeyword(text, at: member.key)
        continue
      }
      let context = KeywordContext(
        schema: index, name: name, key: member.key, value: member.value, pointer: schema.pointer + "/" + text)
      if let value = read(shape, context) {
        graph[index].keywords.append(Keyword(name: name, node: member.key, value: value))
      }
    }
  }

  private mutating func unknownKeyword(_ text: String, at key: NodeIndex) {
    guard options.unknownKeywords == .report, !graph.isFull else { return }
    let suggestion = EditDistance.nearest(to: text, in: dialect.shapes.keys.map(\.rawValue).sorted())
    if let suggestion {
      problem("unknown-keyword", "unknown keyword \(JSONWriter.quoted(text))", at: key, suggestion: suggestion)
    } else if !text.hasPrefix("x-") {
      warning("unknown-keyword", "unknown keyword \(JSONWriter.quoted(text)) is ignored", at: key)
    }
  }

  // MARK: - References

  mutating func addAnchor(_ name: String, _ index: SchemaIndex, at node: NodeIndex) {
    let key = graph[index].resource.uri + "#" + name
    if anchors.updateValue(index, forKey: Array(key.utf8)) != nil {
      problem("duplicate-anchor", "another schema has the same $anchor, \(JSONWriter.quoted(name))", at: node)
    }
  }

  /// Notes a reference of the keyword that is read next.
  mutating func addReference(_ text: String, _ context: KeywordContext) -> KeywordValue {
    pending.append(
      PendingReference(
        schema: context.schema, keyword: graph[context.schema].keywords.count, text: text, node: context.value))
    // What cannot be resolved stays a text, which nothing follows.
    return .text(text)
  }

  private mutating func resolvePending() {
    while !pending.isEmpty {
      let batch = pending
      pending = []
      for reference in batch {
        guard let target = resolve(reference.text, from: graph[reference.schema].resource, at: reference.node) else {
          continue
        }
        let keyword = graph[reference.schema].keywords[reference.keyword]
        graph[reference.schema].keywords[reference.keyword] = Keyword(
          name: keyword.name, node: keyword.node, value: .schema(target))
      }
    }
  }

  private mutating func resolveEntry(_ root: SchemaIndex) {
    graph.entry = root
    guard options.entry != "#", !options.entry.isEmpty else { return }
    if let entry = resolve(options.entry, from: graph[root].resource, at: Document.root) { graph.entry = entry }
  }

  private mutating func resolve(_ text: String, from base: Resource, at node: NodeIndex) -> SchemaIndex? {
    let uri = URIReference(text).resolved(against: URIReference(base.uri))
    guard let fragment = uri.decodedFragment else {
      problem("bad-reference", "the fragment of \(JSONWriter.quoted(text)) is not percent-encoded UTF-8", at: node)
      return nil
    }
    guard let resource = resources[Array(uri.withoutFragment.utf8)] else {
      problem(
        "unknown-document",
        "\(JSONWriter.quoted(text)) is in another document, \(uri.withoutFragment); this version resolves references "
          + "inside one file: move the schema into $defs",
        at: node)
      return nil
    }
    if fragment.isEmpty { return resource }
    if fragment.utf8.first == 0x2F { return resolvePointer(fragment, in: resource, text, at: node) }
    if let anchor = anchors[Array((uri.withoutFragment + "#" + fragment).utf8)] { return anchor }
    let prefix = Array((uri.withoutFragment + "#").utf8)
    let known = anchors.keys.filter { $0.starts(with: prefix) }
      .map { String(decoding: $0.dropFirst(prefix.count), as: UTF8.self) }.sorted()
    problem(
      "unknown-anchor", "no schema has the $anchor \(JSONWriter.quoted(fragment))", at: node,
      suggestion: EditDistance.nearest(to: fragment, in: known).map { "#" + $0 })
    return nil
  }

  /// Follows a JSON Pointer from a resource's root. Embedded resources on the way change the base (core, 9.2.1).
  private mutating func resolvePointer(
    _ pointer: String, in root: SchemaIndex, _ text: String, at node: NodeIndex
  ) -> SchemaIndex? {
    var target = graph[root].node
    var nearest = root
    guard let tokens = JSONPointer.tokens(pointer) else {
      problem("bad-reference", "the fragment of \(JSONWriter.quoted(text)) is no JSON Pointer (RFC 6901)", at: node)
      return nil
    }
    for token in tokens {
      guard let next = child(of: target, named: token) else {
        reportMissing(token, in: target, text, at: node)
        return nil
      }
      target = next
      if let known = byNode[target] { nearest = known }
    }
    if let known = byNode[target] { return known }
    return readSchema(target, graph[nearest].resource, pointer: document.pointer(to: target))
  }

  /// A step of a pointer. Large objects (`$defs`) are walked once, however many references lead into them.
  private mutating func child(of container: NodeIndex, named token: String) -> NodeIndex? {
    guard document.node(container).length > 16, document.kind(at: container) == .object else {
      return document.child(of: container, named: token)
    }
    if membersByName[container] == nil {
      let members = document.members(of: container).map { (document.bytes(at: $0.key), $0.value) }
      membersByName[container] = Dictionary(members) { first, _ in first }
    }
    return membersByName[container]?[Array(token.utf8)]
  }

  private mutating func reportMissing(_ token: String, in target: NodeIndex, _ text: String, at node: NodeIndex) {
    let names = document.members(of: target).map { document.string(at: $0.key) }
    let place = document.pointer(to: target)
    problem(
      "unknown-reference",
      "\(JSONWriter.quoted(text)) names nothing: there is no \(JSONWriter.quoted(token)) in "
        + (place.isEmpty ? "the root" : "#" + place),
      at: node, suggestion: EditDistance.nearest(to: token, in: names))
  }
}

/// Where the reader is: one keyword of one schema.
struct KeywordContext {
  let schema: SchemaIndex
  let name: KeywordName
  let key: NodeIndex
  let value: NodeIndex
  /// The JSON Pointer of the value.
  let pointer: String
}

extension Document {
  /// The type of a value in words: `a string`.
  func typeName(at node: NodeIndex) -> String {
    switch kind(at: node) {
    case .null: "null"
    case .true, .false: "a boolean"
    case .number: "a number"
    case .string, .key: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
