extension ByteView {
  /// Hands the bytes of a text to a function.
  // SAFETY: the view does not leave the function.
  static func of<Result>(_ text: String, _ body: (ByteView) -> Result) -> Result {
    Array(text.utf8).withUnsafeBufferPointer { body(ByteView($0.baseAddress, $0.count)) }
  }
}

extension InstantText {
  static func read(_ text: String) -> ExpressionInstant? { ByteView.of(text) { read($0) } }
}

extension DurationText {
  static func read(_ text: String) -> Int64? { ByteView.of(text) { read($0) } }
}
