import Rules

/// Writes one JSON object member by member, in the order of the calls.
package struct JSONObject {
  private var writer = JSONWriter()
  private var isEmpty = true

  package init() { writer.raw("{") }

  /// The object's text; nothing is added after this.
  package var text: String { writer.text + "}" }

  package mutating func add(_ name: String, string: String) {
    key(name)
    writer.string(string.utf8)
  }

  package mutating func add(_ name: String, number: Int) { add(name, json: String(number)) }

  /// A value that is JSON text.
  package mutating func add(_ name: String, json: String) {
    key(name)
    writer.raw(json)
  }

  package mutating func add(_ name: String, array: [String]) { add(name, json: "[\(array.joined(separator: ","))]") }

  private mutating func key(_ name: String) {
    if !isEmpty { writer.raw(",") }
    isEmpty = false
    writer.string(name.utf8)
    writer.raw(":")
  }
}
