import ArgumentParser
import Reports
import Rules

/// What `lint` prints: a report on findings, or the standard's own output.
enum LintFormat: ExpressibleByArgument {
  case report(ReportFormat)
  case standard(OutputFormat)

  init?(argument: String) {
    if let format = ReportFormat(rawValue: argument) {
      self = .report(format)
    } else if let format = OutputFormat(rawValue: argument) {
      self = .standard(format)
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] { ReportFormat.allCases.map(\.rawValue) + OutputFormat.allCases.map(\.rawValue) }

  var defaultValueDescription: String {
    switch self {
    case .report(let format): format.rawValue
    case .standard(let format): format.rawValue
    }
  }

  var standard: OutputFormat? {
    if case .standard(let format) = self { format } else { nil }
  }

  /// How findings are written where they are.
  var report: ReportFormat {
    if case .report(let format) = self { format } else { .concise }
  }

  /// `flag` has no room for them.
  var showsAnnotations: Bool { standard.map { $0 != .flag } ?? false }
}
