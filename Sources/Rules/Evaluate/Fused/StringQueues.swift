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
    // SAFETY: room for `capacity` entries of each kind, and for the end of each queue; freed with the storage.
    fileprivate let entries: UnsafeMutablePointer<Entry>
    fileprivate let ends = UnsafeMutablePointer<UnsafeMutablePointer<Entry>>.allocate(capacity: StringQueues.kinds)

    init() {
      // Aligned to the size of a queue: an end says by itself whether its queue is full.
      entries = UnsafeMutableRawPointer.allocate(
        byteCount: StringQueues.size * StringQueues.kinds, alignment: StringQueues.size
      ).assumingMemoryBound(to: Entry.self)
    }

    deinit {
      entries.deallocate()
      ends.deallocate()
    }
  }

  private static let capacity = 64
  private static let size = capacity * MemoryLayout<Entry>.stride
  private static let kinds = FusedBlock.Shortcut.allCases.count
  private let entries: UnsafeMutablePointer<Entry>
  private let ends: UnsafeMutablePointer<UnsafeMutablePointer<Entry>>

  /// SAFETY: the storage outlives the queues, and has no others at a time.
  init(_ storage: Storage) {
    entries = storage.entries
    ends = storage.ends
    for queue in 0..<Self.kinds { (ends + queue).initialize(to: start(queue)) }
  }

  private func start(_ queue: Int) -> UnsafeMutablePointer<Entry> { entries + queue &* Self.capacity }

  /// Whether the queue has no more room: judge all strings then.
  @inline(__always)
  func add(_ entry: Entry, to kind: FusedBlock.Shortcut) -> Bool {
    let end = ends[Int(kind.rawValue)]
    end.initialize(to: entry)
    ends[Int(kind.rawValue)] = end + 1
    return UInt(bitPattern: end + 1) & UInt(Self.size - 1) == 0
  }

  /// The strings of a queue, which is empty afterwards.
  @inline(__always)
  func taken(from kind: FusedBlock.Shortcut) -> UnsafeBufferPointer<Entry> {
    let (queue, first) = (Int(kind.rawValue), start(Int(kind.rawValue)))
    let count = ends[queue] - first
    ends[queue] = first
    return UnsafeBufferPointer(start: first, count: count)
  }
}
