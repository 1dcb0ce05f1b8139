import ArgumentParser
import Rules

/// What a document may be, and how much of it is looked at.
struct DocumentOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A name that stands twice.", valueName: "mode"))
  var duplicates = DuplicateChoice.refuse

  @Option(help: ArgumentHelp("The longest document in bytes.", valueName: "n"))
  var maxBytes = Limits().bytes

  @Option(help: ArgumentHelp("The deepest nesting.", valueName: "n"))
  var maxDepth = Limits().depth

  func validate() throws {
    if maxBytes < 1 { throw ValidationError("--max-bytes takes a number from 1 on") }
    if !(1...Limits.maximumDepth).contains(maxDepth) {
      throw ValidationError("--max-depth takes a number from 1 to \(Limits.maximumDepth)")
    }
  }

  /// `options` with what was asked for here.
  func apply(to options: CompileOptions) -> CompileOptions {
    var options = options
    options.duplicates = duplicates == .refuse ? .refuse : .useLast
    options.limits.bytes = maxBytes
    options.limits.depth = maxDepth
    return options
  }
}

enum DuplicateChoice: String, ExpressibleByArgument, CaseIterable {
  case refuse
  case useLast = "use-last"
}
