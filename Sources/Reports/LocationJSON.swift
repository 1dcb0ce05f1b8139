import Rules

/// Lines and columns as JSON.
enum LocationJSON {
  static func text(_ position: SourcePositions.Position) -> String {
    var object = JSONObject()
    object.add("line", number: position.line)
    object.add("column", number: position.column)
    return object.text
  }

  static func text(_ rule: RuleLocation) -> String {
    var object = JSONObject()
    object.add("path", string: rule.path)
    object.add("line", number: rule.line)
    object.add("column", number: rule.column)
    return object.text
  }
}
