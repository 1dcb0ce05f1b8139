import Foundation
import Testing

@testable import Rules

/// Deep values on threads with little stack: an answer, never a crash.
@Suite("Native stack")
struct StackTests {
  private static let depth = 1_000

  /// Runs `body` on a thread with a stack of `kilobytes`.
  private func onThread(_ kilobytes: Int, _ body: @escaping @Sendable () -> Verdict) -> Verdict {
    nonisolated(unsafe) var verdict = Verdict.valid
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      verdict = body()
      done.signal()
    }
    thread.stackSize = kilobytes << 10
    thread.start()
    done.wait()
    return verdict
  }

  private static func check(_ schema: String, _ document: String) -> Verdict {
    let options = CompileOptions(limits: Limits(depth: Limits.maximumDepth))
    guard let rules = try? RuleSet.compile(schema, options: options) else { return .invalid }
    let verdict = rules.check(document).verdict
    return rules.isValid(document) == (verdict == .valid) ? verdict : .invalid
  }

  @Test("recursion through schemas is undecided when the stack ends", arguments: [256, 512, 1024])
  func recursiveSchema(_ kilobytes: Int) {
    let verdict = onThread(kilobytes) {
      Self.check(
        ##"{"$defs":{"n":{"allOf":[{"anyOf":[{"properties":{"a":{"$ref":"#/$defs/n"}}}]}]}},"$ref":"#/$defs/n"}"##,
        String(repeating: #"{"a":"#, count: Self.depth) + "1" + String(repeating: "}", count: Self.depth))
    }
    #expect(verdict == .undecided)
  }

  @Test("comparing deep values is undecided when the stack ends", arguments: [256, 512])
  func deepValues(_ kilobytes: Int) {
    let verdict = onThread(kilobytes) {
      let value = String(repeating: #"{"a":"#, count: Self.depth) + "1" + String(repeating: "}", count: Self.depth)
      return Self.check(#"{"uniqueItems":true}"#, "[\(value),\(value)]")
    }
    #expect(verdict != .valid)
  }

  @Test("a rule file nested too deeply is refused", arguments: [256, 512])
  func deepRules(_ kilobytes: Int) {
    let verdict = onThread(kilobytes) {
      let schema = String(repeating: #"{"not":"#, count: 500) + "{}" + String(repeating: "}", count: 500)
      let isRefused = (try? RuleSet.compile(schema)) == nil
      return isRefused || Self.check(schema, "1") == .valid ? .valid : .invalid
    }
    #expect(verdict == .valid)
  }
}
