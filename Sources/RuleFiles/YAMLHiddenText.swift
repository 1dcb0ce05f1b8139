import Rules

/// The text as Yams gets it to see: without asterisks, and with some keys under another name.
///
/// Yams expands aliases while it composes, and its test for duplicate keys hashes whole values: thirty lines of aliases
/// in a key cost 2³⁰ steps. So no asterisk reaches it; a plain scalar that starts with one is an alias, expanded later
/// under a limit. Its duplicate test also stops everything without the place of the second key (and takes names for
/// equal that differ in bytes), so the first key is renamed and composing tried again.
///
/// Every stand-in is one private-use scalar for one scalar, so that lines and columns stay as they are.
struct YAMLHiddenText {
  private let text: [UInt8]
  private let asterisk: Unicode.Scalar
  private var spare: ArraySlice<Unicode.Scalar>
  private var renamed: [Rename] = []

  private struct Rename {
    let span: ByteSpan
    let name: String
    let standIn: Unicode.Scalar
  }

  /// Nil in the made-up case that a text uses all private-use scalars itself.
  init?(_ text: [UInt8]) {
    self.text = text
    let unused = Self.unusedScalars(text)
    guard let asterisk = unused.first else { return nil }
    self.asterisk = asterisk
    spare = unused.dropFirst()
  }

  /// Puts a name that no other key has in place of the key `name` at `span`. False when there are too many.
  mutating func rename(_ name: String, at span: ByteSpan) -> Bool {
    let end = span.offset + span.length
    let position = renamed.firstIndex { $0.span.offset >= end } ?? renamed.endIndex
    let earlierEnd = position > 0 ? renamed[position - 1].span.offset + renamed[position - 1].span.length : 0
    guard span.length > 0, earlierEnd <= span.offset, let standIn = spare.popFirst() else { return false }
    renamed.insert(Rename(span: span, name: name, standIn: standIn), at: position)
    return true
  }

  /// What Yams composes.
  var yaml: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count + 64)
    var position = 0
    for rename in renamed {
      hide(text[position..<rename.span.offset], into: &bytes)
      let end = rename.span.offset + rename.span.length
      for byte in text[rename.span.offset..<end] where byte & 0xC0 != 0x80 {
        bytes.append(contentsOf: String(rename.standIn).utf8)
      }
      position = end
    }
    hide(text[position...], into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The content of the scalar at `offset` as it really is.
  func restored(_ content: String, at offset: Int) -> String {
    renamed.first { $0.span.offset == offset }?.name ?? restored(content)
  }

  /// Any content with its asterisks.
  func restored(_ content: String) -> String {
    guard content.unicodeScalars.contains(asterisk) else { return content }
    var scalars = String.UnicodeScalarView()
    for scalar in content.unicodeScalars { scalars.append(scalar == asterisk ? "*" : scalar) }
    return String(scalars)
  }

  private func hide(_ part: ArraySlice<UInt8>, into bytes: inout [UInt8]) {
    let standIn = Array(String(asterisk).utf8)
    for byte in part {
      if byte == 0x2A { bytes += standIn } else { bytes.append(byte) }
    }
  }

  /// How many keys can be renamed, plus the asterisk's stand-in.
  private static let wanted = 101

  /// Scalars that the text neither holds nor escapes (`"\uE000"`).
  private static func unusedScalars(_ text: [UInt8]) -> ArraySlice<Unicode.Scalar> {
    let used = usedPrivateCodes(text)
    let unused = (0xE000...0xF8FF).lazy.filter { !used.contains($0) }.prefix(wanted)
    return unused.compactMap { Unicode.Scalar(UInt32($0)) }[...]
  }

  private static func usedPrivateCodes(_ text: [UInt8]) -> Set<Int> {
    var used: Set<Int> = []
    for index in text.indices.dropLast(2) {
      let (first, second, third) = (Int(text[index]), Int(text[index + 1]), Int(text[index + 2]))
      if first == 0xEE || first == 0xEF {
        used.insert((first & 15) << 12 | (second & 63) << 6 | third & 63)
      } else if index + 3 < text.count, first | 0x20 == 0x65 || first | 0x20 == 0x66 {
        if let code = Int(String(decoding: text[index..<(index + 4)], as: UTF8.self), radix: 16) { used.insert(code) }
      }
    }
    return used
  }
}
