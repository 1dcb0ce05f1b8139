/// Finds names that stand twice in one object. Names were unescaped before, so bytes decide.
///
/// SAFETY: every index comes from the tape between an object and its end; tables have twice as many slots as members.
enum DuplicateKeys {
  /// Up to here all pairs with equal marks are compared: at most 2,016 pairs, whoever chose the names.
  private static let smallObject = 64

  /// A quick no, or a sure yes. O(members).
  @inline(never)
  static func mayRepeat(
    in object: NodeIndex, nodes: UnsafeMutablePointer<Node>, text: UnsafePointer<UInt8>
  ) -> Bool {
    if nodes[object].length > smallObject {
      var found = false
      forEachRepeatedInLarge(object, nodes, text) { _ in found = true }
      return found
    }
    // 1,024 marks, so that 22 names seldom share one.
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 16) { marks in
      marks.initialize(repeating: 0)
      var key = object + 1
      let end = nodes[object].auxiliary
      while key < end {
        let hash = nodes[key].auxiliary
        let word = hash &>> 6 & 15
        let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: hash & 63)
        if marks[word] & bit != 0, repeatsEarlier(key, of: object, nodes, text) { return true }
        marks[word] |= bit
        key = next(key, nodes)
      }
      return false
    }
  }

  /// Calls `body` with every key that repeats an earlier one. O(members) for large objects, whoever chose the names.
  static func forEachRepeated(
    in object: NodeIndex, nodes: UnsafeMutablePointer<Node>, text: UnsafePointer<UInt8>, _ body: (NodeIndex) -> Void
  ) {
    if nodes[object].length > smallObject { return forEachRepeatedInLarge(object, nodes, text, body) }
    var key = object + 1
    while key < nodes[object].auxiliary {
      if repeatsEarlier(key, of: object, nodes, text) { body(key) }
      key = next(key, nodes)
    }
  }

  /// Takes out all but the last member of each name, moving the rest down. Gives the tape's new end.
  ///
  /// The object is the last thing on the tape, so that only its own members move.
  static func removeEarlier(
    in object: NodeIndex, nodes: UnsafeMutablePointer<Node>, text: UnsafePointer<UInt8>
  ) -> NodeIndex {
    var superseded: Set<NodeIndex> = []
    var last: [ArraySlice<UInt8>: NodeIndex] = [:]
    var key = object + 1
    let end = nodes[object].auxiliary
    while key < end {
      let content = UnsafeBufferPointer(start: text + nodes[key].offset, count: nodes[key].length)
      // Swift's Dictionary hashes with a per-process seed.
      if let earlier = last.updateValue(key, forKey: ArraySlice(content)) { superseded.insert(earlier) }
      key = next(key, nodes)
    }
    var write = object + 1
    key = object + 1
    while key < end {
      let following = next(key, nodes)
      if !superseded.contains(key) {
        write = moveMember(from: key, upTo: following, to: write, nodes)
      }
      key = following
    }
    let members = nodes[object].length - superseded.count
    nodes[object] = Node(.object, offset: nodes[object].offset, length: members, auxiliary: write)
    return write
  }

  private static func moveMember(
    from start: NodeIndex, upTo end: NodeIndex, to target: NodeIndex, _ nodes: UnsafeMutablePointer<Node>
  ) -> NodeIndex {
    let distance = start - target
    for index in start..<end {
      var node = nodes[index]
      if node.kind.isContainer { node.high -= UInt64(distance) &<< 32 }
      nodes[index - distance] = node
    }
    return end - distance
  }

  @inline(__always)
  private static func next(_ key: NodeIndex, _ nodes: UnsafeMutablePointer<Node>) -> NodeIndex {
    let value = nodes[key &+ 1]
    return value.kind.isContainer ? value.auxiliary : key &+ 2
  }

  private static func repeatsEarlier(
    _ key: NodeIndex, of object: NodeIndex, _ nodes: UnsafeMutablePointer<Node>, _ text: UnsafePointer<UInt8>
  ) -> Bool {
    var earlier = object + 1
    while earlier < key {
      if same(nodes[earlier], nodes[key], text) { return true }
      earlier = next(earlier, nodes)
    }
    return false
  }

  private static func same(_ left: Node, _ right: Node, _ text: UnsafePointer<UInt8>) -> Bool {
    left.high == right.high && Bytes.equal(text + left.offset, text + right.offset, count: left.length)
  }

  /// Open addressing over a hash that cannot be chosen from outside.
  private static func forEachRepeatedInLarge(
    _ object: NodeIndex, _ nodes: UnsafeMutablePointer<Node>, _ text: UnsafePointer<UInt8>, _ body: (NodeIndex) -> Void
  ) {
    let capacity = (nodes[object].length * 2).nextPowerOfTwo
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: capacity) { table in
      table.initialize(repeating: 0)
      var key = object + 1
      while key < nodes[object].auxiliary {
        let hash = SeededHash.hash(text + nodes[key].offset, count: nodes[key].length)
        var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
        while table[slot] != 0, !same(nodes[Int(table[slot])], nodes[key], text) { slot = (slot + 1) & (capacity - 1) }
        if table[slot] == 0 { table[slot] = UInt32(key) } else { body(key) }
        key = next(key, nodes)
      }
    }
  }
}

extension Int {
  /// The least power of two that is not below the number; 1 for 0.
  var nextPowerOfTwo: Int { self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount) }
}
