/// Text to tree: a Pratt parser with one token of look-ahead. Nesting is limited, so hostile text cannot exhaust the stack.
struct Parser {
  let bytes: [UInt8]
  private var lexer: Lexer
  private(set) var token: Token
  var tree = SyntaxTree()
  private var depth = 0
  private var previousEnd = 0
  private let maximumDepth: Int

  private init(_ bytes: [UInt8], maximumDepth: Int) throws(Problem) {
    self.bytes = bytes
    self.maximumDepth = min(maximumDepth, 400)
    lexer = Lexer(bytes)
    token = try lexer.next()
  }

  static func parse(_ text: String, _ options: ExpressionOptions) throws(Problem) -> SyntaxTree {
    let bytes = Array(text.utf8)
    guard bytes.count <= options.maximumBytes else {
      let span = SourceSpan(start: 0, end: bytes.count)
      let limit = options.maximumBytes
      throw Problem(.limit, "the expression has \(bytes.count) bytes; at most \(limit) are allowed", span)
    }
    var parser = try Parser(bytes, maximumDepth: options.maximumDepth)
    let root = try parser.expression()
    guard parser.token.kind == .end else { throw parser.unexpected("an operator or the end") }
    parser.tree.finish(root)
    return parser.tree
  }

  /// `or ["?" or ":" expression]`.
  mutating func expression() throws(Problem) -> NodeIndex {
    try enter()
    defer { depth -= 1 }
    let condition = try logic(.or)
    guard try accept(.question) else { return condition }
    let first = try logic(.or)
    try expect(.colon)
    let second = try expression()
    return try add(.conditional(condition, first, second), from: condition)
  }

  private mutating func logic(_ kind: LogicOperator) throws(Problem) -> NodeIndex {
    let first = try kind == .or ? logic(.and) : binary(1)
    var operands = [first]
    while try accept(kind == .or ? .or : .and) {
      operands.append(try kind == .or ? logic(.and) : binary(1))
    }
    return operands.count == 1 ? first : try add(.logic(kind, operands), from: first)
  }

  /// Operators that bind at least this tightly; all of them group from the left.
  private mutating func binary(_ precedence: Int) throws(Problem) -> NodeIndex {
    var left = try unary()
    while let kind = BinaryOperator(token.kind), kind.precedence >= precedence {
      try advance()
      let right = try binary(kind.precedence + 1)
      left = try add(.binary(kind, left, right), from: left)
    }
    return left
  }

  private mutating func unary() throws(Problem) -> NodeIndex {
    let start = token.span.start
    let kind: UnaryOperator
    switch token.kind {
    case .not: kind = .not
    case .minus: kind = .negate
    default: return try member()
    }
    try enter()
    defer { depth -= 1 }
    try advance()
    // The sign belongs to the number: -9223372036854775808 is one.
    if kind == .negate, token.kind == .int || token.kind == .double {
      let number = try numberLiteral(negative: true, from: start)
      return try postfix(number)
    }
    let operand = try unary()
    return try add(.unary(kind, operand), start)
  }

  private mutating func enter() throws(Problem) {
    depth += 1
    guard depth <= maximumDepth else {
      throw Problem(.limit, "nested deeper than \(maximumDepth) levels; split the expression", token.span)
    }
    try StackGuard.check(token.span)
  }

  // MARK: Tokens

  mutating func advance() throws(Problem) {
    previousEnd = token.span.end
    token = try lexer.next()
  }

  mutating func accept(_ kind: Token.Kind) throws(Problem) -> Bool {
    guard token.kind == kind else { return false }
    try advance()
    return true
  }

  mutating func expect(_ kind: Token.Kind) throws(Problem) {
    guard try accept(kind) else { throw unexpected("'\(kind.rawValue)'") }
  }

  func text(_ span: SourceSpan) -> String { String(decoding: bytes[span.start..<span.end], as: UTF8.self) }

  func unexpected(_ wanted: String) -> Problem {
    let found = token.kind == .end ? "the expression ends" : "found '\(text(token.span).prefix(40))'"
    return Problem(.syntax, "\(found) where \(wanted) was expected", token.span)
  }

  // MARK: Nodes

  mutating func add(_ kind: SyntaxTree.Kind, from first: NodeIndex) throws(Problem) -> NodeIndex {
    try add(kind, tree[first].span.start)
  }

  /// A node from an offset to the token that was read last.
  mutating func add(_ kind: SyntaxTree.Kind, _ start: Int) throws(Problem) -> NodeIndex {
    let index = tree.add(kind, SourceSpan(start: start, end: previousEnd))
    guard tree[index].height <= 2 * maximumDepth else {
      throw Problem(.limit, "nested deeper than \(2 * maximumDepth) levels; split the expression", tree[index].span)
    }
    return index
  }
}
