/// A JSON value for custom keywords. Numbers keep their text, so that nothing is rounded.
public enum JSONValue: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case boolean(Bool)
  /// A number as it is written, such as `1e400`.
  case number(String)
  /// A string, unescaped.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object's members in the order of the document.
  case object([Member])

  /// A member of an object.
  public struct Member: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its value.
    public var value: JSONValue

    /// A member.
    public init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// The value of a member of an object; nil for anything else. O(members).
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }

  /// A number as the nearest double; nil for anything else.
  public var double: Double? {
    if case .number(let text) = self { Double(text) } else { nil }
  }

  /// The text of a string; nil for anything else.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }
}

extension Document {
  /// A value as a tree. O(bytes of the value); the depth of documents is limited.
  func jsonValue(at node: NodeIndex) -> JSONValue {
    switch kind(at: node) {
    case .null: .null
    case .true: .boolean(true)
    case .false: .boolean(false)
    case .number: .number(numberText(at: node))
    case .string, .key: .string(string(at: node))
    case .array: .array(items(of: node).map { jsonValue(at: $0) })
    case .object:
      .object(members(of: node).map { .init(name: string(at: $0.key), value: jsonValue(at: $0.value)) })
    }
  }
}
