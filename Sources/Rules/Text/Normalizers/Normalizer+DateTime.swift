extension Normalizer {
  /// `date-time`: a date alone becomes midnight in UTC, the separators become `T` and `Z`; offset and fraction stay.
  static func normalizeDateTime(_ text: Span<UInt8>, into output: inout [UInt8]) -> NormalizerOutcome {
    guard let value = DateTimeText(text) else { return .unchanged }
    guard value.time != nil else {
      output.append(text, in: text.indices)
      output.append(contentsOf: "T00:00:00Z".utf8)
      return .changed
    }
    let last = text.count - 1
    if text.has("T", at: FullDate.length), !text.has("z", at: last) { return .unchanged }
    output.append(text, in: text.indices)
    output[FullDate.length] = ascii("T")
    output[last] = ASCII.uppercased(output[last])
    return .changed
  }
}
