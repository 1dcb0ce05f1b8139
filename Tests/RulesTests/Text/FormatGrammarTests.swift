import Testing

@testable import Rules

@Suite("Formats: templates, relative pointers and patterns")
struct FormatGrammarTests {
  @Test(
    "a URI template has literals and expressions (RFC 6570, 2)",
    arguments: [
      "", "a", "{a}", "{a}{b}", "http://example.com/~{username}/", "{+path:6}/here", "{#x,hello,y}", "X{.list*}",
      "{/list*,path:4}",
      "{;x,y,empty}", "{?x,y}", "{&x}", "{%41b.c_1}", "{a:1}", "{a:9999}", "{a.b.c}", "a%C3%A9", "é\u{E000}\u{F0000}",
      "a'b", "{=a}",
      "{,a}", "{!a}", "{@a}", "{|a}", "!#$&()*+,-./:;=?@[]_~", "{1}", "{_}",
    ])
  func uriTemplate(text: String) {
    #expect(Format.uriTemplate.matches(text))
  }

  @Test(
    "near misses of a URI template are refused",
    arguments: [
      "{", "}", "{}", "{a", "a}", "{{a}}", "{a}}", "{+}", "{+,a}", "{++a}", "{a,}", "{a,,b}", "{,}", "{a b}", "{a-b}",
      "{é}", "{a:0}",
      "{a:01}", "{a:10000}", "{a:}", "{a:x}", "{a:1*}", "{a*:1}", "{a**}", "{.a.}", "{a..b}", "{a.}", "{%4}", "{%}",
      "%", "%4", "%4g",
      "a b", "\"", "<", ">", "\\", "^", "`", "|", "\u{7F}", "\u{80}", "\u{FFFF}", "a\n", "{a\n}", "{$a}",
    ])
  func notURITemplate(text: String) {
    #expect(!Format.uriTemplate.matches(text))
  }

  @Test(
    "a relative JSON Pointer goes up, along and down (draft-bhutton-relative-json-pointer-00, 3)",
    arguments: [
      "0", "1/0", "2/highly/nested/objects", "0#", "1#", "10", "0/", "0//", "0/~0~1", "120/é", "0-1", "0+1", "1-10/a",
      "0-1#", "0+0",
    ])
  func relativeJSONPointer(text: String) {
    #expect(Format.relativeJSONPointer.matches(text))
  }

  @Test(
    "near misses of a relative JSON Pointer are refused",
    arguments: [
      "", "/a", "#", "-1", "+1", "01", "00", "0a", "0##", "0#/a", "0/~", "0/~2", " 0", "0 ", "0\n", "٠", "0-", "0+",
      "0-01", "0-1+1",
      "0--1", "0-/a", "1.0", "0-a",
    ])
  func notRelativeJSONPointer(text: String) {
    #expect(!Format.relativeJSONPointer.matches(text))
  }

  @Test(
    "a pattern is one of ECMA-262 with the u flag (22.2.1)",
    arguments: ["", "a", "^[a-z]+$", "(?<n>a)\\k<n>", "\\p{L}", "\\u{1F600}", "é", "(?<=a)b", "[^]", "a{2,3}?"])
  func regex(text: String) {
    #expect(Format.regex.matches(text))
  }

  @Test(
    "near misses of a pattern are refused",
    arguments: [
      "(", ")", "[", "*", "a**", "\\", "\\a", "\\Z", "(?P<n>a)", "(?#a)", "a{2,1}", "\\k<n>", "{", "]", "\\p{No_Such}",
    ])
  func notRegex(text: String) {
    #expect(!Format.regex.matches(text))
  }

  @Test("the length that a rule file's pattern may have is no limit of the syntax")
  func longRegex() {
    let length = ECMAParser.maximumLength + 1
    let (long, unclosed) = (String(repeating: "a", count: length), String(repeating: "(", count: length))
    let (isLongOne, isUnclosedOne) = (Format.regex.matches(long), Format.regex.matches(unclosed))
    #expect(isLongOne)
    #expect(!isUnclosedOne)
  }

  @Test("a format stays in the drafts after the one that brought it", arguments: Format.allCases)
  func firstDraft(format: Format) {
    #expect(Format.drafts.contains(format.firstDraft))
    #expect(Format.drafts == Format.drafts.sorted())
  }
}
