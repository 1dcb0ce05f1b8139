extension Format {
  /// The drafts that know formats, oldest first: 4, 6, 7, 2019-09, 2020-12 and v1, by the numbers that
  /// ``firstDraft`` has.
  static let drafts = [4, 6, 7, 2019, 2020, 2026]

  /// The first of ``drafts`` which defines this format; every later one keeps it. A number, as text knows nothing of
  /// schemas.
  ///
  /// Draft 4 Validation, section 7.3; draft 6 Validation, section 8.3; draft 7 Validation, section 7.3; 2019-09
  /// Validation, section 7.3. Draft 3 had `date`, `time` and `regex`, which draft 4 dropped and draft 7 took back.
  var firstDraft: Int {
    switch self {
    case .dateTime, .email, .hostname, .ipv4, .ipv6, .uri: 4
    case .uriReference, .uriTemplate, .jsonPointer: 6
    case .date, .time, .idnEmail, .idnHostname, .iri, .iriReference, .relativeJSONPointer, .regex: 7
    case .duration, .uuid: 2019
    }
  }
}
