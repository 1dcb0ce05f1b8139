/// The times of the passes of one candidate.
struct Measurement {
  let name: String
  let clock = ContinuousClock()
  private(set) var accepted = 0
  private var nanoseconds: [Double] = []

  init(name: String) { self.name = name }

  /// Notes one pass over all documents: when it began, and how many it accepted. Arguments are evaluated from left to
  /// right, so the pass runs after `start` was taken.
  mutating func add(since start: ContinuousClock.Instant, _ accepted: Int, isWarmUp: Bool) {
    let time = start.duration(to: clock.now).components
    self.accepted = accepted
    if !isWarmUp { nanoseconds.append(Double(time.seconds) * 1e9 + Double(time.attoseconds) / 1e9) }
  }

  var median: Double { nanoseconds.isEmpty ? .nan : nanoseconds.sorted()[nanoseconds.count / 2] }
  var fastest: Double { nanoseconds.min() ?? .nan }
}
