import Rules
import Testing

@Suite("findings")
struct FindingsTests {
  @Test("prints one entry")
  func one() throws {
    let run = try CommandRun(["findings", "maxLength"])
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("## `maxLength`\n"))
    #expect(run.output.contains("3 characters at most, but this has 4"))
  }

  @Test("prints every entry")
  func all() throws {
    let run = try CommandRun(["findings"])
    #expect(run.code == 0)
    #expect(run.output == FindingCatalogue.markdown)
  }

  @Test("suggests the code that was meant")
  func unknown() throws {
    let run = try CommandRun(["findings", "maxLenght"])
    #expect(run.code == 2)
    #expect(run.errors.contains("did you mean maxLength?"))
  }
}
