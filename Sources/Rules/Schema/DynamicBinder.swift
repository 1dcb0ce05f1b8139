extension SchemaGraph {
  /// Gives every dynamic reference its target, by copying schemas for each way to them.
  mutating func bindDynamicReferences() {
    var names: Set<String> = []
    for index in schemas.indices where schemas[index].families.contains(.combinators) {
      names.formUnion(schemas[index].dynamicNames)
    }
    guard !names.isEmpty else { return }
    var binder = DynamicBinder(self, names)
    binder.run()
    self = binder.graph
  }
}

extension Schema {
  fileprivate var dynamicNames: [String] {
    var names: [String] = []
    for keyword in keywords { if case .dynamic(let target) = keyword.value { names.append(target.anchor) } }
    return names
  }
}

/// Resolves `$dynamicRef` and `$recursiveRef` when compiling.
///
/// A dynamic reference leads to the outermost resource on the way that has the anchor (2020-12 core, 8.2.3.2). All that
/// the way can change is which schema each anchor's name stands for, and the outermost stays once it is set: so a schema
/// is copied once for each such table that it is reached with, and in a copy every reference is plain. Rules without
/// dynamic references are not copied.
private struct DynamicBinder {
  private(set) var graph: SchemaGraph
  private let names: Set<String>
  private var scopes: [Scope] = [Scope()]
  private var scopeIndexes: [Scope: Int] = [Scope(): 0]
  private var copies: [Way: SchemaIndex] = [:]
  private var work: [(way: Way, copy: SchemaIndex)] = []
  /// Rules with many resources that have many anchors in common could be reached in exponentially many ways.
  private static let maximumCopies = 200_000

  private struct Scope: Hashable {
    var anchors: [String: SchemaIndex] = [:]
  }

  private struct Way: Hashable {
    let schema: SchemaIndex
    let scope: Int
  }

  init(_ graph: SchemaGraph, _ names: Set<String>) {
    self.graph = graph
    self.names = names
  }

  mutating func run() {
    graph.entry = copy(of: graph.entry, 0)
    while let (way, copy) = work.popLast(), copies.count <= Self.maximumCopies { bind(way, copy) }
    if copies.count > Self.maximumCopies {
      graph.report(
        .tooManyScopes, "dynamic references can be reached in more than \(Self.maximumCopies) ways; use $ref",
        at: graph[graph.entry].place)
    }
  }

  /// A schema as it is seen from a scope; its resource comes into the scope.
  private mutating func copy(of schema: SchemaIndex, _ scope: Int) -> SchemaIndex {
    let way = Way(schema: schema, scope: entering(graph[schema].resource, scope))
    if let known = copies[way] { return known }
    let copy = SchemaIndex(raw: graph.schemas.count)
    graph.schemas.append(graph[schema])
    copies[way] = copy
    work.append((way, copy))
    return copy
  }

  private mutating func entering(_ resource: Resource, _ scope: Int) -> Int {
    guard let anchors = graph.dynamicAnchors[resource] else { return scope }
    var inner = scopes[scope]
    for (name, schema) in anchors where names.contains(name) && inner.anchors[name] == nil {
      inner.anchors[name] = schema
    }
    if let known = scopeIndexes[inner] { return known }
    scopes.append(inner)
    scopeIndexes[inner] = scopes.count - 1
    return scopes.count - 1
  }

  private mutating func bind(_ way: Way, _ copy: SchemaIndex) {
    for index in graph[copy].keywords.indices {
      let keyword = graph[copy].keywords[index]
      if case .dynamic(let target) = keyword.value {
        guard let schema = scopes[way.scope].anchors[target.anchor] ?? target.initial else {
          reportUnbound(target.anchor, keyword, graph[copy])
          continue
        }
        let bound = self.copy(of: schema, way.scope)
        graph[copy].setValue(.schema(bound), ofKeyword: index)
      } else {
        var copies: [SchemaIndex: SchemaIndex] = [:]
        for schema in keyword.value.schemas { copies[schema] = self.copy(of: schema, way.scope) }
        let value = keyword.value.mapSchemas { copies[$0] ?? $0 }
        graph[copy].setValue(value, ofKeyword: index)
      }
    }
  }

  private mutating func reportUnbound(_ anchor: String, _ keyword: Keyword, _ schema: Schema) {
    graph.report(
      .unknownAnchor,
      "no schema on the way here has the $dynamicAnchor \(JSONWriter.quoted(anchor))",
      at: schema.place(keyword.node + 1))
  }
}
