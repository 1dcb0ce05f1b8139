extension Punycode {
  /// The bytes that the encoder of RFC 3492, section 6.3 writes for `label`, without the prefix.
  ///
  /// Quadratic: `label` is one of at most 63 code points, which also keeps every number far below overflow.
  static func encodedLength(of label: [Unicode.Scalar]) -> Int {
    let basicCount = label.count { $0.isASCII }
    var length = basicCount > 0 ? basicCount + 1 : 0
    var (codePoint, delta, bias, handled) = (initialCodePoint, 0, initialBias, basicCount)
    while let next = label.lazy.map({ Int($0.value) }).filter({ $0 >= codePoint }).min() {
      delta += (next - codePoint) * (handled + 1)
      codePoint = next
      for scalar in label {
        if scalar.value < codePoint { delta += 1 }
        guard scalar.value == codePoint else { continue }
        length += digitCount(of: delta, bias: bias)
        bias = adapt(delta, count: handled + 1, isFirst: handled == basicCount)
        delta = 0
        handled += 1
      }
      delta += 1
      codePoint += 1
    }
    return length
  }

  /// The digits of a generalized variable-length integer (section 3.3).
  private static func digitCount(of value: Int, bias: Int) -> Int {
    var (value, k, count) = (value, base, 1)
    while value >= threshold(k, bias: bias) {
      value = (value - threshold(k, bias: bias)) / (base - threshold(k, bias: bias))
      k += base
      count += 1
    }
    return count
  }
}
