// The operands that do not fit into an instruction: plain data too.

/// What one walk over an object's members does.
struct MemberPlan: Hashable, Sendable {
  var table = KeyTable()
  /// How many names `required` lists. Names are unique in an object, so that counting them is enough.
  var requiredCount: UInt32 = 0
  /// Which of the first 64 names are required, one bit each, and how many others.
  var requiredFirst: UInt64 = 0
  var requiredOthers: UInt32 = 0
  /// The block of `additionalProperties`.
  var additional = BlockIndex.acceptAll
  /// `additionalProperties: false`: a finding names the key instead of saying that a value is not allowed.
  var refusesAdditional = false
  /// Notes the members that it evaluates.
  var marks = false
  /// The block of `propertyNames`.
  var names = BlockIndex.acceptAll
  var patterns = TableRange()
  /// Entries of this object in the table of properties, in the order of the file.
  var properties = TableRange()
  var requiredRank = SeverityRank.error
  var propertiesRank = SeverityRank.error
  var patternsRank = SeverityRank.error
  var additionalRank = SeverityRank.error
  var namesRank = SeverityRank.error
  var requiredSite = SiteIndex.none
  var propertiesSite = SiteIndex.none
  var patternsSite = SiteIndex.none
  var additionalSite = SiteIndex.none
  var namesSite = SiteIndex.none

  /// Counts a name as required, by its place among the names.
  mutating func require(_ place: Int) {
    requiredCount += 1
    if place < UInt64.bitWidth { requiredFirst |= 1 << UInt64(place) } else { requiredOthers += 1 }
  }

  var hasMilderRanks: Bool {
    let error = SeverityRank.error
    return requiredRank != error || propertiesRank != error || patternsRank != error || additionalRank != error
      || namesRank != error
  }

  var ranks: [UInt8] { [requiredRank, propertiesRank, patternsRank, additionalRank, namesRank].map(\.raw) }
}

/// A name that an object's rules speak of.
struct PropertyEntry: Hashable, Sendable {
  /// The name in the table of bytes.
  var name = TableRange()
  var block = BlockIndex.acceptAll
  var isRequired = false
  /// Listed under `properties`, not only under `required`.
  var isProperty = false
  /// The values of `default` that apply to the property, as a range of the table of constants: `normalize` fills in the
  /// first when the property is absent, provided that all are equal.
  var defaults = TableRange()
}

/// One member of `patternProperties`.
struct PatternMember: Hashable, Sendable {
  var pattern: PatternIndex
  var block: BlockIndex
}

/// The members of one `dependentRequired`, `dependentSchemas` or `propertyDependencies`, those of one name together.
struct DependencyPlan: Hashable, Sendable {
  var dependencies = TableRange()
  /// The entry of a name is its first dependency, counted from the first of the plan.
  var table = KeyTable()
}

/// One member of `dependentRequired`, `dependentSchemas` or `propertyDependencies`.
struct Dependency: Hashable, Sendable {
  var name: TableRange
  var block: BlockIndex
  /// Names that must be present: a range of the table of name ranges.
  var names: TableRange
  /// The next one is of the same name.
  var isContinued = false
}

struct Containment: Hashable, Sendable {
  var block: BlockIndex
  var minimum: UInt32
  var maximum: UInt32
  var minimumSite: SiteIndex
  var maximumSite: SiteIndex
  var minimumRank: SeverityRank
  var maximumRank: SeverityRank
}

struct Conditional: Hashable, Sendable {
  var condition: BlockIndex
  var then: BlockIndex
  var otherwise: BlockIndex
  var thenSite: SiteIndex
  var otherwiseSite: SiteIndex
  var thenRank: SeverityRank
  var otherwiseRank: SeverityRank
}

/// The values of an `enum` or `const`.
struct ValueSet: Hashable, Sendable {
  /// The strings among them.
  var strings = KeyTable()
  /// One bit a kind that needs no look: null, false, true.
  var literals: UInt16 = 0
  /// Numbers, arrays and objects, as a range of the table of constants.
  var others = TableRange()
  /// Where these are many: a hash table over them, whose size is a power of two, as a range of the table of value slots.
  var table = TableRange()
  /// All of them in the order of the file, likewise.
  var all = TableRange()
}

/// A number, array or object of a large `enum`. The hash differs from process to process, as that of documents does.
struct ValueSlot: Hashable, Sendable {
  var hash: UInt32 = 0
  /// Among the constants; `UInt32.max` marks an empty slot.
  var constant = UInt32.max
}
