/// Makes requests that create a video conference, varied as real ones are: every property present, half of them in the
/// documented order and half shuffled, words of several scripts, escapes, dates alone and with fractions and offsets.
public struct RequestGenerator {
  private var random: SplitMix64

  /// The same seed gives the same requests.
  public init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// Valid requests as JSON, about 700 bytes each.
  public mutating func valid(_ count: Int) -> [[UInt8]] { (0..<count).map { request($0) } }

  /// Requests of which 29 in 100 have one mistake.
  public mutating func mixed(_ count: Int) -> [[UInt8]] { (0..<count).map { request($0, badPercent: 29) } }

  /// One request, which tells its number; it has a mistake with a chance of `badPercent` in 100.
  public mutating func request(_ number: Int, badPercent: Int = 0) -> [UInt8] {
    var members = members(number)
    if badPercent > 0, chance(badPercent) { breakOne(of: &members) }
    return text(of: members)
  }

  /// One property: its name and its value as JSON text.
  typealias Member = (name: String, value: String)

  private mutating func members(_ index: Int) -> [Member] {
    var members: [Member] = [
      ("name", quoted(name(of: 8...40))),
      ("display_name", quoted(words(2...6) + " #\(index)")),
      ("description", quoted(words(0...35))),
      ("join_from", quoted(date())),
      ("join_until", quoted(date())),
      ("quality", quoted(pick(Self.qualities))),
      ("layout", quoted(pick(Self.layouts))),
      ("size", quoted(pick(Self.sizes))),
      ("record_on_start", pick(Self.booleans)),
      ("enable_room_previews", pick(Self.booleans)),
      ("enable_chat", pick(Self.booleans)),
    ]
    for name in Self.colors { members.append((name, quoted(color()))) }
    if chance(50) { members.shuffle(using: &random) }
    return members
  }

  private mutating func breakOne(of members: inout [Member]) {
    let mistake = pick(Self.mistakes)
    guard let index = members.firstIndex(where: { $0.name == mistake.name }) else {
      members.append(mistake)
      return
    }
    if mistake.value.isEmpty { members.remove(at: index) } else { members[index] = mistake }
  }

  private func text(of members: [Member]) -> [UInt8] {
    Array("{\(members.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ","))}".utf8)
  }
}

// MARK: Values

extension RequestGenerator {
  private mutating func name(of length: ClosedRange<Int>) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")
    return String((0..<Int.random(in: length, using: &random)).map { _ in pick(alphabet) })
  }

  private mutating func words(_ count: ClosedRange<Int>) -> String {
    (0..<Int.random(in: count, using: &random)).map { _ in pick(Self.words) }.joined(separator: " ")
  }

  private mutating func date() -> String {
    let day = "\(number(2024...2027, 4))-\(number(1...12, 2))-\(number(1...28, 2))"
    if chance(25) { return day }
    let time = "T\(number(0...23, 2)):\(number(0...59, 2)):\(number(0...59, 2))"
    let fraction = chance(40) ? ".\(number(0...999, 3))" : ""
    return day + time + fraction + offset()
  }

  private mutating func offset() -> String {
    if chance(60) { return "Z" }
    return "\(chance(50) ? "+" : "-")\(number(0...12, 2)):\(chance(50) ? "00" : "30")"
  }

  private mutating func color() -> String {
    let digits = Array(chance(50) ? "0123456789ABCDEF" : "0123456789abcdef")
    return "#" + String((0..<6).map { _ in pick(digits) })
  }

  private mutating func number(_ range: ClosedRange<Int>, _ width: Int) -> String {
    let digits = String(Int.random(in: range, using: &random))
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }

  private func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text {
      if character == "\"" || character == "\\" { quoted += "\\" }
      quoted.append(character)
    }
    return quoted + "\""
  }
}

// MARK: What is chosen from

extension RequestGenerator {
  static let words = [
    "weekly", "quarterly", "planning", "review", "standup", "retrospective", "design", "engineering", "marketing",
    "sales", "support", "customer", "facing", "onboarding", "launch", "roadmap", "budget", "finance", "legal", "hiring",
    "office", "hours", "incident", "demo", "features", "sync", "with", "and", "of", "about", "the", "the", "café",
    "résumé", "naïve", "Zürich", "会議", "データ", "emoji🎥", "\"quoted\"", "back\\slash",
  ]
  static let qualities = ["720p", "1080p"]
  static let layouts = [
    "grid-responsive", "grid-responsive-mobile", "highlight-1-responsive", "1x1", "2x1", "2x2", "5up", "3x3", "4x4",
    "5x5", "6x6", "8x8", "10x10",
  ]
  static let sizes = ["small", "medium", "large"]
  static let booleans = ["true", "false"]
  static let colors = ["dark", "light"].flatMap { theme in
    ["primary", "background", "foreground", "success", "negative"].map { "\(theme)_\($0)" }
  }
  /// What people get wrong. An empty value leaves the property out.
  static let mistakes: [Member] = [
    ("size", "\"LARGE\""),
    ("quality", "\"4k\""),
    ("layout", "\"grid-responsive-mobil\""),
    ("record_on_start", "1"),
    ("enable_chat", "\"yes\""),
    ("description", "\"\(String(repeating: "é", count: 3_001))\""),
    ("display_name", "\"\(String(repeating: "d", count: 201))\""),
    ("display_name", ""),
    ("name", "\"\(String(repeating: "n", count: 101))\""),
    ("name", "\"has a space\""),
    ("dark_primary", "\"#12345G\""),
    ("light_negative", "\"red\""),
    ("join_from", "\"2026-13-01\""),
    ("extra_property", "true"),
  ]
}
