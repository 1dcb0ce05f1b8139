/// What a service answers when a document is not accepted: problem details as RFC 9457 has them, to be sent as
/// `application/problem+json` (``mediaType``) with the status ``status``.
///
/// ```swift
/// if var problem = rules.check(body).problemDetails() {
///   problem.type = "https://example.com/problems/invalid-order"
///   problem.instance = "/orders/17"
///   respond(problem.status, problem.json)
/// }
/// ```
///
/// It quotes findings, never the document: of what is `x-sensitive` it says nothing. Encoded by an encoder of your own it has
/// the same members as ``json``.
public struct ProblemDetails: Codable, Hashable, Sendable {
  /// A URI that names the kind of problem; `about:blank` says that the status tells it all (RFC 9457, 4.2.1).
  public var type: String
  /// The kind of problem in a few words; with `about:blank` the status's own phrase.
  public var title: String
  /// The HTTP status: 400 for what is no JSON or has a name twice, 413 for what is too long or too deep, 422 for
  /// everything else (RFC 9110, 15.5).
  public var status: Int
  /// What is wrong, in one sentence.
  public var detail: String
  /// A URI reference that names this occurrence; yours to fill in.
  public var instance: String?
  /// What has to be changed, in document order: findings of severity `error`. An extension member, as in RFC 9457, 3.
  public var errors: [ProblemError]
  /// True when there was more to change than ``errors`` has.
  public var truncated: Bool?

  /// The media type of ``json``.
  public static let mediaType = "application/problem+json"

  init(_ result: CheckResult, _ catalogue: MessageCatalogue) {
    errors = result.findings.filter { $0.severity == .error }.flatMap(\.withoutAlternatives)
      .map { ProblemError($0, catalogue) }
    status = Self.status(result)
    type = "about:blank"
    title = Self.title(status)
    detail = Self.detail(result, errors)
    truncated = result.isTruncated ? true : nil
  }

  private static func status(_ result: CheckResult) -> Int {
    if result.budget == .bytes || result.budget == .depth { return 413 }
    let unread: Set<FindingCode> = [.malformed, .empty, .notUTF8, .duplicateKey]
    return result.findings.contains { unread.contains($0.code) } ? 400 : 422
  }

  private static func title(_ status: Int) -> String {
    switch status {
    case 400: "Bad Request"
    case 413: "Content Too Large"
    default: "Unprocessable Content"
    }
  }

  private static func detail(_ result: CheckResult, _ errors: [ProblemError]) -> String {
    if errors.count == 1, !result.isTruncated { return errors[0].detail }
    if result.verdict == .undecided { return "it could not be decided whether the document is valid" }
    return
      "the document has \(result.isTruncated ? "more than " : "")\(EnglishWords.counted(String(errors.count), "error"))"
  }
}

/// One thing that has to be changed.
public struct ProblemError: Codable, Hashable, Sendable {
  /// What is wrong, in one sentence.
  public var detail: String
  /// Where, as a JSON Pointer in a URI fragment (RFC 6901, 6), such as `#/items/0/price`.
  public var pointer: String
  /// ``Finding/code``.
  public var code: String
  /// What would have been accepted, as JSON text, best first; at most ten.
  public var expected: [String]?
  /// What was probably meant, as JSON text.
  public var suggestion: String?

  init(_ finding: Finding, _ catalogue: MessageCatalogue) {
    detail = finding.message(catalogue)
    pointer = "#" + PercentEncoding.fragment(finding.instanceLocation)
    code = finding.code.rawValue
    expected = finding.expected.isEmpty ? nil : Array(finding.expected.prefix(10))
    suggestion = finding.suggestion
  }
}

extension CheckResult {
  /// The result as RFC 9457 problem details; nil for a valid document.
  ///
  /// - Complexity: O(findings).
  public func problemDetails(_ catalogue: MessageCatalogue = .english) -> ProblemDetails? {
    verdict == .valid ? nil : ProblemDetails(self, catalogue)
  }
}

extension Finding {
  /// In place of a failed `anyOf` or `oneOf`, what the branch says that was meant. Branches nest as deep as schemas do: no
  /// recursion.
  fileprivate var withoutAlternatives: [Finding] {
    var found: [Finding] = []
    var work = [self]
    while let next = work.popLast() {
      if next.causes.isEmpty { found.append(next) } else { work += next.causes.reversed() }
    }
    return found
  }
}
