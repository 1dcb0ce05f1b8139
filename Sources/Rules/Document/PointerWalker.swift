/// JSON Pointers of many nodes. Asked in document order, all of them together cost one walk over the tape, however many
/// siblings there are; going back costs a walk over the siblings there.
struct PointerWalker {
  private struct Step {
    let container: NodeIndex
    let isObject: Bool
    /// Behind the last node inside.
    let end: NodeIndex
    /// The child that the walk is at: its key or item, and its position.
    var child: NodeIndex
    var position = 0
  }

  private let document: Document
  private let hidesName: ((NodeIndex) -> Bool)?
  private var steps: [Step] = []

  /// - Parameter hidesName: whether a key is never printed, so that `***` stands for it.
  init(_ document: Document, hidesName: ((NodeIndex) -> Bool)? = nil) {
    self.document = document
    self.hidesName = hidesName
  }

  /// The pointer of a node; that of a key is its value's.
  mutating func pointer(to target: NodeIndex) -> String {
    let aim = document.node(target).kind == .key ? target + 1 : target
    guard aim != Document.root else { return "" }
    while let last = steps.last, aim >= last.end || aim <= last.container { steps.removeLast() }
    if let last = steps.last, aim < last.child { rewind() }
    if steps.isEmpty { enter(Document.root) }
    var pointer = steps.dropLast().map { "/" + token($0) }.joined()
    while true {
      let value = advance(to: aim)
      pointer += "/" + token(steps[steps.count - 1])
      if value == aim { return pointer }
      enter(value)
    }
  }

  /// Back to the first child of the innermost container: schemas that are applied one after the other walk it again.
  private mutating func rewind() {
    steps[steps.count - 1].child = steps[steps.count - 1].container + 1
    steps[steps.count - 1].position = 0
  }

  private mutating func enter(_ container: NodeIndex) {
    let node = document.node(container)
    steps.append(
      Step(container: container, isObject: node.kind == .object, end: node.auxiliary, child: container + 1))
  }

  /// Moves the innermost step to the child that holds `aim`, and gives that child's value.
  private mutating func advance(to aim: NodeIndex) -> NodeIndex {
    var step = steps[steps.count - 1]
    var value = step.isObject ? step.child + 1 : step.child
    while document.view.next(value) <= aim {
      step.child = document.view.next(value)
      step.position += 1
      value = step.isObject ? step.child + 1 : step.child
    }
    steps[steps.count - 1] = step
    return value
  }

  private func token(_ step: Step) -> String {
    guard step.isObject else { return String(step.position) }
    if let hidesName, hidesName(step.child) { return Document.hidden }
    return JSONPointer.escape(document.string(at: step.child))
  }
}
