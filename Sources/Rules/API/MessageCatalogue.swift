/// Turns findings into sentences. The English one is built in; a service brings its own for other languages.
public struct MessageCatalogue: Sendable {
  private let render: @Sendable (Finding) -> String

  /// A catalogue that calls `render` for every finding without an `x-message`.
  public init(_ render: @escaping @Sendable (Finding) -> String) { self.render = render }

  /// The sentence for a finding.
  public func text(_ finding: Finding) -> String { render(finding) }

  /// Plain English, lower-case, one line, naming the value, the limit and the unit.
  public static let english = MessageCatalogue(EnglishMessages.text)
}
