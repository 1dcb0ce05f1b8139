/// How expressions are compiled.
public struct ExpressionOptions: Sendable {
  /// Whether types are checked. Unchecked, what would be an error of types is one when the expression is evaluated.
  public var checksTypes = true
  /// Whether parts without variables are evaluated when compiling.
  public var foldsConstants = true
  /// Names are looked up in this namespace first, then in those around it, as `com.example`; empty for none.
  public var container = ""
  /// The longest text, in bytes.
  public var maximumBytes = 65_536
  /// How deep an expression may be nested; at most 400.
  public var maximumDepth = 200
  /// Time zones by name, for `getHours('Europe/Vienna')`. Without them, only `UTC` and offsets are known.
  public var timeZones: TimeZoneSource?

  /// The options as they are without a choice.
  public init() {}
}
