/// Why an expression does not compile: what was found, where, and what to do.
///
/// ```swift
/// do {
///   _ = try Expression.compile("size(nmae) > 3", declarations: Declarations(["name": .string]))
/// } catch {
///   print(error)   // 1:6: 'nmae' is not declared; did you mean 'name'?
/// }
/// ```
public struct ExpressionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kind of an error; kinds may be added.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The stable name.
    public let rawValue: String
    /// A kind by its name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The text is no expression.
    public static let syntax = Code(rawValue: "syntax")
    /// A name that nothing declares.
    public static let undeclared = Code(rawValue: "undeclared")
    /// An operation that these types do not have.
    public static let type = Code(rawValue: "type")
    /// A constant that is no pattern, instant or duration.
    public static let constant = Code(rawValue: "constant")
    /// Larger or deeper than ``ExpressionOptions`` allow.
    public static let limit = Code(rawValue: "limit")
  }

  /// What kind of error it is.
  public let code: Code
  /// One line that names what was found and what to do.
  public let message: String
  /// The piece of text that it is about.
  public let span: SourceSpan
  /// Where the piece starts.
  public let position: SourcePosition

  init(_ problem: Problem, in text: String) {
    code = problem.code
    message = problem.message
    span = problem.span
    position = SourcePosition(of: problem.span.start, in: text)
  }

  /// `line:column: message`.
  public var description: String { "\(position): \(message)" }
}

/// An error before its line and column are worked out.
struct Problem: Error {
  let code: ExpressionError.Code
  let message: String
  let span: SourceSpan

  init(_ code: ExpressionError.Code, _ message: String, _ span: SourceSpan) {
    self.code = code
    self.message = message
    self.span = span
  }
}
