import Synchronization

/// The memory of one check at a time: document, match data. Refilled from document to document.
///
/// Not thread-safe: a ``Checker`` owns one, a ``RuleSet`` keeps a pool of them.
final class Workspace {
  let document = Document()
  let scratch = PatternScratch()
  // SAFETY: initialized once and freed in `deinit`; a workspace has one user at a time.
  let names = UnsafeMutablePointer<NameStack>.allocate(capacity: 1)
  let normalized = UnsafeMutablePointer<NormalizedText>.allocate(capacity: 1)
  let strings = StringQueues.Storage()

  init() {
    names.initialize(to: NameStack())
    normalized.initialize(to: NormalizedText())
  }

  deinit {
    normalized.deinitialize(count: 1)
    normalized.deallocate()
    names.deinitialize(count: 1)
    names.deallocate()
  }

  /// How much is held between documents.
  var footprint: Int { document.text.footprint + document.tape.capacity * MemoryLayout<Node>.stride }
}

/// Workspaces that wait for their next document.
final class WorkspacePool: Sendable {
  /// SAFETY (`@unchecked Sendable`): a workspace is in the list only while nobody uses it, and the mutex hands each to
  /// one caller.
  private struct Idle: @unchecked Sendable {
    /// The one that a single thread uses again and again, without the cost of an array.
    var spare: Workspace?
    var others: [Workspace] = []

    mutating func take() -> Workspace? {
      guard let workspace = spare else { return others.popLast() }
      spare = nil
      return workspace
    }

    mutating func give(_ workspace: Workspace) {
      if spare == nil {
        spare = workspace
      } else if others.count < mostKept {
        others.append(workspace)
      }
    }
  }

  private let idle = Mutex(Idle())
  /// Workspaces above this size are dropped: one huge document must not be paid for ever after.
  private static let largestKept = 8 << 20
  private static let mostKept = 64

  @inline(__always)
  func withWorkspace<R>(_ body: (Workspace) -> R) -> R {
    let workspace = idle.withLock { $0.take() } ?? Workspace()
    let result = body(workspace)
    if workspace.footprint <= Self.largestKept {
      idle.withLock { $0.give(workspace) }
    }
    return result
  }
}
