/// One schema on one value.
struct TraceUnit {
  /// The unit of the schema that applied this one.
  let parent: Int?
  /// The keyword there.
  let entry: PathEntry?
  let block: BlockIndex
  let node: NodeIndex
  var outcome = Outcome.valid
  var failures: [Failure] = []
  var annotations: [TraceAnnotation] = []
}

struct TraceAnnotation {
  let site: SiteIndex
  var value: Value

  enum Value {
    case constant(UInt32)
    case members([NodeIndex])
    case indexes([Int])
    case upTo(Int)
    case all
  }

  /// Another member; false when this is no list of members. Two patterns may match one name.
  mutating func add(_ key: NodeIndex) -> Bool {
    guard case .members(var keys) = value else { return false }
    // The list is moved out and back: a copy for each member would make it quadratic.
    value = .all
    if keys.last != key { keys.append(key) }
    value = .members(keys)
    return true
  }
}

/// What a keyword evaluated of an object or array.
enum EvaluatedPart {
  case member(NodeIndex)
  /// The first items, up to this index.
  case upTo(Int)
  case indexes([Int])
  case all

  var annotation: TraceAnnotation.Value {
    switch self {
    case .member(let key): .members([key])
    case .upTo(let index): .upTo(index)
    case .indexes(let indexes): .indexes(indexes)
    case .all: .all
    }
  }
}

extension TraceAnnotation.Value {
  /// The annotation as JSON text; names that are never printed are `***`.
  func json(_ program: Program, _ document: Document, hiding sensitive: SensitiveNodes) -> String {
    switch self {
    case .constant(let index): return program.json(index)
    case .members(let keys):
      let names = keys.map { sensitive.contains($0) ? Document.hidden : document.string(at: $0) }
      return "[" + names.map(JSONWriter.quoted).joined(separator: ",") + "]"
    case .indexes(let indexes): return "[" + indexes.map(String.init).joined(separator: ",") + "]"
    case .upTo(let index): return String(index)
    case .all: return "true"
    }
  }
}
