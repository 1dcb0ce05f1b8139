import ArgumentParser

/// What a pass over all documents does.
enum BenchKind: String, CaseIterable, ExpressibleByArgument {
  case parse
  case verdict
  case findings
  /// Compiles the rules instead, once.
  case compile
}
