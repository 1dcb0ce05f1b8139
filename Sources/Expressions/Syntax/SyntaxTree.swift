/// Where a node lies in its tree.
struct NodeIndex: Hashable {
  let value: Int
}

/// An expression as it was written, macros already recognised: a flat list of nodes, children before their parents.
struct SyntaxTree {
  private(set) var nodes: [Node] = []
  private(set) var root = NodeIndex(value: 0)

  struct Node {
    let kind: Kind
    let span: SourceSpan
    /// 1 for a leaf. Everything that recurses over the tree is bounded by it.
    let height: Int
  }

  enum Kind {
    case literal(Literal)
    case identifier(String, isAbsolute: Bool)
    case select(Selection)
    case index(NodeIndex, NodeIndex, isOptional: Bool)
    case unary(UnaryOperator, NodeIndex)
    case binary(BinaryOperator, NodeIndex, NodeIndex)
    /// All operands of a chain of `&&` or of `||`: long chains stay flat.
    case logic(LogicOperator, [NodeIndex])
    case conditional(NodeIndex, NodeIndex, NodeIndex)
    case call(Call)
    case list([Element])
    case map([Entry])
    case comprehension(Comprehension)
    /// `cel.bind(name, value, body)`.
    case bind(String, NodeIndex, NodeIndex)
    /// `target.optMap(name, body)`, or `optFlatMap` where the body is optional itself.
    case optionalMap(OptionalMap)
  }

  struct Selection {
    let operand: NodeIndex
    let field: String
    var isOptional = false
    /// `has(operand.field)`.
    var isTest = false
    let fieldSpan: SourceSpan
  }

  struct Call {
    let name: String
    let target: NodeIndex?
    let arguments: [NodeIndex]
    let nameSpan: SourceSpan
    /// `.name(...)`: not looked up in the container.
    var isAbsolute = false
  }

  struct Element {
    let value: NodeIndex
    let isOptional: Bool
  }

  struct Entry {
    let key: NodeIndex
    let value: NodeIndex
    let isOptional: Bool
  }

  struct OptionalMap {
    let target: NodeIndex
    let variable: String
    let body: NodeIndex
    let isFlat: Bool
  }

  subscript(_ index: NodeIndex) -> Node { nodes[index.value] }

  mutating func add(_ kind: Kind, _ span: SourceSpan) -> NodeIndex {
    let height = 1 + Self.children(of: kind).reduce(0) { max($0, nodes[$1.value].height) }
    nodes.append(Node(kind: kind, span: span, height: height))
    root = NodeIndex(value: nodes.count - 1)
    return root
  }

  mutating func finish(_ index: NodeIndex) { root = index }
}
