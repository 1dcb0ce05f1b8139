import RuleFiles
import Rules

/// One case: a document and what the rules must say about it.
struct RuleCase {
  var name: String
  /// Where the case starts in its file.
  let location: RuleLocation
  /// The document's bytes.
  var input: [UInt8] = []
  var verdict = Verdict.valid
  /// Nil where the case does not say; else all of them, in order.
  var findings: [ExpectedFinding]?
  /// The normalized document as JSON text; nil where the case does not say.
  var normalized: String?
  var fillsDefaults = false
}

/// What a case says about one finding; nil means that anything will do.
struct ExpectedFinding {
  var code: String?
  var location: String?
  var severity: String?
  var message: String?
  /// As JSON text, or as the content of a JSON string.
  var suggestion: String?
}

/// A `*.cases.yaml` file.
struct CaseFile {
  /// The rule file, relative to the working folder.
  var rules = ""
  var options = CompileOptions()
  var map = URIMap()
  var cases: [RuleCase] = []
}
