import Rules

/// The allowed values of a finding on one line, cut short: `"EUR", "USD", "GBP" (+29)`.
enum AllowedValues {
  private static let columns = 90
  private static let longestValue = 40

  /// Nil where the message already says it all.
  static func text(_ finding: Finding) -> String? {
    guard ["enum", "anyOf", "oneOf"].contains(finding.code.rawValue), !finding.expected.isEmpty else { return nil }
    var shown = [shortened(finding.expected[0])]
    var length = shown[0].count
    for value in finding.expected.dropFirst().map(shortened) {
      length += value.count + 2
      if length > columns { break }
      shown.append(value)
    }
    // Of a long list the finding holds only the first; it knows how many there are.
    let rest = max(finding.arguments["count"]?.count ?? 0, finding.expected.count) - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " (+\(rest))" : "")
  }

  private static func shortened(_ value: String) -> String {
    value.count > longestValue ? value.prefix(longestValue) + "…" : value
  }
}
