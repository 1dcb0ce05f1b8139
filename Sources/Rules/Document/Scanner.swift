/// Bytes to tape in one pass (RFC 8259, strict). Everything is checked: grammar, UTF-8, surrogates, nesting, duplicates.
///
/// The scanner runs on a private, zero-padded copy: zero is a control character, so that every loop ends without a test
/// for the end (SAFETY: no position moves past the first zero behind the text). Strings are unescaped in place, as the content is never longer than its escaped form.
struct Scanner: ~Copyable {
  let base: UnsafeMutablePointer<UInt8>
  let count: Int
  let maximumDepth: Int
  let duplicates: DuplicatePolicy

  /// Where nesting first went past `maximumDepth`. Reading goes on: text that is not JSON is refused as that first.
  var tooDeepOffset: Int?
  /// The keys that repeat an earlier one of their object, in document order; at most ``maximumDuplicates``.
  var repeatedKeys: [NodeIndex] = []
  /// The first key whose earlier member `.useLast` took out.
  var supersededKey: Node?

  static let maximumDuplicates = 1000

  typealias Position = UnsafeMutablePointer<UInt8>

  init(text: borrowing TextBuffer, maximumDepth: Int, duplicates: DuplicatePolicy) {
    base = text.bytes
    count = text.count
    self.maximumDepth = maximumDepth
    self.duplicates = duplicates
  }

  /// Writes the tape of one value and whatever white space surrounds it. O(bytes).
  mutating func scan(into tape: inout NodeBuffer) throws(Malformed) {
    tape.count = 0
    let start = ByteScan.nonSpace(base)
    if start - base >= count { throw Malformed(reason: .empty, offset: 0) }
    if count >= 3, base[0] == 0xEF, base[1] == 0xBB, base[2] == 0xBF {
      throw Malformed(reason: .byteOrderMark, offset: 0)
    }
    let end = try scanValue(at: start, below: 0, into: &tape)
    let rest = ByteScan.nonSpace(end)
    if rest - base < count { throw failure(.textAfterValue, rest) }
  }

  /// Writes the tape of one value that lies inside `depth` containers. Gives the position behind it. O(bytes).
  @inline(never)
  mutating func scanPart(at start: Position, below depth: Int, into tape: inout NodeBuffer) throws(Malformed)
    -> Position
  {
    try scanValue(at: start, below: depth, into: &tape)
  }

  /// One value with all that is inside it. Long, because its state must stay in registers: the open container, its
  /// kind and its child count.
  @inline(__always)
  private mutating func scanValue(
    at start: Position, below outerDepth: Int, into tape: inout NodeBuffer
  ) throws(Malformed) -> Position {
    var position = start
    var nodes = tape.nodes
    var capacity = tape.capacity
    var index = 0
    var container = -1
    var children = 0
    var depth = outerDepth
    var inObject = false
    while true {
      if index &+ 2 > capacity {
        tape.grow(used: index)
        nodes = tape.nodes
        capacity = tape.capacity
      }
      if inObject {
        if position.pointee != 0x22 { throw keyFailure(position, after: children) }
        let content = position + 1
        let string = try scanString(content)
        let words = KeyWords(content, count: string.length)
        nodes[index] = Node(
          .key, string.flags, offset: content - base, length: string.length,
          auxiliary: Int(words.hash(count: string.length)))
        index &+= 1
        position = ByteScan.nonSpace(string.end)
        if position.pointee != 0x3A { throw failure(.expectedColon, position) }
        position = ByteScan.nonSpace(position + 1)
      }
      let first = position.pointee
      if first == 0x22 {
        let string = try scanString(position + 1)
        nodes[index] = Node(
          .string, string.flags, offset: position + 1 - base, length: string.length, auxiliary: string.codePoints)
        index &+= 1
        position = string.end
      } else if first == 0x7B || first == 0x5B {
        depth &+= 1
        if depth > maximumDepth, tooDeepOffset == nil { tooDeepOffset = position - base }
        if container >= 0 { nodes[container].setLength(children) }
        nodes[index] = Node(
          first == 0x7B ? .object : .array, offset: position - base, length: 0, auxiliary: container)
        container = index
        index &+= 1
        children = 0
        position = ByteScan.nonSpace(position + 1)
        inObject = first == 0x7B
        if position.pointee != (inObject ? 0x7D : 0x5D) { continue }
        children = -1  // The loop below counts the child that closes; here there is none.
      } else if first == 0x2D || first &- 0x30 < 10 {
        let number = try scanNumber(position)
        nodes[index] = Node(
          .number, number.flags, offset: position - base, length: number.end - position, auxiliary: 0)
        index &+= 1
        position = number.end
      } else {
        let kind = try scanLiteral(position)
        let length = kind == .false ? 5 : 4
        nodes[index] = Node(kind, offset: position - base, length: length, auxiliary: 0)
        index &+= 1
        position += length
      }
      // Behind a value: a comma goes on, closing brackets end containers.
      while true {
        children &+= 1
        if container < 0 {
          tape.count = index
          return position
        }
        position = ByteScan.nonSpace(position)
        let next = position.pointee
        if next == 0x2C && children != 0 {
          position = ByteScan.nonSpace(position + 1)
          break
        }
        if next != (inObject ? 0x7D : 0x5D) {
          throw failure(inObject ? .expectedCommaOrBrace : .expectedCommaOrBracket, position)
        }
        position += 1
        depth &-= 1
        let parent = Int(Int32(truncatingIfNeeded: nodes[container].auxiliary))
        nodes[container].close(children: children, next: index)
        if inObject && children > 1 {
          index = closeObject(container, end: index, nodes: nodes)
        }
        container = parent
        if container >= 0 {
          children = nodes[container].length
          inObject = nodes[container].kind == .object
        }
      }
    }
  }

