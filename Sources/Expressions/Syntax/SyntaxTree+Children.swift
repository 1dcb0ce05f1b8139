extension SyntaxTree {
  func children(of index: NodeIndex) -> [NodeIndex] { Self.children(of: self[index].kind) }

  /// The nodes directly below a node, in the order of the text.
  static func children(of kind: Kind) -> [NodeIndex] {
    switch kind {
    case .literal, .identifier: []
    case .select(let selection): [selection.operand]
    case .index(let operand, let index, _): [operand, index]
    case .unary(_, let operand): [operand]
    case .binary(_, let left, let right): [left, right]
    case .logic(_, let operands): operands
    case .conditional(let condition, let first, let second): [condition, first, second]
    case .call(let call): [call.target].compactMap(\.self) + call.arguments
    case .list(let elements): elements.map(\.value)
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .comprehension(let it): [it.range, it.filter, it.body].compactMap(\.self)
    case .bind(_, let value, let body): [value, body]
    case .optionalMap(let map): [map.target, map.body]
    }
  }

  /// `a.b.c` as one name; nil for anything else.
  func qualifiedName(_ index: NodeIndex) -> (name: String, isAbsolute: Bool)? {
    switch self[index].kind {
    case .identifier(let name, let isAbsolute): return (name, isAbsolute)
    case .select(let selection) where !selection.isOptional && !selection.isTest:
      guard let operand = qualifiedName(selection.operand) else { return nil }
      return (operand.name + "." + selection.field, operand.isAbsolute)
    default: return nil
    }
  }

  /// The first name of `a.b.c`, unless it is written `.a`.
  func rootName(_ index: NodeIndex) -> String? {
    switch self[index].kind {
    case .identifier(let name, let isAbsolute): isAbsolute ? nil : name
    case .select(let selection): rootName(selection.operand)
    default: nil
    }
  }
}
