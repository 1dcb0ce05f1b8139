import Testing

@testable import Rules

/// Budget enough for every pattern of these tests that does not test budgets.
let generousSteps = 1_000_000

/// Whether PCRE2 and, where there is one, the class program agree that `pattern` matches `text`.
func outcomes(_ pattern: String, _ text: String) throws -> Set<PatternOutcome> {
  let scratch = PatternScratch()
  let chosen = try Pattern(pattern)
  let plain = try Pattern(pattern, usesClassProgram: false)
  return [
    chosen.matches(text, scratch: scratch, steps: generousSteps),
    plain.matches(text, scratch: scratch, steps: generousSteps),
  ]
}

/// The error that refuses `pattern`, or nil.
func refusal(_ pattern: String) -> PatternError? {
  do throws(PatternError) {
    _ = try Pattern(pattern)
    return nil
  } catch {
    return error
  }
}

/// A pattern, a text and whether the text matches.
struct PatternCase: CustomTestStringConvertible, Sendable {
  let pattern: String
  let text: String
  let matches: Bool

  init(_ pattern: String, _ text: String, _ matches: Bool) {
    (self.pattern, self.text, self.matches) = (pattern, text, matches)
  }

  var testDescription: String { "\(pattern) on \(text.debugDescription)" }
}
