/// Punycode, RFC 3492 with the parameters of section 5, as far as checking needs it: decoding, and
/// the length of what encoding gives.
enum Punycode {
  static let base = 36
  static let minimumThreshold = 1
  static let maximumThreshold = 26
  private static let skew = 38
  private static let damp = 700
  static let initialBias = 72
  static let initialCodePoint = 0x80

  /// A label of the DNS, RFC 1035, section 2.3.4. Insertion is quadratic; this bounds it.
  private static let labelLimit = 63

  /// Whether `label` begins with the ACE prefix `xn--` (RFC 5890, section 2.3.2.1) in either case.
  static func hasPrefix(_ label: Span<UInt8>) -> Bool {
    label.has(anyCaseOf: "x", at: 0) && label.has(anyCaseOf: "n", at: 1) && label.has("-", at: 2)
      && label.has("-", at: 3)
  }

  /// The code points of `encoded`, the part behind the prefix, letters of ASCII in lower case. Nil where it is
  /// malformed, overflows (section 6.4) or is not what the encoder would have written.
  static func decode(_ encoded: Span<UInt8>) -> [Unicode.Scalar]? {
    guard encoded.count <= labelLimit, var output = basicCodePoints(of: encoded) else { return nil }
    // The delimiter is written only behind basic code points, and belongs to them.
    var position = output.isEmpty ? 0 : output.count + 1
    var (codePoint, index, bias) = (initialCodePoint, 0, initialBias)
    while position < encoded.count {
      let start = index
      guard let delta = integer(in: encoded, at: &position, bias: bias) else { return nil }
      index += delta
      let count = output.count + 1
      bias = adapt(index - start, count: count, isFirst: start == 0)
      codePoint += index / count
      index %= count
      guard let value = UInt32(exactly: codePoint), let scalar = Unicode.Scalar(value) else { return nil }
      output.insert(scalar, at: index)
      index += 1
    }
    return output
  }

  /// What stands before the last hyphen (section 3.1).
  private static func basicCodePoints(of encoded: Span<UInt8>) -> [Unicode.Scalar]? {
    let delimiter = encoded.indices.last { encoded[$0] == ascii("-") }
    var output: [Unicode.Scalar] = []
    for position in 0..<(delimiter ?? 0) {
      guard encoded[position] < 0x80 else { return nil }
      output.append(Unicode.Scalar(ASCII.lowercased(encoded[position])))
    }
    return output
  }

  /// A generalized variable-length integer (section 3.3).
  private static func integer(in encoded: Span<UInt8>, at position: inout Int, bias: Int) -> Int? {
    var (value, weight, k) = (0, 1, base)
    while let byte = encoded.byte(at: position), let digit = digit(byte) {
      position += 1
      value += digit * weight
      // Far above any code point times any length of a label, far below overflow.
      guard value <= Int(Int32.max) else { return nil }
      let threshold = threshold(k, bias: bias)
      if digit < threshold { return value }
      weight *= base - threshold
      guard weight <= Int(Int32.max) else { return nil }
      k += base
    }
    return nil
  }

  private static func digit(_ byte: UInt8) -> Int? {
    if ASCII.isLetter(byte) { return Int(ASCII.lowercased(byte) &- ascii("a")) }
    return ASCII.isDigit(byte) ? Int(byte &- ascii("0")) + 26 : nil
  }

  static func threshold(_ k: Int, bias: Int) -> Int { min(max(k - bias, minimumThreshold), maximumThreshold) }

  /// Bias adaptation (section 6.1).
  static func adapt(_ delta: Int, count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / damp : delta / 2
    delta += delta / count
    var k = 0
    while delta > ((base - minimumThreshold) * maximumThreshold) / 2 {
      delta /= base - minimumThreshold
      k += base
    }
    return k + (base - minimumThreshold + 1) * delta / (delta + skew)
  }
}
