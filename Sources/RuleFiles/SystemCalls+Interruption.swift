import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ctrl-C as a wish to stop soon rather than an end at once: what was found so far is still told.
package enum Interruption {
  private static let flag = Atomic(false)

  /// Whether somebody pressed Ctrl-C since `watch`.
  package static var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// From now on the first Ctrl-C is noted; the second ends the process.
  package static func watch() {
    // Makes the flag before a signal needs it: a handler may not.
    _ = isRequested
    signal(SIGINT) { _ in
      Interruption.flag.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }

  /// Ends the process as Ctrl-C would have, where it was pressed: the shell that waits stops its script too.
  package static func endProcessIfRequested() {
    if !isRequested { return }
    signal(SIGINT, SIG_DFL)
    raise(SIGINT)
  }
}

extension SystemCalls {
  /// Milliseconds between two looks at the interruption: the signal may reach another thread than the one that waits.
  private static var patience: Int32 { 200 }

  /// Waits for a pipe or a terminal to have bytes, or its end; false when Ctrl-C was pressed before.
  static func waitForInput(_ descriptor: Int32) throws(Failure) -> Bool {
    while !Interruption.isRequested {
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&request, 1, patience)
      if ready > 0 { return true }
      if ready < 0, errno != EINTR { throw Failure(number: errno) }
    }
    return false
  }
}
