import ArgumentParser

/// The drafts as people call them.
enum DialectName: String, CaseIterable {
  case draft4, draft6, draft7
  case draft2019 = "2019-09"
  case draft2020 = "2020-12"
  case v1

  /// The metaschema's URI.
  var uri: String {
    switch self {
    case .draft4: "http://json-schema.org/draft-04/schema"
    case .draft6: "http://json-schema.org/draft-06/schema"
    case .draft7: "http://json-schema.org/draft-07/schema"
    case .draft2019: "https://json-schema.org/draft/2019-09/schema"
    case .draft2020: "https://json-schema.org/draft/2020-12/schema"
    case .v1: "https://json-schema.org/v1"
    }
  }

  static let advice = "name a metaschema's URI or one of: \(allCases.map(\.rawValue).joined(separator: ", "))"

  /// The URI that an argument means.
  static func uri(_ argument: String) throws -> String {
    if let known = DialectName(rawValue: argument) { return known.uri }
    guard argument.contains(":") else { throw ValidationError(advice) }
    return argument
  }
}
