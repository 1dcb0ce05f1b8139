import Testing

@testable import Rules

@Suite("Formats: names, identifiers and pointers")
struct FormatTests {
  @Test("a format is found by its own name only", arguments: Format.allCases)
  func names(format: Format) {
    #expect(Format(name: format.name) == format)
    #expect(Format(name: format.name.uppercased()) == nil)
  }

  @Test("a name that is no format gives none", arguments: ["", "date_time", "dateTime", "unknown"])
  func unknownName(name: String) {
    #expect(Format(name: name) == nil)
  }

  @Test("a UUID is 8-4-4-4-12 hexadecimal digits (RFC 9562, 4)")
  func uuid() {
    for text in [
      "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6",
      "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff",
    ] {
      #expect(Format.uuid.matches(text), "\(text)")
    }
    for text in [
      "", "f81d4fae-7dec-11d0-a765-00a0c91e6bf", "f81d4fae-7dec-11d0-a765-00a0c91e6bf66",
      "{f81d4fae-7dec-11d0-a765-00a0c91e6bf6}", "f81d4fae-7dec-11d0-a765 00a0c91e6bf6",
      "g81d4fae-7dec-11d0-a765-00a0c91e6bf6", "f81d4fae7-dec-11d0-a765-00a0c91e6bf6",
    ] {
      #expect(!Format.uuid.matches(text), "\(text)")
    }
  }

  @Test("a JSON Pointer escapes with ~0 and ~1 only (RFC 6901, 3 and 5)")
  func jsonPointer() {
    for text in ["", "/", "/foo/0", "/a~1b", "/m~0n", "/c%d", "/~01", "/é", "//"] {
      #expect(Format.jsonPointer.matches(text), "\(text)")
    }
    for text in ["a", "#/a", " /a", "/~", "/~2", "/a~", "/~/", "/~é"] {
      #expect(!Format.jsonPointer.matches(text), "\(text)")
    }
  }

  @Test("an address or mailbox is taken as RFC 5321, 4.1.2 writes it")
  func email() {
    for text in [
      "a@b", "user+tag@example.co.uk", "!#$%&'*+-/=?^_`{|}~@x.y", "\"\"@example.com", "\"a\\\"b\"@example.com",
      "\"a\\ b\"@example.com", "a@[127.0.0.1]", "a@[127.000.000.001]", "a@[IPv6:::1]", "a@[ipv6:1:2:3:4:5:6:7:8]",
      "a@[IPv6:1:2:3:4:5:6::]", "a@[IPv6:::ffff:10.0.0.1]", "a@[tag:content]", "a@1.2.3.4", "a@b--c",
    ] {
      #expect(Format.email.matches(text), "\(text)")
    }
  }

  @Test(
    "near misses of a mailbox are refused",
    arguments: [
      "", "@", "a", "a@", "@b", "a@@b", ".a@b", "a.@b", "a..b@c", "a b@c", "a@b.", "a@.b", "a@b..c", "a@-b", "a@b-",
      "a@b_c", "a@b c", "a@b\n", "\"a@b", "\"a\"b@c", "\"a\\\"@b", "\"a\u{7f}\"@b", "\"é\"@b", "é@b", "a@é",
      "a@[127.0.0.1", "a@127.0.0.1]", "a@[127.0.0.256]", "a@[1.2.3]", "a@[::1]", "a@[IPv6:1]", "a@[]", "a@[tag:]",
      "a@[IPv6:1:2:3:4:5:6:7::]", "a@[tag:a b]", "a@[tag:a]b]", "a@[tag-:a]", "a@[:a]", "a@b@c", "a,b@c", "(a)b@c",
      "<a@b>", "\"@b", "\"",
    ])
  func notEmail(text: String) {
    #expect(!Format.email.matches(text))
  }

  @Test("no text makes a format trap, however short, long or broken it is", arguments: Format.allCases)
  func anyBytes(format: Format) {
    var generator = SeededGenerator(seed: 0x5EED + UInt64(format.rawValue))
    let alphabet = Array("0123456789abcfxnPTZYMDHWS-+.:/?#[]@%~\"\\_ \u{e9}\u{b7}".utf8)
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...40, using: &generator)
      let isBinary = Bool.random(using: &generator)
      let bytes = (0..<length).map { _ in
        isBinary ? UInt8.random(in: .min ... .max, using: &generator) : alphabet.randomElement(using: &generator) ?? 0
      }
      _ = format.matches(bytes: bytes)
    }
  }

  @Test("no prefix of a text of the format makes it trap", arguments: Format.allCases)
  func prefixes(format: Format) {
    for text in [
      "2016-12-31T23:59:60.5+00:00", "P1Y2M3DT4H5M6S", "\"a\\b\"@[IPv6:1:2:3:4:5:6:1.2.3.4]", "xn--ll-0ea.xn--9n2bp8q",
      "http://u:p%41@[1:2:3:4:5:6:7::]:80/a%2fb?c#d", "//[v1.a:b]", "/a~0~1", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
    ] {
      let bytes = Array(text.utf8)
      for count in bytes.indices { _ = format.matches(bytes: Array(bytes[..<count])) }
    }
  }
}
