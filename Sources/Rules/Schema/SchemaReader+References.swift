// References and the names that they lead to.
extension SchemaReader {
  mutating func addAnchor(_ name: String, _ index: SchemaIndex, at node: NodeIndex) {
    let key = graph[index].resource.uri + "#" + name
    guard let known = anchors.updateValue(index, forKey: Array(key.utf8)), known != index else { return }
    if graph[known].source == source {
      problem(.duplicateAnchor, "another schema has the same $anchor, \(JSONWriter.quoted(name))", at: node)
    }
  }

  mutating func addDynamicAnchor(_ name: String, _ index: SchemaIndex, at node: NodeIndex) {
    let schema = graph[index]
    if schema.draft.dynamicAnchorIsAnchor { addAnchor(name, index, at: node) }
    graph.dynamicAnchors[schema.resource, default: [:]][name] = index
  }

  /// Notes a reference of the keyword that is read next.
  mutating func addReference(_ text: String, _ context: KeywordContext) -> KeywordValue {
    pending.append(
      PendingReference(
        schema: context.schema, keyword: graph[context.schema].keywords.count, text: text,
        node: SourceNode(source: source, node: context.value)))
    // What cannot be resolved stays a text, which nothing follows.
    return .text(text)
  }

  mutating func resolvePending() {
    while !pending.isEmpty {
      let batch = pending
      pending = []
      for reference in batch { resolve(reference) }
    }
  }

  private mutating func resolve(_ reference: PendingReference) {
    source = reference.node.source
    defer { source = .main }
    let schema = graph[reference.schema]
    let keyword = schema.keywords[reference.keyword]
    if keyword.name == .dynamicRef, schema.draft == .v1 {
      // v1 core, 9.2.2: only the dynamic scope counts, and the value is the anchor's name.
      let name = reference.text.hasPrefix("#") ? String(reference.text.dropFirst()) : reference.text
      if !Self.isAnchor(reference.text) {
        violation(
          .wrongValue, "in v1 $dynamicRef takes the name of a $dynamicAnchor, without #", at: reference.node.node)
      }
      bind(reference, .dynamic(DynamicTarget(anchor: name, initial: nil)))
      return
    }
    guard let target = resolve(reference, from: schema.resource) else { return }
    switch keyword.name {
    case .dynamicRef: bind(reference, dynamicValue(reference.text, target))
    case .recursiveRef:
      let isOpen = graph.dynamicAnchors[graph[target].resource]?[""] == target
      bind(reference, isOpen ? .dynamic(DynamicTarget(anchor: "", initial: target)) : .schema(target))
    default: bind(reference, .schema(target))
    }
  }

  private mutating func bind(_ reference: PendingReference, _ value: KeywordValue) {
    graph[reference.schema].setValue(value, ofKeyword: reference.keyword)
  }

  /// A `$dynamicRef` is one only where it first leads to a `$dynamicAnchor` (2020-12 core, 8.2.3.2).
  private func dynamicValue(_ text: String, _ target: SchemaIndex) -> KeywordValue {
    let name = URIReference(text).decodedFragment ?? ""
    guard !name.isEmpty, graph.dynamicAnchors[graph[target].resource]?[name] == target else { return .schema(target) }
    return .dynamic(DynamicTarget(anchor: name, initial: target))
  }

  mutating func resolveEntry(_ root: SchemaIndex) {
    graph.entry = root
    guard options.entry != "#", !options.entry.isEmpty else { return }
    if let entry = resolveAnew(options.entry, from: graph[root].resource, at: Document.root) { graph.entry = entry }
  }

  /// Files name the same few places again and again.
  private mutating func resolve(_ reference: PendingReference, from base: Resource) -> SchemaIndex? {
    let key = ReferenceKey(resource: base, text: TextKey(document, reference.node.node))
    if let known = resolved[key] { return known }
    let target = resolveAnew(reference.text, from: base, at: reference.node.node)
    if let target { resolved[key] = target }
    return target
  }

  private mutating func resolveAnew(_ text: String, from base: Resource, at node: NodeIndex) -> SchemaIndex? {
    // Nearly every reference stays in its own resource.
    let isLocal = text.utf8.first == 0x23
    if isLocal, text.utf8.count > 1, !text.utf8.contains(0x25), let root = root(of: base) {
      return resolveFragment(String(text.utf8.dropFirst()) ?? "", in: root, text, at: node)
    }
    let uri = isLocal ? URIReference(text) : URIReference(text).resolved(against: URIReference(base.uri))
    guard let fragment = uri.decodedFragment else {
      problem(.badReference, "the fragment of \(JSONWriter.quoted(text)) is not percent-encoded UTF-8", at: node)
      return nil
    }
    let document = isLocal ? base.uri : uri.withoutFragment
    guard let resource = resources[Array(document.utf8)] ?? load(document, askedAt: node) else {
      if !refused.contains(Array(document.utf8)) { reportUnknown(document, text, at: node) }
      return nil
    }
    return fragment.isEmpty ? resource : resolveFragment(fragment, in: resource, text, at: node)
  }

