import RuleFiles
import Rules
import Testing

/// Reads YAML for a test.
enum YAMLSample {
  static func document(_ text: String) throws -> Document {
    do {
      return try YAMLReader.read(Array(text.utf8))
    } catch {
      for problem in error.problems { Issue.record("\(problem.offset): \(problem.message)") }
      throw error
    }
  }

  /// The value as compact JSON.
  static func json(_ text: String) throws -> String { try document(text).json(at: Document.root) }

  /// The part of the text that a value was read from.
  static func source(of pointer: String, in text: String) throws -> String {
    let document = try document(text)
    return try part(document.span(of: #require(document.node(at: pointer))), of: text)
  }

  /// The part of the text that the key of a member was read from.
  static func keySource(of pointer: String, in text: String) throws -> String {
    let document = try document(text)
    // A key stands before its value on the tape.
    return try part(document.span(of: #require(document.node(at: pointer)) - 1), of: text)
  }

  private static func part(_ span: ByteSpan, of text: String) -> String {
    String(decoding: Array(text.utf8)[span.offset..<(span.offset + span.length)], as: UTF8.self)
  }

  /// Every problem as `code line:column`, counted as reports count.
  static func problems(_ text: String, limits: Limits = Limits()) -> [String] {
    do {
      _ = try YAMLReader.read(Array(text.utf8), limits: limits)
      return []
    } catch {
      let positions = SourcePositions(Array(text.utf8))
      return error.problems.map { problem in
        let position = positions.position(at: problem.offset)
        return "\(problem.code) \(position.line):\(position.column)"
      }
    }
  }
}
