/// What an evaluation gives.
public enum ExpressionOutcome: Sendable {
  /// A value.
  case value(ExpressionValue)
  /// An error of the evaluation, such as a division by zero.
  case error(EvaluationError)
  /// The budget ran out first: neither true nor false. A larger budget decides.
  case undecided
}

/// Why an evaluation has no value.
public struct EvaluationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kind of an error; kinds may be added.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The stable name.
    public let rawValue: String
    /// A kind by its name.
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  /// What kind of error it is.
  public let code: Code
  /// One line that names what was found.
  public let message: String
  /// The piece of text that failed.
  public let span: SourceSpan
  /// Where the piece starts.
  public let position: SourcePosition

  /// `line:column: message`.
  public var description: String { "\(position): \(message)" }
}
