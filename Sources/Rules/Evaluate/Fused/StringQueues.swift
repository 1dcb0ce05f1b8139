/// Strings whose end is known, but neither whether they satisfy their blocks nor whether they are well-formed up to there.
///
/// Nothing foretells which block comes next, and so what is asked of the next string: a processor guesses, and what it did
/// on a wrong guess is lost. Strings wait here, each with those of which the same kind of thing is asked, and are judged in
/// loops that have nothing to guess.
struct StringQueues {
  struct Entry {
    let content: Scanner.Position
    let length: UInt32
    let index: BlockIndex
  }

  /// All queues of one workspace.
  final class Storage {
    // SAFETY: room for `capacity` entries of each kind, and for how many of them are set; freed with the storage.
    fileprivate let entries = UnsafeMutablePointer<Entry>.allocate(
      capacity: StringQueues.capacity * StringQueues.kinds)
    fileprivate let counts = UnsafeMutablePointer<Int>.allocate(capacity: StringQueues.kinds)

    deinit {
      entries.deallocate()
      counts.deallocate()
    }
  }

  private static let capacity = 64
  private static let kinds = FusedBlock.Shortcut.allCases.count
  private let entries: UnsafeMutablePointer<Entry>
  private let counts: UnsafeMutablePointer<Int>

  /// SAFETY: the storage outlives the queues, and has no others at a time.
  init(_ storage: Storage) {
    entries = storage.entries
    counts = storage.counts
    counts.initialize(repeating: 0, count: Self.kinds)
  }

  /// Whether the queue has no more room: judge all strings then.
  @inline(__always)
  func add(_ entry: Entry, to kind: FusedBlock.Shortcut) -> Bool {
    let queue = Int(kind.rawValue)
    let count = counts[queue]
    (entries + (queue &* Self.capacity &+ count)).initialize(to: entry)
    counts[queue] = count &+ 1
    return count == Self.capacity &- 1
  }

  /// The strings of a queue, which is empty afterwards.
  @inline(__always)
  func taken(from kind: FusedBlock.Shortcut) -> UnsafeBufferPointer<Entry> {
    let queue = Int(kind.rawValue)
    let count = counts[queue]
    counts[queue] = 0
    return UnsafeBufferPointer(start: entries + queue &* Self.capacity, count: count)
  }
}
