/// One source line, cut to fit, with the columns of what is meant.
struct Excerpt {
  /// The line as a terminal shows it.
  let text: String
  /// Columns before the first caret.
  let indentation: Int
  /// How many carets; at least one.
  let carets: Int

  static let columns = 100
  /// Room for what stands before the span, so that it can be recognised.
  private static let leading = 40

  /// - Parameters:
  ///   - line: the bytes of the line, indexed as in the document.
  ///   - span: what to mark, in the same indexes; what lies behind the line is left out.
  ///   - hidden: what is never printed, in ascending order.
  init(_ line: ArraySlice<UInt8>, marking span: Range<Int>, hiding hidden: [Range<Int>] = []) {
    let start = min(max(span.lowerBound, line.startIndex), line.endIndex)
    let end = min(max(span.upperBound, start), Self.trimmedEnd(line, from: start))
    // Four bytes a column are enough, so that a line of a gigabyte costs nothing.
    let part = Self.part(line, around: start, reach: Self.columns * 4)
    let cells = Self.masked(DisplayCells(part).cells, hidden)
    let first = cells.firstIndex { $0.offset >= start || $0.end > start } ?? cells.count
    let window = Self.window(cells, around: first)
    let isCutLeft = window.lowerBound > 0 || part.startIndex > line.startIndex
    let isCutRight = window.upperBound < cells.count || part.endIndex < line.endIndex
    text = (isCutLeft ? "…" : "") + cells[window].map(\.text).joined() + (isCutRight ? "…" : "")
    indentation = (isCutLeft ? 1 : 0) + Self.width(cells[window.lowerBound..<first])
    carets = max(1, Self.width(cells[first..<window.upperBound].prefix { $0.offset < end }))
  }

  /// One `***` for each hidden range: not even its length is told.
  private static func masked(_ cells: [DisplayCells.Cell], _ hidden: [Range<Int>]) -> [DisplayCells.Cell] {
    if hidden.isEmpty { return cells }
    var shown: [DisplayCells.Cell] = []
    var rest = hidden[...]
    for cell in cells {
      while let range = rest.first, range.upperBound <= cell.offset { rest.removeFirst() }
      guard let range = rest.first, range.contains(cell.offset) else {
        shown.append(cell)
        continue
      }
      if shown.last?.end == range.upperBound { continue }
      shown.append(DisplayCells.Cell(text: "***", width: 3, offset: cell.offset, hiddenEnd: range.upperBound))
    }
    return shown
  }

  private static func width(_ cells: ArraySlice<DisplayCells.Cell>) -> Int { cells.reduce(0) { $0 + $1.width } }

  /// A span over several lines ends with the first one's last visible character.
  private static func trimmedEnd(_ line: ArraySlice<UInt8>, from start: Int) -> Int {
    line[start...].lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? start
  }

  private static func part(_ line: ArraySlice<UInt8>, around start: Int, reach: Int) -> ArraySlice<UInt8> {
    var first = max(line.startIndex, start - reach)
    while first > line.startIndex, line[first] & 0xC0 == 0x80 { first -= 1 }
    var last = min(line.endIndex, start + reach)
    while last < line.endIndex, line[last] & 0xC0 == 0x80 { last += 1 }
    return line[first..<last]
  }

  private static func window(_ cells: [DisplayCells.Cell], around first: Int) -> Range<Int> {
    if width(cells[...]) <= columns { return 0..<cells.count }
    let behind = min(width(cells[first...]), columns)
    var left = first
    var used = 0
    let room = max(leading, columns - behind)
    while left > 0, used + cells[left - 1].width <= room {
      left -= 1
      used += cells[left].width
    }
    var right = first
    while right < cells.count, used + cells[right].width <= columns {
      used += cells[right].width
      right += 1
    }
    return left..<right
  }
}
