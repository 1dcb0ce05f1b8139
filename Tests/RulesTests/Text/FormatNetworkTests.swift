import Testing

@testable import Rules

@Suite("Formats: addresses, host names and URIs")
struct FormatNetworkTests {
  @Test("an IPv4 address is four decimal octets without leading zeros (RFC 2673, 3.2)")
  func ipv4() {
    for text in ["0.0.0.0", "255.255.255.255", "1.20.100.249"] {
      #expect(Format.ipv4.matches(text), "\(text)")
    }
    for text in [
      "", ".", "1.2.3", "1.2.3.4.", "1.2.3.4.5", "01.2.3.4", "00.0.0.0", "1.2.3.256", "1.2.3.1000", "1..2.3",
    ] {
      #expect(!Format.ipv4.matches(text), "\(text)")
    }
  }

  @Test(
    "an IPv6 address has one of the forms of RFC 4291, 2.2",
    arguments: [
      "2001:DB8:0:0:8:800:200C:417A", "FF01::101", "::1", "::", "1::", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8",
      "0:0:0:0:0:0:13.1.68.3", "::FFFF:129.144.52.38", "1:2:3:4:5::1.2.3.4", "0000:00:0::",
    ])
  func ipv6(text: String) {
    #expect(Format.ipv6.matches(text))
  }

  @Test(
    "near misses of an IPv6 address are refused",
    arguments: [
      "", ":", ":::", "1", "1:", ":1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8",
      "1::2::3", "12345::", "g::", "1.2.3.4", "::1.2.3", "::1.2.3.4:1", "1:2:3:4:5:6:7:1.2.3.4", "::01.2.3.4",
      "::1%eth0", "::/0", "[::1]", "1:2:3:4:5:6::1.2.3.4", ":1.2.3.4", "::.2.3.4", "1:::2",
    ])
  func notIPv6(text: String) {
    #expect(!Format.ipv6.matches(text))
  }

  private static let longLabel = String(repeating: "a", count: 63)

  @Test("a host name is made of LDH labels (RFC 1123, 2.1)")
  func hostname() {
    let longest = [Self.longLabel, Self.longLabel, Self.longLabel, String(Self.longLabel.dropLast(2))]
    for text in ["a", "1", "a-b", "3com.example", "ab--cd", Self.longLabel, longest.joined(separator: ".")] {
      #expect(Format.hostname.matches(text), "\(text)")
    }
    for text in ["", ".", "a.", ".a", "a..b", "-a", "a-", "a_b", "a b", "é", "a" + Self.longLabel, "a\n"] {
      #expect(!Format.hostname.matches(text), "\(text)")
    }
    #expect(!Format.hostname.matches(longest.joined(separator: ".") + "a"))
  }

  @Test(
    "a label with the prefix xn-- is an A-label (RFC 5891, 4.2 and 5.4)",
    arguments: [
      "xn--bcher-kva", "XN--BCHER-KVA", "xn--mgba3a4fra", "xn--fiqs8s.example", "xn--strae-oqa", "xn--11b2ezcw70k",
    ])
  func aLabel(text: String) {
    #expect(Format.hostname.matches(text))
  }

  @Test(
    "what encodes no U-label is no A-label",
    arguments: [
      "xn--", "xn--a", "xn--abc-", "xn---", "xn--99999999", "xn--ls8h", "xn--h-bbc", "xn--bcher-kv",
      "xn--11b2er09f",
    ])
  func notALabel(text: String) {
    #expect(!Format.hostname.matches(text))
  }

  @Test(
    "a URI has a scheme (RFC 3986, 1.1.2 and appendix A)",
    arguments: [
      "ftp://ftp.is.co.za/rfc/rfc1808.txt", "ldap://[2001:db8::7]/c=GB?objectClass?one", "mailto:John.Doe@example.com",
      "telnet://192.0.2.16:80/", "urn:oasis:names:specification:docbook:dtd:xml:4.1.2", "a:", "a://", "file:///etc",
      "http://[v1F.a:b]/", "http://h:/", "http://h:99999999999999999999/", "a+b-c.d:x", "http://u@h", "http://@h",
      "http://%c3%a9/", "http://h?a/?b#c/?d", "data:,a%20b", "a:b:c@d", "http://[::ffff:1.2.3.4]:1/",
    ])
  func uri(text: String) {
    #expect(Format.uri.matches(text))
    #expect(Format.uriReference.matches(text))
  }

  @Test(
    "near misses of a URI are no reference either",
    arguments: [
      ":", ":a", "1a:b", "a_b:c", "http://[::1", "http://::1]", "http://[::1]a", "http://[::1%25en0]/", "http://[v1.]",
      "http://[v.a]", "http://[1.2.3.4]", "http://h:8a", "http://a@b@c", "http://h/%", "http://h/%4", "http://h/%4g",
      "http://h/#a#b", "http://h/é", "http://h/[", "http://h/ ", "http://h/a|b", "http://h\\a", "a:b\n", "%61:b",
      "http://[]", "http://a:b:c",
    ])
  func notURI(text: String) {
    #expect(!Format.uri.matches(text))
    #expect(!Format.uriReference.matches(text))
  }

  @Test(
    "a relative reference is no URI (RFC 3986, 4.2)",
    arguments: ["", "//h", "/a:b", "a/b:c", "./a:b", "?a:b", "#a", "a@b", "//", "///", "..", "%41"])
  func relativeReference(text: String) {
    #expect(!Format.uri.matches(text))
    #expect(Format.uriReference.matches(text))
  }

  @Test(
    "a long text is read in linear time",
    arguments: [
      "1", "a", ":", "1:", "[", "a.", "%41", "~0", "\"", "\\\\", "-", "P", "xn--", "@", "a@", "/", "//[", "#", "é",
      "é.", "\u{3002}", "\u{301}\u{323}", "e\u{301}", "{", "{a}", "a,", "(", "a|", "0/",
    ])
  func linear(unit: String) {
    // Quadratic work on these sizes would take minutes.
    let body = String(repeating: unit, count: 1 << 15)
    for prefix in ["", "\"", "a@", "a@[", "a://", "a://[", "/", "P", "2022-01-01T00:00:00.", "a:", "{", "{a,", "0"] {
      let bytes = Array((prefix + body).utf8)
      for format in Format.allCases { _ = format.matches(bytes: bytes) }
    }
  }
}
