import Reports
import RuleFiles

/// What checking some documents came to, on its way to the output.
struct LintPiece: Sendable {
  /// Findings as text.
  var text: [UInt8] = []
  var summary = Summary()
  /// Why a file was not read, or not to its end.
  var failure: FileError?
  var end: End?

  /// What ends with this piece.
  enum End: Sendable {
    /// A file that is one document.
    case document
    /// The file of lines of this name.
    case lines(String)
  }
}
