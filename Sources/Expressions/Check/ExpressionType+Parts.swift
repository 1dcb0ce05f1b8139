extension ExpressionType {
  /// The types that a type is made of.
  var parts: [ExpressionType] {
    switch kind {
    case .list(let element): [element]
    case .map(let key, let value): [key, value]
    case .type(let type): [type]
    case .opaque(_, let parameters): parameters
    default: []
    }
  }

  /// The same with other parts, as many as it has.
  func replacing(_ parts: [ExpressionType]) -> ExpressionType {
    switch kind {
    case .list where parts.count == 1: .list(parts[0])
    case .map where parts.count == 2: .map(parts[0], parts[1])
    case .type where parts.count == 1: .type(parts[0])
    case .opaque(let name, _): .opaque(name, parts)
    default: self
    }
  }

  var isParameter: Bool {
    if case .parameter = kind { true } else { false }
  }

  /// The name of an opaque type; empty for others.
  var name: String {
    if case .opaque(let name, _) = kind { name } else { "" }
  }

  /// What `null` may stand for: the specification keeps this for types whose values were messages.
  var isNullable: Bool {
    switch kind {
    case .null, .timestamp, .duration, .opaque: true
    default: false
    }
  }
}
