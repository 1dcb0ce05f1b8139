/// The built-in sentences, one a finding code.
enum EnglishMessages {
  @Sendable
  static func text(_ finding: Finding) -> String { finding.code.rawValue }
}
