/// `\p{scx=Common}` and `\p{scx=Inherited}`: code points with these scripts and no others (UAX #24, 5.1). PCRE2 adds
/// those that have the script as their own and are used with others, such as U+0345, which is Greek only.
enum ScriptExtensions {
  /// By PCRE2's name of the property.
  static func members(of name: String) -> CodePointSet? {
    switch name {
    case "scx:Zyyy": common
    case "scx:Zinh": inherited
    default: nil
    }
  }

  private static let common = onlyMembers(of: "Zyyy")
  private static let inherited = onlyMembers(of: "Zinh")

  /// The planes with characters in them.
  private static let candidates = Array(0...0x3FFFF as ClosedRange<UInt32>) + Array(0xE0000...0xE0FFF)

  private static func onlyMembers(of script: String) -> CodePointSet {
    let others = UnicodePropertyNames.scriptAliases.filter { $0 != script && knows("\\p{scx:\($0)}") }
    let text = "(?![\(others.map { "\\p{scx:\($0)}" }.joined())])\\p{sc:\(script)}"
    return CodePointSet(matches(text, candidates).map { $0...$0 })
  }

  private static func knows(_ property: String) -> Bool {
    do throws(PatternError) {
      _ = try PCRE2Code.members(of: property, among: [], at: 0)
      return true
    } catch {
      return false
    }
  }

  /// Nothing if PCRE2 cannot do even that, which `knows` made sure of.
  private static func matches(_ text: String, _ candidates: [UInt32]) -> [UInt32] {
    do throws(PatternError) { return try PCRE2Code.members(of: text, among: candidates, at: 0) } catch { return [] }
  }
}
