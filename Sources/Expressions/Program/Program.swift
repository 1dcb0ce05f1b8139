/// A compiled expression: plain data, immutable, shared between threads.
struct Program: Sendable {
  var code: [Instruction] = []
  /// For each instruction the number of the handler around it plus one; 0 for none.
  var handlerOf: [UInt32] = []
  var handlers: [Handler] = []
  /// For each instruction the node that it belongs to: only errors and traces look here.
  var nodes: [NodeIndex] = []
  /// Where the nodes are in the text.
  var spans: [SourceSpan] = []
  var temporaryCount = 0
  let constants = ConstantPool()
  var patterns: [LinearPattern] = []
  var timeZones: TimeZoneSource?

  /// Where an error becomes a value, and where execution goes on.
  struct Handler {
    let start: Int
    let end: Int
    let register: Operand
  }
}
