/// A default that could be filled in.
struct DefaultFill: Hashable {
  let object: NodeIndex
  let name: String
  /// The value as compact JSON text.
  let value: String
  /// The index of the constant, for comparing two defaults as values.
  let constant: UInt32
  /// The property, or something in it, is never printed.
  let isSensitive: Bool

  /// The defaults of a plan's properties that an object does not have, in the order of the rules.
  static func absent(
    _ plan: MemberPlan, _ object: NodeIndex, _ program: Program, _ document: Document
  ) -> [DefaultFill] {
    let candidates = program.properties(of: plan).filter { !$0.defaults.isEmpty }
    guard !candidates.isEmpty else { return [] }
    let present = document.names(of: object)
    var fills: [DefaultFill] = []
    for entry in candidates {
      let name = program.name(entry.name)
      guard !present.contains(Array(name.utf8)) else { continue }
      for constant in entry.defaults.start..<entry.defaults.end {
        fills.append(
          DefaultFill(
            object: object, name: name, value: program.json(constant), constant: constant,
            isSensitive: program[entry.block].reachesSensitive))
      }
    }
    return fills
  }
}
