extension Parser {
  mutating func member() throws(Problem) -> NodeIndex { try postfix(primary()) }

  /// Selections, calls and indexes behind a value.
  mutating func postfix(_ operand: NodeIndex) throws(Problem) -> NodeIndex {
    var node = operand
    while true {
      switch token.kind {
      case .dot: node = try selection(node)
      case .openBracket: node = try index(node)
      case .openBrace where tree.qualifiedName(node) != nil:
        throw Problem(.syntax, "protobuf messages are not supported; a map is written {'name': value}", token.span)
      default: return node
      }
    }
  }

  private mutating func selection(_ operand: NodeIndex) throws(Problem) -> NodeIndex {
    try advance()
    let isOptional = try accept(.question)
    let span = token.span
    let field: String
    switch token.kind {
    case .identifier: field = text(span)
    case .quotedIdentifier: field = String(text(span).dropFirst().dropLast())
    default: throw unexpected("a name")
    }
    let mayBeCall = token.kind == .identifier && !isOptional
    try advance()
    if mayBeCall, token.kind == .openParenthesis { return try call(field, span, on: operand) }
    let selection = SyntaxTree.Selection(operand: operand, field: field, isOptional: isOptional, fieldSpan: span)
    return try add(.select(selection), from: operand)
  }

  private mutating func index(_ operand: NodeIndex) throws(Problem) -> NodeIndex {
    try advance()
    let isOptional = try accept(.question)
    let index = try expression()
    try expect(.closeBracket)
    return try add(.index(operand, index, isOptional: isOptional), from: operand)
  }

  private mutating func call(_ name: String, _ span: SourceSpan, on target: NodeIndex) throws(Problem) -> NodeIndex {
    let arguments = try self.arguments()
    let call = SyntaxTree.Call(name: name, target: target, arguments: arguments, nameSpan: span)
    return try add(expand(call), from: target)
  }

  private mutating func primary() throws(Problem) -> NodeIndex {
    let start = token.span.start
    switch token.kind {
    case .openParenthesis:
      try advance()
      let inner = try expression()
      try expect(.closeParenthesis)
      return inner
    case .openBracket: return try list()
    case .openBrace: return try map()
    case .dot, .identifier: return try name()
    case .int, .uint, .double: return try numberLiteral(negative: false, from: start)
    default: return try plainLiteral(start)
    }
  }

  private mutating func name() throws(Problem) -> NodeIndex {
    let start = token.span.start
    let isAbsolute = try accept(.dot)
    let span = token.span
    guard token.kind == .identifier else { throw unexpected(isAbsolute ? "a name" : "a value") }
    let name = text(span)
    guard !Token.reserved.contains(name) else {
      throw Problem(.syntax, "'\(name)' is a reserved word; choose another name", span)
    }
    try advance()
    guard token.kind == .openParenthesis else { return try add(.identifier(name, isAbsolute: isAbsolute), start) }
    let arguments = try self.arguments()
    let call = SyntaxTree.Call(name: name, target: nil, arguments: arguments, nameSpan: span, isAbsolute: isAbsolute)
    return try add(expand(call), start)
  }

  private mutating func arguments() throws(Problem) -> [NodeIndex] {
    try expect(.openParenthesis)
    var arguments: [NodeIndex] = []
    guard try !accept(.closeParenthesis) else { return arguments }
    repeat { arguments.append(try expression()) } while try accept(.comma)
    try expect(.closeParenthesis)
    return arguments
  }

  private mutating func list() throws(Problem) -> NodeIndex {
    let start = token.span.start
    try advance()
    var elements: [SyntaxTree.Element] = []
    while token.kind != .closeBracket {
      let isOptional = try accept(.question)
      elements.append(SyntaxTree.Element(value: try expression(), isOptional: isOptional))
      guard try accept(.comma) else { break }
    }
    try expect(.closeBracket)
    return try add(.list(elements), start)
  }

  private mutating func map() throws(Problem) -> NodeIndex {
    let start = token.span.start
    try advance()
    var entries: [SyntaxTree.Entry] = []
    while token.kind != .closeBrace {
      let isOptional = try accept(.question)
      let key = try expression()
      try expect(.colon)
      entries.append(SyntaxTree.Entry(key: key, value: try expression(), isOptional: isOptional))
      guard try accept(.comma) else { break }
    }
    try expect(.closeBrace)
    return try add(.map(entries), start)
  }
}
