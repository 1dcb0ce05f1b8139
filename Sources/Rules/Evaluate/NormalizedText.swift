/// A string on its way through a list of normalizers, in buffers that are used again.
struct NormalizedText: ~Copyable {
  /// What came out last.
  private(set) var bytes: [UInt8] = []
  private var output: [UInt8] = []

  private static let maximumPasses = 4

  /// Applies normalizers in order until nothing changes: a later one can make a value that an earlier one knows ("trim" a
  /// date), and normalizing what was normalized must change nothing. O(bytes).
  mutating func apply(_ list: UnsafeBufferPointer<Normalizer>, to text: Span<UInt8>) -> NormalizerOutcome {
    var isChanged = false
    var isStable = false
    for _ in 0..<Self.maximumPasses where !isStable {
      isStable = true
      for normalizer in list {
        switch isChanged ? again(normalizer) : normalizer.apply(text, into: &output) {
        case .unchanged: continue
        case .changed:
          let isNew = !isChanged || bytes != output
          swap(&bytes, &output)
          isChanged = true
          if isNew { isStable = false }
        case .outOfRange: return .outOfRange
        }
      }
    }
    return isChanged ? .changed : .unchanged
  }

  /// Each later normalizer reads what the one before wrote.
  private mutating func again(_ normalizer: Normalizer) -> NormalizerOutcome {
    let text = bytes
    return normalizer.apply(text.span, into: &output)
  }

  var codePoints: Int { bytes.reduce(0) { $1 & 0xC0 != 0x80 ? $0 + 1 : $0 } }

  /// Lets matchers read it, with the zeros behind it that they count on.
  mutating func withPadded<R>(_ body: (UnsafeMutablePointer<UInt8>, _ count: Int) -> R) -> R? {
    let count = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: TextBuffer.padding))
    defer { bytes.removeLast(TextBuffer.padding) }
    return bytes.withUnsafeMutableBufferPointer { buffer in
      // SAFETY: at least the padding is there; the buffer is used inside the closure only.
      buffer.baseAddress.map { body($0, count) }
    }
  }
}
