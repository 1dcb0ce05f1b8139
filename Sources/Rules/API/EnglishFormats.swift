/// What a format asks for, in words and by an example that can be copied.
enum EnglishFormats {
  static func name(_ format: String) -> String {
    descriptions[format] ?? "of the format \(format)"
  }

  private static let descriptions: [String: String] = [
    "date-time": "a date-time (RFC 3339, such as 2022-01-01T23:59:59Z)",
    "date": "a date (RFC 3339, such as 2022-01-31)",
    "time": "a time (RFC 3339, such as 23:59:59Z)",
    "duration": "a duration (ISO 8601, such as P1DT12H)",
    "email": "an e-mail address (such as ada@example.org)",
    "idn-email": "an e-mail address (such as ada@example.org)",
    "hostname": "a host name (such as www.example.org)",
    "idn-hostname": "a host name (such as www.example.org)",
    "ipv4": "an IPv4 address (such as 192.0.2.1)",
    "ipv6": "an IPv6 address (such as 2001:db8::1)",
    "uri": "a URI (such as https://example.org/path)",
    "uri-reference": "a URI reference (such as ../path#part)",
    "iri": "an IRI (such as https://example.org/path)",
    "iri-reference": "an IRI reference (such as ../path#part)",
    "uri-template": "a URI template (such as https://example.org/{id})",
    "uuid": "a UUID (such as 123e4567-e89b-12d3-a456-426614174000)",
    "json-pointer": "a JSON Pointer (such as /items/0)",
    "relative-json-pointer": "a relative JSON Pointer (such as 1/items)",
    "regex": "a regular expression (ECMA-262)",
  ]
}
