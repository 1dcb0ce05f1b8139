/// Finds what was probably meant.
enum EditDistance {
  /// The candidate nearest to `word`, if it is near enough to be worth a "did you mean". O(candidates × length²).
  ///
  /// Near enough is one edit for every three letters, at most three, letter case apart. Long words are left alone: no
  /// one misspells a kilobyte.
  static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    let letters = Array(word.unicodeScalars)
    guard (1...64).contains(letters.count) else { return nil }
    let folded = Array(word.lowercased().unicodeScalars)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates where candidate != word {
      let other = Array(candidate.lowercased().unicodeScalars)
      let allowed = min(3, max(folded.count, other.count) / 3)
      guard abs(folded.count - other.count) <= allowed else { continue }
      let distance = self.distance(folded, other, limit: allowed)
      if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// Insertions, deletions, substitutions and swaps of neighbours, each counted as one (optimal string alignment);
  /// anything above `limit` is as good as any other.
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in 0..<left.count {
      var current = [i + 1]
      current.reserveCapacity(right.count + 1)
      for j in 0..<right.count {
        var cost = min(last[j + 1] + 1, current[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        current.append(cost)
      }
      if let least = current.min(), least > limit { return limit + 1 }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
