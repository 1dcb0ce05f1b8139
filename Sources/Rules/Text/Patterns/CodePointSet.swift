/// A set of code points as sorted ranges that neither overlap nor touch.
struct CodePointSet: Hashable, Sendable {
  static let last: UInt32 = 0x10FFFF

  private(set) var ranges: [ClosedRange<UInt32>] = []

  init() {}

  init(_ ranges: [ClosedRange<UInt32>]) {
    self.ranges = Self.normalized(ranges)
  }

  var isEmpty: Bool { ranges.isEmpty }
  var isFull: Bool { ranges == [0...Self.last] }

  /// The only member, if there is just one.
  var single: UInt32? {
    guard ranges.count == 1, let range = ranges.first, range.lowerBound == range.upperBound else { return nil }
    return range.lowerBound
  }

  /// O(number of ranges): for parsing, not for matching.
  func contains(_ codePoint: UInt32) -> Bool {
    ranges.contains { $0.contains(codePoint) }
  }

  func union(_ other: CodePointSet) -> CodePointSet {
    CodePointSet(ranges + other.ranges)
  }

  var complement: CodePointSet {
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { gaps.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= Self.last { gaps.append(next...Self.last) }
    return CodePointSet(gaps)
  }

  /// Without U+D800 to U+DFFF, which UTF-8 text cannot hold and PCRE2 refuses as the end of a range.
  var scalars: CodePointSet {
    guard let last = ranges.last, last.upperBound >= 0xD800 else { return self }
    return CodePointSet(
      ranges.flatMap { range -> [ClosedRange<UInt32>] in
        var parts: [ClosedRange<UInt32>] = []
        if range.lowerBound < 0xD800 { parts.append(range.lowerBound...min(range.upperBound, 0xD7FF)) }
        if range.upperBound > 0xDFFF { parts.append(max(range.lowerBound, 0xE000)...range.upperBound) }
        return parts
      })
  }

  private static func normalized(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let previous = result.last, range.lowerBound <= previous.upperBound + 1 {
        result[result.count - 1] = previous.lowerBound...max(previous.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}

extension CodePointSet {
  /// `\d` (ECMA-262 22.2.2.9): ASCII only, with and without the `u` flag.
  static let digits = CodePointSet([0x30...0x39])

  /// `\w` (WordCharacters, 22.2.2.9.3): ASCII only unless `u` and `i` are both set.
  static let word = CodePointSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])

  /// `\s`: WhiteSpace (12.2, with U+FEFF and general category Zs) and LineTerminator (12.3).
  static let space = CodePointSet([
    0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
    0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
  ])

  /// What `.` does not match without the `s` flag (22.2.2.7).
  static let lineTerminators = CodePointSet([0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029])
}
