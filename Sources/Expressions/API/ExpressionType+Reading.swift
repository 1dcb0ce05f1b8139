extension ExpressionType {
  /// Reads a type as the specification writes it, such as `map(string, list(int))`.
  ///
  /// - Throws: ``ExpressionError`` where the text is no type.
  /// - Complexity: O(length of the text).
  public init(_ text: String) throws(ExpressionError) {
    var reader = TypeReader(Array(text.utf8))
    do throws(Problem) {
      self = try reader.readAll()
    } catch {
      throw ExpressionError(error, in: text)
    }
  }
}

/// Reads types, and the signatures of functions that are made of them.
struct TypeReader {
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func readAll() throws(Problem) -> ExpressionType {
    let type = try read()
    guard index == bytes.count else { throw problem("found '\(rest)' behind the type") }
    return type
  }

  private mutating func read() throws(Problem) -> ExpressionType {
    depth += 1
    defer { depth -= 1 }
    guard depth < 50 else { throw problem("the type is nested deeper than 50 levels") }
    let name = word()
    guard !name.isEmpty else { throw problem("a type was expected, such as int or list(string)") }
    var parameters: [ExpressionType] = []
    if accept("(") {
      repeat { parameters.append(try read()) } while accept(",")
      guard accept(")") else { throw problem("')' was expected") }
    }
    return try type(name, parameters)
  }

  private mutating func type(_ name: String, _ parameters: [ExpressionType]) throws(Problem) -> ExpressionType {
    switch (name, parameters.count) {
    case ("list", 1): return .list(parameters[0])
    case ("map", 2): return .map(parameters[0], parameters[1])
    case ("type", 1): return .type(parameters[0])
    case ("list", _), ("map", _), ("type", _): throw problem("write list(T), map(K, V) or type(T)")
    default: break
    }
    if parameters.isEmpty {
      if let simple = Self.simple[name] { return simple }
      if name.utf8.count == 1 { return .parameter(name) }
    }
    return .opaque(name, parameters)
  }

  mutating func word() -> String {
    skipSpaces()
    let start = index
    while index < bytes.count, bytes[index].isIdentifierPart || bytes[index] == UInt8(ascii: ".") { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  mutating func accept(_ character: Unicode.Scalar) -> Bool {
    skipSpaces()
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func skipSpaces() {
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
  }

  private var rest: String { String(decoding: bytes[index...], as: UTF8.self) }

  private func problem(_ message: String) -> Problem {
    Problem(.syntax, message, SourceSpan(start: index, end: bytes.count))
  }

  private static let simple: [String: ExpressionType] = [
    "dyn": .dyn, "null": .null, "null_type": .null, "bool": .bool, "int": .int, "uint": .uint, "double": .double,
    "string": .string, "bytes": .bytes, "timestamp": .timestamp, "duration": .duration,
    "google.protobuf.Timestamp": .timestamp, "google.protobuf.Duration": .duration,
  ]
}
