/// The published versions of JSON Schema, oldest first.
enum Draft: Int, CaseIterable, Comparable, Sendable {
  case draft4, draft6, draft7, draft2019_09, draft2020_12, v1

  static func < (left: Draft, right: Draft) -> Bool { left.rawValue < right.rawValue }

  /// The URI of its metaschema, as `$schema` names it, without an empty fragment.
  var uri: String {
    switch self {
    case .draft4: "http://json-schema.org/draft-04/schema"
    case .draft6: "http://json-schema.org/draft-06/schema"
    case .draft7: "http://json-schema.org/draft-07/schema"
    case .draft2019_09: "https://json-schema.org/draft/2019-09/schema"
    case .draft2020_12: "https://json-schema.org/draft/2020-12/schema"
    case .v1: "https://json-schema.org/v1"
    }
  }

  /// How people call it.
  var name: String {
    switch self {
    case .draft4: "draft 4"
    case .draft6: "draft 6"
    case .draft7: "draft 7"
    case .draft2019_09: "2019-09"
    case .draft2020_12: "2020-12"
    case .v1: "v1"
    }
  }

  /// The draft that a `$schema` names. Up to draft 7 the URI ends in an empty fragment, which many leave out.
  init?(uri: String) {
    let bare = uri.hasSuffix("#") ? String(uri.dropLast()) : uri
    guard let draft = Self.allCases.first(where: { $0.uri == bare }) else { return nil }
    self = draft
  }

  /// Up to draft 7 every keyword beside `$ref` is ignored (draft 7 core, 8.3).
  var refHidesSiblings: Bool { self <= .draft7 }

  /// The keyword that names a schema resource.
  var identifier: KeywordName { self == .draft4 ? .oldID : .id }

  /// Up to draft 7 a fragment in the identifier names a place, as `$anchor` does later (draft 7 core, 8.2.3).
  var identifierTakesFragment: Bool { self <= .draft7 }

  /// In draft 4 an integer is a number without fraction or exponent part (draft 4 core, 3.5): `1.0` is none.
  var integersAreLexical: Bool { self == .draft4 }

  /// `true` and `false` are schemas from draft 6 on.
  var hasBooleanSchemas: Bool { self >= .draft6 }

  /// Items that `contains` takes count as evaluated from 2020-12 on (core, 10.3.1.3).
  var containsEvaluates: Bool { self >= .draft2020_12 }

  /// A `$dynamicAnchor` is an `$anchor` too, but no more in v1.
  var dynamicAnchorIsAnchor: Bool { self == .draft2020_12 }
}
