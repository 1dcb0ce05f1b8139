import Foundation
import Testing

/// Counted in a process of its own, whose `malloc` counts: see Tests/Programs.
@Suite("Checking valid documents again and again asks for no memory")
struct AllocationTests {
  #if os(Linux) && canImport(Glibc)
    private static let canCount = SharedFolder.url != nil
  #else
    private static let canCount = false
  #endif

  /// Documents that are valid, and allocations by a checker and by the rules.
  private func counts(_ arguments: String...) throws -> [Int] {
    let folder = try #require(Bundle.main.executableURL?.deletingLastPathComponent())
    let child = Process()
    child.executableURL = folder.appending(path: "CountAllocations")
    let bench = "bench/video-conference"
    let data = try ["schema.json", "instances.jsonl"].map {
      try #require(SharedFolder.file("\(bench)/\($0)")).path
    }
    child.arguments = data + arguments
    let output = Pipe()
    child.standardOutput = output
    try child.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    child.waitUntilExit()
    try #require(child.terminationStatus == 0)
    return text.split { $0.isWhitespace }.compactMap { Int($0) }
  }

  @Test("over all 1,000 requests of the benchmark", .enabled(if: canCount, "needs the GNU C library and the data"))
  func noAllocation() throws { #expect(try counts() == [1_000, 0, 0]) }

  @Test("and an allocation on purpose is counted", .enabled(if: canCount, "needs the GNU C library and the data"))
  func deliberateAllocation() throws { #expect(try counts("--allocate") == [1_000, 1, 0]) }
}
