import Testing

@testable import Rules

/// Dynamic references beyond the suite: their problems and their limits.
@Suite struct DynamicReferenceTests {
  @Test("a reference that leads back to itself through dynamic references only is endless")
  func endless() {
    #expect {
      try RuleSet.compile(##"{"$dynamicAnchor":"a","allOf":[{"$dynamicRef":"#a"}]}"##)
    } throws: { error in
      (error as? RuleErrors)?.problems.map(\.code.rawValue).contains("endless-reference") == true
    }
  }

  @Test("a recursive reference goes to the outermost schema that is open, and no further")
  func recursive() throws {
    let tree = ##"{"$id":"urn:tree","$recursiveAnchor":true,"properties":{"child":{"$recursiveRef":"#"}}}"##
    let rules = try RuleSet.compile(
      """
      {"$schema":"https://json-schema.org/draft/2019-09/schema","$id":"urn:strict","$recursiveAnchor":true,
       "$ref":"urn:tree","unevaluatedProperties":false,"$defs":{"tree":\(tree)}}
      """)
    #expect(rules.isValid(#"{"child":{"child":{}}}"#))
    #expect(!rules.isValid(#"{"child":{"chlid":{}}}"#))
  }

  @Test("more ways than can be told apart are refused, in bounded time", .timeLimit(.minutes(15)))
  func explosion() {
    // Each resource has an anchor of its own; any order of them is a scope of its own.
    let count = 14
    let names = (0..<count).map { "n\($0)" }
    let resources = (0..<count).map { resource in
      let anchors = names.filter { $0 != names[resource] }.map { #""\#($0)":{"$dynamicAnchor":"\#($0)"}"# }
      let next = (0..<count).map { ##""p\##($0)":{"$ref":"urn:r\##($0)"}"## }
      let references = names.map { ##""q\##($0)":{"$dynamicRef":"#\##($0)"}"## }
      let own = ##""own":{"$dynamicAnchor":"\##(names[resource])","title":"\##(resource)"}"##
      return """
        "r\(resource)":{"$id":"urn:r\(resource)","properties":{\((next + references).joined(separator: ","))},
        "$defs":{\(((resource % 2 == 0 ? Array(anchors.prefix(resource)) : []) + [own]).joined(separator: ","))}}
        """
    }
    let rules = "{\"$ref\":\"urn:r0\",\"$defs\":{\(resources.joined(separator: ","))}}"
    do {
      _ = try RuleSet.compile(rules)
    } catch {
      let codes = Set(error.problems.filter { $0.severity == .error }.map(\.code.rawValue))
      #expect(codes.isSubset(of: ["too-many-scopes", "unknown-anchor"]), "\(codes)")
    }
  }

  @Test("rules without dynamic references are not copied")
  func noCopies() throws {
    let rules = #"{"$dynamicAnchor":"a","properties":{"b":{"type":"null"}}}"#
    let source = try RuleSource(json: rules.utf8.span.bytes, path: "rules.json")
    let graph = SchemaGraph.read(source, library: RuleLibrary(), options: CompileOptions())
    #expect(graph.schemas.count == 2)
  }
}
