import Testing

@testable import Rules

@Suite("Formats: internationalized names, addresses and IRIs")
struct FormatInternationalTests {
  @Test(
    "a label is one of IDNA 2008 (RFC 5891, 4.2)",
    arguments: [
      "bücher", "bücher.example", "Example.bücher", "실례.테스트", "faß", "日本語。jp", "日本語．jp", "日本語｡jp",
      "xn--bcher-kva.bücher",
      "l·l", "נ״ב", "क्‍ष", "a--b", "ab--cd", "1.2", "XN--BCHER-KVA",
    ])
  func idnHostname(text: String) {
    #expect(Format.idnHostname.matches(text))
  }

  @Test(
    "near misses of an internationalized host name are refused",
    arguments: [
      "", ".", "é.", ".é", "é..é", "BÜCHER", "Bücher", "-é", "é-", "ab--é", "xn--é", "é_", "é é", "\u{301}a",
      "a\u{200D}b",
      "☃", "ﬁ", "\u{AD}é", "xn--a", "xn--bcher-kva.xn--a", "ab--cd.é", "é@", "é/", "\u{FFFF}é", "é\u{2024}é",
      "a\u{3002}",
    ])
  func notIDNHostname(text: String) {
    #expect(!Format.idnHostname.matches(text))
  }

  @Test("a U-label is in Normalization Form C (RFC 5890, 2.3.2.1)")
  func normalizationOfLabels() {
    #expect(Format.idnHostname.matches("caf\u{E9}"))
    #expect(!Format.idnHostname.matches("cafe\u{301}"))
    // The A-label of "cafe" with a mark: Punycode hides the same fault.
    #expect(!Format.hostname.matches("xn--cafe-yvc"))
    #expect(Format.hostname.matches("xn--caf-dma"))
  }

  @Test("the limit of 63 octets is that of the A-label (RFC 5891, 4.2.4)")
  func labelLength() {
    // `xn--` and the digits: "ü" repeated takes one digit each after the first two.
    #expect(Format.idnHostname.matches(String(repeating: "ü", count: 57)))
    #expect(!Format.idnHostname.matches(String(repeating: "ü", count: 58)))
    #expect(Format.idnHostname.matches(String(repeating: "a", count: 63)))
    #expect(!Format.idnHostname.matches(String(repeating: "a", count: 64)))
  }

  @Test("the limit of 253 octets is that of the name with A-labels (RFC 1035, 2.3.4)")
  func nameLength() {
    // "xn--tda" and a dot are eight octets: 31 of them, and the rest.
    let labels = String(repeating: "ü.", count: 31)
    #expect(Format.idnHostname.matches(labels + "abcde"))
    #expect(!Format.idnHostname.matches(labels + "abcdef"))
  }

  @Test(
    "a label that satisfies the Bidi rule (RFC 5893, 2) is valid",
    arguments: ["א", "אב1", "א1", "ب٠", "ا\u{6F0}", "א\u{5B0}", "aé", "é.com", "א-ב", "א.a", "a1.א"])
  func bidi(text: String) {
    #expect(Format.idnHostname.matches(text))
  }

  @Test(
    "one that misses a condition of the Bidi rule is not",
    arguments: [
      // 1: the first character is L, R or AL.
      "1א", "\u{660}ب", "\u{6F0}א",
      // 2 and 5: no other direction.
      "aא", "אa", "אé",
      // 3: the end.
      "אʹ",
      // 4: one kind of digits.
      "א1\u{660}", "ب\u{660}1",
      // All labels of a Bidi domain name.
      "1.א", "א.0a", "1é.א", "א.1a.com",
    ])
  func notBidi(text: String) {
    #expect(!Format.idnHostname.matches(text))
  }

  @Test("the Bidi rule holds for A-labels too")
  func bidiOfALabels() {
    #expect(Format.hostname.matches("a1.xn--4db"))
    #expect(!Format.hostname.matches("1a.xn--4db"))
    #expect(!Format.hostname.matches("xn--0ca24w"))
    #expect(Format.hostname.matches("1a.xn--bcher-kva"))
  }

