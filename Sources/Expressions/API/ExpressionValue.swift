/// A value of CEL outside an evaluation: what is bound to variables, and what comes out.
///
/// Two values are equal when type and content are: 1 and 1.0 are not, NaN equals itself, strings are compared by code points.
/// Inside expressions, `==` is CEL's.
public enum ExpressionValue: Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case bytes([UInt8])
  case timestamp(ExpressionInstant)
  case duration(ExpressionDuration)
  case list([ExpressionValue])
  case map([Entry])
  /// A type, by its name: `int`, `google.protobuf.Timestamp`.
  case type(String)
  /// A value that may be absent.
  indirect case optional(ExpressionValue?)
  /// An address or range of the extension `network`: the name of the type, and its text.
  case opaque(type: String, text: String)

  /// A key of a map and its value.
  public struct Entry: Sendable {
    /// The key: bool, int, uint or string.
    public let key: ExpressionValue
    /// The value.
    public let value: ExpressionValue

    /// A key and its value.
    public init(_ key: ExpressionValue, _ value: ExpressionValue) {
      self.key = key
      self.value = value
    }
  }

  /// A map with string keys.
  public static func map(_ entries: [String: ExpressionValue]) -> ExpressionValue {
    .map(entries.map { Entry(.string($0.key), $0.value) })
  }
}

extension ExpressionValue: Equatable {
  /// Whether type and content are equal; maps ignore the order of their entries.
  ///
  /// - Complexity: O(size), for maps O(entries squared).
  public static func == (left: ExpressionValue, right: ExpressionValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.int(let left), .int(let right)): left == right
    case (.uint(let left), .uint(let right)): left == right
    case (.double(let left), .double(let right)): left == right || (left.isNaN && right.isNaN)
    case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
    case (.bytes(let left), .bytes(let right)): left == right
    case (.timestamp(let left), .timestamp(let right)): left == right
    case (.duration(let left), .duration(let right)): left == right
    case (.list(let left), .list(let right)): left == right
    case (.map(let left), .map(let right)): isSame(left, right)
    case (.type(let left), .type(let right)): left == right
    case (.optional(let left), .optional(let right)): left == right
    case (.opaque(let type, let text), .opaque(let otherType, let other)): type == otherType && text == other
    default: false
    }
  }

  private static func isSame(_ left: [Entry], _ right: [Entry]) -> Bool {
    left.count == right.count
      && left.allSatisfy { entry in right.contains { $0.key == entry.key && $0.value == entry.value } }
  }
}
