/// Texts around what a pattern might match: the pattern's own characters, some others, and one change to each.
struct NearMisses {
  let pattern: String

  func texts(seed: UInt64) -> [String] {
    var generator = SeededGenerator(seed: seed)
    let samples = Array("abfoxz-_#/.0159AZ@ \n\r\u{0}é\u{1F432}\u{2028}".unicodeScalars) + Array(pattern.unicodeScalars)
    let known = [
      "", "foo", "x-", "abab", "#a0B1c2", "2024-12-31", "AB123C", "é", "\u{1F432}-1ab", "a.json", "abc",
      "me@x", "\u{0}",
    ]
    let random = (0..<300).map { _ in
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...9, using: &generator) {
        samples.randomElement(using: &generator).map { text.append($0) }
      }
      return String(text)
    }
    return (known + random).flatMap { changes(of: $0, samples, &generator) }
  }

  private func changes(
    of text: String, _ samples: [Unicode.Scalar], _ generator: inout SeededGenerator
  ) -> [String] {
    var changed = Array(text.unicodeScalars)
    if let index = changed.indices.randomElement(using: &generator),
      let other = samples.randomElement(using: &generator)
    {
      changed[index] = other
    }
    var mutation = String.UnicodeScalarView()
    mutation.append(contentsOf: changed)
    return [text, text + "\n", "\n" + text, text + "é", "é" + text, text + "\u{0}", text + text, String(mutation)]
  }
}
