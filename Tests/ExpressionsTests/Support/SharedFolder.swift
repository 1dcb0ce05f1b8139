import Foundation
import Testing

/// The folder with suites and data that lies beside a developer's checkout. It is no part of the project: tests that
/// need it are skipped where it is absent.
enum SharedFolder {
  /// `ASSAY_SHARED`, or `shared` beside the package; nil where neither exists.
  static let url: URL? = candidates.first { FileManager.default.fileExists(atPath: $0.path) }

  /// What a skipped test says.
  static let absence: Comment = "the shared folder is absent; set ASSAY_SHARED to run the suites in it"

  /// The file or folder at `path`, nil where it does not exist.
  static func file(_ path: String) -> URL? {
    guard let file = url?.appending(path: path), FileManager.default.fileExists(atPath: file.path) else { return nil }
    return file
  }

  private static var candidates: [URL] {
    let environment = ProcessInfo.processInfo.environment["ASSAY_SHARED"].map { URL(filePath: $0) }
    return [environment, packageRoot.deletingLastPathComponent().appending(path: "shared")].compactMap(\.self)
  }

  /// This file lies four levels below the root.
  private static let packageRoot = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in
    url.deletingLastPathComponent()
  }
}
