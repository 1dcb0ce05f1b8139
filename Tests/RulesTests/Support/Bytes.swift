@testable import Rules

// `#expect` cannot take a span: these take arrays and strings.
extension RuleSet {
  func isValid(bytes: [UInt8]) -> Bool { isValid(bytes.span.bytes) }
  func check(bytes: [UInt8]) -> CheckResult { check(bytes.span.bytes) }
}

extension Document {
  convenience init(bytes: [UInt8]) throws(DocumentError) { try self.init(json: bytes.span.bytes) }
  convenience init(text: String) throws(DocumentError) { try self.init(json: text.utf8.span.bytes) }
}
