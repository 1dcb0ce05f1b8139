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

  /// `a.b.c` as one name; nil for anything else. Not by recursion: chains are as long as the tree may be high.
  func qualifiedName(_ index: NodeIndex) -> (name: String, isAbsolute: Bool)? {
    var fields: [String] = []
    var index = index
    while case .select(let selection) = self[index].kind, !selection.isOptional, !selection.isTest {
      fields.append(selection.field)
      index = selection.operand
    }
    guard case .identifier(let name, let isAbsolute) = self[index].kind else { return nil }
    return (([name] + fields.reversed()).joined(separator: "."), isAbsolute)
  }

  /// The first name of `a.b.c`, unless it is written `.a`.
  func rootName(_ index: NodeIndex) -> String? {
    var index = index
    while case .select(let selection) = self[index].kind { index = selection.operand }
    guard case .identifier(let name, isAbsolute: false) = self[index].kind else { return nil }
    return name
  }
}
