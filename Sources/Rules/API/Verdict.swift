/// What a check decided. The three values are the whole of the meaning, so this enum does not grow.
///
/// Source: DESIGN 5a, "Two results".
@frozen
public enum Verdict: String, Codable, Hashable, Sendable {
  /// No finding of severity `error`.
  case valid
  /// At least one finding of severity `error`.
  case invalid
  /// A budget ran out before the answer was known; ``CheckResult/budget`` names it. Never a wrong answer in disguise.
  case undecided
}

/// A resource that is limited, named when it runs out.
public struct Budget: RawRepresentable, Codable, Hashable, Sendable, CustomStringConvertible {
  /// The stable name, as it appears in reports.
  public let rawValue: String

  /// A budget by its stable name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The document is longer than ``Limits/bytes``.
  public static let bytes = Budget(rawValue: "bytes")
  /// Arrays and objects are nested deeper than ``Limits/depth``.
  public static let depth = Budget(rawValue: "depth")
  /// A pattern used up ``Limits/patternSteps`` on one string.
  public static let patternSteps = Budget(rawValue: "pattern-steps")
  /// Exact arithmetic on one number used up ``Limits/numberSteps``.
  public static let numberSteps = Budget(rawValue: "number-steps")
  /// Schemas called each other deeper than the engine's recursion limit.
  public static let recursion = Budget(rawValue: "recursion")

  /// Rules visited the document's values far more often than there are values: they double their work at each level.
  public static let evaluationSteps = Budget(rawValue: "evaluation-steps")

  /// The stable name.
  public var description: String { rawValue }
}
