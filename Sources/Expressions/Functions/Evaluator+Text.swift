extension Evaluator {
  /// Functions of one text (extension strings).
  mutating func textFunction(_ function: Function, _ text: Slot) -> Slot {
    guard text.tag == .string else { return fault(.noSuchOverload, text) }
    guard charge(bytes: text.bytes.count * 2) else { return .exhausted }
    switch function {
    case .lowerAscii: return make(text.bytes.buffer.map { $0 &- 0x41 < 26 ? $0 + 32 : $0 })
    case .upperAscii: return make(text.bytes.buffer.map { $0 &- 0x61 < 26 ? $0 - 32 : $0 })
    case .trim: return trim(text)
    case .reverse: return make(reversed(text.bytes))
    default: return make(quoted(text.bytes))
    }
  }

  /// White space as Unicode has it (White_Space), at both ends.
  private func trim(_ text: Slot) -> Slot {
    let view = text.bytes
    var start = 0
    var end = view.count
    while start < end {
      let (scalar, length) = view.scalar(at: start)
      guard scalar.isWhiteSpace else { break }
      start += length
    }
    while end > start {
      var last = end - 1
      while last > start, view[last] & 0xC0 == 0x80 { last -= 1 }
      guard view.scalar(at: last).scalar.isWhiteSpace else { break }
      end = last
    }
    return Slot(.string, view: view.slice(start, end))
  }

  private func reversed(_ view: ByteView) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(view.count)
    var end = view.count
    while end > 0 {
      var start = end - 1
      while start > 0, view[start] & 0xC0 == 0x80 { start -= 1 }
      result.append(contentsOf: view.slice(start, end).buffer)
      end = start
    }
    return result
  }

  /// In double quotes, with escapes for control characters, quotes and backslashes.
  private func quoted(_ view: ByteView) -> [UInt8] {
    let escapes: [UInt8: UInt8] = [
      0x07: 0x61, 0x08: 0x62, 0x0C: 0x66, 0x0A: 0x6E, 0x0D: 0x72, 0x09: 0x74, 0x0B: 0x76, 0x5C: 0x5C, 0x22: 0x22,
    ]
    var result: [UInt8] = [0x22]
    for byte in view.buffer {
      if let letter = escapes[byte] { result += [0x5C, letter] } else { result.append(byte) }
    }
    return result + [0x22]
  }

  // MARK: Places

  /// The byte offset of a place in code points, or the error.
  private mutating func offset(_ place: Slot, in text: Slot) -> (offset: Int, failure: Slot?) {
    guard place.tag == .int else { return (0, fault(.noSuchOverload, text, place)) }
    guard charge(bytes: text.bytes.count) else { return (0, .exhausted) }
    guard let number = Int(exactly: place.int), number >= 0, let offset = text.bytes.offset(ofScalar: number) else {
      return (0, fault(.index, place, Slot(int: Int64(text.bytes.scalarCount))))
    }
    return (offset, nil)
  }

  mutating func character(_ text: Slot, _ place: Slot) -> Slot {
    guard text.tag == .string else { return fault(.noSuchOverload, text, place) }
    let (offset, failure) = offset(place, in: text)
    if let failure { return failure }
    let length = offset < text.bytes.count ? text.bytes.scalar(at: offset).length : 0
    return Slot(.string, view: text.bytes.slice(offset, offset + length))
  }

  mutating func substring(_ text: Slot, _ start: Slot, end: Slot) -> Slot {
    guard text.tag == .string else { return fault(.noSuchOverload, text, start) }
    let (first, failure) = offset(start, in: text)
    if let failure { return failure }
    guard end.tag != .absent else { return Slot(.string, view: text.bytes.slice(first, text.bytes.count)) }
    let (last, endFailure) = offset(end, in: text)
    if let endFailure { return endFailure }
    guard first <= last else { return fault(.argument, start, end) }
    return Slot(.string, view: text.bytes.slice(first, last))
  }

  /// `indexOf` and `lastIndexOf`, in code points; -1 where there is none.
  mutating func search(_ function: Function, _ text: Slot, _ wanted: Slot, from start: Slot) -> Slot {
    guard text.tag == .string, wanted.tag == .string else { return fault(.noSuchOverload, text, wanted) }
    var first = function == .indexOf ? 0 : text.bytes.count
    if start.tag != .absent {
      let (place, failure) = offset(start, in: text)
      if let failure { return failure }
      first = place
    }
    guard charge(bytes: 2 * text.bytes.count + 4 * wanted.bytes.count) else { return .exhausted }
    let found =
      function == .indexOf
      ? text.bytes.offset(of: wanted.bytes, from: first) : text.bytes.lastOffset(of: wanted.bytes, upTo: first)
    guard let found else { return Slot(int: -1) }
    return Slot(int: Int64(text.bytes.slice(0, found).scalarCount))
  }
}

extension UInt32 {
  /// The property White_Space.
  var isWhiteSpace: Bool {
    switch self {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}
