/// The totals of the JSON report.
enum SummaryJSON {
  static func text(_ summary: Summary) -> String {
    var object = JSONObject()
    object.add("documents", number: summary.documents)
    object.add("valid", number: summary.valid)
    object.add("invalid", number: summary.invalid)
    object.add("undecided", number: summary.undecided)
    object.add("unreadable", number: summary.unreadable)
    object.add("findings", number: summary.findings)
    return object.text
  }
}
