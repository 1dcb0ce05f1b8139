/// A lower and an upper limit on the same quantity.
enum LimitPair: CaseIterable, Hashable {
  case value, length, items, properties
}

/// One end of a pair, as some keyword gives it.
struct Limit {
  let schema: SchemaIndex
  let keyword: Keyword
  let amount: Amount
  /// Values equal to it are out.
  var isExclusive = false

  enum Amount {
    case number(NodeIndex)
    case count(Int)
  }
}

/// The limits of one schema, or of all that apply together with it.
struct LimitRange {
  var lower: Limit?
  var upper: Limit?
}
