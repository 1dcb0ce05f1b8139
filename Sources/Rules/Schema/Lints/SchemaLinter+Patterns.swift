// `slow-pattern` and `lenient-pattern`.
extension SchemaLinter {
  /// Looking for exponential time takes some million steps for each pattern that PCRE2 runs.
  private static let mostPatterns = 500

  mutating func lintPatterns() {
    var seen: Set<[UInt8]> = []
    for schema in graph.schemas where schema.source == .main {
      for keyword in schema.keywords {
        for (text, node) in patterns(of: keyword, schema) where seen.count < Self.mostPatterns {
          if seen.insert(Array(text.utf8)).inserted { lintPattern(text, at: schema.place(node)) }
        }
      }
    }
  }

  private func patterns(of keyword: Keyword, _ schema: Schema) -> [(text: String, node: NodeIndex)] {
    switch (keyword.name, keyword.value) {
    case (.pattern, .text(let text)): return [(text, keyword.node + 1)]
    case (.patternProperties, .namedSchemas(let entries)):
      let members = graph.document(of: schema).members(of: keyword.node + 1)
      return zip(entries, members).map { ($0.name, $1.key) }
    default: return []
    }
  }

  private mutating func lintPattern(_ text: String, at place: SourceNode) {
    let pattern: Pattern
    do {
      pattern = try Pattern(text)
    } catch {
      // Told as `bad-pattern` when it was compiled.
      return
    }
    for warning in pattern.warnings {
      warn(.lenientPattern, "\(warning.message) (at byte \(warning.offset) of the pattern)", at: place)
    }
    if let risk = pattern.backtrackingRisk {
      warn(.slowPattern, "\(risk.message) (at byte \(risk.offset) of the pattern)", at: place)
    }
  }
}
