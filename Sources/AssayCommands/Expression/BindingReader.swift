import Expressions
import Rules

/// JSON as values of CEL.
struct BindingReader {
  let document: Document

  /// The value as one of a type; nil where it is none. A text may stand for an instant or a duration, and a number without a
  /// fraction for any number.
  func value(_ node: NodeIndex, _ type: ExpressionType) -> ExpressionValue? {
    switch document.kind(at: node) {
    case .null: .null
    case .true: .bool(true)
    case .false: .bool(false)
    case .number: number(document.numberText(at: node), type)
    case .string, .key: text(document.string(at: node), type)
    case .array: list(node, type.element ?? .dyn)
    case .object: map(node, type.element ?? .dyn)
    }
  }

  private func number(_ text: String, _ type: ExpressionType) -> ExpressionValue? {
    if type == .uint { return UInt64(text).map { .uint($0) } }
    if type != .double, let int = Int64(text) { return .int(int) }
    return type == .int ? nil : Double(text).map { .double($0) }
  }

  private func text(_ text: String, _ type: ExpressionType) -> ExpressionValue? {
    if type == .timestamp { return ExpressionInstant(text).map { .timestamp($0) } }
    if type == .duration { return ExpressionDuration(text).map { .duration($0) } }
    return .string(text)
  }

  private func list(_ node: NodeIndex, _ type: ExpressionType) -> ExpressionValue? {
    let items = document.items(of: node)
    let values = items.compactMap { value($0, type) }
    return values.count == items.count ? .list(values) : nil
  }

  private func map(_ node: NodeIndex, _ type: ExpressionType) -> ExpressionValue? {
    let members = document.members(of: node)
    let entries = members.compactMap { member in
      value(member.value, type).map { ExpressionValue.Entry(.string(document.string(at: member.key)), $0) }
    }
    return entries.count == members.count ? .map(entries) : nil
  }

  /// The type that a value shows; `dyn` for parts of several types.
  static func type(of value: ExpressionValue) -> ExpressionType {
    switch value {
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .list(let elements): .list(common(elements))
    case .map(let entries): .map(.string, common(entries.map(\.value)))
    default: .dyn
    }
  }

  private static func common(_ values: [ExpressionValue]) -> ExpressionType {
    guard let first = values.first.map(type) else { return .dyn }
    return values.dropFirst().allSatisfy { type(of: $0) == first } ? first : .dyn
  }
}
