/// A run of characters whose combining class is not 0, ordered by counting: a hostile text is one run from its first
/// character to its last.
struct CombiningMarks {
  /// The class in the upper eight bits, the code point below.
  private var marks: [UInt32] = []
  private var sorted: [UInt32] = []
  private var isSorted = true

  var isEmpty: Bool { marks.isEmpty }

  mutating func append(_ value: UInt32, _ combiningClass: UInt8) {
    let mark = UInt32(combiningClass) << 24 | value
    if let last = marks.last, Self.combiningClass(last) > combiningClass { isSorted = false }
    marks.append(mark)
  }

  mutating func removeAll() {
    marks.removeAll(keepingCapacity: true)
    isSorted = true
  }

  func forEach(_ body: (UInt32) -> Void) {
    for mark in marks { body(Self.value(mark)) }
  }

  /// Orders the marks by class; those of one class stay in their order.
  mutating func sort() {
    guard !isSorted else { return }
    isSorted = true
    var ends = [Int](repeating: 0, count: 256)
    for mark in marks { ends[Int(Self.combiningClass(mark))] += 1 }
    for index in 1..<256 { ends[index] += ends[index - 1] }
    sorted = marks
    for mark in marks.reversed() {
      ends[Int(Self.combiningClass(mark))] -= 1
      sorted[ends[Int(Self.combiningClass(mark))]] = mark
    }
    swap(&marks, &sorted)
  }

  /// Removes the marks that `isComposed`, which is asked about those that no mark before them blocks (D115): in an
  /// ordered run, one of the same class that stayed.
  mutating func removeAll(where isComposed: (UInt32) -> Bool) {
    var count = 0
    for mark in marks {
      let isBlocked = count > 0 && Self.combiningClass(marks[count - 1]) == Self.combiningClass(mark)
      if !isBlocked, isComposed(Self.value(mark)) { continue }
      marks[count] = mark
      count += 1
    }
    marks.removeSubrange(count...)
  }

  private static func combiningClass(_ mark: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: mark >> 24) }
  private static func value(_ mark: UInt32) -> UInt32 { mark & 0xFF_FFFF }
}
