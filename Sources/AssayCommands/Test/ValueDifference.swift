import Rules

/// Where two JSON values differ, by JSON Pointer, at most a handful.
struct ValueDifference {
  private let expected: Document
  private let actual: Document
  private(set) var lines: [String] = []
  private static let maximum = 10

  init(_ expected: Document, _ actual: Document) {
    self.expected = expected
    self.actual = actual
    compare(Document.root, Document.root, "")
  }

  private mutating func compare(_ left: NodeIndex, _ right: NodeIndex, _ pointer: String) {
    if lines.count >= Self.maximum || expected.isEqual(at: left, to: actual, at: right) { return }
    switch (expected.kind(at: left), actual.kind(at: right)) {
    case (.object, .object): compareMembers(left, right, pointer)
    case (.array, .array): compareItems(left, right, pointer)
    default: add(pointer, expected.json(at: left, limit: 200), actual.json(at: right, limit: 200))
    }
  }

  private mutating func compareMembers(_ left: NodeIndex, _ right: NodeIndex, _ pointer: String) {
    for member in expected.members(of: left) {
      let name = expected.string(at: member.key)
      let place = "\(pointer)/\(JSONPointer.escape(name))"
      if let value = actual.value(of: name, in: right) {
        compare(member.value, value, place)
      } else {
        add(place, expected.json(at: member.value, limit: 200), "nothing")
      }
    }
    for member in actual.members(of: right) {
      let name = actual.string(at: member.key)
      guard expected.value(of: name, in: left) == nil else { continue }
      add("\(pointer)/\(JSONPointer.escape(name))", "nothing", actual.json(at: member.value, limit: 200))
    }
  }

  private mutating func compareItems(_ left: NodeIndex, _ right: NodeIndex, _ pointer: String) {
    let (wanted, got) = (expected.items(of: left), actual.items(of: right))
    if wanted.count != got.count { add(pointer, "\(wanted.count) items", "\(got.count)") }
    for (index, pair) in zip(wanted, got).enumerated() { compare(pair.0, pair.1, "\(pointer)/\(index)") }
  }

  private mutating func add(_ pointer: String, _ expected: String, _ actual: String) {
    if lines.count >= Self.maximum { return }
    lines.append("at \(pointer.isEmpty ? "the root" : pointer): expected \(expected), got \(actual)")
  }
}
