/// The metaschemas of all drafts, as the standard publishes them, built into the library.
enum Metaschemas {
  /// The document at a URI without fragment; nil when it is none of the metaschemas.
  static func source(_ uri: String) -> RuleSource? { sources[uri] }

  private static let sources: [String: RuleSource] = {
    var sources: [String: RuleSource] = [:]
    for (uri, text) in texts {
      do {
        sources[uri] = try RuleSource(json: text.span.bytes, path: uri, uri: uri)
      } catch {
        preconditionFailure("the built-in metaschema \(uri) is JSON: \(error)")
      }
    }
    return sources
  }()

  static let texts: [String: [UInt8]] = [
    Draft.draft4.uri: PackageResources.draft_04_json,
    Draft.draft6.uri: PackageResources.draft_06_json,
    Draft.draft7.uri: PackageResources.draft_07_json,
    Draft.draft2019_09.uri: PackageResources.draft_2019_09_json,
    "https://json-schema.org/draft/2019-09/meta/core": PackageResources.draft_2019_09_core_json,
    "https://json-schema.org/draft/2019-09/meta/applicator": PackageResources.draft_2019_09_applicator_json,
    "https://json-schema.org/draft/2019-09/meta/validation": PackageResources.draft_2019_09_validation_json,
    "https://json-schema.org/draft/2019-09/meta/meta-data": PackageResources.draft_2019_09_meta_data_json,
    "https://json-schema.org/draft/2019-09/meta/format": PackageResources.draft_2019_09_format_json,
    "https://json-schema.org/draft/2019-09/meta/content": PackageResources.draft_2019_09_content_json,
    Draft.draft2020_12.uri: PackageResources.draft_2020_12_json,
    "https://json-schema.org/draft/2020-12/meta/core": PackageResources.draft_2020_12_core_json,
    "https://json-schema.org/draft/2020-12/meta/applicator": PackageResources.draft_2020_12_applicator_json,
    "https://json-schema.org/draft/2020-12/meta/unevaluated": PackageResources.draft_2020_12_unevaluated_json,
    "https://json-schema.org/draft/2020-12/meta/validation": PackageResources.draft_2020_12_validation_json,
    "https://json-schema.org/draft/2020-12/meta/meta-data": PackageResources.draft_2020_12_meta_data_json,
    "https://json-schema.org/draft/2020-12/meta/format-annotation":
      PackageResources.draft_2020_12_format_annotation_json,
    "https://json-schema.org/draft/2020-12/meta/format-assertion":
      PackageResources.draft_2020_12_format_assertion_json,
    "https://json-schema.org/draft/2020-12/meta/content": PackageResources.draft_2020_12_content_json,
    Draft.v1.uri: PackageResources.draft_v1_json,
    "https://json-schema.org/v1/2026": PackageResources.draft_v1_json,
  ]
}
