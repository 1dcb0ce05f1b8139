import Synchronization

/// A rule file that was read: its document, its name, and where its lines start.
///
/// JSON is read here; other syntaxes (YAML) are read elsewhere and become a `Document` with spans.
package struct RuleSource: Sendable {
  package let document: Document
  package let path: String
  /// Where it was found, without fragment: what its references are relative to as long as it has no `$id`. May be empty.
  package let uri: String
  private let lines: LazyPositions

  /// Reads JSON. Throws the one problem that keeps the text from being JSON, or all duplicate keys.
  package init(json: RawSpan, path: String, uri: String = "") throws(RuleErrors) {
    let text = [UInt8](copying: json)
    try self.init(document: Self.read(json, text, path), path: path, text: text, uri: uri)
  }

  /// A document from another syntax, with `text` as its source.
  package init(document: Document, path: String, text: [UInt8], uri: String = "") {
    self.document = document
    self.path = path
    self.uri = URIReference(uri).withoutFragment
    lines = LazyPositions(text)
  }

  /// The same document, found at another URI.
  init(_ other: RuleSource, uri: String) {
    document = other.document
    path = other.path
    lines = other.lines
    self.uri = URIReference(uri).withoutFragment
  }

  /// The name of something beside this file as people named the file; nil for what is not on disk.
  func shortName(_ other: String) -> String? {
    guard uri.hasPrefix("file:"), let slash = uri.lastIndex(of: "/"), other.hasPrefix(uri[...slash]) else { return nil }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    return folder + String(other.dropFirst(uri[...slash].count))
  }

  /// Lines and columns; worked out when something is to be told.
  package var positions: SourcePositions { lines.positions }

  /// A problem of a file that could not be read as a document.
  package static func unreadable(
    _ message: String, code: RuleProblemCode = .unreadable, path: String, text: [UInt8], offset: Int,
    pointer: String = ""
  ) -> RuleProblem {
    let position = SourcePositions(text).position(at: offset)
    return RuleProblem(
      severity: .error, code: code, message: message,
      location: RuleLocation(path: path, line: position.line, column: position.column), pointer: pointer,
      span: ByteSpan(offset: offset, length: 0))
  }

  private static func read(_ json: RawSpan, _ text: [UInt8], _ path: String) throws(RuleErrors) -> Document {
    let limits = Limits(bytes: Document.maximumBytes)
    let document = Document()
    do {
      try document.read(json, limits: limits, duplicates: .refuse)
    } catch {
      throw RuleErrors(problems: [problem(error, text, path)])
    }
    if let offset = document.tooDeepOffset {
      throw RuleErrors(problems: [problem(.tooDeep(offset: offset, limit: limits.depth), text, path)])
    }
    let repeated = document.repeatedKeys.map { key in
      problem(
        .duplicateKey(name: document.string(at: key), offset: document.startOffset(of: key)), text, path)
    }
    if !repeated.isEmpty { throw RuleErrors(problems: repeated) }
    return document
  }

  private static func code(_ malformed: Malformed) -> RuleProblemCode {
    switch malformed.reason {
    case .empty: .empty
    case .notUTF8: .notUTF8
    default: .malformed
    }
  }

  private static func problem(_ error: DocumentError, _ text: [UInt8], _ path: String) -> RuleProblem {
    switch error {
    case .malformed(let malformed):
      unreadable(malformed.reason.advice, code: code(malformed), path: path, text: text, offset: malformed.offset)
    case .tooLong(let bytes, let limit):
      unreadable(
        "the rule file has \(bytes) bytes; the limit is \(limit)", code: .bytes, path: path, text: [], offset: 0)
    case .tooDeep(let offset, let limit):
      unreadable(
        "the rule file is nested deeper than \(limit) levels", code: .depth, path: path, text: text, offset: offset)
    case .duplicateKey(let name, let offset):
      unreadable(
        "the name \(JSONWriter.quoted(name)) stands twice in one object; remove one", code: .duplicateKey,
        path: path, text: text, offset: offset)
    }
  }
}

/// The positions of a text, once they are asked for.
private final class LazyPositions: Sendable {
  private let text: [UInt8]
  private let known = Mutex<SourcePositions?>(nil)

  init(_ text: [UInt8]) { self.text = text }

  var positions: SourcePositions {
    known.withLock { known in
      let positions = known ?? SourcePositions(text)
      known = positions
      return positions
    }
  }
}
