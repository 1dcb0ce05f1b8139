/// What findings know of the branches of an `anyOf` or `oneOf`; never looked at for a verdict.
struct Branching: Hashable, Sendable {
  /// How people would call the branches: their `title`, or the name under which they are defined. Empty where there is
  /// neither.
  var names: [String] = []
  var discriminator: Discriminator?
}

/// A property whose value tells the branches apart: each branch allows other values.
struct Discriminator: Hashable, Sendable {
  let property: String
  /// Every branch requires it.
  let isRequired: Bool
  /// For each branch the values that it allows, as ranges of the table of constants; empty for branches that take no
  /// objects.
  let values: [TableRange]
}
