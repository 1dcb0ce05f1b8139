/// Turns a ``Failure`` into a ``Finding``. Only what is shown is ever turned into text.
struct FindingBuilder {
  let program: Program
  let document: Document
  private let limits: Limits
  private let sensitive: SensitiveNodes
  /// Only the sentence is wanted: no places, and no search for what was meant, which would cost more for each than a cap
  /// on findings allows for.
  private let isPlain: Bool
  private var walker: PointerWalker
  /// Ends of arrays and objects cost a walk over their items; findings about one container share it.
  private var spans: [NodeIndex: ByteSpan] = [:]
  /// The names of the object that was told about last: findings about one object come together.
  private var names: (object: NodeIndex, names: Set<[UInt8]>)?

  init(
    _ program: Program, _ document: Document, _ limits: Limits, _ sensitive: SensitiveNodes = .none,
    isPlain: Bool = false
  ) {
    self.isPlain = isPlain
    self.program = program
    self.document = document
    self.limits = limits
    self.sensitive = sensitive
    walker = PointerWalker(document, hiding: sensitive)
  }

  mutating func finding(_ failure: Failure) -> Finding {
    let site = failure.site == .none ? Self.nowhere : program[failure.site]
    let node = failure.choice?.node ?? failure.node
    var finding = Finding(
      severity: failure.rank.severity, code: FindingCode(rawValue: site.keyword), instanceLocation: location(of: node),
      keywordLocation: keywordLocation(failure, site),
      absoluteKeywordLocation: site.place,
      span: span(of: node), rule: failure.site == .none ? nil : site.location)
    fill(&finding, site, node, failure.detail)
    if site.keyword == "false", let limit = itemsLimit(failure) { finding.arguments["limit"] = .json(limit) }
    if let choice = failure.choice { fill(&finding, choice, failure) }
    if case .matched(let branches) = failure.detail { fillMatched(branches, failure.site, &finding) }
    if sensitive.contains(node) {
      hide(&finding, node)
    } else if let original = document.originalText(at: node) {
      finding.arguments["original"] = .json(original)
    }
    if let message = site.message, finding.code != .budget { finding.customMessage = Self.filled(message, finding) }
    finding.causes = failure.causes.map { self.finding($0) }
    finding.branches = branches(failure)
    return finding
  }

  private mutating func location(of node: NodeIndex) -> String {
    if isPlain { return "" }
    let location = walker.pointer(to: node)
    guard document.kind(at: node) == .key, sensitive.contains(node), let slash = location.lastIndex(of: "/") else {
      return location
    }
    return location[...slash] + Document.hidden
  }

  /// What a finding about a value that is never printed can still say: which keyword, and its limit.
  private func hide(_ finding: inout Finding, _ node: NodeIndex) {
    finding.arguments["value"] = .json(Document.hidden)
    if finding.arguments["name"] != nil, document.kind(at: node) == .key {
      finding.arguments["name"] = .text(Document.hidden)
    }
    finding.expected = []
    finding.suggestion = nil
    if finding.customMessage != nil { finding.customMessage = nil }
  }

  private mutating func branches(_ failure: Failure) -> [BranchFindings] {
    let names = program.branchings[failure.site]?.names ?? []
    return failure.branches.enumerated().map { index, failures in
      BranchFindings(
        index: index, name: index < names.count ? names[index] : "", findings: failures.map { finding($0) })
    }
  }

  /// What no keyword asks for: the recursion limit.
  private static let nowhere = Site(
    keyword: "", resource: "", pointer: "", location: RuleLocation(path: "", line: 0, column: 0))

  private mutating func span(of node: NodeIndex) -> ByteSpan {
    if isPlain { return ByteSpan(offset: 0, length: 0) }
    if let known = spans[node] { return known }
    let span = document.span(of: node)
    if document.kind(at: node).isContainer { spans[node] = span }
    return span
  }

  private func keywordLocation(_ failure: Failure, _ site: Site) -> String {
    var location = ""
    for entry in failure.path where entry.site != .none {
      location += "/" + JSONPointer.escape(program.sites.keyword(entry.site))
      location += program.pointer(of: entry.step, document)
    }
    return site.keyword == "false" || site.keyword.isEmpty ? location : location + "/" + site.keyword
  }

