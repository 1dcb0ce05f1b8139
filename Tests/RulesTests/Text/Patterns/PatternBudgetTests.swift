import Testing

@testable import Rules

@Suite struct PatternBudgetTests {
  private static let long = String(repeating: "a", count: 60_000)

  @Test(arguments: ["(?:a+)+[bc]", "(a+)+$", "^(a+)+$", "(a|aa)+$", "(a*)*b", "((a+)+)+[bc]", "(?:a|b)*c(?:a|b)*c"])
  func exponentialPatternsAreDecided(_ pattern: String) throws {
    for usesOwnMatchers in [true, false] {
      let pattern = try Pattern(pattern, usesOwnMatchers: usesOwnMatchers)
      let outcome = pattern.matches(Self.long + "!", scratch: PatternScratch(), steps: 10_000_000)
      #expect(outcome == .mismatch)
    }
  }

  @Test(arguments: ["(?=(a+)+$)[ab]", "^(a+)+\\1$", "^(?!(?:a+)+$)b|(?:a+)+$(?<=b)"])
  func whatOnlyBacktrackingCanDoIsExhausted(_ pattern: String) throws {
    let outcome = try Pattern(pattern).matches(Self.long + "!", scratch: PatternScratch(), steps: 1_000_000)
    #expect(outcome == .exhausted)
  }

  @Test(arguments: [1_200, 100_000], ["^(?:(a)|b)*$", "^(?:(a)|b|\\1c)*$", "^(?:(?=[ab])(?:a|b))*$"])
  func theJITStackIsNoBudget(_ count: Int, _ pattern: String) throws {
    let text = String(repeating: "ab", count: count / 2)
    let pattern = try Pattern(pattern, usesOwnMatchers: false)
    let outcome = pattern.matches(text, scratch: PatternScratch(), steps: 10_000_000)
    #expect(outcome == .match)
  }

  @Test(arguments: [Int.min, -1, 0, 1, .max])
  func anyNumberOfStepsIsSafe(_ steps: Int) throws {
    let scratch = PatternScratch()
    let loop = try Pattern("^(?:a|b)+$", usesOwnMatchers: false)
    let nested = try Pattern("(?:a+)+[bc]", usesOwnMatchers: false)
    #expect(loop.matches("abab", scratch: scratch, steps: steps) == .match)
    #expect(nested.matches("aaaa", scratch: scratch, steps: steps) == .mismatch)
  }

  @Test func aScratchServesManyPatterns() throws {
    let scratch = PatternScratch()
    for pattern in ["^(?:(a)|b)*$", "(a+)+$", "(b)\\1", "^(?=(a|b)+$)"] {
      let text = String(repeating: "ab", count: 20_000)
      _ = try Pattern(pattern, usesOwnMatchers: false).matches(text, scratch: scratch, steps: 100_000)
      #expect(try Pattern("(b)\\1").matches("abba", scratch: scratch, steps: 100_000) == .match)
    }
  }

  @Test func onePatternServesManyTasks() async throws {
    let pattern = try Pattern("^(?:[a-z]+,)+(x|y)\\1$")
    let counts = await withTaskGroup(of: Int.self) { group in
      for task in 0..<8 {
        group.addTask {
          let scratch = PatternScratch()
          return (0..<500).count { index in
            let text = "ab,cd,\(index % 2 == 0 ? "xx" : "xy")"
            return pattern.matches(text, scratch: scratch, steps: 100_000 + task) == .match
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == Array(repeating: 250, count: 8))
  }
}
