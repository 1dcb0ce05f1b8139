extension Evaluator {
  /// `text.split(separator, limit)`: at most `limit` parts, the last with all that is left; none for 0, all below 0.
  mutating func split(_ text: Slot, _ separator: Slot, limit: Slot) -> Slot {
    guard text.tag == .string, separator.tag == .string, limit.tag == .absent || limit.tag == .int else {
      return fault(.noSuchOverload, text, separator)
    }
    guard charge(bytes: text.bytes.count + 4 * separator.bytes.count) else { return .exhausted }
    let limit = limit.tag == .absent || limit.int < 0 ? Int64.max : limit.int
    let list = makeList(capacity: 4)
    guard !list.isFailure, limit > 0 else { return list }
    var start = 0
    var parts: Int64 = 1
    while parts < limit, let next = cut(text.bytes, separator.bytes, start) {
      guard charge(1), !add(text.bytes.slice(start, next.end), to: list) else { return .exhausted }
      start = next.start
      parts += 1
    }
    return add(text.bytes.slice(start, text.bytes.count), to: list) ? .exhausted : list
  }

  /// True when the budget ran out.
  private mutating func add(_ part: ByteView, to list: Slot) -> Bool {
    append(Slot(.string, view: part), to: list).isFailure
  }

  /// Where a part ends and the next one starts. Without a separator every code point is a part.
  private func cut(_ text: ByteView, _ separator: ByteView, _ start: Int) -> (end: Int, start: Int)? {
    if separator.isEmpty {
      guard start < text.count else { return nil }
      let end = start + text.scalar(at: start).length
      return end < text.count ? (end, end) : nil
    }
    return text.offset(of: separator, from: start).map { ($0, $0 + separator.count) }
  }

  /// `text.replace(old, new, limit)`.
  mutating func replace(_ arguments: Arguments) -> Slot {
    let (text, old, new) = (arguments[0], arguments[1], arguments[2])
    let limit = arguments.count > 3 ? arguments[3] : Slot(int: -1)
    guard text.tag == .string, old.tag == .string, new.tag == .string, limit.tag == .int else {
      return fault(.noSuchOverload, text, old)
    }
    guard charge(bytes: text.bytes.count * 2 + 4 * old.bytes.count) else { return .exhausted }
    var left = limit.int < 0 ? Int64.max : limit.int
    var result: [UInt8] = []
    var start = 0
    while left > 0, let next = replacement(text.bytes, old.bytes, start, isFirst: result.isEmpty && start == 0) {
      guard charge(1 + new.bytes.count / 16) else { return .exhausted }
      result += text.bytes.slice(start, next.end).buffer
      result += new.bytes.buffer
      start = next.start
      left -= 1
      if old.bytes.isEmpty, next.end == text.bytes.count { return make(result) }
    }
    return make(result + text.bytes.slice(start, text.bytes.count).buffer)
  }

  /// The next place to replace. An empty text is found before every code point and at the end.
  private func replacement(_ text: ByteView, _ old: ByteView, _ start: Int, isFirst: Bool) -> (end: Int, start: Int)? {
    guard old.isEmpty else { return text.offset(of: old, from: start).map { ($0, $0 + old.count) } }
    if isFirst { return (0, 0) }
    guard start < text.count else { return nil }
    let end = start + text.scalar(at: start).length
    return (end, end)
  }

  mutating func join(_ list: Slot, separator: Slot) -> Slot {
    guard list.isList, separator.tag == .string else { return fault(.noSuchOverload, list, separator) }
    var result: [UInt8] = []
    for place in 0..<count(list) {
      let part = element(list, place)
      guard part.tag == .string else { return fault(.noSuchOverload, part) }
      guard charge(bytes: part.bytes.count + separator.bytes.count + 16) else { return .exhausted }
      if place > 0 { result += separator.bytes.buffer }
      result += part.bytes.buffer
    }
    return make(result)
  }
}