  @Test(
    "an internationalized mailbox is one of RFC 6531, 3.3",
    arguments: [
      "é@b", "a.é@b", "\"é\"@b", "a@é", "δοκιμή@παράδειγμα.δοκιμή", "\u{85}@b", "\u{FFFF}@b", "a@[127.0.0.1]",
      "a@cafe\u{301}",
      "a@b--c", "a@ab--c.é", "a@xn--a.é", "👍@b", "a@א.b",
    ])
  func idnEmail(text: String) {
    #expect(Format.idnEmail.matches(text))
  }

  @Test(
    "near misses of an internationalized mailbox are refused",
    arguments: [
      "", "@é", "é@", "é", "é..é@b", ".é@b", "é b@c", "a@É", "a@☃", "a@é.", "a@.é", "a@é。b", "a＠é", "a@-é", "\"\\é\"@b",
      "\"é@b", "a@[é:b]", "a@é@b", "a@1.א", "a@\u{301}é", "a@" + String(repeating: "ü", count: 58),
      "a@" + String(repeating: "e\u{301}", count: 600), "a@" + String(repeating: "ü.", count: 40) + "b",
    ])
  func notIDNEmail(text: String) {
    #expect(!Format.idnEmail.matches(text))
  }

  @Test(
    "every mailbox is an internationalized one, and every host name", arguments: ["a", "a.b", "xn--bcher-kva", "ab--c"])
  func ascii(name: String) {
    #expect(Format.hostname.matches(name) && Format.idnHostname.matches(name))
    #expect(Format.email.matches("a@\(name)") && Format.idnEmail.matches("a@\(name)"))
  }

  @Test(
    "an IRI has a scheme and ucschar wherever a URI has unreserved characters (RFC 3987, 2.2)",
    arguments: [
      "http://é@ü.日:80/é?é#é", "urn:é", "http://%C3%A9/", "a:?\u{E000}\u{F0000}\u{10FFFD}é\u{E000}", "a:\u{A0}",
      "a:\u{10000}",
      "a:\u{E1000}", "http://[::1]/é", "a:\u{FFEF}", "http://", "a:\u{EFFFD}",
    ])
  func iri(text: String) {
    #expect(Format.iri.matches(text))
    #expect(Format.iriReference.matches(text))
    #expect(!Format.uri.matches(text) || text.utf8.allSatisfy { $0 < 0x80 })
  }

  /// U+FDD0, which no literal of Swift may hold.
  private static let nonCharacter = String(decoding: [0xEF, 0xB7, 0x90], as: UTF8.self)

  @Test(
    "near misses of an IRI are no reference either",
    arguments: [
      "é:b", "a:\u{80}", "a:\u{9F}", "a:\u{E000}", "a:#\u{E000}", "a:?#\u{F0000}", "a:\(nonCharacter)", "a:\u{FFF0}",
      "a:\u{1FFFE}", "a:\u{E0000}", "a:\u{E0FFF}", "a:?\u{FFFFE}", "a:?\u{10FFFE}", "http://[é]", "http://é:é",
      "http://é\\", "a: é",
      "http://\u{E000}/",
    ])
  func notIRI(text: String) {
    #expect(!Format.iri.matches(text))
    #expect(!Format.iriReference.matches(text))
  }

  @Test("an IRI has no characters that turn the direction (RFC 3987, 4.1)")
  func bidiFormatting() {
    for scalar in ["\u{200E}", "\u{200F}", "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}"] {
      #expect(!Format.iri.matches("a:\(scalar)"))
    }
    #expect(Format.iri.matches("a:\u{200D}\u{2029}\u{202F}"))
  }

  @Test("a relative IRI reference is no IRI", arguments: ["", "é", "//é", "/é:é", "?é", "#é", "./é:é"])
  func relativeReference(text: String) {
    #expect(!Format.iri.matches(text))
    #expect(Format.iriReference.matches(text))
  }
}
