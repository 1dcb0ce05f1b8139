// Looks ahead at the members of an object that is still to be read: their names, and where their values start. Nothing is
// checked: the walk that follows does that, and only what it takes is valid.
//
// All is `mutating`: from a mutating function a method that is not gets a copy of the whole run.
//
// SAFETY: positions end at the zeros behind the text.
extension FusedRun {
  /// A string from behind its opening quote, whose escapes are undone where they stand; nil where it is none. Out of
  /// line: most strings have none.
  @inline(never)
  mutating func rewritten(_ content: Position) -> Scanner.ScannedString? {
    let string = Self.scanned(content)
    if string?.flags.contains(.escaped) ?? true { lastRewritten = max(lastRewritten, content) }
    return string
  }

  /// What a look found where the next member may stand.
  enum Glance {
    case member(name: Position, length: Int, value: Position)
    case end
    /// A name that is written with escapes, or no member.
    case unclear
  }

  /// As many bytes of a document may be looked at again, for each that it has: objects inside objects that all are looked
  /// at take longer than their text.
  private static let mostLooks = 4

  /// Whether text that starts there may be looked at now.
  @inline(__always)
  mutating func mayLook(from position: Position) -> Bool {
    lastRewritten <= position && lookedBytes <= Self.mostLooks &* scanner.count
  }

  /// The first member behind an opening brace.
  mutating func firstMember(_ brace: Position) -> Glance { glance(ByteScan.nonSpace(brace + 1)) }

  /// The member behind a value.
  mutating func nextMember(behind value: Position) -> Glance {
    guard let end = skipped(value) else { return .unclear }
    lookedBytes &+= end - value
    let position = ByteScan.nonSpace(end)
    if position.pointee == 0x7D { return .end }
    return position.pointee == 0x2C ? glance(ByteScan.nonSpace(position + 1)) : .unclear
  }

  @inline(__always)
  private mutating func glance(_ position: Position) -> Glance {
    if position.pointee != 0x22 { return position.pointee == 0x7D ? .end : .unclear }
    let name = position + 1
    let end = marks.stop(from: name)
    if end.pointee != 0x22 { return .unclear }
    let colon = ByteScan.nonSpace(end + 1)
    if colon.pointee != 0x3A { return .unclear }
    return .member(name: name, length: end - name, value: ByteScan.nonSpace(colon + 1))
  }

  /// The position behind a value.
  private mutating func skipped(_ value: Position) -> Position? {
    switch value.pointee {
    case 0x22: skippedString(value + 1)
    case 0x7B, 0x5B: skippedContainer(value)
    default: skippedToken(value)
    }
  }

  /// A number or a literal.
  @inline(__always)
  private mutating func skippedToken(_ start: Position) -> Position {
    var position = start
    while position.pointee > 0x20, position.pointee != 0x2C, position.pointee | 0x20 != 0x7D { position += 1 }
    return position
  }

  /// From behind the opening quote.
  @inline(__always)
  private mutating func skippedString(_ content: Position) -> Position? {
    var position = marks.stop(from: content)
    while position.pointee == 0x5C {
      // Behind the text all are zeros.
      if position[1] == 0 { return nil }
      position = marks.stop(from: position + 2)
    }
    return position.pointee == 0x22 ? position + 1 : nil
  }

  private mutating func skippedContainer(_ start: Position) -> Position? {
    var position = start
    var depth = 0
    while true {
      let byte = position.pointee
      if byte == 0x22 {
        guard let end = skippedString(position + 1) else { return nil }
        position = end
        continue
      }
      position += 1
      if byte == 0 { return nil }
      // Braces and brackets differ from each other by their opening and closing only: the walk tells the rest.
      if byte | 0x20 == 0x7B { depth &+= 1 }
      if byte | 0x20 == 0x7D {
        depth &-= 1
        if depth == 0 { return position }
      }
    }
  }
}
