/// Why a string or a number is none, and at which byte: a ``Malformed`` for who knows where the text starts and ends.
///
/// SAFETY (`@unchecked Sendable`): the scanner turns it into a `Malformed` before anybody else sees it.
struct TokenFault: Error, @unchecked Sendable {
  let reason: Malformed.Reason
  let position: Scanner.Position
}

extension Scanner {
  @inline(never)
  func failure(_ fault: TokenFault) -> Malformed { failure(fault.reason, fault.position) }
}
