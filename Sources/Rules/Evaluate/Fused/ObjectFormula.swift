/// What is asked of an object as a whole, said of the names that are present and of values of single members: `required`
/// under `anyOf`, `not` and `if`, `dependentRequired`, an `if` by a `const`.
indirect enum ObjectFormula {
  case all([ObjectFormula])
  case any([ObjectFormula])
  case one([ObjectFormula])
  case not(ObjectFormula)
  /// The second where the first holds, else the third.
  case conditional(ObjectFormula, ObjectFormula, ObjectFormula)
  /// All names are present.
  case names([Name])
  /// The name is absent, or its value, which is no array and no object, satisfies the block.
  case value(Name, BlockIndex)

  /// Equal where the bytes are.
  struct Name: Hashable {
    /// In the table of bytes.
    let range: TableRange
    let bytes: [UInt8]

    init(_ range: TableRange, of program: Program) {
      self.range = range
      bytes = Array(program.bytes[Int(range.start)..<Int(range.end)])
    }

    func hash(into hasher: inout Hasher) { hasher.combine(bytes) }

    static func == (left: Name, right: Name) -> Bool { left.bytes == right.bytes }
  }

  /// The names that it speaks of, each once or more often.
  var allNames: [Name] {
    switch self {
    case .all(let parts), .any(let parts), .one(let parts): parts.flatMap(\.allNames)
    case .not(let part): part.allNames
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise].flatMap(\.allNames)
    case .names(let names): names
    case .value(let name, _): [name]
    }
  }
}

/// A formula as plain data: an operator, then its operands, one after the other.
struct FusedCondition {
  let kind: Kind
  /// For `value`: the name's place among those that the walk knows, and the block.
  var place: UInt8 = 0
  var block = BlockIndex.acceptAll
  /// Conditions from this one to the one behind its last operand.
  var count: UInt32 = 1
  /// For `names`: one bit for each of the names that the walk knows.
  var names: UInt64 = 0

  enum Kind: UInt8 { case all, any, one, not, conditional, names, value }

  /// - Parameter places: those of all names of the formula, each below 64.
  static func flat(_ formula: ObjectFormula, _ places: [ObjectFormula.Name: Int]) -> [FusedCondition] {
    switch formula {
    case .all(let parts): flat(.all, parts, places)
    case .any(let parts): flat(.any, parts, places)
    case .one(let parts): flat(.one, parts, places)
    case .not(let part): flat(.not, [part], places)
    case .conditional(let condition, let then, let otherwise):
      flat(.conditional, [condition, then, otherwise], places)
    case .names(let names):
      [FusedCondition(kind: .names, names: names.reduce(0) { $0 | 1 << UInt64(places[$1] ?? 0) })]
    case .value(let name, let block): [FusedCondition(kind: .value, place: UInt8(places[name] ?? 0), block: block)]
    }
  }

  private static func flat(_ kind: Kind, _ parts: [ObjectFormula], _ places: [ObjectFormula.Name: Int])
    -> [FusedCondition]
  {
    let operands = parts.flatMap { flat($0, places) }
    return [FusedCondition(kind: kind, count: UInt32(operands.count + 1))] + operands
  }
}
