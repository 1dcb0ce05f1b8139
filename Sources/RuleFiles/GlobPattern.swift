/// One path component with `*`, `?` and `[...]`, as in POSIX.1-2017, XCU 2.13: a leading dot is matched only by a dot.
struct GlobPattern {
  private enum Token {
    case scalar(Unicode.Scalar)
    case any
    case anySequence
    case set(Set<Unicode.Scalar>, [ClosedRange<Unicode.Scalar>], isNegated: Bool)
  }

  private let tokens: [Token]
  private let startsWithDot: Bool

  init(_ component: String) {
    tokens = Self.parse(Array(component.unicodeScalars)[...])
    startsWithDot = component.hasPrefix(".")
  }

  /// Whether a path holds a character that makes it a pattern.
  static func isPattern(_ path: String) -> Bool { path.contains { "*?[".contains($0) } }

  /// O(name x pattern): after a mismatch only the last `*` is tried further.
  func matches(_ name: String) -> Bool {
    if name.hasPrefix("."), !startsWithDot { return false }
    let scalars = Array(name.unicodeScalars)
    var (position, token) = (0, 0)
    var retry: (position: Int, token: Int)?
    while position < scalars.count {
      if token < tokens.count, case .anySequence = tokens[token] {
        retry = (position, token)
        token += 1
      } else if token < tokens.count, Self.matches(tokens[token], scalars[position]) {
        (position, token) = (position + 1, token + 1)
      } else if let last = retry {
        retry = (last.position + 1, last.token)
        (position, token) = (last.position + 1, last.token + 1)
      } else {
        return false
      }
    }
    return tokens[token...].allSatisfy { if case .anySequence = $0 { true } else { false } }
  }

  private static func matches(_ token: Token, _ scalar: Unicode.Scalar) -> Bool {
    switch token {
    case .scalar(let expected): scalar == expected
    case .any, .anySequence: true
    case .set(let scalars, let ranges, let isNegated):
      (scalars.contains(scalar) || ranges.contains { $0.contains(scalar) }) != isNegated
    }
  }

  private static func parse(_ pattern: ArraySlice<Unicode.Scalar>) -> [Token] {
    var rest = pattern
    var tokens: [Token] = []
    while let scalar = rest.popFirst() {
      switch scalar {
      case "*": tokens.append(.anySequence)
      case "?": tokens.append(.any)
      case "[": tokens.append(set(&rest) ?? .scalar("["))
      case "\\": tokens.append(.scalar(rest.popFirst() ?? "\\"))
      default: tokens.append(.scalar(scalar))
      }
    }
    return tokens
  }

  /// Reads behind `[`; a bracket that nothing closes stands for itself.
  private static func set(_ rest: inout ArraySlice<Unicode.Scalar>) -> Token? {
    let isNegated = rest.first == "!" || rest.first == "^"
    let content = isNegated ? rest.dropFirst() : rest
    // A `]` in the first place belongs to the set.
    guard let end = content.dropFirst().firstIndex(of: "]") else { return nil }
    rest = rest[(end + 1)...]
    var members = content[..<end]
    var scalars: Set<Unicode.Scalar> = []
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    while let first = members.popFirst() {
      if members.count >= 2, members.first == "-", let last = members.dropFirst().first {
        members = members.dropFirst(2)
        if first <= last { ranges.append(first...last) }
      } else {
        scalars.insert(first)
      }
    }
    return .set(scalars, ranges, isNegated: isNegated)
  }
}
