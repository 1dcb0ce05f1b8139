/// A piece of a source line as a terminal shows it: what belongs together, with its columns and its bytes.
struct DisplayCells {
  struct Cell {
    var text: String
    var width: Int
    let offset: Int
    /// Where the hidden bytes end that it stands for.
    var hiddenEnd = 0

    /// Behind the last byte of hidden ones; else its own offset.
    var end: Int { max(offset, hiddenEnd) }
  }

  private(set) var cells: [Cell] = []
  private var joinsNext = false

  /// Bytes that are not UTF-8 become replacement characters, one a byte, so that offsets stay right.
  init(_ bytes: ArraySlice<UInt8>) {
    var offset = bytes.startIndex
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let encoded):
        append(Unicode.UTF8.decode(encoded), at: offset)
        offset += encoded.count
      case .error(let length):
        for index in 0..<length { cells.append(Cell(text: "\u{FFFD}", width: 1, offset: offset + index)) }
        offset += length
      case .emptyInput:
        return
      }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, at offset: Int) {
    if scalar == "\t" {
      cells.append(Cell(text: " ", width: 1, offset: offset))
    } else if Printable.isUnprintable(scalar) {
      let text = Printable.escape(scalar)
      cells.append(Cell(text: text, width: text.utf8.count, offset: offset))
    } else if !cells.isEmpty, joinsNext || joinsLast(scalar) {
      join(scalar)
    } else {
      cells.append(Cell(text: String(scalar), width: max(DisplayWidth.of(scalar), 0), offset: offset))
    }
    joinsNext = scalar.value == 0x200D
  }

  /// Marks, selectors and joiners, skin tones behind an emoji, the second half of a flag.
  private func joinsLast(_ scalar: Unicode.Scalar) -> Bool {
    if DisplayWidth.of(scalar) == 0 { return true }
    guard let last = cells.last else { return false }
    switch scalar.value {
    case 0x1F3FB...0x1F3FF: return last.width == 2
    case 0x1F1E6...0x1F1FF: return last.text.unicodeScalars.count == 1 && isRegional(last.text)
    default: return false
    }
  }

  private func isRegional(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { (0x1F1E6...0x1F1FF).contains($0.value) }
  }

  private mutating func join(_ scalar: Unicode.Scalar) {
    let last = cells.count - 1
    cells[last].text.unicodeScalars.append(scalar)
    // U+FE0F asks for the emoji picture, which is wide.
    if scalar.value == 0xFE0F { cells[last].width = 2 }
  }
}
