// JSON Pointer, RFC 6901.
extension Document {
  /// The JSON Pointer of a node; that of a key is its value's. O(siblings on the way).
  package func pointer(to target: NodeIndex) -> String {
    var pointer = ""
    var current = Document.root
    let aim = node(target).kind == .key ? target + 1 : target
    while current != aim {
      guard let step = child(of: current, holding: aim) else { return pointer }
      pointer += "/" + step.token
      current = step.node
    }
    return pointer
  }

  private func child(of container: NodeIndex, holding target: NodeIndex) -> (token: String, node: NodeIndex)? {
    let isObject = node(container).kind == .object
    guard node(container).kind.isContainer else { return nil }
    var index = container + 1
    var position = 0
    while index < node(container).auxiliary {
      let value = isObject ? index + 1 : index
      let next = view.next(value)
      if target < next {
        return (isObject ? JSONPointer.escape(string(at: index)) : String(position), value)
      }
      index = next
      position += 1
    }
    return nil
  }

  /// The node that a JSON Pointer names, or nil. Array indexes have no leading zeros (RFC 6901, 4).
  package func node(at pointer: String) -> NodeIndex? {
    guard let tokens = JSONPointer.tokens(pointer) else { return nil }
    var current = Document.root
    for token in tokens {
      guard let next = child(of: current, named: token) else { return nil }
      current = next
    }
    return current
  }

  func child(of container: NodeIndex, named token: String) -> NodeIndex? {
    switch node(container).kind {
    case .object:
      return value(of: token, in: container)
    case .array:
      guard let index = JSONPointer.arrayIndex(token) else { return nil }
      let items = items(of: container)
      return index < items.count ? items[index] : nil
    default:
      return nil
    }
  }
}

package enum JSONPointer {
  /// A reference token with `~` and `/` escaped (RFC 6901, 3).
  package static func escape(_ token: some StringProtocol) -> String {
    guard token.utf8.contains(where: { $0 == 0x7E || $0 == 0x2F }) else { return String(token) }
    var escaped = ""
    for scalar in token.unicodeScalars {
      switch scalar {
      case "~": escaped += "~0"
      case "/": escaped += "~1"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// The unescaped reference tokens, or nil when the text is not a JSON Pointer.
  package static func tokens(_ pointer: some StringProtocol) -> [String]? {
    if pointer.isEmpty { return [] }
    guard pointer.utf8.first == 0x2F else { return nil }
    // By bytes: a combining mark after a slash must not swallow it.
    let parts = Array(pointer.utf8.dropFirst()).split(separator: 0x2F, omittingEmptySubsequences: false)
    var tokens: [String] = []
    for part in parts {
      guard let token = unescape(part) else { return nil }
      tokens.append(token)
    }
    return tokens
  }

  private static func unescape(_ part: ArraySlice<UInt8>) -> String? {
    guard part.contains(0x7E) else { return String(decoding: part, as: UTF8.self) }
    var token: [UInt8] = []
    var iterator = part.makeIterator()
    while let byte = iterator.next() {
      guard byte == 0x7E else {
        token.append(byte)
        continue
      }
      switch iterator.next() {
      case 0x30: token.append(0x7E)
      case 0x31: token.append(0x2F)
      default: return nil
      }
    }
    return String(decoding: token, as: UTF8.self)
  }

  static func arrayIndex(_ token: String) -> Int? {
    guard token.utf8.allSatisfy({ $0 &- 0x30 < 10 }), token == "0" || token.utf8.first != 0x30 else { return nil }
    return Int(token)
  }
}
