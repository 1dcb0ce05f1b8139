/// A pattern that a short text can keep busy beyond any budget.
struct PatternRisk: Hashable, Sendable {
  /// The quantifier of the repetition that can take the same text in many ways, in UTF-8 bytes from the pattern's start.
  let offset: Int
  /// What happens and what to do about it, for the author of the pattern.
  let message: String
  /// Texts on which PCRE2's steps were seen to grow exponentially.
  let attack: PatternAttack
}

/// `prefix`, any number of `pump`, `suffix`: each further pump at least doubles the ways to fail.
struct PatternAttack: Hashable, Sendable {
  let prefix: String
  let pump: String
  let suffix: String

  func text(pumps: Int) -> String { prefix + String(repeating: pump, count: pumps) + suffix }
}

extension Pattern {
  /// Whether matching can take exponential time; nil for everything that needs no backtracking.
  ///
  /// Two steps, so that nothing harmless is reported. The pattern's automaton is searched for a state that comes back to
  /// itself in two ways on the same text (exponential ambiguity), captures and lookaround aside. Then PCRE2 runs on that
  /// text, and its steps must grow by the factor that this means: what PCRE2 optimises away is no risk.
  ///
  /// - Complexity: for `rules check`, not for checking documents: bounded by some 10 million steps.
  var backtrackingRisk: PatternRisk? {
    let tree = Result { () throws(PatternError) in try PatternTree.read(source) }
    guard let code, case .success(let tree) = tree, let automaton = PositionAutomaton(tree),
      let alphabet = RiskAlphabet(automaton.classes)
    else { return nil }
    let probe = RiskProbe(code: code)
    for ambiguity in Ambiguity.all(automaton, alphabet) {
      if let attack = probe.attack(ambiguity, alphabet.breakers) {
        return PatternRisk(offset: ambiguity.offset, message: Self.message(attack), attack: attack)
      }
    }
    return nil
  }

  private static func message(_ attack: PatternAttack) -> String {
    "this repetition has more than one reading of the same text, so each further \(attack.pump.debugDescription) in "
      + "\(attack.text(pumps: 3).debugDescription) at least doubles the time to fail: leave one reading, as a+ for (?:a+)+"
  }
}
