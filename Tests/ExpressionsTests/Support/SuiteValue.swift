import Expressions
import Foundation

/// A value as the suite writes it: an object with one key, the type.
enum SuiteValue {
  static func read(_ json: Any) throws -> ExpressionValue {
    guard let object = json as? [String: Any], let (type, content) = object.first, object.count == 1 else {
      throw Unreadable(text: "\(json)")
    }
    let text = content as? String ?? ""
    switch type {
    case "null": return .null
    case "bool": return .bool((content as? NSNumber)?.boolValue ?? false)
    case "string": return .string(text)
    case "type": return .type(text)
    case "list": return .list(try (content as? [Any] ?? []).map(read))
    case "map": return .map(try (content as? [[Any]] ?? []).map { .init(try read($0[0]), try read($0[1])) })
    default: return try scalar(type, text)
    }
  }

  private static func scalar(_ type: String, _ text: String) throws -> ExpressionValue {
    let value: ExpressionValue? =
      switch type {
      case "int": Int64(text).map { .int($0) }
      case "uint": UInt64(text).map { .uint($0) }
      case "double": Double(text).map { .double($0) }
      case "bytes": Data(base64Encoded: text).map { .bytes(Array($0)) }
      case "timestamp", "duration": try literal("\(type)('\(text)')")
      default: nil
      }
    guard let value else { throw Unreadable(text: "\(type) \(text)") }
    return value
  }

  private static func literal(_ text: String) throws -> ExpressionValue? {
    guard case .value(let value) = try Expressions.Expression.compile(text).evaluate() else { return nil }
    return value
  }

  struct Unreadable: Error {
    let text: String
  }
}
