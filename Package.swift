// swift-tools-version: 6.2
// 6.2: Span and RawSpan without flags; the Swift 6 language mode is this version's default.
import Foundation
import PackageDescription

// `ASSAY_PORTABLE_SCAN=1 swift test` builds the byte scanner without SSE2 or NEON, so that the fallback is tested too.
let portableScan = ProcessInfo.processInfo.environment["ASSAY_PORTABLE_SCAN"] == "1"
// `ASSAY_WARNINGS_AS_ERRORS=1` is set by CI; a user's newer compiler must not break the build with a new warning.
let warningsAsErrors = ProcessInfo.processInfo.environment["ASSAY_WARNINGS_AS_ERRORS"] == "1"

// `ASSAY_DOCS=1` is set by Scripts/docs: only those who build the documentation need its plugin.
let documentation: [Package.Dependency] =
  ProcessInfo.processInfo.environment["ASSAY_DOCS"] == "1"
  ? [.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0")] : []

let swiftSettings: [SwiftSetting] =
  [
    // `any P` is spelled out: an existential in a hot loop must be seen in review.
    .enableUpcomingFeature("ExistentialAny"),
    // A file names what it imports; members do not leak in through other files.
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (warningsAsErrors ? [.treatAllWarnings(as: .error)] : [])

let package = Package(
  name: "assay",
  // macOS 15 is the first with `Mutex` and `Int128`.
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Rules", targets: ["Rules"]),
    // CEL, the Common Expression Language, usable alone.
    .library(name: "Expressions", targets: ["Expressions"]),
    // Rule files from disk, for those who want YAML and references between files.
    .library(name: "RuleFiles", targets: ["RuleFiles"]),
    .executable(name: "assay", targets: ["assay"]),
  ],
  dependencies: [
    // Command line, completion scripts, help.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Rule files in YAML, with the position of every node.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ] + documentation,
  targets: [
    // Debian's libpcre2-8: `pattern` keywords.
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8",
      providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
    // Masks over 16 bytes, and runs of text where AVX2 is there.
    .target(name: "CByteScan"),
    // Where a thread's stack ends.
    .target(name: "CStackBounds"),
    // How many processors a process may use.
    .target(name: "CProcessors"),
    // CEL: parse, check, program, evaluate. No Foundation; knows nothing of rules.
    .target(
      name: "Expressions", dependencies: ["CStackBounds"], swiftSettings: swiftSettings,
      // Rounding and square roots of doubles are functions of the C library's mathematical part.
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    // The engine: bytes to verdict, findings, normalized bytes. No Foundation, no files, no clocks.
    .target(
      name: "Rules",
      dependencies: ["CPCRE2", "CByteScan", "CStackBounds"],
      // The metaschemas of all drafts become constants: the library reads no file.
      resources: [.embedInCode("Schema/Metaschemas")],
      swiftSettings: swiftSettings + (portableScan ? [.define("ASSAY_PORTABLE_SCAN")] : [])),
    // Rule files and documents from disk: JSON and YAML, file discovery.
    .target(
      name: "RuleFiles",
      dependencies: ["Rules", "CProcessors", .product(name: "Yams", package: "Yams")],
      swiftSettings: swiftSettings),
    // Findings to text and JSON.
    .target(name: "Reports", dependencies: ["Rules"], swiftSettings: swiftSettings),
    // The commands, as a library so that tests call them.
    .target(
      name: "AssayCommands",
      dependencies: [
        "Rules", "RuleFiles", "Reports", "Expressions",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swiftSettings),
    // `@main`, a few lines.
    .executableTarget(name: "assay", dependencies: ["AssayCommands"], swiftSettings: swiftSettings),

    // A program that tests run: counts what a check asks of the heap.
    .target(name: "CAllocationCount", path: "Tests/Programs/CAllocationCount"),
    .executableTarget(
      name: "CountAllocations", dependencies: ["Rules", "CAllocationCount"], path: "Tests/Programs/CountAllocations",
      swiftSettings: swiftSettings),
    .executableTarget(
      name: "CountEvaluationAllocations", dependencies: ["Expressions", "CAllocationCount"],
      path: "Tests/Programs/CountEvaluationAllocations", swiftSettings: swiftSettings),
    .testTarget(name: "ExpressionsTests", dependencies: ["Expressions"], swiftSettings: swiftSettings),
    .testTarget(name: "RulesTests", dependencies: ["Rules", "CByteScan"], swiftSettings: swiftSettings),
    .testTarget(name: "RuleFilesTests", dependencies: ["Rules", "RuleFiles"], swiftSettings: swiftSettings),
    // Snapshots are read by path, so that recording them changes the files in the repository.
    .testTarget(
      name: "ReportsTests", dependencies: ["Rules", "RuleFiles", "Reports"], exclude: ["Snapshots"],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "AssayCommandsTests", dependencies: ["AssayCommands", "Rules", "RuleFiles", "Reports"],
      exclude: ["Snapshots"], swiftSettings: swiftSettings),
  ]
)
