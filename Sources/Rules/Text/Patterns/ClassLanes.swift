/// One set of bytes for each of 16 bytes of text, to be compared at once: fixed steps side by side, so that
/// `^#[0-9a-f]{6}$` is one comparison, or a longer run with its set in every lane. Plain data.
struct ClassLanes: Sendable {
  static let width = 16
  /// How many ranges a set may have; one with more, as in `[A-Za-z0-9_-]`, takes two of these for its step.
  static let ranges = 4

  /// First, and the widths behind it, as `assay_scan_ranges16` reads them: 16 lanes of a range, then of the next.
  private(set) var lows = SIMD64<UInt8>()
  /// Highest byte minus lowest.
  private(set) var widths = SIMD64<UInt8>()
  private(set) var minimum: UInt32
  /// More than `width` only if all lanes have the same set.
  private(set) var maximum: UInt32
  /// The next lanes hold more ranges of the same step.
  private(set) var isContinued = false

  private init(_ step: ClassStep, _ ranges: some Collection<ClosedRange<UInt8>>) {
    (minimum, maximum) = (step.minimum, step.maximum)
    fill(from: 0, Array(ranges))
  }

  /// The step's set in two halves. No step has room beside the second, since that is full.
  private static func halves(_ step: ClassStep, _ ranges: [ClosedRange<UInt8>]) -> [ClassLanes] {
    var first = ClassLanes(step, ranges.prefix(Self.ranges))
    first.isContinued = true
    var second = ClassLanes(step, ranges.dropFirst(Self.ranges))
    (second.minimum, second.maximum) = (UInt32(width), UInt32(width))
    return [first, second]
  }

  private mutating func append(_ step: ClassStep, _ ranges: [ClosedRange<UInt8>]) {
    fill(from: Int(maximum), ranges)
    minimum += step.minimum
    maximum = minimum
  }

  private mutating func fill(from lane: Int, _ ranges: [ClosedRange<UInt8>]) {
    for index in 0..<Self.ranges {
      // A lane with fewer ranges has its last again: no range is empty.
      let range = ranges[min(index, ranges.count - 1)]
      for lane in lane..<Self.width {
        lows[index * Self.width + lane] = range.lowerBound
        widths[index * Self.width + lane] = range.upperBound - range.lowerBound
      }
    }
  }

  private func hasRoom(for step: ClassStep) -> Bool {
    minimum == maximum && step.isFixed && UInt64(maximum) + UInt64(step.maximum) <= UInt64(Self.width)
  }
}

extension ClassLanes {
  /// How many bytes are taken, where that is one number and no lane takes a byte that JSON escapes, or one of a longer
  /// character: text up to a quote that fits is a whole string, and well-formed.
  var plainLength: Int? {
    guard minimum == maximum, maximum <= Self.width else { return nil }
    for range in 0..<Self.ranges {
      for lane in 0..<Int(maximum) {
        let index = range * Self.width + lane
        if !Self.isPlain(lows[index]...lows[index] + widths[index]) { return nil }
      }
    }
    return Int(maximum)
  }

  private static func isPlain(_ range: ClosedRange<UInt8>) -> Bool {
    range.lowerBound >= 0x20 && range.upperBound < 0x80 && !range.contains(0x22) && !range.contains(0x5C)
  }

  /// The lanes of a program that is anchored at its start, or nil if there is none or a set has too many ranges.
  static func lanes(_ program: ClassProgram) -> [ClassLanes]? {
    guard program.isAnchoredAtStart else { return nil }
    var lanes: [ClassLanes] = []
    for step in program.steps {
      let sets = step.ranges
      guard !sets.isEmpty, sets.count <= 2 * ranges else { return nil }
      if sets.count > ranges {
        lanes += halves(step, sets)
      } else if let last = lanes.indices.last, lanes[last].hasRoom(for: step) {
        lanes[last].append(step, sets)
      } else {
        lanes.append(ClassLanes(step, sets))
      }
    }
    return lanes
  }
}
