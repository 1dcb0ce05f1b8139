/// What annex B.1.2 allows where the grammar with the `u` flag does not, each with a warning.
extension ECMAParser {
  /// One warning of a kind is enough for the author.
  mutating func warn(_ message: String, at offset: Int) {
    guard !warnings.contains(where: { $0.message == message }) else { return }
    warnings.append(PatternWarning(offset: offset, message: message))
  }

  /// The character of an escape that only annex B has, from behind the backslash at `start`; nil if it is none.
  mutating func lenientEscape(_ byte: UInt8, at start: Int) throws(PatternError) -> UInt32? {
    switch byte {
    case UInt8(ascii: "c") where !Self.isLetter(peek(1)): return loneControl(at: start)
    case UInt8(ascii: "x") where hexadecimal(at: 1, count: 2) == nil: return identity(at: start)
    case UInt8(ascii: "u") where !isUnicodeEscape: return identity(at: start)
    case UInt8(ascii: "0") where !Self.isDigit(peek(1)): return nil
    case _ where Self.isDigit(byte): return octalEscape(at: start)
    case _ where isStrictEscape(byte) || Self.foreignEscapes.contains(byte): return nil
    default: return identity(at: start)
    }
  }

  private func isStrictEscape(_ byte: UInt8) -> Bool {
    Self.controlEscapes[byte] != nil || Self.identityEscapes.contains(byte) || "cxu".utf8.contains(byte)
  }

  /// Letters that mean something else in Perl, Python, Java, .NET, Ruby, Tcl or XML Schema: an author who writes `\Z`
  /// does not mean a Z.
  private static let foreignEscapes = Set("AaBCEeFGgHhIiKkLlMmNoPpQRUVXYyZz".utf8)

  static func isLetter(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }

  private var isUnicodeEscape: Bool {
    var ahead = self
    ahead.position += 1
    do throws(PatternError) {
      _ = try ahead.unicodeEscape(at: position)
      return true
    } catch {
      return false
    }
  }

  /// `\-` is `-`.
  private mutating func identity(at start: Int) -> UInt32 {
    let offset = position
    let codePoint = nextCodePoint()
    let character = text(offset, position - offset)
    warn("'\\\(character)' is not an escape in ECMA-262's u mode: write '\(character)'", at: start)
    return codePoint
  }

  /// `\c` without a letter is a backslash, and the `c` comes next.
  private mutating func loneControl(at start: Int) -> UInt32 {
    warn("'\\c' has no letter behind it, and is text: write '\\\\c'", at: start)
    return UInt32(UInt8(ascii: "\\"))
  }

  /// In a class, `\c` may have a digit or `_` behind it (ClassControlLetter).
  mutating func lenientClassControl() -> UInt32? {
    guard syntax == .lenient, next(is: "\\c"), let letter = peek(2), Self.isDigit(letter) || letter == UInt8(ascii: "_")
    else { return nil }
    warn("'\\c' needs a letter in ECMA-262's u mode: write \\x\(Self.twoDigits(UInt32(letter % 32)))", at: position)
    position += 3
    return UInt32(letter % 32)
  }

  /// LegacyOctalEscapeSequence: up to three digits and 0377; `\8` and `\9` are digits. From behind the backslash.
  mutating func octalEscape(at start: Int) -> UInt32 {
    guard let first = peek(), first < UInt8(ascii: "8") else { return identity(at: start) }
    var value: UInt32 = 0
    while let digit = peek(), digit >= UInt8(ascii: "0"), digit < UInt8(ascii: "8"), position - start <= 3 {
      let longer = value * 8 + UInt32(digit - UInt8(ascii: "0"))
      guard longer <= 0xFF else { break }
      value = longer
      position += 1
    }
    let escape = text(start, position - start)
    warn("'\(escape)' is octal, as no group has this number: write \\x\(Self.twoDigits(value))", at: start)
    return value
  }

  private static func twoDigits(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return digits.utf8.count < 2 ? "0" + digits : digits
  }
}

/// Classes.
extension ECMAParser {
  /// `[\w-.]` has `\w`, `-` and `.` (B.1.2.8.1); nil for a range.
  mutating func lenientRange(_ lower: ClassAtom, _ upper: ClassAtom, at start: Int) -> PatternClass? {
    guard syntax == .lenient else { return nil }
    if case .codePoint = lower, case .codePoint = upper { return nil }
    warn("a set such as \\w starts or ends no range, so this '-' is text: write it at the end of the class", at: start)
    let hyphen = CodePointSet([0x2D...0x2D])
    let (lower, upper) = (lower.asClass, upper.asClass)
    return PatternClass(
      set: hyphen.union(lower.set).union(upper.set), properties: lower.properties + upper.properties)
  }

  /// At a character of a class. `[[:alpha:]]` is the class of `[:alph` and a `]` behind it, in either grammar.
  mutating func warnOfPOSIXClass() {
    guard next(is: "[:") else { return }
    var end = position + 2
    while end < bytes.count, Self.isLetter(bytes[end]) { end += 1 }
    let name = text(position + 2, end - position - 2)
    guard let instead = Self.posixClasses[name], end + 1 < bytes.count, bytes[end] == UInt8(ascii: ":"),
      bytes[end + 1] == UInt8(ascii: "]")
    else { return }
    warn("'[:\(name):]' means its characters themselves in ECMA-262: write \(instead)", at: position)
  }

  private static let posixClasses = [
    "alpha": "A-Za-z", "digit": "0-9", "alnum": "0-9A-Za-z", "upper": "A-Z", "lower": "a-z", "space": "\\s",
    "word": "\\w", "xdigit": "0-9A-Fa-f", "blank": "\\t and a space", "cntrl": "\\x00-\\x1F\\x7F", "print": "\\x20-~",
    "graph": "!-~", "punct": "!-\\/:-@\\[-`{-~", "ascii": "\\x00-\\x7F",
  ]

  /// Opening parentheses that capture: what CountLeftCapturingParensWithin counts on a valid pattern.
  static func countCaptures(_ bytes: [UInt8]) -> Int {
    var (count, index, isInClass) = (0, 0, false)
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case UInt8(ascii: "(") where !isInClass: if captures(bytes[(index + 1)...].prefix(3)) { count += 1 }
      default: break
      }
      index += 1
    }
    return count
  }

  private static func captures(_ next: ArraySlice<UInt8>) -> Bool {
    guard next.first == UInt8(ascii: "?") else { return true }
    let name = Array(next.dropFirst())
    return name.count == 2 && name[0] == UInt8(ascii: "<") && !"=!".utf8.contains(name[1])
  }
}

extension ECMAParser.ClassAtom {
  fileprivate var asClass: PatternClass {
    switch self {
    case .codePoint(let codePoint): PatternClass(set: CodePointSet([codePoint...codePoint]))
    case .set(let set): set
    }
  }
}
