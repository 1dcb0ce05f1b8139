import Testing

@testable import Expressions

@Suite("Patterns")
struct PatternTests {
  /// Both ways of matching: with the table and without.
  private func matches(_ pattern: String, _ text: String) throws -> Bool {
    let bytes = Array(text.utf8)
    return try bytes.withUnsafeBufferPointer { buffer in
      let view = ByteView(buffer.baseAddress, buffer.count)
      let fast = try LinearPattern.compile(Array(pattern.utf8), steps: LinearPattern.tableSteps)
      let slow = try LinearPattern.compile(Array(pattern.utf8), steps: 0)
      #expect(!slow.hasTable)
      let result = fast.matches(view)
      #expect(slow.matches(view) == result)
      return result
    }
  }

  @Test(
    "a pattern is found anywhere",
    arguments: [
      ("b+", "abbc"), ("^a.c$", "abc"), ("^a.c$", "aéc"), ("a|b|", "x"), ("^(?:ab)*$", "ababab"), ("^a{2,3}$", "aaa"),
      ("a{,2}", "a{,2}"),
      ("^[^a-c]$", "d"), ("^[]a]+$", "]a"), ("^[a-]+$", "a-"), (#"^\d+\.\d{2}$"#, "10.50"), (#"\bfoo\b"#, "a foo b"),
      (#"x\By"#, "xy"),
      ("(?i)straße", "STRAßE"), ("(?i)^k$", "\u{212A}"), ("(?i)^σς$", "ΣΣ"), ("(?m)^b$", "a\nb\nc"),
      ("(?s)a.b", "a\nb"),
      ("^(?P<n>a)(?<m>b)$", "ab"), (#"^\Qa.b\E$"#, "a.b"), (#"^\x41\x{1F600}\101$"#, "A😀A"),
      (#"^\pL\p{Nd}\P{L}$"#, "é٣."),
      ("^[[:alpha:]]+[[:^digit:]]$", "ab!"), (#"^[\d\-x]+$"#, "1-x"), ("^.$", "😀"), (#"\A\z"#, ""),
      ("^(a?){30}a{30}$", String(repeating: "a", count: 30)),
      (#"^[^\x00-\x{7F}]$"#, "é"), ("a(?i)b", "aB"), ("(?i:a)b", "Ab"), ("x*", ""), (#"^\_\-$"#, "_-"),
    ])
  func found(pattern: String, text: String) throws {
    #expect(try matches(pattern, text))
  }

  @Test(
    "and not where it is not",
    arguments: [
      ("^b", "ab"), ("a.b", "a\nb"), ("^a{2}$", "aaa"), (#"\bfoo\b"#, "afoo"), ("^a$", "a\n"), ("(?i:a)b", "AB"),
      (#"^\d$"#, "٣"),
      (#"^\s$"#, "\u{0B}"), ("^[^a]$", "a"), ("(?i)^[^a]$", "A"), (#"^\w$"#, "é"), ("^(?:a|b)c$", "abc"),
      ("(?m)^a$", "ab"),
    ])
  func missing(pattern: String, text: String) throws {
    #expect(try !matches(pattern, text))
  }

  @Test(
    "what RE2 refuses is refused",
    arguments: [
      "(a", "a)", "*a", "a**", "a+*", "a{2}{3}", "a++", "a?+", "[a", "[z-a]", #"\1"#, "(?=a)", "(?!a)", "(?<=a)",
      "(?<!a)", "(?>a)", #"\Z"#, #"\q"#,
      "(?x)a", "(?P<n>a)(?P<n>b)", "(?P<1", "a{1001}", "(a{100}){100}", "a{3,2}", #"\"#, #"\x4"#, #"\x{110000}"#,
      #"\p{Nope}"#, "[[:nope:]]",
      "(|*)", #"[a-\d]"#, #"\k<n>"#, "(?P=n)", "(?#c)", #"\h"#, #"\R"#, #"\G"#, "[]", "(?i", "(?-)", #"\C"#,
    ])
  func refused(pattern: String) {
    #expect(throws: PatternError.self) { try LinearPattern.compile(Array(pattern.utf8), steps: 0) }
  }

  @Test(
    "a hostile pattern is refused, or compiled small",
    arguments: [
      ("(", 5_000, ")"), ("", 0, "(((a{10}){10}){10}){10}"), ("", 0, "(?:(?:(?:){1000}){1000}){1000}"),
      ("a?", 4_000, ""),
      ("", 0, "[^a]{1000}"), ("", 0, "(a|b)*a(a|b){200}"), ("", 0, #"(\pL\pN){20}"#), ("x", 20_000, ""),
      ("(a*)*", 1_000, "b"),
    ])
  func hostile(part: String, count: Int, rest: String) {
    do throws(PatternError) {
      let text = Array((String(repeating: part, count: count) + rest).utf8)
      #expect(try LinearPattern.compile(text, steps: LinearPattern.tableSteps).size <= 12_000)
    } catch {
      #expect(!error.message.isEmpty)
    }
  }
}
