/// What can go wrong in an evaluation. The raw value is the code of ``EvaluationError``.
enum FaultCode: String, CaseIterable {
  case unbound
  case noSuchOverload = "no-such-overload"
  case unknownFunction = "unknown-function"
  case noSuchKey = "no-such-key"
  case noSuchField = "no-such-field"
  case repeatedKey = "repeated-key"
  case keyType = "key-type"
  case index
  case divisionByZero = "division-by-zero"
  case overflow
  case range
  case conversion
  case pattern
  case format
  case argument
  case noValue = "no-value"
}
