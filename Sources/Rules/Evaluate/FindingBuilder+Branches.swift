// What a finding says about the branches of `anyOf` and `oneOf`.
extension FindingBuilder {
  /// `1`, or `1 (Phone)` where the branch has a name.
  func branchName(_ index: Int, _ site: SiteIndex) -> String {
    let names = program.branchings[site]?.names ?? []
    return index < names.count && !names[index].isEmpty ? "\(index) (\(names[index]))" : String(index)
  }

  func fillMatched(_ branches: UInt64, _ site: SiteIndex, _ finding: inout Finding) {
    let matched = (0..<64).filter { branches >> UInt64($0) & 1 == 1 }
    finding.arguments["matched"] = .list(matched.map { branchName($0, site) })
  }

  func fill(_ finding: inout Finding, _ choice: BranchChoice, _ failure: Failure) {
    switch choice.reason {
    case .unclear: break
    case .meant:
      guard let meant = choice.meant else { break }
      finding.arguments["meant"] = .text(branchName(meant, failure.site))
    case .types(let sites):
      var names: [String] = []
      for name in sites.flatMap({ program.sites.detail($0).split(separator: "\n").map(String.init) })
      where !names.contains(name) {
        names.append(name)
      }
      finding.arguments["expected"] = .list(names)
      finding.arguments["actual"] = .text(document.jsonTypeName(at: failure.node))
    case .values(let sets): fillValues(sets, failure.node, &finding)
    case .missing(let plans):
      let present = document.names(of: failure.node)
      finding.arguments["names"] = .list(
        plans.map { plan in
          missingNames(program.plans[Int(plan)], present).map(JSONWriter.quoted).joined(separator: " and ")
        })
    case .discriminatorMissing(let site), .discriminatorUnknown(let site):
      guard let discriminator = program.branchings[site]?.discriminator else { break }
      finding.arguments["discriminator"] = .text(discriminator.property)
      if choice.node == nil { finding.arguments["isMissing"] = .text("true") }
      fill(discriminator, choice.node, &finding)
    }
  }

  private func fill(_ discriminator: Discriminator, _ node: NodeIndex?, _ finding: inout Finding) {
    let constants = discriminator.values.flatMap { $0.start..<$0.end }
    finding.expected = constants.prefix(100).map { program.json($0, limit: 200) }
    finding.arguments["count"] = .count(constants.count)
    guard let node, document.kind(at: node) == .string else { return }
    let texts = constants.prefix(1000).map { program.constantNodes[Int($0)] }
      .filter { program.constants.kind(at: $0) == .string }.map(program.constants.string)
    finding.suggestion = EditDistance.nearest(to: document.text(at: node, atMost: 256), in: texts)
      .map(JSONWriter.quoted)
  }

  /// The values of all branches together, as if one `enum` had them.
  private func fillValues(_ sets: [UInt32], _ node: NodeIndex, _ finding: inout Finding) {
    let all = sets.map { program.valueSets[Int($0)].all }
    let constants = all.flatMap { $0.start..<$0.end }
    finding.expected = constants.prefix(100).map { program.json($0, limit: 200) }
    finding.arguments["count"] = .count(constants.count)
    guard document.kind(at: node) == .string else { return }
    let texts = constants.prefix(1000).map { program.constantNodes[Int($0)] }
      .filter { program.constants.kind(at: $0) == .string }.map(program.constants.string)
    finding.suggestion = EditDistance.nearest(to: document.text(at: node, atMost: 256), in: texts)
      .map(JSONWriter.quoted)
  }
}
