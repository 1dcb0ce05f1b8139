import Foundation
import Requests
import Rules

/// Compares the verdict on each line of a file with Foundation's `JSONDecoder` on the same line. Without arguments it takes
/// generated requests and the rules that ship for them. With `--json` it prints the decoder's figures as `assay bench`
/// would: `Benchmarks/compare` calls it so, with options that it does not need.
///
/// One process, one thread, passes over all lines in turn, so that a busy machine slows both. The decoder only fills a
/// struct of optional strings and booleans; the rules decide the whole of the request.
@main
struct Compare {
  static let passes = 21

  static func main() {
    do {
      try run(CommandLine.arguments)
    } catch {
      fail("\(error)")
    }
  }

  static func run(_ arguments: [String]) throws {
    switch arguments.count {
    case 1: try compare(generated(), RuleText.createRequest())
    case 3... where arguments[1] == "--json":
      try print(DecoderFigures(lines(of: URL(filePath: arguments[arguments.count - 1]))).json)
    case 3: try compare(lines(of: URL(filePath: arguments[1])), RuleText.read(URL(filePath: arguments[2])))
    default: fail("usage: Compare [FILE.jsonl RULES | --json ... FILE.jsonl]")
    }
  }

  static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(2)
  }

  static func compare(_ lines: [[UInt8]], _ ruleText: [UInt8]) throws {
    let rules = try RuleSet.compile(ruleText.span.bytes)
    report(measure(lines, rules), lines)
  }

  static func generated() -> [[UInt8]] {
    var generator = RequestGenerator(seed: 1)
    return generator.valid(1_000)
  }

  static func lines(of file: URL) throws -> [[UInt8]] {
    try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map { Array($0) }
  }

  static func measure(_ lines: [[UInt8]], _ rules: RuleSet) -> [Measurement] {
    let data = lines.map { Data($0) }
    let decoder = JSONDecoder()
    var checker = rules.makeChecker()
    var decode = Measurement(name: "JSONDecoder into a struct")
    var verdict = Measurement(name: "verdict, `RuleSet.isValid`")
    var reused = Measurement(name: "verdict, a reused `Checker`")
    // The first pass of each warms up.
    for pass in 0...passes {
      decode.add(since: decode.clock.now, data.count { decodes($0, decoder) }, isWarmUp: pass == 0)
      verdict.add(since: verdict.clock.now, lines.count { rules.isValid($0.span.bytes) }, isWarmUp: pass == 0)
      reused.add(since: reused.clock.now, accepted(lines, by: &checker), isWarmUp: pass == 0)
    }
    return [decode, verdict, reused]
  }

  @inline(never)
  static func decodes(_ data: Data, _ decoder: JSONDecoder) -> Bool {
    do {
      _ = try decoder.decode(ConferenceRequest.self, from: data)
      return true
    } catch {
      return false
    }
  }

  // A loop of its own: Swift 6.3 crashes on a closure that captures a noncopyable value.
  static func accepted(_ lines: [[UInt8]], by checker: inout Checker) -> Int {
    var accepted = 0
    for line in lines where checker.isValid(line.span.bytes) { accepted += 1 }
    return accepted
  }

  static func report(_ measurements: [Measurement], _ lines: [[UInt8]]) {
    let bytes = lines.reduce(0) { $0 + $1.count }
    print("\(lines.count) documents, \(bytes) bytes, \(passes) passes each, in turn\n")
    print("| what | accepted | ns a document, median | fastest pass | share of JSONDecoder |")
    print("|---|--:|--:|--:|--:|")
    for measurement in measurements {
      let share = measurements[0].median / measurement.median
      let figures = [measurement.median, measurement.fastest].map { String(Int($0 / Double(max(1, lines.count)))) }
      print("| \(measurement.name) | \(measurement.accepted) | \(figures.joined(separator: " | ")) | \(part(share)) |")
    }
  }

  static func part(_ share: Double) -> String { String(format: "1 / %.1f", share) }
}
