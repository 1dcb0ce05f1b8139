import Foundation
import Testing

@testable import Rules

/// Outputs as values to compare: the standard leaves the order of units and the words of errors open.
enum OutputShape {
  static func of(_ json: String) throws -> String {
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
    return try text(shape(value, name: ""))
  }

  private static func shape(_ value: Any, name: String) throws -> Any {
    switch value {
    case let object as [String: Any]:
      return try Dictionary(uniqueKeysWithValues: object.map { ($0, try shape($1, name: $0)) })
    case let units as [Any] where ["errors", "annotations", "details"].contains(name):
      return try units.map { try text(shape($0, name: "")) }.sorted()
    case is String where name == "error": return "..."
    default: return value
    }
  }

  private static func text(_ value: Any) throws -> String {
    let options: JSONSerialization.WritingOptions = [.sortedKeys, .fragmentsAllowed, .prettyPrinted]
    return String(decoding: try JSONSerialization.data(withJSONObject: value, options: options), as: UTF8.self)
  }
}

/// The standard's examples.
enum OutputExample {
  /// 2020-12 core, 12.4.
  static let polygon = ##"""
    {"$id": "https://example.com/polygon", "$schema": "https://json-schema.org/draft/2020-12/schema",
     "$defs": {"point": {"type": "object", "properties": {"x": {"type": "number"}, "y": {"type": "number"}},
       "additionalProperties": false, "required": ["x", "y"]}},
     "type": "array", "items": {"$ref": "#/$defs/point"}, "minItems": 3}
    """##
  static let points = #"[{"x": 2.5, "y": 1.3}, {"x": 1, "z": 6.7}]"#

  /// v1 output, "Output Structure".
  static let units = ##"""
    {"$schema": "https://json-schema.org/v1", "$id": "https://json-schema.org/schemas/example", "type": "object",
     "title": "root", "properties": {"foo": {"allOf": [{"required": ["unspecified-prop"]}, {"type": "object",
       "title": "foo-title", "properties": {"foo-prop": {"const": 1, "title": "foo-prop-title"}},
       "additionalProperties": {"type": "boolean"}}]}, "bar": {"$ref": "#/$defs/bar"}},
     "$defs": {"bar": {"type": "object", "title": "bar-title", "properties": {"bar-prop": {"type": "integer",
       "minimum": 10, "title": "bar-prop-title"}}}}}
    """##
  static let failing = #"{"foo": {"foo-prop": "not 1", "other-prop": false}, "bar": {"bar-prop": 2}}"#
  static let passing = #"{"foo": {"foo-prop": 1, "unspecified-prop": true}, "bar": {"bar-prop": 20}}"#

  static func output(
    _ rules: String, _ document: String, _ format: OutputFormat, annotations: Bool = false,
    limits: Limits = Limits(), path: String = "rules.json"
  ) throws -> String {
    let options = CompileOptions(limits: limits, annotations: annotations)
    return try RuleSet.compile(rules, path: path, options: options).output(document, format: format)
  }
}
