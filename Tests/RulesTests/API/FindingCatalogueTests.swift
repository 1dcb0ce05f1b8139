import Foundation
import Testing

@testable import Rules

@Suite("The catalogue of finding codes")
struct FindingCatalogueTests {
  @Test("every bad example gives its code and its message", arguments: FindingCatalogue.entries.map(\.code))
  func bad(code: FindingCode) throws {
    let entry = try #require(FindingCatalogue.entry(code))
    let findings = try entry.example.findings(entry.example.badBytes)
    #expect(findings.map(\.code) == [entry.code])
    #expect(findings.map { $0.message() } == [entry.example.message])
  }

  @Test("no good example gives a finding", arguments: FindingCatalogue.entries.map(\.code))
  func good(code: FindingCode) throws {
    let entry = try #require(FindingCatalogue.entry(code))
    #expect(try entry.example.findings(Array(entry.example.good.utf8)).isEmpty)
  }

  @Test("every bad example has only arguments that its entry describes, of the kind that it says")
  func arguments() throws {
    for entry in FindingCatalogue.entries {
      for finding in try entry.example.findings(entry.example.badBytes) {
        #expect(CatalogueCheck.mistakes(finding).isEmpty)
      }
    }
  }

  @Test("no code has two entries")
  func unique() {
    #expect(Set(FindingCatalogue.entries.map(\.code)).count == FindingCatalogue.entries.count)
  }

  @Test("every keyword that can fail has an entry or leaves that to the schemas in it", arguments: KeywordName.allCases)
  func keywords(name: KeywordName) {
    let hasEntry = FindingCatalogue.entry(FindingCode(rawValue: name.rawValue)) != nil
    let isApplicator = FindingCatalogue.applicators.contains(name)
    #expect(!(hasEntry && isApplicator))
    #expect(hasEntry || isApplicator || Self.silent.contains(name))
  }

  /// Keywords that are never in a finding: identifiers, annotations, and what tells other keywords how to fail.
  private static let silent: Set<KeywordName> = [
    .definitions, .schema, .id, .anchor, .defs, .comment, .dynamicAnchor, .vocabulary, .recursiveAnchor, .oldID,
    .contentSchema, .title, .description, .default, .readOnly, .writeOnly, .examples, .xAssay, .xNormalize, .xMessage,
    .xSeverity, .xSensitive, .xPolicies, .xPolicyContext,
  ]

  @Test(
    "every named code has an entry",
    arguments: [
      FindingCode.malformed, .empty, .notUTF8, .duplicateKey, .budget, .deprecated, .falseSchema, .normalizeConflict,
      .normalizeRange, .defaultConflict, .defaultInvalid,
    ])
  func named(code: FindingCode) { #expect(FindingCatalogue.entry(code) != nil) }

  @Test("Documentation/Findings.md is what the code says")
  func file() throws {
    let file = URL(filePath: #filePath).appending(path: "../../../../Documentation/Findings.md").standardizedFileURL
    if ProcessInfo.processInfo.environment["ASSAY_RECORD_SNAPSHOTS"] == "1" {
      try Data(FindingCatalogue.markdown.utf8).write(to: file)
      return
    }
    let stored = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(stored == FindingCatalogue.markdown, "ASSAY_RECORD_SNAPSHOTS=1 writes Documentation/Findings.md anew")
  }

  @Test(
    "no case of the official suite gives a code, an argument or a message that the catalogue does not know",
    .enabled(if: SharedFolder.url != nil, SharedFolder.absence), arguments: SuiteDraft.allCases)
  func suite(draft: SuiteDraft) throws {
    var count = 0
    for part in SuitePart.allCases {
      for group in try SuiteFolder.groups(draft, part) {
        var options = part.options(draft)
        options.allBranches = true
        let rules = try RuleSet.compile(group.schema, library: SuiteFolder.library, options: options)
        for test in group.cases {
          let findings = rules.check(test.data).findings
          count += findings.count
          let mistakes = findings.flatMap(CatalogueCheck.mistakes)
          #expect(mistakes.isEmpty, "\(group.testDescription): \(test.description)")
        }
      }
    }
    #expect(count > 200)
  }
}

/// What a finding has that the catalogue does not describe.
enum CatalogueCheck {
  static func mistakes(_ finding: Finding) -> [String] {
    own(finding) + finding.causes.flatMap(mistakes) + finding.branches.flatMap(\.findings).flatMap(mistakes)
  }

  private static func own(_ finding: Finding) -> [String] {
    guard let entry = FindingCatalogue.entry(finding.code) else { return ["no entry for \(finding.code)"] }
    let known = FindingCatalogue.commonArguments + entry.arguments
    var mistakes = finding.arguments.compactMap { name, argument -> String? in
      let isKnown = known.contains { $0.name == name && $0.kind == argument.kind }
      return isKnown ? nil : "\(finding.code) has an argument \(name), a \(argument.kind.rawValue)"
    }
    let message = finding.message()
    if message == finding.code.rawValue { mistakes.append("\(finding.code) has no sentence") }
    if message.contains(where: \.isNewline) { mistakes.append("\(finding.code) has a message of several lines") }
    return mistakes
  }
}

extension FindingArgument {
  fileprivate var kind: FindingEntry.Kind {
    switch value {
    case .text: .text
    case .json: .json
    case .count: .count
    case .list: .list
    }
  }
}

extension FindingEntry.Example {
  fileprivate var badBytes: [UInt8] { bytes ?? Array(bad.utf8) }

  fileprivate func findings(_ document: [UInt8]) throws -> [Finding] {
    let compiled = try RuleSet.compile(rules, options: options)
    return fillsDefaults
      ? compiled.normalize(document, defaults: true).check.findings : compiled.check(document).findings
  }
}
