import Foundation
import Testing

@testable import RuleFiles

@Suite("Errors of files say what to do")
struct FileErrorTests {
  @Test(
    "by the system's error number",
    arguments: [
      (ENOENT, "there is no such file; check the name"), (ENOTDIR, "there is no such file; check the name"),
      (EACCES, "reading it is not permitted; check its permissions"), (EISDIR, "this is a folder; name a file in it"),
    ])
  func message(number: Int32, text: String) {
    #expect(FileError(path: "x", SystemCalls.Failure(number: number)).message == text)
    #expect(FileError(path: "x", SystemCalls.Failure(number: number)).description == "x: \(text)")
  }

  @Test("any other number in the system's words")
  func other() {
    #expect(FileError(path: "x", SystemCalls.Failure(number: EIO)).message.hasPrefix("cannot be read: "))
  }
}
