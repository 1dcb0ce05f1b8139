extension Format {
  /// `duration` of RFC 3339, appendix A. The units nest, so that none between two others may be left out
  /// (`P1Y2D`, `PT1H2S`); weeks stand alone. Case: literals of ABNF are case-insensitive (RFC 5234, section 2.3).
  static func isDuration(_ text: Span<UInt8>) -> Bool {
    guard text.has(anyCaseOf: "p", at: 0) else { return false }
    if durationEnd(in: text, from: 1, rank: weekRank) == text.count { return true }
    let dateEnd = text.has(anyCaseOf: "t", at: 1) ? 1 : durationEnd(in: text, from: 1, rank: dateRank)
    guard let dateEnd else { return false }
    if dateEnd == text.count { return true }
    return text.has(anyCaseOf: "t", at: dateEnd)
      && durationEnd(in: text, from: dateEnd + 1, rank: timeRank) == text.count
  }

  /// The end of one or more `1*DIGIT unit` whose ranks ascend by one; nil where there is none or one is malformed.
  private static func durationEnd(in text: Span<UInt8>, from start: Int, rank: (UInt8) -> Int?) -> Int? {
    var position = start
    var previous: Int?
    while true {
      let digitsEnd = text.end(from: position, while: ASCII.isDigit)
      if digitsEnd == position { return previous == nil ? nil : position }
      guard let unit = text.byte(at: digitsEnd), let rank = rank(ASCII.lowercased(unit)) else { return nil }
      if let previous, rank != previous + 1 { return nil }
      previous = rank
      position = digitsEnd + 1
    }
  }

  private static func weekRank(_ unit: UInt8) -> Int? { unit == ascii("w") ? 0 : nil }

  private static func dateRank(_ unit: UInt8) -> Int? {
    switch unit {
    case ascii("y"): 0
    case ascii("m"): 1
    case ascii("d"): 2
    default: nil
    }
  }

  private static func timeRank(_ unit: UInt8) -> Int? {
    switch unit {
    case ascii("h"): 0
    case ascii("m"): 1
    case ascii("s"): 2
    default: nil
    }
  }
}
