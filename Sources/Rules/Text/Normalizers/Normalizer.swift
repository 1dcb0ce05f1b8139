/// The functions that `x-normalize` names, on the UTF-8 of a string.
///
/// Each is idempotent: what it has written, it leaves unchanged.
enum Normalizer: UInt8, CaseIterable, Sendable {
  case dateTime
  case dateTimeUTC
  case trim
  case collapseSpace
  case lowercase
  case uppercase
  case nfc
}

extension Normalizer {
  /// The name that stands in a schema.
  var name: String {
    switch self {
    case .dateTime: "date-time"
    case .dateTimeUTC: "date-time-utc"
    case .trim: "trim"
    case .collapseSpace: "collapse-space"
    case .lowercase: "lowercase"
    case .uppercase: "uppercase"
    case .nfc: "nfc"
    }
  }

  /// Nil for a name that is no normalizer: an error of the rule file.
  init?(name: String) {
    guard let normalizer = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = normalizer
  }

  /// Normalizes `text`, valid UTF-8. `output` loses what it held and is filled for `.changed` only.
  ///
  /// - Complexity: O(*n*), *n* the bytes of `text`; allocates nothing where `output` has the capacity, but for `nfc`
  ///   with characters that may have to be composed.
  func apply(_ text: Span<UInt8>, into output: inout [UInt8]) -> NormalizerOutcome {
    output.removeAll(keepingCapacity: true)
    switch self {
    case .dateTime: return Self.normalizeDateTime(text, into: &output)
    case .dateTimeUTC: return Self.normalizeDateTimeUTC(text, into: &output)
    case .trim: return Self.trim(text, into: &output)
    case .collapseSpace: return Self.collapseSpace(text, into: &output)
    case .lowercase: return CaseMapping.lowercase.apply(text, into: &output)
    case .uppercase: return CaseMapping.uppercase.apply(text, into: &output)
    case .nfc: return Self.normalizeNFC(text, into: &output)
    }
  }
}

extension [UInt8] {
  /// Appends the bytes of `text` in `range`.
  mutating func append(_ text: Span<UInt8>, in range: Range<Int>) {
    for position in range { append(text[position]) }
  }
}
