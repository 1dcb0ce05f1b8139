import Testing

@testable import Expressions

@Suite("Slots")
struct SlotTests {
  @Test("an evaluation over slots is the one over values")
  func slots() throws {
    var declarations = Declarations()
    #expect(declarations.add("a", .int, isAlwaysBound: true) == 0)
    #expect(declarations.add("b", .string) == 1)
    let rule = try Expression.compile("a > 3 && b.startsWith('x')", declarations: declarations)
    let evaluator = ExpressionEvaluator()
    let text = Array("xyz".utf8)
    text.withUnsafeBytes { bytes in
      for (a, expected) in [(4, true), (3, false)] as [(Int64, Bool)] {
        let slots = [Slot(int: a), Slot(unsafeString: bytes)]
        let result = slots.withUnsafeBufferPointer { evaluator.evaluate(rule, unsafeSlots: $0.baseAddress) }
        #expect(result.isTrue == expected && result.isFalse == !expected)
      }
      let result = [Slot(int: 4), .absent].withUnsafeBufferPointer {
        evaluator.evaluate(rule, unsafeSlots: $0.baseAddress)
      }
      #expect(result.tag == .error)
    }
  }

  /// A host whose list 1 has the numbers below 5, and whose map 2 has the key `list`.
  private let host = SlotHost(
    context: nil, count: { _, handle in handle == 1 ? 5 : 1 }, element: { _, _, place in Slot(int: Int64(place)) },
    value: { _, _, key in String(decoding: key, as: UTF8.self) == "list" ? Slot(hostList: 1) : .absent },
    entry: { _, _, _ in (Slot(int: 0), Slot(hostList: 1)) })

  @Test(
    "lists and maps of a host are read through it",
    arguments: [
      ("m.list.all(x, x < 5)", "true"), ("m.list[4]", "4"), ("m.list[5]", "error index"),
      ("m.other", "error no-such-key"),
      ("has(m.list) && !has(m.other)", "true"), ("size(m.list) + size(m)", "6"), ("3 in m.list", "true"),
      ("m.list == [0, 1, 2, 3, 4]", "true"), ("m.list + [5]", "[0, 1, 2, 3, 4, 5]"), ("m.?other.hasValue()", "false"),
      ("m.map(k, k)", "[0]"), ("m.list.filter(x, x % 2 == 0)", "[0, 2, 4]"),
    ])
  func hosted(text: String, value: String) throws {
    let expression = try Expression.compile(text, declarations: Declarations(["m": .dyn]))
    let outcome = [Slot(hostMap: 2)].withUnsafeBufferPointer { slots in
      withUnsafePointer(to: host) {
        ExpressionEvaluator().outcome(expression, unsafeSlots: slots.baseAddress, unsafeHost: $0)
      }
    }
    #expect(described(outcome) == value)
  }

  @Test("a value that is not of the declared type is refused, also inside lists and maps")
  func mismatches() throws {
    #expect(try evaluated("a + 1", ["a": .string("1")], types: ["a": .int]) == "error binding")
    #expect(try evaluated("a[0] == ''", ["a": .list([.int(1)])], types: ["a": .list(.string)]) == "error binding")
    #expect(
      try evaluated("a.x", ["a": .map(["x": .int(1)])], types: ["a": .record("a", ["x": .string])]) == "error binding")
  }

  @Test("many entries are found by a table, few by looking")
  func maps() throws {
    for count in [0, 1, 8, 9, 100, 1_000] {
      let list = ExpressionValue.list((0..<Int64(count)).map { .int($0) })
      let text =
        "cel.bind(m, l.transformMap(i, v, v * 2), l.all(x, m[x] == x * 2 && dyn(m)[uint(x)] == x * 2) && size(m) == size(l) && !(-1 in m))"
      #expect(try evaluated(text, ["l": list], types: ["l": .list(.int)]) == "true", "\(count)")
    }
  }
}
