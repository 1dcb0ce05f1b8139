/// What one check may use. Running out of bytes, depth or steps gives ``Verdict/undecided``; running out of findings
/// only shortens the list and says so.
///
/// Two budgets are fixed: 4,000 schemas inside schemas, or what the thread's stack holds (``Budget/recursion``), and 10,000
/// evaluations of a schema for each value of the document (``Budget/evaluationSteps``).
public struct Limits: Codable, Hashable, Sendable {
  /// The longest document that is read, in bytes. At most 2 GiB - 1; larger values count as that.
  public var bytes: Int
  /// The deepest nesting of arrays and objects. At most ``maximumDepth``; larger values count as that.
  public var depth: Int
  /// How many findings are kept. The verdict is right whatever the cap.
  public var findings: Int
  /// Steps that one pattern may take on one string: backtracks of the regular-expression engine, summed over all start
  /// offsets. Steps, never time: the answer does not depend on how busy the machine is.
  public var patternSteps: Int
  /// Digit operations that one comparison or division of one number may take.
  public var numberSteps: Int
  /// How long standard output may grow, in bytes. Its locations repeat for every value, so that it can be far longer than
  /// the document; what is left out it says.
  public var outputBytes: Int

  /// Limits that a service can leave as they are: 256 MiB, 512 levels, 100 findings, ten million pattern steps, 16 MiB of
  /// standard output.
  public init(
    bytes: Int = 256 << 20, depth: Int = 512, findings: Int = 100, patternSteps: Int = 10_000_000,
    numberSteps: Int = 100_000_000, outputBytes: Int = 16 << 20
  ) {
    self.bytes = bytes
    self.depth = depth
    self.findings = findings
    self.patternSteps = patternSteps
    self.numberSteps = numberSteps
    self.outputBytes = outputBytes
  }

  /// The deepest nesting that can be asked for: evaluation recurses, and a thread's stack is finite.
  public static let maximumDepth = 1_024
}
