import Testing

@testable import Rules

@Suite struct URIReferenceTests {
  /// RFC 3986, 5.4.1 and 5.4.2, all against one base.
  static let examples = [
    ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
    ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"),
    ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"), (";x", "http://a/b/c/;x"),
    ("g;x", "http://a/b/c/g;x"),
    ("g;x?y#s", "http://a/b/c/g;x?y#s"), ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"),
    ("..", "http://a/b/"), ("../", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"),
    ("../../", "http://a/"), ("../../g", "http://a/g"),
    ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"), ("/./g", "http://a/g"), ("/../g", "http://a/g"),
    ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"), ("g..", "http://a/b/c/g.."), ("..g", "http://a/b/c/..g"),
    ("./../g", "http://a/b/g"), ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"),
    ("g/../h", "http://a/b/c/h"), ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("g;x=1/../y", "http://a/b/c/y"),
    ("g?y/./x", "http://a/b/c/g?y/./x"), ("g?y/../x", "http://a/b/c/g?y/../x"), ("g#s/./x", "http://a/b/c/g#s/./x"),
    ("g#s/../x", "http://a/b/c/g#s/../x"), ("http:g", "http:g"),
  ]

  @Test("the examples of RFC 3986, 5.4, resolve as it says", arguments: examples)
  func resolution(_ reference: String, _ expected: String) {
    let base = URIReference("http://a/b/c/d;p?q")
    #expect(URIReference(reference).resolved(against: base).text == expected)
  }

  @Test(
    "a base without a scheme takes relative paths too",
    arguments: [
      ("b.json", "a.json", "b.json"), ("#x", "a.json", "a.json#x"), ("../b", "x/y/z", "x/b"), ("", "", ""),
      ("b", "", "b"), ("/b", "x/y", "/b"), ("b", "http://host", "http://host/b"),
    ])
  func relativeBases(_ reference: String, _ base: String, _ expected: String) {
    #expect(URIReference(reference).resolved(against: URIReference(base)).text == expected)
  }

  @Test("a URN is its scheme and its path")
  func urn() {
    let urn = URIReference("urn:uuid:deadbeef#/a")
    #expect(urn.scheme == "urn")
    #expect(urn.path == "uuid:deadbeef")
    #expect(urn.withoutFragment == "urn:uuid:deadbeef")
  }

  @Test(
    "taking apart and putting together gives the text back",
    arguments: [
      "http://a/b?c#d", "a:b", "//h/p", "?q", "#f", "", "a/b:c", "1a:b", "http://u@h:80/?#", "é/ü#ß",
    ])
  func roundTrip(_ text: String) {
    #expect(URIReference(text).text == text)
  }

  @Test(
    "the fragment is percent-decoded as UTF-8",
    arguments: [
      ("#a%20b", "a b"), ("#%C3%A9", "\u{E9}"), ("#%c3%a9", "\u{E9}"), ("#%25", "%"), ("#", ""), ("x", ""),
      ("#%F0%9F%98%80", "😀"),
    ])
  func fragments(_ text: String, _ decoded: String) {
    #expect(URIReference(text).decodedFragment?.utf8.elementsEqual(decoded.utf8) == true)
  }

  @Test(
    "a fragment that is not percent-encoded UTF-8 has no meaning", arguments: ["#%", "#%4", "#%GG", "#%FF", "#%C3"])
  func badFragments(_ text: String) {
    #expect(URIReference(text).decodedFragment == nil)
  }
}
