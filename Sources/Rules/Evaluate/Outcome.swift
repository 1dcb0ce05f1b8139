/// What an evaluation came to, ordered so that *and* is the maximum: invalid, else undecided, else valid (Kleene's
/// strong logic, DESIGN 5a).
enum Outcome: UInt8, Comparable {
  case valid, undecided, invalid

  @inline(__always)
  static func < (left: Outcome, right: Outcome) -> Bool { left.rawValue < right.rawValue }

  @inline(__always)
  mutating func merge(_ other: Outcome) { if other > self { self = other } }

  /// *not* keeps undecided.
  var negated: Outcome {
    switch self {
    case .valid: .invalid
    case .undecided: .undecided
    case .invalid: .valid
    }
  }
}

/// Where evaluation is in terms of severity (DESIGN 5a): on the spine, with the mildest rank on the way down, or off it,
/// where only the standard's result counts.
struct Context {
  let raw: UInt8
  /// Inside `anyOf`, `oneOf`, `not`, `if`, `contains`: every failure is an error.
  static let standard = Context(raw: 0)
  /// The root: nothing has made failures milder.
  static let spine = Context(raw: SeverityRank.error.raw)

  @inline(__always)
  var isSpine: Bool { raw != 0 }

  /// One step down the spine, through a keyword of a rank.
  @inline(__always)
  func through(_ rank: SeverityRank) -> Context { raw == 0 ? self : Context(raw: max(raw, rank.raw)) }

  /// What a failure of a keyword counts as here.
  @inline(__always)
  func effective(_ rank: SeverityRank) -> SeverityRank {
    raw == 0 ? .error : SeverityRank(raw: max(raw, rank.raw))
  }

  /// Whether the verdict can do without a keyword: it would only warn.
  @inline(__always)
  func skips(_ rank: SeverityRank) -> Bool { raw != 0 && raw | rank.raw != SeverityRank.error.raw }
}
