/// Normalization Form C: Unicode Standard Annex 15 with the definitions D108 to D117 of the standard's section 3.11.
///
/// The standard library's own (`_nfc`) is not public, and quadratic where a run of marks is out of order: 400 kB of
/// them take ten seconds. This takes time linear in the text, as marks are put in order by counting.
struct NormalizationFormC {
  /// UTF-8 of what cannot change any more.
  private(set) var output: [UInt8]
  /// The last starter (a character of combining class 0), to which what follows may still be added.
  private var starter: UInt32?
  /// The marks behind it, of other classes.
  private var marks = CombiningMarks()

  /// - Parameter output: what stands before; its last character is not looked at.
  init(output: [UInt8] = []) { self.output = output }

  /// - Complexity: amortised O(1).
  mutating func append(_ scalar: Unicode.Scalar) {
    guard let mapping = CanonicalMappings.shared.decomposition(of: scalar.value) else { return read(scalar.value) }
    for value in mapping { read(value) }
  }

  /// A byte that is no text stays where it is, and nothing is composed across it.
  mutating func append(invalid byte: UInt8) {
    finish()
    output.append(byte)
  }

  /// Writes what is left. More may be appended, which starts anew.
  mutating func finish() {
    composeMarks()
    flush()
    starter = nil
  }

  private mutating func read(_ value: UInt32) {
    let combiningClass = CanonicalMappings.combiningClass(of: value)
    if combiningClass != 0 { return marks.append(value, combiningClass) }
    composeMarks()
    // Nothing in between: the two may be one.
    if marks.isEmpty, let starter, let composite = CanonicalMappings.shared.composite(starter, value) {
      self.starter = composite
      return
    }
    flush()
    starter = value
  }

  /// Canonical ordering (D109), then composition (D117) of the starter with every mark that is not blocked.
  private mutating func composeMarks() {
    marks.sort()
    guard var starter else { return }
    marks.removeAll { mark in
      guard let composite = CanonicalMappings.shared.composite(starter, mark) else { return false }
      starter = composite
      return true
    }
    self.starter = starter
  }

  private mutating func flush() {
    if let starter { write(starter) }
    marks.forEach { write($0) }
    marks.removeAll()
  }

  private mutating func write(_ value: UInt32) {
    // Always a scalar: it came from one, or from the tables.
    guard let scalar = Unicode.Scalar(value) else { return }
    output.append(contentsOf: scalar.utf8)
  }
}

extension NormalizationFormC {
  static func normalized(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    utf8(of: text).span.scalars
  }

  static func isNormal(_ text: [Unicode.Scalar]) -> Bool {
    utf8(of: text).elementsEqual(text.lazy.flatMap(\.utf8))
  }

  private static func utf8(of text: [Unicode.Scalar]) -> [UInt8] {
    var form = NormalizationFormC()
    for scalar in text { form.append(scalar) }
    form.finish()
    return form.output
  }
}
