/// A file or folder that could not be read, with what to do about it.
package struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  package let path: String
  package let message: String

  package init(path: String, message: String) {
    self.path = path
    self.message = message
  }

  init(path: String, _ failure: SystemCalls.Failure) {
    self.path = path
    if failure == .isFolder {
      message = "this is a folder; name a file in it"
    } else if failure.isMissing {
      message = "there is no such file; check the name"
    } else if failure.isDenied {
      message = "reading it is not permitted; check its permissions"
    } else {
      message = "cannot be read: \(failure.message)"
    }
  }

  package var description: String { "\(path): \(message)" }
}
