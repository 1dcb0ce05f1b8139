import RuleFiles

/// What a thread takes at a time.
struct LintTask: ~Copyable {
  enum Work: ~Copyable {
    /// The lines of the batch, from the file of this name.
    case lines(String)
    /// There are no more lines in the file of this name.
    case endOfLines(String)
    /// A file that is one document.
    case document(InputFile)
    /// A file that cannot be read, or no further.
    case failure(FileError)
  }

  /// Its place in the order of the run, from 0.
  let number: Int
  let work: Work
}
