import Rules

/// Finds where a node's text starts and ends: Yams tells only a start, and of the properties before it.
struct YAMLText {
  let bytes: [UInt8]

  /// What stands before a node's content: `&anchor !tag`.
  struct Properties {
    /// Without its ampersand.
    var anchor: String?
    /// Where the content starts.
    var contentOffset: Int
  }

  /// The properties at `offset`. With `hasContent` false, what follows them belongs to another node.
  func properties(at offset: Int, hasContent: Bool) -> Properties {
    var properties = Properties(contentOffset: offset)
    var position = offset
    while let byte = byte(position), byte == 0x26 || byte == 0x21 {
      let end = endOfWord(position)
      if byte == 0x26 { properties.anchor = text(position + 1, end) }
      properties.contentOffset = end
      position = behindSpace(end)
    }
    if hasContent { properties.contentOffset = position }
    return properties
  }

  /// The span of a scalar whose content is known.
  func scalarSpan(at offset: Int, content: String) -> ByteSpan {
    let end =
      switch byte(offset) {
      case 0x22: behindDoubleQuote(offset + 1)
      case 0x27: behindSingleQuote(offset + 1)
      case 0x7C, 0x3E: behindBlock(offset, content)
      default: behindPlain(offset, content)
      }
    return ByteSpan(offset: offset, length: end - offset)
  }

  func isOnOneLine(_ span: ByteSpan) -> Bool {
    !bytes[span.offset..<(span.offset + span.length)].contains { $0 == 0x0A || $0 == 0x0D }
  }

  /// Behind the bracket that closes a flow collection, whose last child ends at `offset`.
  func behindClosing(_ bracket: UInt8, from offset: Int) -> Int {
    var position = offset
    while let byte = byte(position), byte != bracket {
      position = byte == 0x23 ? endOfLine(position) : position + 1
    }
    return min(position + 1, bytes.count)
  }

  func byte(_ offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private func text(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  private func endOfWord(_ offset: Int) -> Int {
    var end = offset
    // Flow collections end a property: `[&a, !!str ]`.
    while let byte = byte(end), !isSpace(byte), ![0x2C, 0x5B, 0x5D, 0x7B, 0x7D].contains(byte) { end += 1 }
    return end
  }

  private func behindSpace(_ offset: Int) -> Int {
    var position = offset
    while let byte = byte(position) {
      if byte == 0x23 {
        position = endOfLine(position)
      } else if isSpace(byte) {
        position += 1
      } else {
        break
      }
    }
    return position
  }

  private func endOfLine(_ offset: Int) -> Int {
    bytes[offset...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
  }

  private func behindDoubleQuote(_ offset: Int) -> Int {
    var position = offset
    while let byte = byte(position), byte != 0x22 { position += byte == 0x5C ? 2 : 1 }
    return min(position + 1, bytes.count)
  }

  private func behindSingleQuote(_ offset: Int) -> Int {
    var position = offset
    while let byte = byte(position) {
      position += 1
      if byte == 0x27 {
        guard self.byte(position) == 0x27 else { return position }
        position += 1
      }
    }
    return position
  }

  /// Folding changed only white space, so that everything else matches byte by byte.
  private func behindPlain(_ offset: Int, _ content: String) -> Int {
    var end = offset
    for byte in content.utf8 where !isSpace(byte) {
      while let next = self.byte(end), next != byte, isSpace(next) { end += 1 }
      guard self.byte(end) == byte else { return end }
      end += 1
    }
    return end
  }

  /// A block scalar goes on while lines are blank or as far indented as its first one.
  private func behindBlock(_ offset: Int, _ content: String) -> Int {
    var end = endOfLine(offset)
    guard content.utf8.contains(where: { !isSpace($0) }) else { return end }
    var indentation: Int?
    var position = end
    while position < bytes.count {
      let start = position + 1
      position = start < bytes.count ? endOfLine(start) : bytes.count
      guard let column = firstColumn(start, position) else { continue }
      if column < indentation ?? 0 { break }
      indentation = indentation ?? column
      end = position
    }
    return end
  }

  /// How far the line from `start` to `end` is indented; nil where it is blank.
  private func firstColumn(_ start: Int, _ end: Int) -> Int? {
    guard start < end else { return nil }
    return bytes[start..<end].firstIndex { !isSpace($0) }.map { $0 - start }
  }
}
