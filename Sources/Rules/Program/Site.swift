/// The cold facts of one keyword: names, places, texts. Read only when something failed.
struct Site: Hashable, Sendable {
  /// The keyword's name, which is the finding's code.
  var keyword: String
  /// The schema's URI, or the rule file's path when it has none.
  var resource: String
  /// The keyword's JSON Pointer in that resource.
  var pointer: String
  /// Both, the pointer as a fragment.
  var place = ""
  /// The JSON Pointer of that resource in its document.
  var base = ""
  /// Where the keyword stands in the rule file.
  var location: RuleLocation
  /// The rule author's text, with `{value}` and `{limit}` to be filled in.
  var message: String?
  /// A detail of the keyword for messages: the format's name, the pattern's text, the limit as JSON text.
  var detail: String = ""
}

/// A site as the compiler leaves it: where to look. Most are never read, so that pointers, lines and columns are worked
/// out only for those that are.
struct SiteRecord: Sendable {
  let subject: Subject
  /// The document, by its place among the program's sources.
  let source: Int
  /// The keyword's key, or the schema.
  let node: NodeIndex
  /// The root of the schema resource.
  let resourceNode: NodeIndex
  /// The resource's URI among those of the table; nil for that of the file.
  let resourceURI: Int?
  let message: String?
  let detail: SiteDetail

  enum Subject: UInt8 {
    /// The keyword whose key the node is.
    case keyword
    /// The schema itself, and the schema `false`.
    case schema, falseSchema
  }
}

/// A keyword's detail for messages: where it is found rather than its text, which is hardly ever read.
enum SiteDetail: Sendable {
  case none
  case text(String)
  case count(Int)
  /// The string or number at a node of the same document.
  case content(NodeIndex)
}
