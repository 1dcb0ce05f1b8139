import Testing

@testable import Rules

@Suite("Exact numbers")
struct ExactNumberTests {
  private func with<R>(_ text: String, _ body: (ExactNumber) -> R) -> R {
    var text = text
    return text.withUTF8 { buffer in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: buffer.count + 1) { copy in
        for index in buffer.indices { copy[index] = buffer[index] }
        guard let base = copy.baseAddress else { return body(ExactNumber([0x30], count: 1)) }
        return body(ExactNumber(base, count: buffer.count))
      }
    }
  }

  private func compare(_ left: String, _ right: String) -> ExactOrder {
    with(left) { l in with(right) { l.compared(to: $0) } }
  }

  private func divides(_ divisor: String, _ number: String, steps: Int = 1_000_000) -> ExactNumber.Divisibility {
    with(number) { n in with(divisor) { n.isMultiple(of: $0, steps: steps) } }
  }

  @Test(
    "equal values are equal however they are written",
    arguments: [
      ("1", "1.0"), ("1", "1e0"), ("100", "1E+2"), ("0", "-0"), ("0.0", "0e99"), ("0.001", "1e-3"), ("12.50", "125e-1"),
      ("-1.10", "-11e-1"), ("100000000000000000000", "1e20"), ("0.10", "0.1"), ("0e99999999999999999999", "0"),
      ("1e99999999999999999999999", "1e99999999999999999999999"),
    ])
  func equal(_ left: String, _ right: String) {
    let order = compare(left, right)
    #expect(order == .equal || left == right)
    #expect(with(left) { $0.hash(1) } == with(right) { $0.hash(1) })
  }

  @Test(
    "the smaller is less",
    arguments: [
      ("9007199254740992", "9007199254740993"), ("-2", "-1"), ("-1", "0"), ("0", "1e-400"), ("-1e-400", "0"),
      ("0.1", "0.11"), ("99999999999999999999", "100000000000000000000"), ("1e999999998", "1e999999999"),
      ("0.123456789012345678901234567890", "0.123456789012345678901234567891"), ("-1e999999999", "1"),
      ("1e-99999999999999999999", "1e-5"), ("5", "1e99999999999999999999"), ("9.99", "10"), ("0.09", "0.1"),
    ])
  func less(_ left: String, _ right: String) {
    #expect(compare(left, right) == .less)
    #expect(compare(right, left) == .greater)
  }

  @Test("two exponents beyond 64 bits are never compared wrongly")
  func saturated() {
    #expect(compare("1e99999999999999999999", "1e99999999999999999998") == .undecided)
    #expect(compare("-1e99999999999999999999", "1e99999999999999999998") == .less)
    #expect(compare("1e-99999999999999999999", "1e99999999999999999998") == .less)
  }

  @Test(
    "integers are told from fractions",
    arguments: [
      ("1", true), ("1.0", true), ("1.5", false), ("1e2", true), ("1.25e2", true), ("1.25e1", false), ("10e-1", true),
      ("1e-1", false), ("0.0", true), ("-0e-5", true), ("1e999999999", true), ("1e-99999999999999999999", false),
    ])
  func integers(_ text: String, _ isInteger: Bool) {
    #expect(with(text) { $0.isInteger } == isInteger)
  }

  @Test(
    "multiples are exact",
    arguments: [
      ("0.01", "0.1", true), ("0.01", "19.99", true), ("0.01", "19.995", false), ("7", "1e999999999", false),
      ("2", "1e999999999", true), ("7", "0", true), ("0.0001", "0.0075", true), ("0.0001", "0.00751", false),
      ("3", "-9", true), ("1e-10", "1", true), ("1e10", "1", false), ("123456789", "1e308", false),
      ("12345678901234567890", "24691357802469135780", true), ("12345678901234567890", "24691357802469135781", false),
      ("100000000000000000000000000007", "300000000000000000000000000021", true),
      ("100000000000000000000000000007", "300000000000000000000000000022", false),
      ("100000000000000000000000000007", "1e30", false),
    ] as [(String, String, Bool)])
  func multiples(_ divisor: String, _ number: String, _ isMultiple: Bool) {
    #expect(divides(divisor, number) == (isMultiple ? .multiple : .notMultiple))
  }

  @Test("small numbers divide as 128-bit integers do")
  func randomMultiples() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<20_000 {
      let divisor = Int64.random(in: 1...9_999, using: &generator)
      let number = Int64.random(in: -99_999...99_999, using: &generator)
      let shift = Int.random(in: 0...6, using: &generator)
      var scaled = Int128(number)
      for _ in 0..<shift { scaled *= 10 }
      let expected: ExactNumber.Divisibility = scaled % Int128(divisor) == 0 ? .multiple : .notMultiple
      #expect(divides("\(divisor)", "\(number)e\(shift)") == expected)
      #expect(divides("\(divisor)e-\(shift)", "\(number)") == expected)
      // The same through the arithmetic for large divisors: both sides times 10^20 + 39.
      let order = compare("\(number)e\(shift)", "\(divisor)")
      #expect(order == (scaled < Int128(divisor) ? .less : scaled > Int128(divisor) ? .greater : .equal))
    }
  }

  @Test("large divisors agree with small ones")
  func largeDivisors() {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<300 {
      let factor = UInt64.random(in: 1...1_000_000, using: &generator)
      let divisor = UInt64.random(in: 2_000_000_000_000_000_000...9_000_000_000_000_000_000, using: &generator)
      let product = UInt128(divisor) * UInt128(factor)
      #expect(divides("\(divisor)", "\(product)") == .multiple)
      #expect(divides("\(divisor)", "\(product + 1)") == .notMultiple)
    }
  }

  @Test("work beyond the budget is undecided, not wrong")
  func budget() {
    let number = String(repeating: "123456789", count: 1_000)
    #expect(divides("100000000000000000000000000007", number, steps: 1_000) == .undecided)
  }
}
