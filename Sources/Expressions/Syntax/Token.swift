/// A piece of the text as the grammar sees it (langdef, "Syntax").
struct Token {
  enum Kind: String {
    case end = "end of the expression"
    case identifier
    /// `` `content-type` ``: a field's name that is no identifier.
    case quotedIdentifier = "quoted identifier"
    case int, uint, double, string, bytes
    case dot = "."
    case comma = ","
    case colon = ":"
    case question = "?"
    case openParenthesis = "("
    case closeParenthesis = ")"
    case openBracket = "["
    case closeBracket = "]"
    case openBrace = "{"
    case closeBrace = "}"
    case plus = "+"
    case minus = "-"
    case star = "*"
    case slash = "/"
    case percent = "%"
    case not = "!"
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case and = "&&"
    case or = "||"
    case `in`
    case `true`
    case `false`
    case null
  }

  let kind: Kind
  let span: SourceSpan

  /// The words that are tokens of their own and never names.
  static let keywords: [String: Kind] = ["in": .in, "true": .true, "false": .false, "null": .null]

  /// Words that are kept for languages around CEL: fields and methods may have them as names, variables may not.
  static let reserved: Set<String> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
    "namespace", "return", "var", "void", "while",
  ]
}
