/// Bytes that none of an automaton's sets tells apart are of one class. Classes are in the order of their first bytes.
struct ByteClasses {
  /// By byte, its class.
  let classes: [UInt8]
  let count: Int
  /// The classes of all sets.
  private(set) var lists: [UInt8] = []
  /// By set, where its classes start, and one more.
  private var starts: [Int] = [0]

  init(_ sets: [ByteSet]) {
    let parts = Self.parts(sets)
    count = parts.count
    var classes = [UInt8](repeating: 0, count: 256)
    for index in 0..<parts.count {
      parts[index].forEach { classes[Int($0)] = UInt8(truncatingIfNeeded: index) }
    }
    self.classes = classes
    starts.reserveCapacity(sets.count + 1)
    lists.reserveCapacity(4 * sets.count)
    for set in sets {
      for index in 0..<parts.count where !set.isDisjoint(from: parts[index]) {
        lists.append(UInt8(truncatingIfNeeded: index))
      }
      starts.append(lists.count)
    }
  }

  /// Where the classes of a set stand in the lists.
  func range(of set: Int) -> Range<Int> { starts[set]..<starts[set &+ 1] }

  /// Each set splits the classes that it has a part of.
  private static func parts(_ sets: [ByteSet]) -> [ByteSet] {
    var parts = [ByteSet(0...0xFF)]
    parts.reserveCapacity(2 * sets.count)
    for set in sets {
      for index in parts.indices {
        let inside = parts[index].intersection(set)
        if inside.isEmpty || inside == parts[index] { continue }
        parts.append(parts[index].subtracting(set))
        parts[index] = inside
      }
    }
    return parts.sorted { $0.first ?? 0 < $1.first ?? 0 }
  }
}
