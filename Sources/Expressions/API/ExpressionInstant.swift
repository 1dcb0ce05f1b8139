/// An instant: seconds and nanoseconds since 1970-01-01T00:00:00Z, from 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999999999Z.
public struct ExpressionInstant: Codable, Hashable, Sendable, CustomStringConvertible {
  /// Whole seconds, negative before 1970.
  public let seconds: Int64
  /// Nanoseconds, 0 to 999,999,999, forward from `seconds`.
  public let nanoseconds: UInt32

  /// An instant; nil outside the range.
  public init?(seconds: Int64, nanoseconds: UInt32 = 0) {
    guard Self.range.contains(seconds), nanoseconds < 1_000_000_000 else { return nil }
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// Reads RFC 3339; nil for anything else, and outside the range. Digits beyond nanoseconds are cut.
  public init?(_ text: String) {
    guard let instant = InstantText.read(text) else { return nil }
    self = instant
  }

  static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  /// RFC 3339 in UTC, with as many digits of the fraction as it needs.
  public var description: String {
    String(decoding: InstantText.bytes(seconds: seconds, nanoseconds: nanoseconds), as: UTF8.self)
  }
}

/// A span of time in nanoseconds, some 292 years in either direction (langdef, "Durations").
public struct ExpressionDuration: Codable, Hashable, Sendable, CustomStringConvertible {
  /// Nanoseconds.
  public let nanoseconds: Int64

  /// A span of so many nanoseconds.
  public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  /// Reads a sum of numbers with the units `h`, `m`, `s`, `ms`, `us`, `ns`, such as `1h30m`; nil for anything else.
  public init?(_ text: String) {
    guard let nanoseconds = DurationText.read(text) else { return nil }
    self.nanoseconds = nanoseconds
  }

  /// Seconds with `s`: `1.5s`.
  public var description: String { String(decoding: DurationText.bytes(nanoseconds), as: UTF8.self) }
}
