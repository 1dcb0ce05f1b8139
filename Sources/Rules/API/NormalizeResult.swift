/// The answer to one normalization. It is transactional: a document that is not valid gives no output and no patch.
public struct NormalizeResult: Codable, Hashable, Sendable {
  /// The verdict with its findings, as ``RuleSet/check(_:)-(RawSpan)`` gives it.
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
  /// The JSON Pointer of the value. Encoded, it has `***` for names in it that are never to be printed.
  public var path: String
  /// The new value as JSON text.
  public var value: String

  /// The value is never to be printed (`x-sensitive`): encoded, it is `"***"`.
  public var isSensitive: Bool

  /// The path as it may be printed; nil where that is the path itself.
  private var maskedPath: String?

  package init(op: String, path: String, printablePath: String, value: String, isSensitive: Bool) {
    self.op = op
    self.path = path
    maskedPath = printablePath == path ? nil : printablePath
    self.value = value
    self.isSensitive = isSensitive
  }

  /// The value as it may be printed.
  package var printableValue: String { isSensitive ? JSONWriter.quoted(Document.hidden) : value }

  /// The path as it may be printed.
  package var printablePath: String { maskedPath ?? path }

  private enum CodingKeys: String, CodingKey { case op, path, value, isSensitive }

  /// Encodes the operation without names and a value that are never to be printed.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(op, forKey: .op)
    try container.encode(printablePath, forKey: .path)
    try container.encode(printableValue, forKey: .value)
    try container.encode(isSensitive, forKey: .isSensitive)
  }
}
