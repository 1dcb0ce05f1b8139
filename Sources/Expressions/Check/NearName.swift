/// Finds the name that was probably meant.
enum NearName {
  /// ` did you mean 'x'?` behind a semicolon, or nothing where no name is near.
  static func suggestion(for name: String, among names: some Sequence<String>) -> String {
    guard let near = nearest(name, among: names) else { return "" }
    return "; did you mean '\(near)'?"
  }

  /// The nearest of at most 1,000 names; nil where none is within a third of the name's length.
  static func nearest(_ name: String, among names: some Sequence<String>) -> String? {
    let text = Array(name.lowercased().unicodeScalars.prefix(64))
    let limit = max(1, text.count / 3)
    var best: (name: String, distance: Int)?
    for candidate in names.prefix(1_000) {
      let distance = distance(text, Array(candidate.lowercased().unicodeScalars.prefix(64)))
      if distance <= limit, distance < text.count, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// Insertions, deletions, replacements and swaps of neighbours, each once.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, scalar) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(last[column] + (scalar == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
