// SAFETY: values are copied to the arena, in pieces of the size that is asked for.
extension Workspace {
  /// Evaluates with values that are copied into the arena first.
  func evaluate(_ expression: Expression, _ bindings: [String: ExpressionValue], _ budget: Int) -> ExpressionOutcome {
    switch slots(expression, bindings) {
    case .failure(let error): .error(error)
    case .success(let slots):
      run(expression.loaded, slots, nil, budget) { slot, evaluator in evaluator.outcome(slot, expression.source) }
    }
  }

  /// The same of a program in which every part has an instruction: what came out of each node, by its number.
  func outcomes(
    _ traced: LoadedProgram, _ expression: Expression, _ bindings: [String: ExpressionValue], _ budget: Int
  ) -> Result<[Int: ExpressionOutcome], EvaluationError> {
    slots(expression, bindings).map { slots in
      let observer = NodeObserver(nodes: traced.program.nodes.map(\.value))
      return run(traced, slots, nil, budget, observer) { _, evaluator, observer in
        observer.values.mapValues { slot in
          // Each value is shown, or is too large: what the evaluation left of its budget does not matter.
          evaluator.budget = Self.shownUnits
          return evaluator.outcome(slot, expression.source)
        }
      }
    }
  }

  /// Units for showing one value.
  private static let shownUnits = 1_000

  private func slots(
    _ expression: Expression, _ bindings: [String: ExpressionValue]
  ) -> Result<UnsafeMutablePointer<Slot>, EvaluationError> {
    let variables = expression.declarations.variables
    let slots = arena.allocate(max(variables.count, 1) * MemoryLayout<Slot>.stride)
      .bindMemory(to: Slot.self, capacity: max(variables.count, 1))
    let builder = SlotBuilder(arena: arena)
    for (index, variable) in variables.enumerated() {
      (slots + index).initialize(to: .absent)
      guard let value = bindings[variable.name] else { continue }
      guard let slot = builder.slot(value, variable.type, 0) else {
        arena.reset()
        return .failure(Self.mismatch(variable, value, expression.source))
      }
      slots[index] = slot
    }
    return .success(slots)
  }

  private static func mismatch(
    _ variable: Declarations.Variable, _ value: ExpressionValue, _ source: String
  ) -> EvaluationError {
    EvaluationError(
      code: EvaluationError.Code(rawValue: "binding"),
      message:
        "'\(variable.name)' is declared as \(variable.type), but its value is \(value.typeName) or has parts of other types",
      span: SourceSpan(start: 0, end: 0), position: SourcePosition(of: 0, in: source))
  }
}

/// Makes slots of values. A value that is not of the declared type, or nested deeper than 200 levels, gives none.
struct SlotBuilder {
  let arena: Arena

  func slot(_ value: ExpressionValue, _ type: ExpressionType, _ depth: Int) -> Slot? {
    guard depth <= Evaluator.maximumDepth else { return nil }
    switch (value, type.kind) {
    case (.list(let elements), .list(let element)): return list(elements, element, depth)
    case (.list(let elements), .dyn): return list(elements, .dyn, depth)
    case (.map(let entries), .map(let key, let value)): return map(entries, depth, key) { _ in value }
    case (.map(let entries), .dyn): return map(entries, depth, .dyn) { _ in .dyn }
    case (.map(let entries), .record(let record)):
      return map(entries, depth, .string) { record.fields[$0] ?? .dyn }
    case (.optional(let value), _) where type.isDyn || type.optionalValue != nil:
      return optional(value, type.optionalValue ?? .dyn, depth)
    default:
      guard let slot = scalar(value), let name = slot.typeName else { return nil }
      return type.isDyn || type.isScalar(name) ? slot : nil
    }
  }

  private func scalar(_ value: ExpressionValue) -> Slot? {
    switch value {
    case .null: .null
    case .bool(let value): Slot(bool: value)
    case .int(let value): Slot(int: value)
    case .uint(let value): Slot(uint: value)
    case .double(let value): Slot(double: value)
    case .string(let text): bytes(Array(text.utf8), .string)
    case .bytes(let value): bytes(value, .bytes)
    case .timestamp(let value): Slot(timestamp: value)
    case .duration(let value): Slot(duration: value)
    case .type(let name): TypeName(rawValue: name).map { Slot(type: $0) }
    case .opaque(let type, let text): address(type, text)
    case .list, .map, .optional: nil
    }
  }

  private func bytes(_ bytes: [UInt8], _ tag: Slot.Tag) -> Slot {
    let memory = arena.allocate(bytes.count).bindMemory(to: UInt8.self, capacity: max(bytes.count, 1))
    bytes.withUnsafeBufferPointer { if let base = $0.baseAddress { memory.initialize(from: base, count: $0.count) } }
    return Slot(tag, view: ByteView(memory, bytes.count))
  }

  private func address(_ type: String, _ text: String) -> Slot? {
    let isRange = type == TypeName.addressRange.rawValue
    guard let view = bytes(Array(text.utf8), .string) as Slot?,
      let address = isRange ? Address.readRange(view.bytes) : Address.read(view.bytes)
    else { return nil }
    return box(isRange ? .addressRange : .address, address)
  }

  private func box<Value>(_ tag: Slot.Tag, _ value: Value) -> Slot {
    let memory = arena.allocate(MemoryLayout<Value>.stride).bindMemory(to: Value.self, capacity: 1)
    memory.initialize(to: value)
    return Slot(tag, box: memory)
  }

  private func slots(_ count: Int) -> UnsafeMutablePointer<Slot> {
    arena.allocate(max(count, 1) * MemoryLayout<Slot>.stride).bindMemory(to: Slot.self, capacity: max(count, 1))
  }

  private func list(_ values: [ExpressionValue], _ type: ExpressionType, _ depth: Int) -> Slot? {
    let elements = slots(values.count)
    for (index, value) in values.enumerated() {
      guard let slot = slot(value, type, depth + 1) else { return nil }
      (elements + index).initialize(to: slot)
    }
    return box(.list, ListBox(elements: elements, count: values.count, capacity: values.count))
  }

  private func map(
    _ entries: [ExpressionValue.Entry], _ depth: Int, _ key: ExpressionType, _ type: (String) -> ExpressionType
  ) -> Slot? {
    var builder = MapBuilder(arena: arena, capacity: entries.count)
    for entry in entries {
      let name = if case .string(let name) = entry.key { name } else { "" }
      guard let keySlot = slot(entry.key, key, depth + 1), keySlot.mayBeKey,
        let valueSlot = slot(entry.value, type(name), depth + 1), builder.insert(keySlot, valueSlot)
      else { return nil }
    }
    return box(.map, builder.box)
  }

  private func optional(_ value: ExpressionValue?, _ type: ExpressionType, _ depth: Int) -> Slot? {
    guard let value else { return Slot.none }
    return slot(value, type, depth + 1).map { box(.optional, $0) }
  }
}

extension ExpressionType {
  /// Whether a scalar of a type fits.
  fileprivate func isScalar(_ name: TypeName) -> Bool {
    switch kind {
    case .type: name == .type
    default: self == name.checked
    }
  }
}
