/// The exit codes of every command (DESIGN 8).
package enum ExitStatus: Int32, Sendable, Comparable {
  /// Nothing to complain about.
  case clean = 0
  /// Findings at or above the failing level.
  case findings = 1
  /// Something kept the command from deciding: it outranks findings.
  case trouble = 2

  package static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rawValue < right.rawValue }
}
