/// From the lines and columns that libyaml counts to byte offsets.
///
/// libyaml ends lines as YAML 1.1 does (5.4): also at a lone carriage return, NEL, LS and PS, where editors and our own
/// reports do not. Columns count Unicode scalars.
struct YAMLLines {
  private let text: [UInt8]
  private let starts: [Int]
  /// The last answer: marks come almost in order, so that a text on one line stays linear.
  private var last = (line: 0, column: 0, offset: 0)

  init(_ text: [UInt8]) {
    self.text = text
    starts = Self.starts(text)
  }

  /// The offset of a place; both numbers count from 1. Past the end of the text it is the end.
  mutating func offset(line: Int, column: Int) -> Int {
    guard line >= 1, line <= starts.count else { return text.count }
    if last.line != line || last.column > column { last = (line, 1, starts[line - 1]) }
    while last.column < column, last.offset < text.count {
      last.offset += 1
      while last.offset < text.count, text[last.offset] & 0xC0 == 0x80 { last.offset += 1 }
      last.column += 1
    }
    return last.offset
  }

  private static func starts(_ text: [UInt8]) -> [Int] {
    var starts = [0]
    var index = 0
    while index < text.count {
      let length = breakLength(text, index)
      index += max(length, 1)
      if length > 0 { starts.append(index) }
    }
    return starts
  }

  private static func breakLength(_ text: [UInt8], _ index: Int) -> Int {
    switch text[index] {
    case 0x0A: 1
    case 0x0D: follows(text, index, [0x0A]) ? 2 : 1
    case 0xC2: follows(text, index, [0x85]) ? 2 : 0
    case 0xE2: follows(text, index, [0x80, 0xA8]) || follows(text, index, [0x80, 0xA9]) ? 3 : 0
    default: 0
    }
  }

  private static func follows(_ text: [UInt8], _ index: Int, _ bytes: [UInt8]) -> Bool {
    text.dropFirst(index + 1).starts(with: bytes)
  }
}
