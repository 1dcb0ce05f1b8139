/// Writes JSON text (RFC 8259): the shortest escapes, everything else as UTF-8.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// A string with its quotes.
  package static func quoted(_ text: String) -> String {
    var writer = JSONWriter()
    writer.string(text.utf8)
    return writer.text
  }

  /// What was written.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  package mutating func string(_ utf8: some Sequence<UInt8>) {
    bytes.append(0x22)
    for byte in utf8 { escaped(byte) }
    bytes.append(0x22)
  }

  private mutating func escaped(_ byte: UInt8) {
    switch byte {
    case 0x22, 0x5C: bytes += [0x5C, byte]
    case 0x08: bytes += [0x5C, 0x62]
    case 0x09: bytes += [0x5C, 0x74]
    case 0x0A: bytes += [0x5C, 0x6E]
    case 0x0C: bytes += [0x5C, 0x66]
    case 0x0D: bytes += [0x5C, 0x72]
    case ..<0x20: raw("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
    default: bytes.append(byte)
    }
  }

  /// A value with all that is inside it, without white space. O(nodes); stops soon after `limit` bytes.
  package mutating func value(
    _ index: NodeIndex, of document: Document, limit: Int = .max, hiding isHidden: (NodeIndex) -> Bool = { _ in false }
  ) {
    if bytes.count > limit { return }
    if isHidden(index) { return string(Document.hidden.utf8) }
    let node = document.node(index)
    switch node.kind {
    case .null: raw("null")
    case .true: raw("true")
    case .false: raw("false")
    case .number: bytes += document.bytes(at: index)
    case .string, .key: string(document.bytes(at: index))
    case .array: array(index, of: document, limit, isHidden)
    case .object: object(index, of: document, limit, isHidden)
    }
  }

  private mutating func array(
    _ index: NodeIndex, of document: Document, _ limit: Int, _ isHidden: (NodeIndex) -> Bool
  ) {
    bytes.append(0x5B)
    var item = index + 1
    while item < document.node(index).auxiliary, bytes.count <= limit {
      if item > index + 1 { bytes.append(0x2C) }
      value(item, of: document, limit: limit, hiding: isHidden)
      item = document.view.next(item)
    }
    bytes.append(0x5D)
  }

  private mutating func object(
    _ index: NodeIndex, of document: Document, _ limit: Int, _ isHidden: (NodeIndex) -> Bool
  ) {
    bytes.append(0x7B)
    var key = index + 1
    while key < document.node(index).auxiliary, bytes.count <= limit {
      if key > index + 1 { bytes.append(0x2C) }
      if isHidden(key) { string(Document.hidden.utf8) } else { string(document.bytes(at: key)) }
      bytes.append(0x3A)
      value(key + 1, of: document, limit: limit, hiding: isHidden)
      key = document.view.next(key + 1)
    }
    bytes.append(0x7D)
  }
}

extension Document {
  /// A value as compact JSON text.
  package func json(at index: NodeIndex, limit: Int = .max) -> String {
    var writer = JSONWriter()
    writer.value(index, of: self, limit: limit)
    return writer.text
  }
}
