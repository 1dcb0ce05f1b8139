import AssayCommands
import Foundation
import Testing

@Suite("The console")
struct ConsoleTests {
  private func console(
    _ output: MemorySink, _ errors: MemorySink, isTerminal: Bool = false, _ environment: [String: String] = [:]
  )
    -> Console
  {
    Console(output: output, errors: errors, isOutputTerminal: isTerminal, environment: { environment[$0] })
  }

  @Test("a full disk is trouble whatever was found, and says so")
  func fullDisk() {
    let (output, errors) = (MemorySink(room: 10), MemorySink())
    let console = console(output, errors)
    console.print("more than ten bytes")
    #expect(console.finish(.clean) == 2)
    #expect(errors.text.hasPrefix("assay: the output could not be written: "))
  }

  @Test("a closed pipe ends quietly, and stops the work")
  func brokenPipe() {
    let (output, errors) = (MemorySink(room: 100_000, failure: EPIPE), MemorySink())
    let console = console(output, errors)
    for _ in 0..<100 where !console.isBroken { console.print(String(repeating: "x", count: 10_000)) }
    #expect(console.isBroken)
    #expect(console.finish(.findings) == 2)
    #expect(errors.text.isEmpty)
  }

  @Test("output is written in few large pieces, in order with the errors")
  func buffering() {
    let (output, errors) = (MemorySink(), MemorySink())
    let console = console(output, errors)
    for _ in 0..<1000 { console.print("0123456789\n") }
    #expect(console.finish(.clean) == 0)
    #expect(output.writes <= 2)
    #expect(output.text.utf8.count == 11_000)
  }

  @Test(
    "colour where a person watches, unless they said no",
    arguments: [
      ("auto", false, [:], false), ("auto", true, [:], true), ("auto", true, ["NO_COLOR": "1"], false),
      ("auto", true, ["NO_COLOR": ""], true), ("auto", true, ["TERM": "dumb"], false),
      ("always", false, ["NO_COLOR": "1"], true),
      ("never", true, [:], false),
    ] as [(String, Bool, [String: String], Bool)])
  func colour(choice: String, isTerminal: Bool, environment: [String: String], expected: Bool) throws {
    let console = console(MemorySink(), MemorySink(), isTerminal: isTerminal, environment)
    #expect(console.usesColor(try #require(ColorChoice(rawValue: choice))) == expected)
  }

  @Test("what is complained about cannot steer the terminal")
  func controlCharacters() {
    let errors = MemorySink()
    console(MemorySink(), errors).complain("a\u{1B}[2Jb\nc")
    #expect(errors.text == "assay: a\\u001B[2Jb\\u000Ac\n")
  }
}
