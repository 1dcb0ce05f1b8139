import Foundation
import Testing

@testable import Expressions

@Suite("On a thread with a small stack")
struct SmallStackTests {
  /// What an expression gives on a thread with 512 KiB, as secondary threads of macOS have.
  private func onSmallStack(_ text: String) async -> String {
    await withCheckedContinuation { continuation in
      let thread = Thread {
        let types: [String: ExpressionType] = ["b": .bool, "i": .int, "m": .dyn]
        let refused = refusal(text, types: types)
        continuation.resume(returning: refused)
      }
      thread.stackSize = 512 << 10
      thread.start()
    }
  }

  @Test(
    "what is nested too deep for it is refused, and the rest compiles",
    arguments: [
      ("(", "1", ")"), ("[", "", "]"), ("!", "b", ""), ("b ? b : ", "b", ""), ("{1:", "1", "}"),
      ("cel.bind(x, ", "1", ", x)"),
      ("dyn(", "1", ")"), ("[1].all(x, ", "b", ")"), ("-(", "i", ")"), ("b && (b || (", "b", "))"),
      ("i * (i + ", "i", ")"),
      ("m[", "m", "]"),
    ])
  func nesting(before: String, middle: String, behind: String) async {
    for count in [10, 60, 95, 195] {
      let text = String(repeating: before, count: count) + middle + String(repeating: behind, count: count)
      let answer = await onSmallStack(text)
      #expect(
        answer == "accepted" || answer.contains("nested deeper than") || count > 60, "\(count) of \(before): \(answer)")
    }
  }
}
