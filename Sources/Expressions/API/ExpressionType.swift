/// A type of CEL, as declared for a variable or deduced for an expression.
///
/// ```swift
/// let type = ExpressionType.map(.string, .list(.int))
/// print(type)                                              // map(string, list(int))
/// try ExpressionType("map(string, list(int))") == type     // true
/// ```
public struct ExpressionType: Hashable, Sendable {
  indirect enum Kind: Hashable, Sendable {
    case dyn, null, bool, int, uint, double, string, bytes, timestamp, duration
    case list(ExpressionType)
    case map(ExpressionType, ExpressionType)
    /// The type of a type.
    case type(ExpressionType)
    /// A type with a name of its own, such as `optional_type(int)` and `net.IP`.
    case opaque(String, [ExpressionType])
    /// A map with known fields.
    case record(RecordType)
    /// A parameter of a function's signature, and while checking a type that is not known yet.
    case parameter(String)
  }

  let kind: Kind

  init(_ kind: Kind) { self.kind = kind }

  /// Any type; checked only when evaluated.
  public static let dyn = ExpressionType(.dyn)
  /// The type of `null`.
  public static let null = ExpressionType(.null)
  /// `true` and `false`.
  public static let bool = ExpressionType(.bool)
  /// Signed integers of 64 bits.
  public static let int = ExpressionType(.int)
  /// Unsigned integers of 64 bits.
  public static let uint = ExpressionType(.uint)
  /// IEEE 754 binary64.
  public static let double = ExpressionType(.double)
  /// Unicode code points.
  public static let string = ExpressionType(.string)
  /// Bytes of any value.
  public static let bytes = ExpressionType(.bytes)
  /// An instant from year 1 to 9999, with nanoseconds.
  public static let timestamp = ExpressionType(.timestamp)
  /// A span of time in nanoseconds, 64 bits.
  public static let duration = ExpressionType(.duration)
  /// An address of the extension `network`.
  public static let ipAddress = ExpressionType(.opaque("net.IP", []))
  /// An address range of the extension `network`.
  public static let addressRange = ExpressionType(.opaque("net.CIDR", []))

  /// A list with elements of a type.
  public static func list(_ element: ExpressionType) -> ExpressionType { ExpressionType(.list(element)) }

  /// A map from keys of a type (`int`, `uint`, `bool`, `string`) to values of a type.
  public static func map(_ key: ExpressionType, _ value: ExpressionType) -> ExpressionType {
    ExpressionType(.map(key, value))
  }

  /// A value that may be absent.
  public static func optional(_ value: ExpressionType) -> ExpressionType { opaque("optional_type", [value]) }

  /// The type of a type.
  public static func type(_ type: ExpressionType) -> ExpressionType { ExpressionType(.type(type)) }

  /// A map with known fields: naming another one is an error when compiling, with a suggestion.
  ///
  /// - Parameters:
  ///   - name: what messages call it.
  ///   - fields: the type of every field.
  public static func record(_ name: String, _ fields: [String: ExpressionType]) -> ExpressionType {
    ExpressionType(.record(RecordType(name: name, fields: fields)))
  }

  static func opaque(_ name: String, _ parameters: [ExpressionType]) -> ExpressionType {
    ExpressionType(.opaque(name, parameters))
  }

  static func parameter(_ name: String) -> ExpressionType { ExpressionType(.parameter(name)) }
}

struct RecordType: Hashable, Sendable {
  let name: String
  let fields: [String: ExpressionType]
}

extension ExpressionType: CustomStringConvertible {
  /// As the specification writes it: `map(string, list(int))`.
  public var description: String {
    switch kind {
    case .list(let element): "list(\(element))"
    case .map(let key, let value): "map(\(key), \(value))"
    case .type(let type): "type(\(type))"
    case .opaque(let name, let parameters):
      parameters.isEmpty ? name : "\(name)(\(parameters.map(\.description).joined(separator: ", ")))"
    case .record(let record): record.name
    case .parameter(let name): name
    case .null: "null"
    default: "\(kind)"
    }
  }
}

extension ExpressionType {
  var isDyn: Bool { kind == .dyn }

  /// The type of the value that an optional may have; nil for other types.
  var optionalValue: ExpressionType? {
    guard case .opaque("optional_type", let parameters) = kind else { return nil }
    return parameters.first
  }
}

extension ExpressionType {
  /// The type of a list's elements or a map's values; nil for other types.
  public var element: ExpressionType? {
    switch kind {
    case .list(let element): element
    case .map(_, let value): value
    default: nil
    }
  }
}
