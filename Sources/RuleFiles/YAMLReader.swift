import Rules

/// Reads YAML to a document with the span of every key and value, for rule files and documents alike.
///
/// YAML 1.2 with its core schema. Names are taken as written (`1: a` has the name `1`); merge keys, tags without a JSON
/// value, several documents, `.inf` and `.nan` are refused; aliases are expanded under a limit.
package enum YAMLReader {
  /// The document that `text` holds; without a byte order mark, see ``withoutByteOrderMark(_:)``. O(bytes and what
  /// aliases make of them).
  package static func read(_ text: [UInt8], limits: Limits = Limits()) throws(YAMLProblems) -> Document {
    if text.count > limits.bytes {
      throw YAMLProblems(YAMLProblem(code: .bytes, "the text is longer than \(limits.bytes) bytes", at: 0))
    }
    let root: YAMLNode
    do {
      root = try YAMLComposer.compose(text)
    } catch {
      throw YAMLProblems(error)
    }
    return try YAMLExpansion.document(root, sourceLength: text.count, limits: limits)
  }

  /// A byte order mark is tolerated (YAML 1.2, 5.2); offsets and columns count from behind it, as editors do.
  package static func withoutByteOrderMark(_ bytes: [UInt8]) -> [UInt8] {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }
}
