import Rules

/// One command of the protocol: a JSON document, and the bytes that its parts stand in.
struct BowtieMessage: Sendable {
  private let document: Document
  private let text: [UInt8]

  /// Throws what is wrong with the line.
  init(_ line: [UInt8]) throws(RuleErrors) {
    text = line
    document = try RuleSource(json: line.span.bytes, path: "command").document
  }

  func member(_ name: String, of node: NodeIndex = Document.root) -> NodeIndex? {
    document.kind(at: node) == .object ? document.value(of: name, in: node) : nil
  }

  func text(_ name: String) -> String? {
    member(name).flatMap { document.kind(at: $0) == .string ? document.string(at: $0) : nil }
  }

  /// A member as JSON text, whatever it is.
  func json(_ name: String) -> String? { member(name).map { String(decoding: bytes(of: $0), as: UTF8.self) } }

  func items(_ node: NodeIndex?) -> [NodeIndex] { node.map(document.items) ?? [] }

  func members(_ node: NodeIndex) -> [(String, NodeIndex)] {
    document.members(of: node).map { (document.string(at: $0.key), $0.value) }
  }

  /// A value as it is written.
  func bytes(of node: NodeIndex) -> [UInt8] {
    let span = document.span(of: node)
    return Array(text[span.offset..<span.offset + span.length])
  }
}
