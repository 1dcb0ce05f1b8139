import Testing

@testable import Rules

/// Exponential backtracking: what is reported really is slow, and what is common and harmless is not reported.
@Suite struct PatternRiskTests {
  @Test(arguments: [
    ("(?=(a+)+$)[ab]", 5), ("^(a+)+\\1$", 3), ("^(\\p{L}+)+$", 7), ("^(?:\\p{L}+[ -]?)*$", 9), ("^(a|a)*\\b$", 6),
    ("^(\\w+\\s?)+\\b$", 4), ("(?:a*)*\\b!", 4), ("\\b(x+x+)+y\\b", 8), ("^(?:a|ab|b)*\\b$", 11),
    ("^(?:\\p{Lu}|[A-Z])+\\d$", 17), ("(?:(?:a+)?b?)+\\bc", 7), ("^(?:[^]*a)*\\b$", 10), ("^(?:.|\\s)*\\b$", 9),
    ("(?<!a)(?:b|b)+c", 13), ("^(?!(?:é+)+$)", 9), ("^(?i:(k|\u{212A})+)\\b$", 12), ("^(a+){2,}\\b$", 3),
    ("^(?:\\w{1,63}-?){1,100}\\b$", 6), ("^-?(?:[0-9]+_?)+\\b\\.$", 11),
  ])
  func exponentialPatternsAreReported(_ pattern: String, _ offset: Int) throws {
    let pattern = try Pattern(pattern)
    let risk = try #require(pattern.backtrackingRisk)
    #expect(risk.offset == offset)
    try expectGrowth(pattern, risk)
  }

  @Test(arguments: [
    "^(?=.*\\d)(?=.*[a-z]).{8,}$", "^(?!.*\\.\\.)[a-z.]+$", "^(?:\\p{L}+[ -])*\\p{L}+$", "^(?:.|\\n)*\\b$",
    "\\p{L}*\\p{L}*\\p{L}*!", "(a?){20}\\b", "(.*?,){11}\\bP", "^(?:a{3}|b{2})+\\b$", "^(a)\\1+$", "(\\w+)\\s+\\1\\b",
    "^(?:(?!--)[a-z-])+$", "^([^,]*,)*\\b[^,]*$", "^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+\\b[a-z]{2,63}$",
    "^\\p{Lu}\\p{L}*(?: \\p{Lu}\\p{L}*)*$", "(?:a+)+(?=.|$)", "^(?:\\b)*$", "\\b", "(?<=a+b)c",
    "^(?:a|b)*?\\bc",
  ])
  func harmlessPatternsAreNot(_ pattern: String) throws {
    #expect(try Pattern(pattern).backtrackingRisk == nil)
  }

  @Test(arguments: ["^(a+)+$", "^(a|a)*$", "^(?:[a-z]+)*x$"])
  func whatRunsAsAnAutomatonIsNoRisk(_ pattern: String) throws {
    #expect(try Pattern(pattern).backtrackingRisk == nil)
    #expect(try Pattern(pattern, usesOwnMatchers: false).backtrackingRisk != nil)
  }

  @Test(arguments: [1, 2] as [UInt64]) func whateverIsReportedGrows(_ seed: UInt64) throws {
    var random = RandomPattern(seed: seed)
    var reported = 0
    for _ in 0..<150 {
      guard let pattern = compiled("(?:" + random.pattern() + ")\\b[xy]") else { continue }
      guard let risk = pattern.backtrackingRisk else { continue }
      reported += 1
      try expectGrowth(pattern, risk)
    }
    #expect(reported > 0)
  }

  @Test(arguments: [
    String(repeating: "(?:a|b)*", count: 140) + "\\b",
    String(repeating: "(", count: 190) + "a" + String(repeating: ")*", count: 190) + "\\b",
    "(?:(?:(?:a{0,32}){0,32}){0,32}){0,32}\\b",
    "^(?:" + (0..<290).map { "[\\p{L}\($0)]" }.joined(separator: "|") + ")*$",
  ])
  func largePatternsEndInAnAnswer(_ pattern: String) throws {
    guard let pattern = compiled(pattern) else { return }
    if let risk = pattern.backtrackingRisk { try expectGrowth(pattern, risk) }
  }

  private func compiled(_ source: String) -> Pattern? {
    do throws(PatternError) { return try Pattern(source) } catch { return nil }
  }

  /// Four more pumps cost at least ten times the steps.
  private func expectGrowth(_ pattern: Pattern, _ risk: PatternRisk) throws {
    let probe = RiskProbe(code: try #require(pattern.code))
    let pumps = try #require((1...40).first { probe.exceeds(2_000, risk.attack.text(pumps: $0)) })
    #expect(probe.exceeds(20_000, risk.attack.text(pumps: pumps + 4)), "\(pattern.source)")
    #expect(probe.exceeds(200_000, risk.attack.text(pumps: pumps + 8)), "\(pattern.source)")
  }
}
