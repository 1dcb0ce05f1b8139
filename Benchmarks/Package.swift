// swift-tools-version: 6.2
// A package of its own, so that users of Assay never fetch or build what only benchmarks need.
import PackageDescription

let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "assay", path: ".."),
    // No traits: its allocation counters replace malloc, which needs more than Swift to build.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    // Reads the shipped rule file, so that the benchmarks run what users run.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The data: generated requests, the struct that JSONDecoder fills, the shipped rules.
    .target(name: "Requests", dependencies: [.product(name: "Yams", package: "Yams")]),
    // `Benchmarks/generate`: any number of requests, a line each.
    .executableTarget(name: "Generate", dependencies: ["Requests"]),
    // `swift package benchmark`: each step by itself. The plugin looks for its targets in Benchmarks/.
    .executableTarget(
      name: "Conference",
      dependencies: [
        "Requests", .product(name: "Rules", package: "assay"), .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Conference",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    // `swift run -c release Compare`: the verdict beside JSONDecoder, the README's figure.
    .executableTarget(name: "Compare", dependencies: ["Requests", .product(name: "Rules", package: "assay")]),
  ]
)
