/// The stable name of what a finding reports. Keywords of JSON Schema are their own codes.
///
/// `Documentation/Findings.md`, which `assay findings` prints, has every code with its arguments and an example.
public struct FindingCode: RawRepresentable, Codable, Hashable, Sendable, CustomStringConvertible {
  /// The name in reports, such as `maxLength` or `duplicate-key`.
  public let rawValue: String

  /// A code by its name; rule sets with custom keywords make their own.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The name in reports.
  public var description: String { rawValue }
}

extension FindingCode {
  /// The text is not JSON (RFC 8259).
  public static let malformed = FindingCode(rawValue: "malformed")
  /// The text has no value at all: no bytes, or white space only.
  public static let empty = FindingCode(rawValue: "empty")
  /// The bytes are not UTF-8.
  public static let notUTF8 = FindingCode(rawValue: "not-utf-8")
  /// An object has the same name twice, compared after unescaping.
  public static let duplicateKey = FindingCode(rawValue: "duplicate-key")
  /// A budget ran out.
  public static let budget = FindingCode(rawValue: "budget")
  /// `deprecated: true` annotates a value that is present.
  public static let deprecated = FindingCode(rawValue: "deprecated")
  /// The schema `false` stands where the value is: nothing is allowed there.
  public static let falseSchema = FindingCode(rawValue: "false")
  /// Two rules ask for different normalizations of one value.
  public static let normalizeConflict = FindingCode(rawValue: "normalize-conflict")
  /// A normalized value cannot be written down, such as a date after the year 9999.
  public static let normalizeRange = FindingCode(rawValue: "normalize-range")
  /// Two rules give different defaults for one property.
  public static let defaultConflict = FindingCode(rawValue: "default-conflict")
  /// The document with its defaults filled in is not valid.
  public static let defaultInvalid = FindingCode(rawValue: "default-invalid")
}
