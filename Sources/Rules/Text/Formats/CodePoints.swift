/// A set of code points as sorted, disjoint, closed ranges.
struct CodePoints: Sendable {
  /// Lower and upper bounds by turns.
  private let bounds: [UInt32]

  init(_ bounds: [UInt32]) { self.bounds = bounds }

  /// - Complexity: O(*n*), *n* the ranges: these sets are asked about a few characters of a label.
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    // Ranges are closed: the first bound not below `scalar` is an upper one inside of a range.
    guard let index = bounds.firstIndex(where: { $0 >= scalar.value }) else { return false }
    return index % 2 == 1 || bounds[index] == scalar.value
  }

  func contains(_ scalar: Unicode.Scalar?) -> Bool { scalar.map(contains) ?? false }
}
