/// A macro over the elements of a list or the keys of a map (langdef, "Macros"; extension comprehensions).
struct Comprehension {
  enum Kind: String {
    case all, exists
    case existsOne = "exists_one"
    case map, filter, transformList, transformMap, transformMapEntry
  }

  let kind: Kind
  let range: NodeIndex
  /// One: element or key. Two: index and element, or key and value.
  let variables: [String]
  /// What `map`, `transformList` and the like take only where it is true.
  let filter: NodeIndex?
  let body: NodeIndex
}
