extension Evaluator {
  /// What came out, for callers outside.
  mutating func outcome(_ slot: Slot, _ source: String) -> ExpressionOutcome {
    switch slot.tag {
    case .exhausted: return .undecided
    case .error: return .error(error(slot, source))
    default: return value(slot, 0).map { .value($0) } ?? .undecided
    }
  }

  private func error(_ slot: Slot, _ source: String) -> EvaluationError {
    let box = slot.box(FaultBox.self)?.pointee
    let program = loaded.program
    var span = SourceSpan(start: 0, end: 0)
    if let index = box?.instruction, program.nodes.indices.contains(index) {
      span = program.spans[program.nodes[index].value]
    }
    return EvaluationError(
      code: EvaluationError.Code(rawValue: (box?.code ?? .noSuchOverload).rawValue), message: message(slot), span: span,
      position: SourcePosition(of: span.start, in: source))
  }

  /// A value outside; nil when the budget runs out. A value that has one part many times is paid for each time.
  private mutating func value(_ slot: Slot, _ depth: Int) -> ExpressionValue? {
    guard depth <= Self.maximumDepth, charge(1 + (slot.isText ? slot.bytes.count / 16 : 0)) else { return nil }
    switch slot.tag {
    case .null, .absent: return .null
    case .bool: return .bool(slot.isTrue)
    case .int: return .int(slot.int)
    case .uint: return .uint(slot.payload)
    case .double: return .double(slot.double)
    case .string: return .string(slot.bytes.string)
    case .bytes: return .bytes(slot.bytes.array)
    case .timestamp:
      return ExpressionInstant(seconds: slot.int, nanoseconds: slot.extra).map { .timestamp($0) } ?? .null
    case .duration: return .duration(ExpressionDuration(nanoseconds: slot.int))
    case .list, .hostList: return list(slot, depth)
    case .map, .hostMap: return map(slot, depth)
    case .type: return .type(slot.namedType.rawValue)
    case .optional: return optional(slot, depth)
    case .address, .addressRange:
      let text = String(decoding: plainText(slot), as: UTF8.self)
      return .opaque(type: slot.typeName?.rawValue ?? "", text: text)
    case .error, .exhausted: return nil
    }
  }

  private mutating func list(_ slot: Slot, _ depth: Int) -> ExpressionValue? {
    var elements: [ExpressionValue] = []
    for place in 0..<count(slot) {
      guard let element = value(element(slot, place), depth + 1) else { return nil }
      elements.append(element)
    }
    return .list(elements)
  }

  private mutating func map(_ slot: Slot, _ depth: Int) -> ExpressionValue? {
    var entries: [ExpressionValue.Entry] = []
    for place in 0..<count(slot) {
      let entry = entry(slot, place)
      guard let key = value(entry.key, depth + 1), let value = value(entry.value, depth + 1) else { return nil }
      entries.append(ExpressionValue.Entry(key, value))
    }
    return .map(entries)
  }

  private mutating func optional(_ slot: Slot, _ depth: Int) -> ExpressionValue? {
    guard let box = slot.box(Slot.self) else { return .optional(nil) }
    return value(box.pointee, depth + 1).map { .optional($0) }
  }
}
