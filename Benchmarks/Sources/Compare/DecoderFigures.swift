import Foundation

/// What `JSONDecoder` takes for a file of requests, with the names that `assay bench` gives its figures.
struct DecoderFigures {
  private let documents: [Data]
  private var parse = Measurement(name: "JSONDecoder into a struct")
  private var call = Measurement(name: "an empty call")

  init(_ lines: [[UInt8]]) {
    documents = lines.map { Data($0) }
    let decoder = JSONDecoder()
    for pass in 0...Compare.passes {
      parse.add(since: parse.clock.now, documents.count { Compare.decodes($0, decoder) }, isWarmUp: pass == 0)
      call.add(since: call.clock.now, documents.count { Self.nothing($0) }, isWarmUp: pass == 0)
    }
  }

  /// What the loop itself costs.
  @inline(never)
  private static func nothing(_ data: Data) -> Bool { !data.isEmpty }

  var json: String {
    let bytes = documents.reduce(0) { $0 + $1.count }
    return """
      {"documents": \(documents.count), "bytes": \(bytes), "parse_ns": \(parse.json), "call_ns": \(call.json)}
      """
  }
}

extension Measurement {
  fileprivate var json: String { "{\"median\": \(Int(median)), \"min\": \(Int(fastest))}" }
}
