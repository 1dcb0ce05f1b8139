import Testing

@testable import Rules

@Suite("Duplicate keys")
struct DuplicateKeysTests {
  private func repeated(_ text: String) throws -> [String] {
    let document = Document()
    try document.read(text.utf8.span.bytes, limits: Limits(), duplicates: .refuse)
    return document.repeatedKeys.map { document.string(at: $0) }
  }

  @Test(
    "names are compared after unescaping, by code points",
    arguments: [
      (#"{"a":1,"a":2}"#, ["a"]), (#"{"a":1,"\u0061":2}"#, ["a"]), (#"{"é":1,"e\u0301":2}"#, []),
      (#"{"a":{"b":1,"b":2}}"#, ["b"]), (#"{"":1,"":2}"#, [""]), (#"{"a":1,"b":2,"a":3,"a":4}"#, ["a", "a"]),
      (#"[{"a":1},{"a":2}]"#, []), (#"{"a\u0000":1,"a":2}"#, []), (#"{"a/b":1,"a\/b":2}"#, ["a/b"]),
    ] as [(String, [String])])
  func comparison(_ text: String, _ expected: [String]) throws {
    #expect(try repeated(text) == expected)
  }

  @Test(
    "one repeated name is found in objects of every size", arguments: [2, 3, 15, 16, 17, 63, 64, 65, 66, 200, 5_000])
  func sizes(_ count: Int) throws {
    let names = (0..<count).map { "key-number-\($0)-of-many" }
    let members = names.map { "\"\($0)\":1" }
    #expect(try repeated("{\(members.joined(separator: ","))}").isEmpty)
    for position in [0, count / 2, count - 1] {
      let text = "{\((members + [members[position]]).joined(separator: ","))}"
      #expect(try repeated(text) == [names[position]])
    }
  }

  @Test("names that share their first and last eight bytes are told apart")
  func collidingNames() throws {
    let names = (0..<300).map { "prefix--" + String($0 + 1000) + "--suffix" }
    #expect(try repeated("{\(names.map { "\"\($0)\":0" }.joined(separator: ","))}").isEmpty)
    #expect(try repeated("{\((names + [names[7]]).map { "\"\($0)\":0" }.joined(separator: ","))}") == [names[7]])
  }

  @Test(
    "with useLast the last member counts and the others are gone",
    arguments: [
      (#"{"a":1,"a":2}"#, #"{"a":2}"#), (#"{"a":[1,{"x":1,"x":[2]}],"b":2,"a":{"c":[]}}"#, #"{"b":2,"a":{"c":[]}}"#),
      (#"{"a":1,"b":{"c":[1,[2]]},"a":3,"d":[{}]}"#, #"{"b":{"c":[1,[2]]},"a":3,"d":[{}]}"#),
      (#"[{"a":{"b":1,"b":{"z":0}},"a":{"b":[3,[4]],"q":1,"b":5}},7]"#, #"[{"a":{"q":1,"b":5}},7]"#),
    ])
  func useLast(_ text: String, _ expected: String) throws {
    let document = Document()
    try document.read(text.utf8.span.bytes, limits: Limits(), duplicates: .useLast)
    #expect(document.json(at: Document.root) == expected)
    #expect(document.supersededKey != nil)
  }

  @Test("deeply nested objects with repeated names are read in linear time")
  func nestedUseLast() throws {
    let depth = 20_000
    let text = String(repeating: "{\"a\":1,\"a\":", count: depth) + "1" + String(repeating: "}", count: depth)
    let document = Document()
    try document.read(text.utf8.span.bytes, limits: Limits(), duplicates: .useLast)
    #expect(document.tooDeepOffset != nil)
  }
}
