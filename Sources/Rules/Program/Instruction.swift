/// What an instruction does. One line each: operands, effect.
enum Opcode: UInt8, CaseIterable, Sendable {
  /// Fails: the schema `false`.
  case fail
  /// `a` code points at least.
  case minLength
  /// `a` code points at most.
  case maxLength
  /// Matches pattern `a`.
  case pattern
  /// Matches format `a`.
  case format
  /// Is at least constant `a`.
  case minimum
  /// Is at most constant `a`.
  case maximum
  /// Is above constant `a`.
  case exclusiveMinimum
  /// Is below constant `a`.
  case exclusiveMaximum
  /// Is a multiple of constant `a`.
  case multipleOf
  /// Is one of value set `a`.
  case anyValue
  /// `a` items at least.
  case minItems
  /// `a` items at most.
  case maxItems
  /// No two items are equal.
  case uniqueItems
  /// Items from index `b` on satisfy block `a`.
  case items
  /// The first items satisfy the blocks of list range `a ..< a + b`, one each.
  case prefixItems
  /// As many items as containment `a` says satisfy its block.
  case contains
  /// `a` members at least.
  case minProperties
  /// `a` members at most.
  case maxProperties
  /// Walks the members once: names, required names, properties, patterns, the rest (member plan `a`).
  case members
  /// Where a name of the `b` dependencies of plan `a` is present, its names are too.
  case dependentRequired
  /// Where a name of the `b` dependencies of plan `a` is present, its block is satisfied.
  case dependentSchemas
  /// All blocks of list range `a ..< a + b` are satisfied.
  case allOf
  /// At least one of the `b` blocks of choice `a` is satisfied.
  case anyOf
  /// Exactly one of the `b` blocks of choice `a` is satisfied.
  case oneOf
  /// Block `a` is not satisfied.
  case not
  /// Conditional `a`: if, then, else.
  case conditional
  /// Block `a` is satisfied: `$ref`.
  case call
  /// Annotates a present value as deprecated; never fails.
  case deprecated
  /// Where a name of the `b` dependencies of plan `a` has the value that is its only needed name, its block is satisfied.
  case propertyDependencies
  /// The members that nothing evaluated satisfy block `a`; member plan `b` knows the names.
  case unevaluatedProperties
  /// The items that nothing evaluated satisfy block `a`; with `b` 1 there must be none, with 2 they are the last ones as well.
  case unevaluatedItems
  /// Is encoded and typed as content `a` says.
  case content
  /// Matches the library's format `a`.
  case customFormat
  /// Annotates with constant `a`; only in programs that keep annotations.
  case annotate
  /// Satisfies the library's keyword `a`.
  case customKeyword
}

extension Opcode {
  /// Whether it evaluates other blocks.
  var isApplicator: Bool {
    switch self {
    case .items, .prefixItems, .contains, .members, .dependentSchemas, .allOf, .anyOf, .oneOf, .not, .conditional,
      .call, .propertyDependencies, .unevaluatedProperties, .unevaluatedItems:
      true
    case .fail, .minLength, .maxLength, .pattern, .format, .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum,
      .multipleOf, .anyValue, .minItems, .maxItems, .uniqueItems, .minProperties, .maxProperties, .dependentRequired,
      .deprecated, .content, .annotate, .customFormat, .customKeyword:
      false
    }
  }
}

/// What a string holds (draft 7 validation, 8).
struct Content: OptionSet {
  let rawValue: UInt32
  static let base64 = Content(rawValue: 1)
  static let json = Content(rawValue: 2)
}

/// One step of a block: 16 bytes, plain data.
struct Instruction: Hashable, Sendable {
  let opcode: Opcode
  /// What a failure here counts as by itself; the spine above may make it milder (DESIGN 5a).
  let rank: SeverityRank
  /// Notes what it evaluates of the instance, for an `unevaluated*` further up: run even where it can only warn.
  let marks: Bool
  let site: SiteIndex
  let a: UInt32
  let b: UInt32

  init(
    _ opcode: Opcode, rank: SeverityRank, site: SiteIndex, a: UInt32 = 0, b: UInt32 = 0, marks: Bool = false
  ) {
    self.opcode = opcode
    self.rank = rank
    self.marks = marks
    self.site = site
    self.a = a
    self.b = b
  }
}

/// A severity as a number that grows milder, so that the mildest on a path is the maximum.
struct SeverityRank: Hashable, Sendable, Comparable {
  let raw: UInt8
  static let error = SeverityRank(raw: 1)
  static let warning = SeverityRank(raw: 2)
  static let info = SeverityRank(raw: 3)

  init(raw: UInt8) { self.raw = raw }

  init(_ severity: Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    case .info: self = .info
    }
  }

  var severity: Severity {
    switch raw {
    case 2: .warning
    case 3: .info
    default: .error
    }
  }

  @inline(__always)
  static func < (left: SeverityRank, right: SeverityRank) -> Bool { left.raw < right.raw }
}
