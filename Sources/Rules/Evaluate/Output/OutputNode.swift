/// A node of the structures of 2019-09 and 2020-12: a keyword on a value, or a schema on a value.
struct OutputNode {
  enum Place {
    case schema(BlockIndex)
    case keyword(SiteIndex)
  }

  enum Content {
    case none
    /// The keywords of a unit's schema.
    case keywords(Int)
    /// The units that a keyword applied, and the members or items that it refused.
    case applied([Int], refused: [Failure])
  }

  /// What it adds to its parent's path.
  var step = ""
  let place: Place
  let instance: NodeIndex
  let isValid: Bool
  var errors: [Failure] = []
  /// An error that no keyword reports.
  var text: String?
  var annotation: TraceAnnotation?
  var content = Content.none
  /// What is in it, once that has been looked at.
  var children: [OutputNode]?

  /// Says something itself: such a node is never replaced by its only child.
  var speaks: Bool { !errors.isEmpty || text != nil || annotation != nil }
}
