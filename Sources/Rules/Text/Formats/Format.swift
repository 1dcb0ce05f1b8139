/// The formats that `format` asserts, JSON Schema 2020-12 Validation, section 7.3, as pure functions on UTF-8.
///
/// Every draft from 4 to v1 has some of these, see ``firstDraft``, and no others.
enum Format: UInt8, CaseIterable, Sendable {
  case dateTime
  case date
  case time
  case duration
  case uuid
  case email
  case hostname
  case ipv4
  case ipv6
  case uri
  case uriReference
  case jsonPointer
  case idnEmail
  case idnHostname
  case iri
  case iriReference
  case uriTemplate
  case relativeJSONPointer
  case regex
}

extension Format {
  /// The name that stands in a schema.
  var name: String {
    switch self {
    case .dateTime: "date-time"
    case .date: "date"
    case .time: "time"
    case .duration: "duration"
    case .uuid: "uuid"
    case .email: "email"
    case .hostname: "hostname"
    case .ipv4: "ipv4"
    case .ipv6: "ipv6"
    case .uri: "uri"
    case .uriReference: "uri-reference"
    case .jsonPointer: "json-pointer"
    case .idnEmail: "idn-email"
    case .idnHostname: "idn-hostname"
    case .iri: "iri"
    case .iriReference: "iri-reference"
    case .uriTemplate: "uri-template"
    case .relativeJSONPointer: "relative-json-pointer"
    case .regex: "regex"
    }
  }

  /// Nil for a name that is no format here; a schema may use any name, so that is no error by itself.
  init?(name: String) {
    guard let format = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = format
  }

  /// Whether `text`, valid UTF-8, is of this format.
  ///
  /// - Complexity: O(*n*), *n* the bytes of `text`. Only `regex` and the labels of internationalized domain names
  ///   allocate; both are bounded.
  func matches(_ text: Span<UInt8>) -> Bool {
    switch self {
    case .dateTime: Self.isDateTime(text)
    case .date: Self.isDate(text)
    case .time: Self.isTime(text)
    case .duration: Self.isDuration(text)
    case .uuid: Self.isUUID(text)
    case .email: Self.isEmail(text)
    case .hostname: Self.isHostname(text)
    case .ipv4: Self.isIPv4(text)
    case .ipv6: Self.isIPv6(text)
    case .uri: Self.isURI(text)
    case .uriReference: Self.isURIReference(text)
    case .jsonPointer: Self.isJSONPointer(text)
    case .idnEmail: Self.isIDNEmail(text)
    case .idnHostname: Self.isIDNHostname(text)
    case .iri: Self.isIRI(text)
    case .iriReference: Self.isIRIReference(text)
    case .uriTemplate: Self.isURITemplate(text)
    case .relativeJSONPointer: Self.isRelativeJSONPointer(text)
    case .regex: Self.isRegex(text)
    }
  }
}
