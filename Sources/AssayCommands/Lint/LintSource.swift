import RuleFiles
import Rules

/// Cuts the files of a run into tasks, in order.
struct LintSource: ~Copyable {
  private var files: ArraySlice<String>
  private var reader: LineBatchReader?
  private var taken = 0
  private let settings: LintSettings
  private let open: @Sendable (String) throws(FileError) -> InputFile
  private let interruptions: Interruptions
  /// Ctrl-C came before the end.
  private(set) var wasInterrupted = false

  init(_ files: [String], _ settings: LintSettings, _ console: Console) {
    self.files = files[...]
    self.settings = settings
    open = console.opener
    interruptions = console.interruptions
  }

  /// The next task; its lines go to `batch`. Nil at the end.
  mutating func next(_ batch: inout LineBatch) -> LintTask? {
    guard !stops(), let work = work(&batch) else { return nil }
    // What an interrupted call read may end anywhere.
    if stops() { return nil }
    taken += 1
    return LintTask(number: taken - 1, work: work)
  }

  private mutating func stops() -> Bool {
    wasInterrupted = wasInterrupted || interruptions.isRequested()
    return wasInterrupted
  }

  private mutating func work(_ batch: inout LineBatch) -> LintTask.Work? {
    if reader == nil {
      guard let path = files.popFirst() else { return nil }
      do throws(FileError) {
        if let document = try begin(path) { return .document(document) }
      } catch {
        return .failure(error)
      }
    }
    return lines(&batch)
  }

  /// Opens a file. Nil where it has lines, which the reader then knows.
  private mutating func begin(_ path: String) throws(FileError) -> InputFile? {
    if path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
      throw FileError(path: path, message: "documents in YAML are not read yet; convert it to JSON")
    }
    let file = try open(path)
    if !settings.holdsLines(path) { return file }
    reader = LineBatchReader(file, limit: settings.rules.options.limits.bytes)
    return nil
  }

  private mutating func lines(_ batch: inout LineBatch) -> LintTask.Work? {
    guard let path = reader?.path else { return nil }
    do throws(FileError) {
      if try reader?.read(into: &batch) == true { return .lines(path) }
      reader = nil
      return .endOfLines(path)
    } catch {
      reader = nil
      return .failure(error)
    }
  }
}
