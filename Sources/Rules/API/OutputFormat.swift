/// A structure of JSON Schema's own output: 2019-09 and 2020-12 core, "Output Formatting", and v1's specification for
/// machine-readable output. Every format can be asked for in every draft.
public struct OutputFormat: RawRepresentable, Codable, Hashable, Sendable, CustomStringConvertible, CaseIterable {
  /// The standard's name in lower case.
  public let rawValue: String

  /// Nil for a name that the standard does not have.
  public init?(rawValue: String) {
    guard Self.names.contains(rawValue) else { return nil }
    self.rawValue = rawValue
  }

  private init(_ name: String) { rawValue = name }

  /// Only `valid`; as fast as ``RuleSet/standardVerdict(_:)``.
  public static let flag = OutputFormat("flag")
  /// 2019-09 and 2020-12: the errors, or for a valid document the annotations, in one list.
  public static let basic = OutputFormat("basic")
  /// 2019-09 and 2020-12: the same as a tree, without its branches of a single child.
  public static let detailed = OutputFormat("detailed")
  /// 2019-09 and 2020-12: every keyword and every subschema that was applied, as a tree.
  public static let verbose = OutputFormat("verbose")
  /// v1: every subschema that has errors or annotations, in one list.
  public static let list = OutputFormat("list")
  /// v1: every subschema that was applied, as a tree.
  public static let hierarchical = OutputFormat("hierarchical")

  private static let names = ["flag", "basic", "detailed", "verbose", "list", "hierarchical"]

  /// All formats, the older ones first.
  public static let allCases = names.map { OutputFormat($0) }

  /// The standard's name.
  public var description: String { rawValue }
}
