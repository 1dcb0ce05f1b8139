import Benchmark
import Foundation
import Requests
import Rules

// Each benchmark goes once over 1,000 distinct requests, so that a figure in µs per pass is one in ns per request.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput], scalingFactor: .kilo, maxDuration: .seconds(3), maxIterations: 100_000)

  var generator = RequestGenerator(seed: 1)
  let valid = generator.valid(1_000)
  let mixed = generator.mixed(1_000)

  do {
    let text = try RuleText.createRequest()
    let rules = try RuleSet.compile(text.span.bytes)
    // Rules that say nothing: what is left is reading.
    let anything = try RuleSet.compile("{}")

    Benchmark("parse") { benchmark in
      for index in benchmark.scaledIterations { blackHole(anything.isValid(valid[index].span.bytes)) }
    }
    Benchmark("verdict") { benchmark in
      for index in benchmark.scaledIterations { blackHole(rules.isValid(valid[index].span.bytes)) }
    }
    Benchmark("verdict-mixed") { benchmark in
      for index in benchmark.scaledIterations { blackHole(rules.isValid(mixed[index].span.bytes)) }
    }
    Benchmark("findings-mixed") { benchmark in
      for index in benchmark.scaledIterations { blackHole(rules.check(mixed[index].span.bytes)) }
    }
    Benchmark("normalize") { benchmark in
      for index in benchmark.scaledIterations { blackHole(rules.normalize(valid[index].span.bytes)) }
    }
    Benchmark("normalize-defaults") { benchmark in
      let request = #"{"display_name":"Team Meeting","name":"team-meeting","join_from":"2022-01-01"}"#
      for _ in benchmark.scaledIterations { blackHole(rules.normalize(request, defaults: true)) }
    }
    Benchmark("compile", configuration: .init(scalingFactor: .one)) { benchmark in
      for _ in benchmark.scaledIterations { blackHole(try RuleSet.compile(text.span.bytes)) }
    }
  } catch {
    print("the shipped rules do not compile: \(error)")
  }

  let data = valid.map { Data($0) }
  Benchmark("JSONDecoder") { benchmark in
    let decoder = JSONDecoder()
    for index in benchmark.scaledIterations {
      blackHole(try decoder.decode(ConferenceRequest.self, from: data[index]))
    }
  }
}
