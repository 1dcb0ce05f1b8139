extension SchemaGraph {
  /// Inside `anyOf`, `oneOf`, `not`, `if` and `contains` every failure is one failure of that keyword, and `x-severity` is
  /// ignored (DESIGN 5a). Said only where it is never heeded: a schema in `$defs` can be reached both ways.
  mutating func warnOfIgnoredSeverities() {
    guard schemas.contains(where: { $0.hasExtensions && $0.extensions.severityNode != nil }) else { return }
    let reached = reached { $0.kind != .branch }
    for schema in reached.others.subtracting(reached.kept) {
      guard let node = self[schema].extensions.severityNode.map(self[schema].place) else { continue }
      report(
        .warning, .ignoredSeverity,
        "x-severity is ignored here: inside anyOf, oneOf, not, if and contains all failures count as one", at: node)
    }
  }
}
