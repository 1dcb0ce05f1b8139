import Testing

@testable import Rules

/// The matcher that takes sixteen bytes at a time says what the plain one and PCRE2 say.
@Suite struct PatternLanesTests {
  @Test func lanesArePlainDataWithTheRangesFirst() {
    #expect(MemoryLayout<ClassLanes>.stride == 144)
    #expect(MemoryLayout<ClassLanes>.alignment == 16)
    #expect(MemoryLayout<ClassLanes>.offset(of: \ClassLanes.lows) == 0)
    #expect(MemoryLayout<ClassLanes>.offset(of: \ClassLanes.widths) == 64)
  }

  @Test(
    arguments: [
      ("^#[0-9a-fA-F]{6}$", 1), ("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", 1), ("^[a-f]{16}$", 1), ("^[a-f]{17}$", 1),
      ("^[a-f]{10}[0-9]{10}$", 2), ("^[A-Za-z0-9_]+$", 1), ("^[A-Za-z0-9_-]+$", 2), ("^x-[a-z]*$", 2), ("^", 0),
      ("^[acegi]$", 2), ("^a[acegi]b$", 4), ("^[acegikmoq]$", nil), ("[0-9]$", nil),
    ] as [(String, Int?)])
  func fixedStepsShareLanes(_ pattern: String, _ count: Int?) throws {
    let program = try #require(try Pattern(pattern).classProgram)
    #expect(ClassLanes.lanes(program)?.count == count)
  }

  @Test(arguments: 0..<40)
  func agreesWithThePlainMatcherAndPCRE2(_ seed: UInt64) throws {
    var random = RandomClasses(seed: seed)
    let scratch = PatternScratch()
    var compared = 0
    for _ in 0..<12 {
      let source = random.pattern()
      guard let program = try Pattern(source).classProgram else { continue }
      let lanes = ClassLanes.lanes(program)
      #expect((lanes == nil) == program.steps.contains { $0.ranges.count > 2 * ClassLanes.ranges }, "\(source)")
      guard let lanes else { continue }
      let plain = try Pattern(source, usesOwnMatchers: false)
      for length in 0...70 {
        let text = random.text(near: program, length: length)
        let padded = text + [UInt8](repeating: 0, count: TextBuffer.padding)
        let expected = plain.matches(String(decoding: text, as: UTF8.self), scratch: scratch, steps: generousSteps)
        padded.withUnsafeBufferPointer { padded in
          guard let base = padded.baseAddress else { return }
          let isMatch = lanes.withUnsafeBufferPointer {
            ClassMatcher.matches(padded: base, count: text.count, $0, isAnchoredAtEnd: program.isAnchoredAtEnd)
          }
          #expect(isMatch == program.matches(base, count: text.count), "\(source) on \(text)")
          #expect(isMatch == (expected == .match), "\(source) on \(text)")
        }
      }
      compared += 1
    }
    #expect(compared > 0)
  }
}

/// Anchored sequences of classes of one to nine ranges, and texts that nearly match. NUL is often a member.
private struct RandomClasses {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func pattern() -> String {
    var source = "^"
    for _ in 0...number(4) {
      // Mostly few ranges: one set with more than eight takes the lanes away from the whole program.
      let set = members(ranges: number(8) == 0 ? 5 + number(5) : 1 + number(4))
      source += "[" + set.map { "\\u{\(String($0, radix: 16))}" }.joined() + "]" + quantifier()
    }
    return source + (number(4) == 0 ? "" : "$")
  }

  private mutating func quantifier() -> String {
    let minimum = number(4) == 0 ? number(40) : number(7)
    return ["", "{\(minimum)}", "{\(minimum)}", "{\(minimum),\(minimum + number(20))}", "*", "+", "?"][number(7)]
  }

  private mutating func members(ranges: Int) -> [UInt8] {
    var members: Set<UInt8> = number(4) == 0 ? [0] : []
    for _ in 0..<ranges {
      let low = number(120)
      members.formUnion((low...(low + number(4))).map { UInt8($0) })
    }
    return members.sorted()
  }

  /// A text of the steps' bytes, often with one wrong, cut short or going on; at most 70 bytes.
  mutating func text(near program: ClassProgram, length: Int) -> [UInt8] {
    var text: [UInt8] = []
    for step in program.steps {
      let most = Int(min(step.maximum, step.minimum + UInt32(length / 2)))
      let members = step.bytes.members
      for _ in 0..<Int.random(in: Int(step.minimum)...most, using: &generator) {
        text.append(members[number(members.count)])
      }
    }
    if number(4) == 0 { text = Array(text.prefix(length)) }
    if number(4) == 0 { text += (0..<number(3)).map { _ in UInt8(number(128)) } }
    if number(3) == 0, !text.isEmpty { text[number(text.count)] = number(2) == 0 ? 0 : UInt8(number(128)) }
    return Array(text.prefix(70))
  }

  private mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }
}
