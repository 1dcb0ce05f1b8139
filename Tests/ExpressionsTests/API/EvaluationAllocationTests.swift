import Foundation
import Testing

/// Counted in a process of its own, whose `malloc` counts: see Tests/Programs.
@Suite("Evaluating over slots again and again asks for no memory")
struct EvaluationAllocationTests {
  #if os(Linux) && canImport(Glibc)
    private static let canCount = true
  #else
    private static let canCount = false
  #endif

  /// Expressions that are true, expressions, and allocations.
  private func counts(_ arguments: String...) throws -> [Int] {
    let folder = try #require(Bundle.main.executableURL?.deletingLastPathComponent())
    let child = Process()
    child.executableURL = folder.appending(path: "CountEvaluationAllocations")
    child.arguments = arguments
    let output = Pipe()
    child.standardOutput = output
    try child.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    child.waitUntilExit()
    try #require(child.terminationStatus == 0)
    return text.split { $0.isWhitespace }.compactMap { Int($0) }
  }

  @Test("over every kind of comparison", .enabled(if: canCount, "needs the GNU C library"))
  func noAllocation() throws { #expect(try counts() == [11, 11, 0]) }

  @Test("and an allocation on purpose is counted", .enabled(if: canCount, "needs the GNU C library"))
  func deliberateAllocation() throws { #expect(try counts("--allocate") == [11, 11, 1]) }
}
