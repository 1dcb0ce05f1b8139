/// Why a text is not JSON (RFC 8259), and where.
package struct Malformed: Error, Hashable, Sendable {
  package enum Reason: UInt8, Sendable {
    case empty
    case byteOrderMark
    case unexpectedEnd
    case notUTF8
    case expectedValue
    case expectedKey
    case trailingComma
    case expectedColon
    case expectedCommaOrBracket
    case expectedCommaOrBrace
    case textAfterValue
    case unterminatedString
    case controlCharacter
    case unknownEscape
    case unicodeEscape
    case loneSurrogate
    case leadingZero
    case expectedDigit
    case comment
    case singleQuote
    case unknownLiteral
  }

  package let reason: Reason
  /// The byte where reading stopped, from 0.
  package let offset: Int
}

extension Malformed.Reason {
  /// What is wrong and what to write instead.
  package var advice: String {
    switch self {
    case .empty: "there is no JSON value here: the text is empty"
    case .byteOrderMark: "the text starts with a byte order mark; save it as UTF-8 without one"
    case .unexpectedEnd: "the text ends before the value does; a closing bracket, brace or quote is missing"
    case .notUTF8: "this byte is not UTF-8; save the text as UTF-8"
    case .expectedValue: "expected a value: an object, array, string, number, true, false or null"
    case .expectedKey: "expected a property name in double quotes"
    case .trailingComma: "there is a comma before this closing bracket; remove it"
    case .expectedColon: "expected a colon after the property name"
    case .expectedCommaOrBracket: "expected a comma or a closing bracket after the array item"
    case .expectedCommaOrBrace: "expected a comma or a closing brace after the property value"
    case .textAfterValue: "there is more text after the end of the value; a document is one value"
    case .unterminatedString: "the string is not closed; add a double quote"
    case .controlCharacter: "a control character stands unescaped in a string; write it as \\n, \\t or \\u00XX"
    case .unknownEscape: "unknown escape; a backslash takes one of \" \\ / b f n r t u"
    case .unicodeEscape: "\\u takes four hexadecimal digits"
    case .loneSurrogate: "half of a surrogate pair stands alone; write both halves, \\uD83D\\uDE00"
    case .leadingZero: "a number does not start with a zero followed by digits; remove the zero or use a string"
    case .expectedDigit: "expected a digit; a number has digits after a minus sign, a decimal point and an exponent"
    case .comment: "JSON has no comments; remove it"
    case .singleQuote: "strings take double quotes"
    case .unknownLiteral: "unknown word; the literals are true, false and null, in lower case"
    }
  }
}
