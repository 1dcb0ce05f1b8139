import CPCRE2

/// Counts the steps of PCRE2's backtracking matcher, to see whether an ambiguity costs what it might.
struct RiskProbe {
  /// So many pumps would take exponential growth beyond any limit.
  private static let pumps = 40
  /// Sixteen times more each: exponential growth goes from one to the next by the same number of pumps, polynomial
  /// growth by more and more.
  private static let limits: [UInt32] = [1_000, 16_000, 256_000]

  let code: PCRE2Code
  private let scratch = PatternScratch()

  init(code: PCRE2Code) { self.code = code }

  /// The first of the texts that makes PCRE2 fail exponentially slowly, or nil.
  func attack(_ ambiguity: Ambiguity, _ breakers: [String]) -> PatternAttack? {
    let (prefix, pump) = (Self.text(ambiguity.prefix), Self.text(ambiguity.pump))
    // PCRE2 gives up at once where a character is missing that every match has.
    let required = requiredCharacter
    let suffixes = breakers + (required.isEmpty ? [] : breakers.map { $0 + required })
    for suffix in suffixes {
      let attack = PatternAttack(prefix: prefix, pump: pump, suffix: suffix)
      if growsExponentially(attack) { return attack }
    }
    return nil
  }

  private func growsExponentially(_ attack: PatternAttack) -> Bool {
    guard exceeds(Self.limits[1], attack.text(pumps: Self.pumps)) else { return false }
    let needed = Self.limits.compactMap { limit in
      (1...Self.pumps).first { exceeds(limit, attack.text(pumps: $0)) }
    }
    guard needed.count == Self.limits.count else { return false }
    return needed[2] - needed[1] <= max(needed[1] - needed[0], 1) + 1
  }

  /// Whether one attempt takes more steps than `limit` and finds nothing until then.
  func exceeds(_ limit: UInt32, _ text: String) -> Bool {
    guard let context = scratch.matchContext(limit: limit), let data = scratch.matchData else { return false }
    let bytes = Array(text.utf8)
    let options = UInt32(PCRE2_NO_JIT) | PCRE2_NO_UTF_CHECK
    // SAFETY: PCRE2 reads bytes.count bytes of a String's UTF-8, which live through the call; code, data and context
    // are alive, and nobody else has the latter two.
    let result = pcre2_match_8(code.pointer, bytes, bytes.count, 0, options, data, context)
    scratch.releaseMatchData()
    return result == PCRE2_ERROR_MATCHLIMIT || result == PCRE2_ERROR_DEPTHLIMIT
  }

  private var requiredCharacter: String {
    var (type, unit): (UInt32, UInt32) = (0, 0)
    // SAFETY: both items write one UInt32 (pcre2api, "Information about a compiled pattern").
    pcre2_pattern_info_8(code.pointer, UInt32(PCRE2_INFO_LASTCODETYPE), &type)
    pcre2_pattern_info_8(code.pointer, UInt32(PCRE2_INFO_LASTCODEUNIT), &unit)
    guard type == 1, unit < 0x80, let scalar = Unicode.Scalar(unit) else { return "" }
    return String(scalar)
  }

  private static func text(_ codePoints: [UInt32]) -> String {
    var text = String.UnicodeScalarView()
    for codePoint in codePoints { Unicode.Scalar(codePoint).map { text.append($0) } }
    return String(text)
  }
}
