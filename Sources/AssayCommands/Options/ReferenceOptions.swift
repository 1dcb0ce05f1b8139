import ArgumentParser
import RuleFiles
import Rules

/// What stands for the URIs in rule files.
struct ReferenceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A file for a URI, or a folder for one that ends in /.", valueName: "uri=path"),
    transform: Self.entry)
  var map: [URIMap] = []

  @Option(
    help: ArgumentHelp("The draft or metaschema of files without $schema.", valueName: "name|uri"),
    transform: DialectName.uri)
  var dialect = CompileOptions().dialect

  /// All entries; later ones replace earlier ones.
  var references: FileReferences { FileReferences(uriMap) }

  var uriMap: URIMap { map.reduce(into: URIMap()) { $0.merge($1) } }

  private static func entry(_ argument: String) throws -> URIMap {
    var map = URIMap()
    do {
      try map.add(argument)
    } catch {
      throw ValidationError(error.description)
    }
    return map
  }
}
