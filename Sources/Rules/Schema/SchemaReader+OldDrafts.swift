// What only some drafts' metaschemas refuse, though its meaning is plain.
extension SchemaReader {
  mutating func refuseEmpty(_ node: NodeIndex, _ context: KeywordContext) {
    guard document.kind(at: node) == .array, document.items(of: node).isEmpty else { return }
    violation(
      .wrongValue, "\(context.name.rawValue) takes at least one value; remove the empty list", at: node)
  }

  mutating func readSchemaOrList(_ context: KeywordContext) -> KeywordValue? {
    guard document.kind(at: context.value) == .array else { return readOneSchema(context) }
    // The metaschemas' schemaArray has at least one.
    refuseEmpty(context.value, context)
    return readItemList(context)
  }

  /// v1's metaschema closes every schema; these keep their meaning for files that move to it.
  mutating func refuseInV1(_ context: KeywordContext) {
    guard graph[context.schema].draft == .v1, options.unknownKeywords == .report else { return }
    violation(.otherDraft, "v1 has no \(context.name.rawValue) any more", at: context.key)
  }

  /// Draft 4 wants at least one name (validation, 5.4.3.1).
  mutating func readRequired(_ context: KeywordContext) -> KeywordValue? {
    if graph[context.schema].draft == .draft4 { refuseEmpty(context.value, context) }
    return readNames(context.value, context).map { .names($0) }
  }

  /// Up to draft 7 the metaschemas refuse an empty `enum` and values that stand twice (draft 7 validation, 6.1.2).
  mutating func checkDistinctness(_ context: KeywordContext) {
    guard graph[context.schema].draft <= .draft7 else { return }
    refuseEmpty(context.value, context)
    guard let item = document.repeatedItem(of: context.value) else { return }
    violation(.wrongValue, "this value stands twice in enum; remove one", at: item)
  }

  mutating func readDraftFlag(_ context: KeywordContext) -> KeywordValue? {
    let node = graph[context.schema].node
    switch context.name {
    case .exclusiveMaximum: checkPartner(.exclusiveMaximum, .maximum, context.key, of: node)
    case .exclusiveMinimum: checkPartner(.exclusiveMinimum, .minimum, context.key, of: node)
    default: break
    }
    return readFlag(context).map { .flag($0) }
  }

  /// In draft 4 they only change what their partner means (validation, 5.1.2.1 and 5.1.3.1).
  private mutating func checkPartner(_ name: KeywordName, _ partner: KeywordName, _ key: NodeIndex, of node: NodeIndex)
  {
    guard document.value(of: partner.rawValue, in: node) == nil else { return }
    violation(.wrongValue, "in draft 4 \(name.rawValue) needs \(partner.rawValue) beside it", at: key)
  }

  /// 2020-12 keeps the shapes of two keywords of 2019-09, so that nothing else is meant by them (its metaschema says so).
  mutating func checkFormerKeyword(_ name: KeywordName, _ member: Document.Member) {
    guard name == .recursiveRef || name == .recursiveAnchor else { return }
    let isText = document.kind(at: member.value) == .string
    if isText, name == .recursiveRef || Self.isAnchor(document.string(at: member.value)) { return }
    violation(.wrongValue, "\(name.rawValue) is left from 2019-09 and must be a string", at: member.value)
  }

  static func isNoDigit(_ character: Character) -> Bool { !("0"..."9").contains(character) }
}

extension Document {
  /// An item that equals an earlier one. O(bytes of the array).
  fileprivate func repeatedItem(of array: NodeIndex) -> NodeIndex? {
    var first: [UInt64: NodeIndex] = [:]
    for item in items(of: array) {
      let hash = ValueComparison.hash(item, view)
      if let earlier = first[hash], isEqual(at: item, to: self, at: earlier) { return item }
      first[hash] = item
    }
    return nil
  }
}
