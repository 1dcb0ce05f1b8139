/// How much a finding counts. Only `error` makes a document invalid.
@frozen
public enum Severity: String, Codable, Hashable, Sendable, Comparable, CaseIterable {
  /// Worth knowing.
  case info
  /// Worth mending.
  case warning
  /// The document is refused.
  case error

  /// `info` < `warning` < `error`.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}
