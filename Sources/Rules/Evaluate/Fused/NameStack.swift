/// The names of the objects that are being read, the innermost object's last: what finds a name that stands twice.
///
/// Names that the rules know are told apart by their numbers and need no place here.
struct NameStack: ~Copyable {
  /// A name: where it is, and its length and hash as one word, which differs for nearly all others.
  struct Name {
    let offset: UInt32
    let length: UInt32
    let hash: UInt32

    @inline(__always)
    func mayEqual(_ other: Name) -> Bool { hash == other.hash && length == other.length }
  }

  private var names: UnsafeMutablePointer<Name>
  private var capacity = 64
  private(set) var count = 0

  /// Up to here all pairs are compared.
  private static let fewNames = 12

  init() { names = .allocate(capacity: capacity) }

  deinit { names.deallocate() }

  @inline(__always)
  mutating func push(_ name: Name) {
    if count == capacity { grow() }
    (names + count).initialize(to: name)
    count &+= 1
  }

  /// Takes the names from `floor` on away. False if one of them stands twice. O(names), whoever chose them.
  @inline(__always)
  mutating func pop(to floor: Int, _ text: UnsafePointer<UInt8>) -> Bool {
    let added = count &- floor
    count = floor
    return added < 2 || areDistinct(names + floor, added, text)
  }

  mutating func removeAll() { count = 0 }

  /// Takes the names from `floor` on away without a look at them.
  mutating func drop(to floor: Int) { count = floor }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Name>.allocate(capacity: capacity * 2)
    larger.initialize(from: names, count: count)
    names.deallocate()
    names = larger
    capacity *= 2
  }

  @inline(never)
  private func areDistinct(_ names: UnsafePointer<Name>, _ count: Int, _ text: UnsafePointer<UInt8>) -> Bool {
    if count > Self.fewNames { return Self.areManyDistinct(names, count, text) }
    // SAFETY: both indexes are below `count`.
    for right in 1..<count {
      for left in 0..<right where names[left].mayEqual(names[right]) {
        if Self.areEqual(names[left], names[right], text) { return false }
      }
    }
    return true
  }

  /// Open addressing: over the names' own hashes, which are at hand, and where those were chosen to collide over one that
  /// cannot be chosen from outside.
  private static func areManyDistinct(
    _ names: UnsafePointer<Name>, _ count: Int, _ text: UnsafePointer<UInt8>
  ) -> Bool {
    let capacity = (count * 2).nextPowerOfTwo
    return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: capacity) { table in
      areDistinct(names, count, text, table, steps: count) { Int(truncatingIfNeeded: names[$0].hash) }
        ?? areDistinct(names, count, text, table, steps: .max) { index in
          let name = names[index]
          return Int(truncatingIfNeeded: SeededHash.hash(text + Int(name.offset), count: Int(name.length)))
        } ?? false
    }
  }

  /// nil where more steps would be needed.
  @inline(__always)
  private static func areDistinct(
    _ names: UnsafePointer<Name>, _ count: Int, _ text: UnsafePointer<UInt8>,
    _ table: UnsafeMutableBufferPointer<UInt32>,
    steps: Int, hash: (Int) -> Int
  ) -> Bool? {
    var steps = steps
    table.initialize(repeating: 0)
    // SAFETY: slots hold indexes of names, plus one; the table is never full.
    for index in 0..<count {
      var slot = hash(index) & (table.count - 1)
      while table[slot] != 0 {
        if areEqual(names[Int(table[slot]) - 1], names[index], text) { return false }
        slot = (slot + 1) & (table.count - 1)
        steps -= 1
        if steps == 0 { return nil }
      }
      table[slot] = UInt32(truncatingIfNeeded: index + 1)
    }
    return true
  }

  @inline(__always)
  private static func areEqual(_ left: Name, _ right: Name, _ text: UnsafePointer<UInt8>) -> Bool {
    left.mayEqual(right)
      && Bytes.equal(text + Int(left.offset), text + Int(right.offset), count: Int(left.length))
  }
}
