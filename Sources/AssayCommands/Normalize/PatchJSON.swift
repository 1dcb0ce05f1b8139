import Rules

/// A JSON Patch, one operation a line.
enum PatchJSON {
  static func text(_ patch: [PatchOperation]) -> String {
    if patch.isEmpty { return "[]\n" }
    return "[\n" + patch.map(operation).joined(separator: ",\n") + "\n]\n"
  }

  private static func operation(_ operation: PatchOperation) -> String {
    let (op, path) = (JSONWriter.quoted(operation.op), JSONWriter.quoted(operation.printablePath))
    return "  {\"op\": \(op), \"path\": \(path), \"value\": \(operation.printableValue)}"
  }
}
