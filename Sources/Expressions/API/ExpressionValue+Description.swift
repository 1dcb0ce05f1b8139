extension ExpressionValue: CustomStringConvertible {
  /// As CEL writes the value, on one line; NaN, infinities and values of extensions as calls that give them.
  public var description: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .uint(let value): "\(value)u"
    case .double(let value): Self.text(value)
    case .string(let value): ValueText.quoted(value)
    case .bytes(let value): "b" + ValueText.quoted(value)
    case .timestamp(let value): "timestamp(\"\(value)\")"
    case .duration(let value): "duration(\"\(value)\")"
    case .list(let elements): "[\(elements.map(\.description).joined(separator: ", "))]"
    case .map(let entries): "{\(entries.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
    case .type(let name): name
    case .optional(let value): value.map { "optional.of(\($0))" } ?? "optional.none()"
    case .opaque(let type, let text): "\(type == "net.CIDR" ? "cidr" : "ip")(\"\(text)\")"
    }
  }

  private static func text(_ value: Double) -> String {
    guard value.isFinite else { return "double(\"\(value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity")\")" }
    let text = String(decoding: DoubleText.shortest(value), as: UTF8.self)
    return text.utf8.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "e") } ? text : text + ".0"
  }

  /// The name of the value's type.
  public var typeName: String {
    switch self {
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .list: "list"
    case .map: "map"
    case .type: "type"
    case .optional: "optional_type"
    case .opaque(let type, _): type
    }
  }
}

enum ValueText {
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += escaped(UInt8(scalar.value))
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  static func quoted(_ bytes: [UInt8]) -> String {
    var result = "\""
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""): result += "\\\""
      case UInt8(ascii: "\\"): result += "\\\\"
      case 0x20...0x7E: result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += escaped(byte)
      }
    }
    return result + "\""
  }

  private static func escaped(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return "\\x" + (digits.utf8.count == 1 ? "0" : "") + digits
  }
}
