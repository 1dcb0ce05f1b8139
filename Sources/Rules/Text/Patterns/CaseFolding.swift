/// Which code points are equal under `i` and `u`: those with the same simple case folding (ECMA-262 22.2.2.7.3).
enum CaseFolding {
  /// From each code point that is equal to others to all of them, itself included.
  ///
  /// The Unicode data at hand have full mappings, no foldings. Two code points fold to the same if a mapping of one
  /// code point leads from one to the other, in whichever direction; `exceptions` and `additions` are the rest.
  static let classes: [UInt32: [UInt32]] = makeClasses()

  /// The keys of `classes`, ascending.
  static let members: [UInt32] = classes.keys.sorted()

  /// `İ` and `ı` fold to themselves (CaseFolding.txt, status T).
  private static let exceptions: Set<UInt32> = [0x130, 0x131]

  /// Folded simply (status S) though no simple mapping connects them.
  private static let additions: [(UInt32, UInt32)] = [(0x390, 0x1FD3), (0x3B0, 0x1FE3), (0xFB05, 0xFB06)]

  /// No letter with two cases lies behind the supplementary multilingual plane.
  private static let lastPlane: UInt32 = 0x1FFFF

  /// `set` with all that is equal to one of its members.
  static func closure(of set: CodePointSet) -> CodePointSet {
    let equals = set.ranges.flatMap { range in members(in: range).flatMap { classes[$0] ?? [] } }
    return set.union(CodePointSet(equals.map { $0...$0 }))
  }

  private static func members(in range: ClosedRange<UInt32>) -> ArraySlice<UInt32> {
    members[firstIndex { $0 >= range.lowerBound }..<firstIndex { $0 > range.upperBound }]
  }

  /// Binary search: where `predicate` becomes true.
  private static func firstIndex(where predicate: (UInt32) -> Bool) -> Int {
    var (low, high) = (0, members.count)
    while low < high {
      let middle = (low + high) / 2
      if predicate(members[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension CaseFolding {
  private static func makeClasses() -> [UInt32: [UInt32]] {
    var result: [UInt32: [UInt32]] = [:]
    func join(_ left: UInt32, _ right: UInt32) {
      let all = Set((result[left] ?? [left]) + (result[right] ?? [right])).sorted()
      for member in all { result[member] = all }
    }
    for codePoint in 0...lastPlane {
      guard let scalar = Unicode.Scalar(codePoint), scalar.properties.changesWhenCaseMapped else { continue }
      for other in mappings(of: scalar) { join(codePoint, other) }
    }
    for (left, right) in additions { join(left, right) }
    return result
  }

  private static func mappings(of scalar: Unicode.Scalar) -> [UInt32] {
    guard !exceptions.contains(scalar.value) else { return [] }
    let properties = scalar.properties
    return [properties.lowercaseMapping, properties.uppercaseMapping, properties.titlecaseMapping].compactMap {
      guard let first = $0.unicodeScalars.first, $0.unicodeScalars.count == 1 else { return nil }
      return first == scalar ? nil : first.value
    }
  }
}
