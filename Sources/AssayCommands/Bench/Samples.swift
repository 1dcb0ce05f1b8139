/// The times of one kind of pass.
struct Samples {
  private var times: [Int] = []

  mutating func add(_ nanoseconds: Int) { times.append(nanoseconds) }

  var json: String { Self.json(median, least) }

  /// What is left when the part that `other` timed alone is taken off. A clock around each document's parts would cost
  /// more than many of them.
  func json(without other: Samples) -> String {
    Self.json(max(0, median - other.median), max(0, least - other.least))
  }

  private static func json(_ median: Int, _ least: Int) -> String {
    "{\"median\": \(median), \"min\": \(least)}"
  }

  private var least: Int { times.min() ?? 0 }

  private var median: Int {
    if times.isEmpty { return 0 }
    let sorted = times.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }
}
