/// The times of the passes of one candidate.
struct Measurement {
  let name: String
  private(set) var accepted = 0
  private var nanoseconds: [Double] = []

  init(name: String) { self.name = name }

  /// Runs one pass over all documents, which answers how many it accepted.
  mutating func pass(_ isTimed: Bool, _ body: () -> Int) {
    var count = 0
    let time = ContinuousClock().measure { count = body() }
    accepted = count
    if isTimed { nanoseconds.append(Double(time.components.seconds) * 1e9 + Double(time.components.attoseconds) / 1e9) }
  }

  var median: Double { nanoseconds.isEmpty ? .nan : nanoseconds.sorted()[nanoseconds.count / 2] }
  var fastest: Double { nanoseconds.min() ?? .nan }
}
