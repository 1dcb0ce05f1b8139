import Testing

@testable import Rules

/// Budget enough for every pattern of these tests that does not test budgets.
let generousSteps = 1_000_000

/// What PCRE2 and the matchers of our own that can run `pattern` make of `text`.
func outcomes(_ pattern: String, _ text: String) throws -> Set<PatternOutcome> {
  let scratch = PatternScratch()
  let chosen = try Pattern(pattern)
  let plain = try Pattern(pattern, usesOwnMatchers: false)
  let automaton = ByteAutomaton(try PatternTree.read(pattern))
  return Set(
    [chosen, plain].map { $0.matches(text, scratch: scratch, steps: generousSteps) }
      + [automaton?.outcome(text)].compactMap(\.self))
}

extension ByteAutomaton {
  func outcome(_ text: String) -> PatternOutcome {
    // A byte more than is to be read, so that there is an address for the empty text.
    let isMatch = (Array(text.utf8) + [0]).withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { matches($0, count: bytes.count - 1) }
    }
    return isMatch == true ? .match : .mismatch
  }
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

/// The error that makes `pattern` no pattern of ECMA-262 with the `u` flag, or nil.
func strictRefusal(_ pattern: String) -> PatternError? {
  do throws(PatternError) {
    _ = try ECMAParser.parse(pattern)
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
