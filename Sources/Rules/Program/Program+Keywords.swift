extension Program {
  /// The keywords of a schema that have something to say about values of one kind, in the order of the rule file.
  func keywords(of index: BlockIndex, for kind: NodeKind) -> [SiteIndex] {
    let block = self[index]
    var sites = block.typeSite == .none ? [] : [block.typeSite]
    for instruction in instructions(block.instructions(for: kind)) { sites += keywords(of: instruction) }
    var seen: Set<SiteIndex> = [.none]
    return ordered(sites.filter { seen.insert($0).inserted })
  }

  func ordered(_ sites: [SiteIndex]) -> [SiteIndex] {
    sites.sorted { left, right in
      let (one, other) = (self.sites.records[Int(left.raw)], self.sites.records[Int(right.raw)])
      return (one.source, one.node, left.raw) < (other.source, other.node, right.raw)
    }
  }

  private func keywords(of instruction: Instruction) -> [SiteIndex] {
    switch instruction.opcode {
    // The schema `false`; and what `annotate` says as well.
    case .fail, .deprecated: return []
    case .members:
      let plan = plans[Int(instruction.a)]
      return [plan.requiredSite, plan.propertiesSite, plan.patternsSite, plan.additionalSite, plan.namesSite]
    case .contains:
      let plan = containments[Int(instruction.a)]
      return [instruction.site, plan.minimumSite, plan.maximumSite]
    default: return [instruction.site]
    }
  }
}
