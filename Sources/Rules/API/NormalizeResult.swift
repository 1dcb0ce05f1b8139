/// The answer to one normalization. It is transactional: a document that is not valid gives no output and no patch.
public struct NormalizeResult: Codable, Hashable, Sendable {
  /// The verdict with its findings, as ``RuleSet/check(_:)`` gives it.
  public var check: CheckResult
  /// The normalized document, byte for byte as it was but for the changed values; nil unless the verdict is valid.
  public var output: [UInt8]?
  /// The changes on the original document as a JSON Patch (RFC 6902), parents first; empty when nothing changed.
  public var patch: [PatchOperation]

  package init(check: CheckResult, output: [UInt8]? = nil, patch: [PatchOperation] = []) {
    self.check = check
    self.output = output
    self.patch = patch
  }
}

/// One operation of a JSON Patch (RFC 6902, 4). Normalization only needs `replace` and `add`.
public struct PatchOperation: Codable, Hashable, Sendable {
  /// `replace` for a normalized value, `add` for a filled default.
  public var op: String
  /// The JSON Pointer of the value.
  public var path: String
  /// The new value as JSON text.
  public var value: String

  package init(op: String, path: String, value: String) {
    self.op = op
    self.path = path
    self.value = value
  }
}
