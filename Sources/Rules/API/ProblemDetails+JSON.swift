extension ProblemDetails {
  /// The body of the answer, on one line.
  public var json: String {
    var writer = JSONWriter()
    writer.raw("{\"type\":\(JSONWriter.quoted(type)),\"title\":\(JSONWriter.quoted(title)),\"status\":\(status)")
    writer.raw(",\"detail\":\(JSONWriter.quoted(detail))")
    if let instance { writer.raw(",\"instance\":\(JSONWriter.quoted(instance))") }
    writer.raw(",\"errors\":[\(errors.map(\.json).joined(separator: ","))]")
    if let truncated { writer.raw(",\"truncated\":\(truncated)") }
    writer.raw("}")
    return writer.text
  }
}

extension ProblemError {
  fileprivate var json: String {
    var text = "{\"detail\":\(JSONWriter.quoted(detail)),\"pointer\":\(JSONWriter.quoted(pointer))"
    text += ",\"code\":\(JSONWriter.quoted(code))"
    if let expected { text += ",\"expected\":[\(expected.map(JSONWriter.quoted).joined(separator: ","))]" }
    if let suggestion { text += ",\"suggestion\":\(JSONWriter.quoted(suggestion))" }
    return text + "}"
  }
}
