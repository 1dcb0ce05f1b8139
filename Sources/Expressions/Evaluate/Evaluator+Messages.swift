extension Evaluator {
  /// One line about an error, with the values that it is about.
  func message(_ slot: Slot) -> String {
    guard let box = slot.box(FaultBox.self)?.pointee else { return "the evaluation failed" }
    let (first, second) = (brief(box.first), brief(box.second))
    switch box.code {
    case .unbound: return "\(name(box.first)) is not bound to a value"
    case .noSuchOverload: return overload(box)
    case .unknownFunction: return "there is no function \(name(box.first))"
    case .noSuchKey: return "there is no key \(first); test with has() or 'in' first"
    case .noSuchField: return "\(typeText(box.second)) has no field \(first)"
    case .repeatedKey: return "the key \(first) is in the map twice"
    case .keyType: return "keys are int, uint, bool or string, not \(typeText(box.first))"
    case .index: return "the index \(first) is outside of 0 and the length, \(second)"
    case .divisionByZero: return "division by zero"
    case .overflow: return "the result does not fit into 64 bits"
    case .range: return "\(box.first.tag == .absent ? "the result" : first) is out of range"
    case .conversion: return "\(first) is no \(plain(box.second))"
    case .pattern: return "the pattern \(first) is not RE2: \(plain(box.second))"
    case .format: return plain(box.first)
    case .argument: return "the argument \(first) does not fit here"
    case .noValue: return "the optional has no value; orValue(...) gives one"
    }
  }

  private func overload(_ box: FaultBox) -> String {
    guard box.first.tag != .absent else { return "the operation does not take a value of this type" }
    let types = box.second.tag == .absent ? typeText(box.first) : "\(typeText(box.first)) and \(typeText(box.second))"
    return "the operation does not take \(types)"
  }

  private func typeText(_ slot: Slot) -> String { slot.typeName?.rawValue ?? "the value" }

  private func plain(_ slot: Slot) -> String { slot.tag == .string ? slot.bytes.slice(0, 400).string : "" }

  private func name(_ slot: Slot) -> String { "'\(plain(slot))'" }

  /// A value in at most some 60 characters.
  private func brief(_ slot: Slot) -> String {
    switch slot.tag {
    case .string:
      let text = slot.bytes.string
      let short = String(text.unicodeScalars.prefix(60))
      return ExpressionValue.string(short).description + (short.utf8.count < text.utf8.count ? "..." : "")
    case .bytes: return "\(slot.bytes.count) bytes"
    case .list, .hostList: return "a list of \(count(slot))"
    case .map, .hostMap: return "a map of \(count(slot))"
    default: return String(decoding: plainText(slot), as: UTF8.self)
    }
  }
}
