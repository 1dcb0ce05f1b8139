/// The times of one kind of pass.
struct Samples {
  private var times: [Int] = []

  mutating func add(_ nanoseconds: Int) { times.append(nanoseconds) }

  var json: String { "{\"median\": \(median), \"min\": \(times.min() ?? 0)}" }

  private var median: Int {
    if times.isEmpty { return 0 }
    let sorted = times.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }
}
