import ArgumentParser
import Reports

/// How results are shown.
struct DisplayOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Colour.", valueName: "when"))
  var color = ColorChoice.auto

  @Flag(name: .shortAndLong, help: "Print no findings and no summary.")
  var quiet = false

  func paint(_ console: Console) -> Paint { Paint(isOn: console.usesColor(color)) }
}
