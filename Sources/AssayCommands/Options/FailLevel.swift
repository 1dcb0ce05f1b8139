import ArgumentParser
import Rules

/// From which severity on findings make a command fail.
enum FailLevel: String, ExpressibleByArgument, CaseIterable {
  case error, warning, info

  var severity: Severity {
    switch self {
    case .error: .error
    case .warning: .warning
    case .info: .info
    }
  }
}
