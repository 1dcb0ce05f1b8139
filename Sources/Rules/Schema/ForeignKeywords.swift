/// Keywords that other tools put into schemas: not misspelt, though some look like it. They annotate.
enum ForeignKeywords {
  /// What a keyword belongs to; nil for one that is not known at all.
  static func home(of name: String) -> String? { homes[name] }

  private static let homes: [String: String] = {
    var homes: [String: String] = [:]
    for (home, names) in byHome {
      for name in names { homes[name] = home }
    }
    return homes
  }()

  private static let byHome = [
    "OpenAPI": ["example", "nullable", "discriminator", "xml", "externalDocs"],
    "editors": [
      "markdownDescription", "enumDescriptions", "markdownEnumDescriptions", "deprecationMessage", "defaultSnippets",
      "errorMessage", "patternErrorMessage", "doNotSuggest", "allowComments", "allowTrailingCommas",
    ],
    "code generators": ["tsType", "tsEnumNames", "javaType", "existingJavaType", "enumNames"],
    "hyper-schema": ["base", "links", "media", "rel", "href", "targetSchema", "pathStart", "fragmentResolution"],
  ]
}
