import Testing

@testable import Rules

/// A JSON value for tests that compare documents: numbers as written, members without order.
indirect enum TestValue: Hashable {
  case null, bool(Bool), number(String), string([UInt8]), array([TestValue]), object([[UInt8]: TestValue])

  init(_ text: String) throws {
    let document = try Document(json: text.utf8.span.bytes)
    self.init(document, Document.root)
  }

  private init(_ document: Document, _ node: NodeIndex) {
    self =
      switch document.kind(at: node) {
      case .null: .null
      case .true, .false: .bool(document.kind(at: node) == .true)
      case .number: .number(document.numberText(at: node))
      case .string, .key: .string(Array(document.string(at: node).utf8))
      case .array: .array(document.items(of: node).map { TestValue(document, $0) })
      case .object:
        .object(
          Dictionary(
            uniqueKeysWithValues: document.members(of: node).map {
              (Array(document.string(at: $0.key).utf8), TestValue(document, $0.value))
            }))
      }
  }

  /// RFC 6902, 4.1 and 4.3, as far as normalization uses them: `add` to an object, `replace` of what exists.
  func applying(_ operation: PatchOperation) throws -> TestValue {
    let value = try TestValue(operation.value)
    let tokens = try #require(JSONPointer.tokens(operation.path))
    return try setting(value, at: tokens[...], isAddition: operation.op == "add")
  }

  private func setting(_ value: TestValue, at path: ArraySlice<String>, isAddition: Bool) throws -> TestValue {
    guard let token = path.first else { return value }
    let rest = path.dropFirst()
    switch self {
    case .object(var members):
      let name = Array(token.utf8)
      if rest.isEmpty {
        #expect((members[name] == nil) == isAddition, "\(token) is added where it is absent, replaced where it is not")
        members[name] = value
      } else {
        members[name] = try #require(members[name]).setting(value, at: rest, isAddition: isAddition)
      }
      return .object(members)
    case .array(var items):
      let index = try #require(Int(token))
      try #require(items.indices.contains(index))
      items[index] = try items[index].setting(value, at: rest, isAddition: isAddition)
      return .array(items)
    default:
      throw PatchFailure(path: token)
    }
  }
}

struct PatchFailure: Error { let path: String }

/// The laws of DESIGN 5a on one document: what is not valid gives nothing; the output is valid, it is its own normal
/// form, and the patch leads to it.
func expectLaws(_ rules: RuleSet, _ document: String, defaults: Bool) throws {
  let result = rules.normalize(document, defaults: defaults)
  guard let output = result.output else {
    #expect(result.check.verdict != .valid)
    #expect(result.patch.isEmpty)
    return
  }
  let text = String(decoding: output, as: UTF8.self)
  #expect(result.check.verdict == .valid)
  #expect(rules.check(text).verdict == .valid, "check(out) is valid: \(text)")
  let again = rules.normalize(text, defaults: defaults)
  #expect(again.output == output, "normalize(out) = out: \(text)")
  #expect(again.patch.isEmpty)
  var patched = try TestValue(document)
  for operation in result.patch { patched = try patched.applying(operation) }
  #expect(patched == (try TestValue(text)), "patch(d) = out: \(text)")
  if result.patch.isEmpty { #expect(text == document, "nothing changed, so every byte stays") }
}