  /// The schema that a resource is known by.
  private mutating func root(of resource: Resource) -> SchemaIndex? {
    if let lastBase, lastBase.resource === resource { return lastBase.root }
    guard let root = resources[Array(resource.uri.utf8)] else { return nil }
    lastBase = (resource, root)
    return root
  }

  private mutating func resolveFragment(
    _ fragment: String, in resource: SchemaIndex, _ text: String, at node: NodeIndex
  ) -> SchemaIndex? {
    if fragment.utf8.first == 0x2F { return resolvePointer(fragment, in: resource, text, at: node) }
    let home = graph[resource].resource.uri
    if let anchor = anchors[Array((home + "#" + fragment).utf8)] { return anchor }
    reportUnknownAnchor(fragment, home, at: node)
    return nil
  }

  /// Follows a JSON Pointer from a resource's root. Embedded resources on the way change the base (core, 9.2.1).
  private mutating func resolvePointer(
    _ pointer: String, in root: SchemaIndex, _ text: String, at node: NodeIndex
  ) -> SchemaIndex? {
    guard let tokens = JSONPointer.tokens(pointer) else {
      problem(.badReference, "the fragment of \(JSONWriter.quoted(text)) is no JSON Pointer (RFC 6901)", at: node)
      return nil
    }
    let home = graph[root].source
    var target = graph[root].node
    var nearest = root
    for token in tokens {
      guard let next = child(of: SourceNode(source: home, node: target), named: token) else {
        reportMissing(token, in: SourceNode(source: home, node: target), text, at: node)
        return nil
      }
      target = next
      if let known = byNode[SourceNode(source: home, node: target)] { nearest = known }
    }
    if let known = byNode[SourceNode(source: home, node: target)] { return known }
    let outer = source
    source = home
    defer { source = outer }
    return readSchema(target, graph[nearest].resource)
  }

  /// A step of a pointer. Large objects (`$defs`) are walked once, however many references lead into them.
  private mutating func child(of container: SourceNode, named token: String) -> NodeIndex? {
    let document = graph.document(container.source)
    let node = container.node
    guard document.node(node).length > 16, document.kind(at: node) == .object else {
      return document.child(of: node, named: token)
    }
    if membersByName[container] == nil {
      let members = document.members(of: node).map { (document.bytes(at: $0.key), $0.value) }
      membersByName[container] = Dictionary(members) { first, _ in first }
    }
    return membersByName[container]?[Array(token.utf8)]
  }

  // MARK: - What leads nowhere

  private mutating func reportUnknown(_ uri: String, _ text: String, at node: NodeIndex) {
    let suggestion = suggestion(for: uri, count: resources.count) {
      $0.resources.keys.map { String(decoding: $0, as: UTF8.self) }.filter { !$0.isEmpty }.sorted()
    }
    problem(
      .unknownDocument,
      "\(JSONWriter.quoted(text)) is in another document, \(uri), which was not given; nothing is fetched: name its "
        + "file (--map \(uri)=FILE) or move the schema into $defs",
      at: node, suggestion: suggestion)
  }

  private mutating func reportUnknownAnchor(_ fragment: String, _ home: String, at node: NodeIndex) {
    let prefix = Array((home + "#").utf8)
    let suggestion = suggestion(for: fragment, count: anchors.count) {
      $0.anchors.keys.filter { $0.starts(with: prefix) }
        .map { String(decoding: $0.dropFirst(prefix.count), as: UTF8.self) }.sorted()
    }
    problem(
      .unknownAnchor, "no schema has the $anchor \(JSONWriter.quoted(fragment))", at: node,
      suggestion: suggestion.map { "#" + $0 })
  }

  private mutating func reportMissing(_ token: String, in target: SourceNode, _ text: String, at node: NodeIndex) {
    let document = graph.document(target.source)
    let suggestion = suggestion(for: token, count: document.node(target.node).length) { _ in
      document.members(of: target.node).map { document.string(at: $0.key) }
    }
    let place = document.pointer(to: target.node)
    problem(
      .unknownReference,
      "\(JSONWriter.quoted(text)) names nothing: there is no \(JSONWriter.quoted(token)) in "
        + (place.isEmpty ? "the root" : "#" + place),
      at: node, suggestion: suggestion)
  }
}