  /// `x-message` with `{value}` and `{limit}` filled in, in one pass, so that a value's own braces stay as they are.
  private static func filled(_ message: String, _ finding: Finding) -> String {
    var result = ""
    var rest = message[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      result += rest[..<open]
      if name == "value" || name == "limit", let argument = finding.arguments[name] {
        result += argument.text
      } else {
        result += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  // MARK: - Arguments

  private mutating func fill(_ finding: inout Finding, _ site: Site, _ node: NodeIndex, _ detail: FailureDetail) {
    finding.arguments["value"] = .json(document.preview(at: node, hiding: sensitive))
    if !site.detail.isEmpty { describe(site, &finding) }
    switch detail {
    case .none: break
    case .count(let count): finding.arguments["actual"] = .count(count)
    case .missing(let plan): fillMissing(program.plans[Int(plan)], node, &finding)
    case .unknown(let plan, let object): fillUnknown(node, of: object, program.plans[Int(plan)], &finding)
    case .dependency(let index): fillDependency(program.dependencies[Int(index)], node, &finding)
    case .values(let set): fillValues(program.valueSets[Int(set)], node, &finding)
    case .pair(let first, let second): fillPair(first, second, node, &finding)
    case .matched: break
    case .budget(let kind):
      finding.code = .budget
      finding.arguments["budget"] = .text(kind.budget.rawValue)
      finding.arguments["limit"] = limit(of: kind).map { .count($0) }
    case .allowed(let count): finding.arguments["limit"] = .count(Int(count))
    case .custom(let index):
      finding.customMessage = program.custom.keywords[Int(index)].check(document.jsonValue(at: node))
    case .branches(let count): finding.arguments["count"] = .count(Int(count))
    }
    if site.keyword == "type" { finding.arguments["actual"] = .text(document.jsonTypeName(at: node)) }
    if document.kind(at: node) == .key { finding.arguments["name"] = .text(document.string(at: node)) }
    if site.keyword == "false" || site.keyword == "deprecated" { nameMember(node, &finding) }
  }

  /// What is wrong is that the member is there: its name says more than its value.
  private func nameMember(_ node: NodeIndex, _ finding: inout Finding) {
    // On the tape a value comes right behind its key.
    guard node > Document.root, document.kind(at: node - 1) == .key, !sensitive.contains(node - 1) else { return }
    finding.arguments["name"] = .text(document.string(at: node - 1))
  }

  /// How many items `items: false` leaves, which the keyword's site knows.
  private func itemsLimit(_ failure: Failure) -> String? {
    guard let last = failure.path.last, last.site != .none else { return nil }
    let site = program[last.site]
    return ["items", "additionalItems"].contains(site.keyword) && !site.detail.isEmpty ? site.detail : nil
  }

  private func describe(_ site: Site, _ finding: inout Finding) {
    switch site.keyword {
    case "type": finding.arguments["expected"] = .list(site.detail.split(separator: "\n").map(String.init))
    case "pattern": finding.arguments["pattern"] = .text(site.detail)
    case "not": finding.arguments["excluded"] = .list(site.detail.split(separator: "\n").map(String.init))
    case "format": finding.arguments["format"] = .text(site.detail)
    case "contentEncoding", "contentMediaType": finding.arguments["limit"] = .text(site.detail)
    default: finding.arguments["limit"] = .json(site.detail)
    }
  }

  private func limit(of kind: BudgetKind) -> Int? {
    switch kind {
    case .patternSteps: limits.patternSteps
    case .numberSteps: limits.numberSteps
    case .recursion: Evaluator<VerdictSink>.maximumRecursion
    case .evaluationSteps: nil
    }
  }

  private func fillMissing(_ plan: MemberPlan, _ object: NodeIndex, _ finding: inout Finding) {
    let present = document.names(of: object)
    let missing = missingNames(plan, present)
    finding.arguments["names"] = .list(missing)
    finding.expected = missing.map(JSONWriter.quoted)
    if isPlain { return }
    // A name that nobody asked for and that looks like one that is missing.
    let known = Set(program.properties(of: plan).filter(\.isProperty).map { Array(program.name($0.name).utf8) })
    let shown = sensitive.isEmpty ? present : document.names(of: object) { !sensitive.contains($0) }
    let strangers = shown.subtracting(known).prefix(1000).map { String(decoding: $0, as: UTF8.self) }.sorted()
    for name in missing {
      guard let stranger = EditDistance.nearest(to: name, in: strangers), stranger != name else { continue }
      finding.arguments["misspelt"] = .text(stranger)
      finding.arguments["meant"] = .text(name)
      return
    }
  }

  func missingNames(_ plan: MemberPlan, _ present: Set<[UInt8]>) -> [String] {
    program.properties(of: plan).filter(\.isRequired).map { program.name($0.name) }
      .filter { !present.contains(Array($0.utf8)) }
  }

  /// A name that is missing is meant sooner than one that may be absent, and one that is there is not meant at all.
  private mutating func fillUnknown(
    _ key: NodeIndex, of object: NodeIndex, _ plan: MemberPlan, _ finding: inout Finding
  ) {
    let name = document.string(at: key)
    finding.arguments["name"] = .text(name)
    if isPlain { return }
    let present = names(of: object)
    let absent = program.properties(of: plan).filter(\.isProperty).prefix(1000).map { program.name($0.name) }
      .filter { !present.contains(Array($0.utf8)) }
    let meant =
      EditDistance.nearest(to: name, in: missingNames(plan, present)) ?? EditDistance.nearest(to: name, in: absent)
    finding.suggestion = meant.map(JSONWriter.quoted)
  }

  private mutating func names(of object: NodeIndex) -> Set<[UInt8]> {
    if let names, names.object == object { return names.names }
    let found = document.names(of: object)
    names = (object, found)
    return found
  }

  private func fillDependency(_ dependency: Dependency, _ object: NodeIndex, _ finding: inout Finding) {
    let present = document.names(of: object)
    let missing = (dependency.names.start..<dependency.names.end).map { program.name(program.names[Int($0)]) }
      .filter { !present.contains(Array($0.utf8)) }
    finding.arguments["name"] = .text(program.name(dependency.name))
    finding.arguments["names"] = .list(missing)
  }

  /// Allowed values that are quoted in one finding.
  private static let maximumExpected = 100

  private func fillValues(_ set: ValueSet, _ node: NodeIndex, _ finding: inout Finding) {
    let quoted = (set.all.start..<set.all.end).prefix(isPlain ? 1 : Self.maximumExpected)
    var expected = quoted.map { program.json($0, limit: 200) }
    if !isPlain, document.kind(at: node) == .string {
      let strings = (set.all.start..<set.all.end).prefix(1000).map { program.constantNodes[Int($0)] }
        .filter { program.constants.kind(at: $0) == .string }.map(program.constants.string)
      finding.suggestion =
        EditDistance.nearest(to: document.text(at: node, atMost: 256), in: strings).map(JSONWriter.quoted)
    }
    if let best = finding.suggestion, let index = expected.firstIndex(of: best) {
      expected.insert(expected.remove(at: index), at: 0)
    }
    finding.expected = expected
    finding.arguments["count"] = .count(Int(set.all.count))
  }

  private func fillPair(
    _ first: NodeIndex, _ second: NodeIndex, _ array: NodeIndex, _ finding: inout Finding
  ) {
    finding.arguments["first"] = .count(position(of: first, in: array))
    finding.arguments["second"] = .count(position(of: second, in: array))
    finding.arguments["value"] = .json(document.preview(at: second, hiding: sensitive))
    if isPlain { return }
    if !sensitive.contains(second), let original = document.originalText(at: second) {
      finding.arguments["original"] = .json(original)
    }
    // The repeated item is what has to be changed.
    finding.span = document.span(of: second)
  }

  private func position(of item: NodeIndex, in array: NodeIndex) -> Int {
    var position = 0
    var current = array + 1
    while current < item {
      current = document.view.next(current)
      position += 1
    }
    return position
  }
}
