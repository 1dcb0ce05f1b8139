import Expressions
import Rules

/// The variables of an expression: types that were declared or follow from the values, and the values of a JSON object.
struct ExpressionBindings {
  private(set) var declarations = Declarations()
  private(set) var values: [String: ExpressionValue] = [:]
  private let document: Document

  init(json: String, declared: [String]) throws(CommandFailure) {
    document = try Self.read(json)
    for text in declared { try declare(text) }
    for member in document.members(of: Document.root) { try bind(document.string(at: member.key), member.value) }
  }

  private static func read(_ json: String) throws(CommandFailure) -> Document {
    let document: Document
    do throws(RuleErrors) {
      document = try RuleSource(json: json.utf8.span.bytes, path: "--bindings").document
    } catch {
      throw CommandFailure(error.problems.first.map { "--bindings: \($0.message)" } ?? "--bindings is no JSON")
    }
    guard document.kind(at: Document.root) == .object else {
      throw CommandFailure("--bindings takes a JSON object, such as {\"name\": \"Ada\"}")
    }
    return document
  }

  /// `name=type`.
  private mutating func declare(_ text: String) throws(CommandFailure) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let name = parts.first, !name.isEmpty else {
      throw CommandFailure("--declare takes a name and a type, such as start=timestamp")
    }
    do throws(ExpressionError) {
      declarations.add(name, try ExpressionType(parts[1]))
    } catch {
      throw CommandFailure("--declare \(text): \(error.message)")
    }
  }

  private mutating func bind(_ name: String, _ node: NodeIndex) throws(CommandFailure) {
    let declared = declarations.slot(of: name).map { declarations.type(ofSlot: $0) }
    let reader = BindingReader(document: document)
    guard let value = reader.value(node, declared ?? .dyn) else {
      throw CommandFailure("--bindings: the value of '\(name)' is no \(declared?.description ?? "value of CEL")")
    }
    if declared == nil { declarations.add(name, BindingReader.type(of: value)) }
    values[name] = value
  }
}
