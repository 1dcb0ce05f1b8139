/// Text that may hold anything, made safe for a terminal and for one line.
package enum Printable {
  /// Control characters, line separators and marks that turn the writing direction, as `\u001B`; all else as it is.
  package static func line(_ text: String) -> String {
    // Most text is ASCII, which needs no decoding.
    if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return text }
    guard text.unicodeScalars.contains(where: isUnprintable) else { return text }
    return text.unicodeScalars.map { isUnprintable($0) ? escape($0) : String($0) }.joined()
  }

  static func escape(_ scalar: Unicode.Scalar) -> String {
    let code = String(scalar.value, radix: 16, uppercase: true)
    return "\\u" + String(repeating: "0", count: max(0, 4 - code.count)) + code
  }

  static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x20, 0x7F...0x9F: true
    // Marks that reorder what is shown, and breaks that end a line in some viewers.
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
