import Foundation
import RuleFiles
import Testing

@Suite("Files are read whatever they are")
struct InputFileTests {
  private func message(_ path: String) -> String? {
    do {
      _ = try InputFile(path).contents()
      return nil
    } catch {
      return error.message
    }
  }

  @Test("the whole content, or one byte more than the limit", arguments: [0, 1, 4095, 4096, 4097, 3 << 20])
  func contents(count: Int) throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    let path = try folder.write(bytes, to: "f")
    #expect(try InputFile(path).contents() == bytes)
    #expect(try InputFile(path).contents(limit: 1000) == Array(bytes.prefix(1001)))
    #expect(try InputFile(path).contents(limit: .max) == bytes)
  }

  @Test("what cannot be read says what to do")
  func errors() throws {
    let folder = try TemporaryFolder()
    #expect(message(folder.path("nope")) == "there is no such file; check the name")
    #expect(message(folder.path) == "this is a folder; name a file in it")
  }

  @Test("a pipe is read to its end", .timeLimit(.minutes(15)))
  func pipe() throws {
    let pipe = Pipe()
    let bytes = [UInt8](repeating: 0x61, count: 50_000)
    try pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
    try pipe.fileHandleForWriting.close()
    let file = try InputFile(standardInput: pipe.fileHandleForReading.fileDescriptor)
    #expect(file.path == "<stdin>")
    #expect(try file.contents() == bytes)
  }
}
