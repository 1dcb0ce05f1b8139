import Foundation

@testable import Rules

/// One draft of the official suite, and how its cases are run.
enum SuiteDraft: String, CaseIterable, Sendable {
  case draft4, draft6, draft7
  case draft2019_09 = "draft2019-09"
  case draft2020_12 = "draft2020-12"
  case v1

  var draft: Draft {
    switch self {
    case .draft4: .draft4
    case .draft6: .draft6
    case .draft7: .draft7
    case .draft2019_09: .draft2019_09
    case .draft2020_12: .draft2020_12
    case .v1: .v1
    }
  }

  /// The number by which the annotation suite calls it.
  var number: Int {
    switch self {
    case .draft4: 4
    case .draft6: 6
    case .draft7: 7
    case .draft2019_09: 2019
    case .draft2020_12: 2020
    case .v1: 2026
    }
  }
}

/// A part of the official suite. Formats are asserted only in the cases about them; the others follow the dialect.
enum SuitePart: String, CaseIterable, Sendable {
  case mandatory, optional, formats

  var folders: [String] {
    switch self {
    case .mandatory: [""]
    case .optional: ["/optional"]
    case .formats: ["/optional/format", "/format"]
    }
  }

  /// Unknown keywords are annotations, and what the metaschema refuses is read as far as it has a meaning.
  func options(_ draft: SuiteDraft, annotations: Bool = false) -> CompileOptions {
    CompileOptions(
      formats: self == .formats ? .assert : .standard, unknownKeywords: .ignore, dialect: draft.draft.uri,
      metaschema: .ignore, annotations: annotations)
  }
}

enum SuiteFolder {
  static let path = "suites/json-schema-test-suite"

  /// The groups of one part of one draft.
  static func groups(_ draft: SuiteDraft, _ part: SuitePart) throws -> [SuiteGroup] {
    try part.folders.flatMap { folder -> [SuiteGroup] in
      let path = "\(Self.path)/tests/\(draft.rawValue)\(folder)"
      guard let url = SharedFolder.file(path), FileManager.default.fileExists(atPath: url.path) else { return [] }
      let names = try FileManager.default.contentsOfDirectory(atPath: url.path)
      return try names.filter { $0.hasSuffix(".json") }.sorted().flatMap { try SuiteGroup.read("\(path)/\($0)") }
    }
  }

  /// Every document of the suite's `remotes` folder, by the URI that its cases use.
  static let library: RuleLibrary = {
    var library = RuleLibrary()
    guard let remotes = SharedFolder.file("\(path)/remotes"),
      let names = FileManager.default.enumerator(atPath: remotes.path)
    else { return library }
    for case let name as String in names where name.hasSuffix(".json") {
      guard let data = try? Data(contentsOf: remotes.appendingPathComponent(name)) else { continue }
      // A document that cannot be read is missed by the cases that need it.
      try? library.add(String(decoding: data, as: UTF8.self), uri: "http://localhost:1234/\(name)")
    }
    return library
  }()
}
