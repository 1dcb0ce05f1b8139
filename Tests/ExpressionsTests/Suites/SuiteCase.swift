import Expressions
import Foundation
import Testing

/// A case of the conformance suite.
struct SuiteCase: CustomTestStringConvertible, Sendable {
  enum Wanted: Sendable {
    case value(ExpressionValue)
    case error
    /// Of the checker, with the value where the case gives one.
    case type(String, ExpressionValue?)
  }

  let id: String
  let profile: String
  let isSkippedUpstream: Bool
  let text: String
  let container: String
  let isChecked: Bool
  let declarations: Declarations
  let bindings: [String: ExpressionValue]
  let wanted: Wanted

  var testDescription: String { "\(id): \(text.prefix(60))" }

  init(_ json: [String: Any]) throws {
    id = json["id"] as? String ?? ""
    profile = json["profile"] as? String ?? ""
    isSkippedUpstream = json["skipped_upstream_by"] != nil
    text = json["expr"] as? String ?? ""
    container = json["container"] as? String ?? ""
    isChecked = json["disable_check"] as? Bool != true
    bindings = try (json["bindings"] as? [String: Any] ?? [:]).mapValues(SuiteValue.read)
    declarations = try Self.declarations(json, bindings)
    wanted = try Self.wanted(json["expect"] as? [String: Any] ?? [:])
  }

  private static func declarations(_ json: [String: Any], _ bindings: [String: ExpressionValue]) throws -> Declarations
  {
    var declarations = Declarations()
    for (name, type) in json["vars"] as? [String: String] ?? [:] { declarations.add(name, try ExpressionType(type)) }
    // Unchecked cases bind without declaring.
    for name in bindings.keys where declarations.slot(of: name) == nil { declarations.add(name, .dyn) }
    for function in json["functions"] as? [[String: Any]] ?? [] {
      declarations.addFunction(
        function["name"] as? String ?? "", try (function["params"] as? [String] ?? []).map { try ExpressionType($0) },
        result: try ExpressionType(function["result"] as? String ?? ""), isMember: function["member"] as? Bool ?? false)
    }
    return declarations
  }

  private static func wanted(_ json: [String: Any]) throws -> Wanted {
    if json["error"] != nil { return .error }
    let value = try json["value"].map(SuiteValue.read)
    if let type = json["type"] as? String { return .type(type, value) }
    guard let value else { throw SuiteValue.Unreadable(text: "\(json)") }
    return .value(value)
  }

  /// What is wrong with Assay's answer; nil where nothing is.
  func failure() -> String? {
    var options = ExpressionOptions()
    options.checksTypes = isChecked
    options.container = container
    options.timeZones = .files
    do throws(ExpressionError) {
      let expression = try Expressions.Expression.compile(text, declarations: declarations, options: options)
      options.foldsConstants = false
      let plain = try Expressions.Expression.compile(text, declarations: declarations, options: options)
      return judge(expression) ?? judge(plain).map { "without folding: \($0)" }
    } catch {
      // A constant that is wrong is refused before the evaluation.
      if case .error = wanted { return nil }
      return "refused: \(error)"
    }
  }

  private func judge(_ expression: Expressions.Expression) -> String? {
    if case .type(let type, let value) = wanted {
      guard expression.type.description == type else { return "is of type \(expression.type), not \(type)" }
      guard let value else { return nil }
      return compare(expression.evaluate(bindings), value)
    }
    guard case .value(let value) = wanted else {
      if case .error = expression.evaluate(bindings) { return nil }
      return "\(expression.evaluate(bindings)), not an error"
    }
    return compare(expression.evaluate(bindings), value)
  }

  private func compare(_ outcome: ExpressionOutcome, _ value: ExpressionValue) -> String? {
    if case .value(let found) = outcome, found == value { return nil }
    return "\(outcome), not \(value)"
  }
}

extension TimeZoneSource {
  /// The machine's tz database.
  static let files = TimeZoneSource { name in
    FileManager.default.contents(atPath: "/usr/share/zoneinfo/\(name)").map { Array($0) }
  }

  static let hasFiles = FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Australia/Sydney")
}
