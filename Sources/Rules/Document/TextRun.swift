import CByteScan

/// Text inside a JSON string, up to the first quote, backslash or control character; valid UTF-8 (RFC 3629).
struct TextRun {
  typealias Position = Scanner.Position

  let end: Position
  let codePoints: Int

  /// SAFETY: `start` lies in a padded text, whose zeros end every run.
  init(from start: Position) throws(TokenFault) {
    #if arch(x86_64) && !ASSAY_PORTABLE_SCAN
      if assay_has_avx2() != 0 {
        var continuations: UInt64 = 0
        // Who wants to know where a fault is looks byte by byte.
        if let end = assay_avx2_text_run(start, &continuations) {
          let length = end - UnsafePointer(start)
          self.init(end: start + length, codePoints: length &- Int(truncatingIfNeeded: continuations))
          return
        }
      }
    #endif
    try self.init(bytewise: start)
  }

  /// ASCII by masks, the rest character by character.
  init(bytewise start: Position) throws(TokenFault) {
    var position = start
    var codePoints = 0
    while true {
      let next = ByteScan.special(position)
      codePoints &+= next - position
      position = next
      if next.pointee < 0x80 { break }
      // Scripts other than Latin come in runs: the next mask waits until one ends.
      repeat {
        let length = UTF8Sequence.length(at: position)
        if length == 0 { throw TokenFault(reason: .notUTF8, position: position) }
        position += length
        codePoints &+= 1
      } while position.pointee >= 0x80
    }
    self.init(end: position, codePoints: codePoints)
  }

  /// The code points of a text without quotes and backslashes; nil where it is not UTF-8 or has a control character.
  ///
  /// SAFETY: the text lies in a padded one.
  static func codePoints(_ start: Position, count: Int) -> Int? {
    #if arch(x86_64) && !ASSAY_PORTABLE_SCAN
      if assay_has_avx2() != 0 {
        let continuations = assay_avx2_continuations(start, UInt64(truncatingIfNeeded: count))
        return continuations < 0 ? nil : count &- Int(truncatingIfNeeded: continuations)
      }
    #endif
    return codePoints(bytewise: start, count: count)
  }

  static func codePoints(bytewise start: Position, count: Int) -> Int? {
    do throws(TokenFault) {
      let run = try TextRun(bytewise: start)
      return run.end == start + count ? run.codePoints : nil
    } catch {
      return nil
    }
  }

  private init(end: Position, codePoints: Int) {
    self.end = end
    self.codePoints = codePoints
  }
}
