import Testing

@testable import Rules

@Suite("Output of v1: list and hierarchical")
struct UnitOutputTests {
  /// Each unit on one line: validity, paths, and the names of its errors and annotations.
  private func units(_ output: String) throws -> [String] {
    let document = try Document(text: output)
    var lines: [String] = []
    var work = [Document.root]
    while let node = work.popLast() {
      if document.value(of: "evaluationPath", in: node) != nil { lines.append(line(node, document)) }
      work += (document.value(of: "details", in: node).map(document.items) ?? []).reversed()
    }
    return lines
  }

  private func line(_ node: NodeIndex, _ document: Document) -> String {
    func text(_ name: String) -> String { document.value(of: name, in: node).map(document.string) ?? "" }
    let said = ["errors", "annotations", "droppedAnnotations"].compactMap { name -> String? in
      guard let list = document.value(of: name, in: node) else { return nil }
      return name + ":" + document.members(of: list).map { document.string(at: $0.key) }.joined(separator: ",")
    }
    let isValid = document.value(of: "valid", in: node).map { document.kind(at: $0) == .true } ?? false
    let place = text("schemaLocation").drop { $0 != "#" }
    return ([isValid ? "+" : "-", text("evaluationPath"), String(place), text("instanceLocation")] + said)
      .joined(separator: " ")
  }

  @Test("the standard's failing example, hierarchical")
  func failing() throws {
    let output = try OutputExample.output(
      OutputExample.units, OutputExample.failing, .hierarchical, annotations: true)
    #expect(
      try units(output) == [
        "-  #  droppedAnnotations:properties,title",
        "- /properties/foo #/properties/foo /foo",
        "- /properties/foo/allOf/0 #/properties/foo/allOf/0 /foo errors:required",
        "- /properties/foo/allOf/1 #/properties/foo/allOf/1 /foo droppedAnnotations:properties,additionalProperties,title",
        "- /properties/foo/allOf/1/properties/foo-prop #/properties/foo/allOf/1/properties/foo-prop /foo/foo-prop "
          + "errors:const droppedAnnotations:title",
        "+ /properties/foo/allOf/1/additionalProperties #/properties/foo/allOf/1/additionalProperties /foo/other-prop",
        "- /properties/bar #/properties/bar /bar",
        "- /properties/bar/$ref #/$defs/bar /bar droppedAnnotations:properties,title",
        "- /properties/bar/$ref/properties/bar-prop #/$defs/bar/properties/bar-prop /bar/bar-prop errors:minimum "
          + "droppedAnnotations:title",
      ])
  }

  @Test("the standard's passing example, list")
  func passing() throws {
    let output = try OutputExample.output(OutputExample.units, OutputExample.passing, .list, annotations: true)
    #expect(
      try Set(units(output)) == [
        "+  #  annotations:properties,title",
        "+ /properties/foo/allOf/1 #/properties/foo/allOf/1 /foo annotations:properties,additionalProperties,title",
        "+ /properties/bar/$ref #/$defs/bar /bar annotations:properties,title",
        "+ /properties/foo/allOf/1/properties/foo-prop #/properties/foo/allOf/1/properties/foo-prop /foo/foo-prop "
          + "annotations:title",
        "+ /properties/bar/$ref/properties/bar-prop #/$defs/bar/properties/bar-prop /bar/bar-prop annotations:title",
      ])
  }

  @Test("a failing list without annotations has the units with errors only")
  func list() throws {
    let output = try OutputExample.output(OutputExample.units, OutputExample.failing, .list)
    #expect(
      try units(output) == [
        "- /properties/foo/allOf/0 #/properties/foo/allOf/0 /foo errors:required",
        "- /properties/foo/allOf/1/properties/foo-prop #/properties/foo/allOf/1/properties/foo-prop /foo/foo-prop "
          + "errors:const",
        "- /properties/bar/$ref/properties/bar-prop #/$defs/bar/properties/bar-prop /bar/bar-prop errors:minimum",
      ])
  }

  @Test("members and items that are refused are units of the schema false")
  func refused() throws {
    let output = try OutputExample.output(#"{"additionalProperties": false}"#, #"{"a": 1, "b/c": 2}"#, .hierarchical)
    #expect(
      try units(output) == [
        "-  # ", "- /additionalProperties #/additionalProperties /a errors:",
        "- /additionalProperties #/additionalProperties /b~1c errors:",
      ])
  }
}
