import Benchmark
import Foundation
import Requests
import Rules

// Each benchmark goes once over 1,000 distinct requests and is scaled by as many: figures are per request.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock], timeUnits: .nanoseconds, scalingFactor: .kilo, maxDuration: .seconds(3),
    maxIterations: 100_000)

  var generator = RequestGenerator(seed: 1)
  let valid = generator.valid(1_000)
  let mixed = generator.mixed(1_000)

  do {
    let text = try RuleText.createRequest()
    let rules = try RuleSet.compile(text.span.bytes)
    // Rules that say nothing: what is left is reading.
    let anything = try RuleSet.compile("{}")

    Benchmark("parse") { _ in
      for request in valid { blackHole(anything.isValid(request.span.bytes)) }
    }
    Benchmark("verdict") { _ in
      for request in valid { blackHole(rules.isValid(request.span.bytes)) }
    }
    Benchmark("verdict-mixed") { _ in
      for request in mixed { blackHole(rules.isValid(request.span.bytes)) }
    }
    Benchmark("findings-mixed") { _ in
      for request in mixed { blackHole(rules.check(request.span.bytes)) }
    }
    Benchmark("normalize") { _ in
      for request in valid { blackHole(rules.normalize(request.span.bytes)) }
    }
    Benchmark("normalize-defaults") { benchmark in
      let request = #"{"display_name":"Team Meeting","name":"team-meeting","join_from":"2022-01-01"}"#
      for _ in benchmark.scaledIterations { blackHole(rules.normalize(request, defaults: true)) }
    }
    Benchmark("compile", configuration: .init(scalingFactor: .one)) { _ in
      blackHole(try RuleSet.compile(text.span.bytes))
    }
  } catch {
    print("the shipped rules do not compile: \(error)")
  }

  let data = valid.map { Data($0) }
  Benchmark("JSONDecoder") { _ in
    let decoder = JSONDecoder()
    for request in data { blackHole(try decoder.decode(ConferenceRequest.self, from: request)) }
  }
}
