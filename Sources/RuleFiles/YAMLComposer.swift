import Rules
import Yams

/// YAML text to a tree with spans, aliases resolved to references. Yams does the syntax.
struct YAMLComposer {
  let text: YAMLText
  var hidden: YAMLHiddenText
  private var lines: YAMLLines
  var anchors: [String: YAMLNode] = [:]

  private init(_ bytes: [UInt8]) throws(YAMLProblem) {
    guard let hidden = YAMLHiddenText(bytes) else {
      throw YAMLProblem("this text uses too many private-use characters to be read as YAML", at: 0)
    }
    text = YAMLText(bytes: bytes)
    lines = YAMLLines(bytes)
    self.hidden = hidden
  }

  /// The one document of a text.
  static func compose(_ bytes: [UInt8]) throws(YAMLProblem) -> YAMLNode {
    try YAMLCharacters.check(bytes)
    var composer = try YAMLComposer(bytes)
    return try composer.root()
  }

  private mutating func root() throws(YAMLProblem) -> YAMLNode {
    while true {
      do {
        anchors = [:]
        return try convert(composed())
      } catch YamlError.duplicatedKeysInMapping(let names, let context) {
        try rename(hidden.restored(names.first ?? ""), at: context.mark)
      } catch let error as YamlError {
        throw problem(error)
      } catch let problem as YAMLProblem {
        throw problem
      } catch {
        throw YAMLProblem("this is not YAML", at: 0)
      }
    }
  }

  private mutating func composed() throws -> Node {
    // With the basic resolver no tag is guessed: Yams' own rules are those of YAML 1.1, and slow.
    let parser = try Parser(yaml: hidden.yaml, resolver: .basic, encoding: .utf8)
    guard let root = try parser.nextRoot() else {
      throw YAMLProblem(code: .empty, "there is no value here: the text is empty", at: 0)
    }
    if let second = try parser.nextRoot() {
      throw YAMLProblem("a second document starts here; keep one document in a file", at: offset(second.mark))
    }
    return root
  }

  private mutating func rename(_ name: String, at mark: Mark) throws(YAMLProblem) {
    let properties = text.properties(at: offset(mark), hasContent: true)
    let span = text.scalarSpan(at: properties.contentOffset, content: name)
    if text.isOnOneLine(span), hidden.rename(name, at: span) { return }
    throw .duplicateKey(name, at: span.offset)
  }

  mutating func offset(_ mark: Mark?) -> Int {
    mark.map { lines.offset(line: $0.line, column: $0.column) } ?? 0
  }

  private mutating func problem(_ error: YamlError) -> YAMLProblem {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      YAMLProblem(YAMLAdvice.text(problem), at: offset(mark))
    default:
      YAMLProblem("this is not YAML", at: 0)
    }
  }
}
