/// A few characters that stand for all: one for each combination of classes that a sample of characters belongs to.
///
/// What is found with these characters is a real text. A combination that the sample misses may hide a risk.
struct RiskAlphabet {
  private static let maximumSymbols = 48
  private static let maximumSample = 4_000

  /// Readable ones first.
  private(set) var symbols: [UInt32] = []
  /// By position and symbol, whether the position reads it.
  private(set) var reads: [[Bool]] = []

  /// nil if a class cannot be asked.
  init?(_ classes: [PatternClass]) {
    let sample = Self.sample(classes)
    var known: [PatternClass: Set<UInt32>] = [:]
    for set in classes where known[set] == nil {
      guard let members = Self.members(of: set, sample) else { return nil }
      known[set] = members
    }
    let distinct = Array(known.values)
    var signatures: Set<[Bool]> = []
    symbols = sample.filter { candidate in signatures.insert(distinct.map { $0.contains(candidate) }).inserted }
    symbols = Array(symbols.prefix(Self.maximumSymbols))
    reads = classes.map { set in symbols.map { known[set]?.contains($0) == true } }
  }

  /// Texts that may keep the pattern from matching; first a character that nothing reads.
  var breakers: [String] {
    let byReaders = symbols.indices.sorted { left, right in readers(left) < readers(right) }
    let texts = byReaders.prefix(10).compactMap { Unicode.Scalar(symbols[$0]).map { String($0) } }
    return texts.prefix(1) + [""] + texts.dropFirst()
  }

  private func readers(_ symbol: Int) -> Int { reads.count { $0[symbol] } }

  private static func sample(_ classes: [PatternClass]) -> [UInt32] {
    let ascii = Array("a0!AbB1-_. ".unicodeScalars.map(\.value)) + (0...0x7F)
    let bounds = classes.flatMap(\.set.ranges).prefix(maximumSample / 8).flatMap { range in
      [range.lowerBound, range.upperBound, range.upperBound + 1]
    }
    let hasProperties = classes.contains { !$0.properties.isEmpty }
    let wide = hasProperties ? Array(stride(from: 0x80 as UInt32, to: 0x1_FFFF, by: 61)) : [0xE9, 0x3C0, 0x1_F432]
    var seen: Set<UInt32> = []
    return (ascii + bounds + wide).filter { Unicode.Scalar($0) != nil && seen.insert($0).inserted }
  }

  private static func members(of set: PatternClass, _ sample: [UInt32]) -> Set<UInt32>? {
    if let codePoints = set.codePoints { return Set(sample.filter(codePoints.contains)) }
    let tree = PatternTree(root: .characters(set), captureCount: 0, references: [])
    let members = Result { () throws(PatternError) in
      let text = try PCRE2Translator.translate(tree).text
      return try PCRE2Code.members(of: String(decoding: text, as: UTF8.self), among: sample, at: 0)
    }
    guard case .success(let members) = members else { return nil }
    return Set(members)
  }
}
