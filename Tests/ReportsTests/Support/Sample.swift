import Reports
import RuleFiles
import Rules

/// Findings of real rules for the tests of reports.
enum Sample {
  static let rules = """
    type: object
    required: [name]
    properties:
      name: {type: string, maxLength: 5}
      currency: {enum: [EUR, USD, GBP, CHF, SEK, NOK, DKK, PLN, CZK, HUF, RON, BGN, TRY, JPY, CNY, INR, BRL, ZAR]}
      mode: {enum: [on-line, off-line]}
      contact:
        anyOf:
          - {properties: {kind: {const: mail}, mail: {type: string, format: email}}, required: [kind, mail]}
          - {properties: {kind: {const: phone}, phone: {type: string, pattern: '^[0-9]+$'}}, required: [kind]}
      old: {type: integer, deprecated: true}
    additionalProperties: false
    x-severity: {additionalProperties: warning}

    """

  static func compiled(_ text: String = rules, options: CompileOptions = CompileOptions()) throws -> RuleSet {
    try RuleFile(path: "rules.yaml", bytes: Array(text.utf8)).compile(options: options)
  }

  static func checked(
    _ json: String, path: String = "doc.json", line: Int = 1, offset: Int = 0, rules: String = rules,
    options: CompileOptions = CompileOptions()
  ) throws -> CheckedDocument {
    let bytes = Array(json.utf8)
    let result = try compiled(rules, options: options).check(bytes.span.bytes)
    return CheckedDocument(path: path, line: line, offset: offset, bytes: bytes, result: result)
  }

  static func report(_ documents: [CheckedDocument], _ format: ReportFormat, paint: Paint = .none) -> String {
    let report = Report(format: format, paint: paint)
    var summary = Summary()
    var text = report.begin()
    for document in documents {
      summary.add(document.result)
      text += (summary.documents > 1 ? report.separator : "") + report.document(document)
    }
    return text + report.end(summary)
  }
}
