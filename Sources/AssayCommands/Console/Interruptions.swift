import RuleFiles

/// How a command hears of Ctrl-C.
package struct Interruptions: Sendable {
  /// From now on Ctrl-C is a wish, no end.
  let watch: @Sendable () -> Void
  let isRequested: @Sendable () -> Bool

  package init(watch: @escaping @Sendable () -> Void = {}, isRequested: @escaping @Sendable () -> Bool) {
    self.watch = watch
    self.isRequested = isRequested
  }

  package static let none = Interruptions { false }
  /// The process's own signal.
  static let process = Interruptions(watch: Interruption.watch) { Interruption.isRequested }
}