  /// Looks for repeated names. Gives the tape's new end: with ``DuplicatePolicy/useLast`` earlier members are taken out.
  @inline(__always)
  private mutating func closeObject(_ object: NodeIndex, end: NodeIndex, nodes: UnsafeMutablePointer<Node>) -> NodeIndex
  {
    guard DuplicateKeys.mayRepeat(in: object, nodes: nodes, text: base) else { return end }
    switch duplicates {
    case .refuse:
      DuplicateKeys.forEachRepeated(in: object, nodes: nodes, text: base) { key in
        if repeatedKeys.count < Self.maximumDuplicates { repeatedKeys.append(key) }
      }
      return end
    case .useLast:
      // Taking members out costs O(nesting) a node; a document past its depth limit is not evaluated anyway.
      if tooDeepOffset != nil { return end }
      if supersededKey == nil {
        DuplicateKeys.forEachRepeated(in: object, nodes: nodes, text: base) { key in
          if supersededKey == nil { supersededKey = nodes[key] }
        }
      }
      return DuplicateKeys.removeEarlier(in: object, nodes: nodes, text: base)
    }
  }
}

extension Node {
  @inline(__always)
  fileprivate mutating func setLength(_ length: Int) {
    high = high & 0xFFFF_FFFF_0000_0000 | UInt64(UInt32(truncatingIfNeeded: length))
  }

  @inline(__always)
  fileprivate mutating func close(children: Int, next: NodeIndex) {
    high = UInt64(UInt32(truncatingIfNeeded: children)) | UInt64(UInt32(truncatingIfNeeded: next)) &<< 32
  }
}

// MARK: - Errors, out of line

extension Scanner {
  /// A failure at `position`; past the last byte it is the end of the text that is wrong.
  @inline(never)
  func failure(_ reason: Malformed.Reason, _ position: Position) -> Malformed {
    let offset = position - base
    if offset >= count { return Malformed(reason: .unexpectedEnd, offset: count) }
    switch (reason, position.pointee) {
    case (.expectedValue, 0x2F), (.expectedCommaOrBrace, 0x2F), (.expectedCommaOrBracket, 0x2F),
      (.expectedKey, 0x2F), (.textAfterValue, 0x2F):
      return Malformed(reason: .comment, offset: offset)
    case (.expectedValue, 0x27), (.expectedKey, 0x27):
      return Malformed(reason: .singleQuote, offset: offset)
    case (.expectedValue, 0x5D), (.expectedKey, 0x7D):
      return Malformed(reason: precedingComma(offset) ? .trailingComma : reason, offset: offset)
    case (.expectedValue, 0x41...0x5A), (.expectedValue, 0x61...0x7A):
      return Malformed(reason: .unknownLiteral, offset: offset)
    case (.expectedValue, 0x80...), (.expectedKey, 0x80...), (.textAfterValue, 0x80...),
      (.expectedCommaOrBrace, 0x80...), (.expectedCommaOrBracket, 0x80...):
      return Malformed(reason: isUTF8(at: position) ? reason : .notUTF8, offset: offset)
    default:
      return Malformed(reason: reason, offset: offset)
    }
  }

  @inline(never)
  private func keyFailure(_ position: Position, after children: Int) -> Malformed { failure(.expectedKey, position) }

  private func precedingComma(_ offset: Int) -> Bool {
    var index = offset - 1
    while index >= 0, [0x20, 0x09, 0x0A, 0x0D].contains(base[index]) { index -= 1 }
    return index >= 0 && base[index] == 0x2C
  }

  private func isUTF8(at position: Position) -> Bool { UTF8Sequence.length(at: position) != 0 }
}
