/// The structures of 2019-09 and 2020-12: `basic`, `detailed`, `verbose`.
struct KeywordOutput {
  private let isFlat: Bool
  private let isFolded: Bool
  private let isTruncated: Bool
  private let part: KeywordTree.Part
  private var tree: KeywordTree
  private var text: OutputText
  private var levels: [Level] = []
  private var isFirst = true

  /// Nodes beside each other, and how long the path was before them.
  private struct Level {
    let nodes: [OutputNode]
    let path: Int
    var next = 0
  }

  init(_ trace: OutputTrace, _ format: OutputFormat) {
    isFlat = format == .basic
    isFolded = format != .verbose
    isTruncated = trace.isTruncated
    part = format == .verbose ? .everything : trace.isValid ? .annotations : .errors
    tree = KeywordTree(trace, part)
    text = OutputText(trace)
  }

  mutating func run() -> String {
    let root = tree.root()
    let children = tree.children(of: root, folded: isFolded)
    text.raw("{\"valid\":\(root.isValid)")
    text.memberPath("keywordLocation")
    text.rootPlace("absoluteKeywordLocation")
    text.instanceLocation(Document.root)
    speak(root)
    // "errors" or "annotations" is there even when it is empty (2020-12 core, 12.4).
    text.raw(root.isValid ? ",\"annotations\":[" : ",\"errors\":[")
    if isFlat && !root.isValid && (root.speaks || children.count > 1) { flatRoot(root) }
    levels = [Level(nodes: children, path: 0)]
    writeLevels()
    text.raw("]")
    if isTruncated || text.wasFull { text.member("truncated", json: "true") }
    text.raw("}")
    return text.text
  }

  /// The list of `basic` has a unit of the root, as the standard's example has (2020-12 core, 12.4.2).
  private mutating func flatRoot(_ root: OutputNode) {
    fields(root)
    speak(root)
    if !root.speaks { text.member("error", Self.branchError) }
    text.raw("}")
  }

  private static let branchError = "a schema in this one does not accept the value"

  private mutating func writeLevels() {
    while let level = levels.last {
      guard level.next < level.nodes.count, text.hasRoom() else {
        close(level)
        continue
      }
      levels[levels.count - 1].next += 1
      open(level.nodes[level.next])
    }
  }

  private mutating func close(_ level: Level) {
    levels.removeLast()
    text.pop(to: level.path)
    isFirst = false
    if !isFlat && !levels.isEmpty { text.raw("]}") }
  }

  private mutating func open(_ node: OutputNode) {
    let length = text.pathLength
    text.push(node.step)
    let children = tree.children(of: node, folded: isFolded)
    if isFlat { flat(node) } else { nested(node, hasChildren: !children.isEmpty) }
    if children.isEmpty { return text.pop(to: length) }
    levels.append(Level(nodes: children, path: length))
  }

  private mutating func flat(_ node: OutputNode) {
    if part == .annotations && !node.speaks { return }
    fields(node)
    speak(node)
    if !node.speaks { text.member("error", Self.branchError) }
    text.raw("}")
  }

  private mutating func nested(_ node: OutputNode, hasChildren: Bool) {
    fields(node)
    speak(node)
    if hasChildren {
      text.raw(node.isValid ? ",\"annotations\":[" : ",\"errors\":[")
      isFirst = true
    } else {
      text.raw("}")
    }
  }

  private mutating func fields(_ node: OutputNode) {
    if !isFirst { text.raw(",") }
    isFirst = false
    text.raw("{\"valid\":\(node.isValid)")
    text.memberPath("keywordLocation")
    switch node.place {
    case .schema(let block): text.place("absoluteKeywordLocation", schema: block)
    case .keyword(let site): text.place("absoluteKeywordLocation", keyword: site)
    }
    text.instanceLocation(node.instance)
  }

  private mutating func speak(_ node: OutputNode) {
    var errors = node.text.map { [$0] } ?? []
    for failure in node.errors { errors.append(text.message(failure)) }
    if !errors.isEmpty { text.member("error", errors.joined(separator: "; ")) }
    if let annotation = node.annotation { text.member("annotation", json: text.json(annotation, of: node.instance)) }
  }
}
