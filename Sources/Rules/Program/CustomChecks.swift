/// Formats and keywords of the library's, by index. A class, so that the evaluator can hold it without a retain.
final class CustomChecks: Sendable {
  let formats: [CustomFormat]
  let keywords: [CustomCheck]

  init(formats: [CustomFormat] = [], keywords: [CustomCheck] = []) {
    self.formats = formats
    self.keywords = keywords
  }
}

/// A custom keyword with the value that one schema gives it.
struct CustomCheck: Sendable {
  let name: String
  let check: @Sendable (JSONValue) -> String?
}
