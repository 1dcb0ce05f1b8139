/// Why a string or a number is none, and at which byte: a ``Malformed`` for who knows where the text starts and ends.
struct TokenFault: Error {
  let reason: Malformed.Reason
  let position: Scanner.Position
}

extension Scanner {
  @inline(never)
  func failure(_ fault: TokenFault) -> Malformed { failure(fault.reason, fault.position) }
}
