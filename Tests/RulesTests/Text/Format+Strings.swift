@testable import Rules

extension Format {
  /// Whether the UTF-8 of `text` is of this format.
  func matches(_ text: String) -> Bool { matches(bytes: Array(text.utf8)) }

  func matches(bytes: [UInt8]) -> Bool { matches(bytes.span) }
}
