extension SchemaGraph {
  /// Refuses references that lead back to a schema without going into the instance: such a check would never end
  /// (2020-12 core, 9.4.1).
  mutating func refuseEndlessReferences() {
    var state = [UInt8](repeating: 0, count: schemas.count)
    for start in schemas.indices where state[start] == 0 && schemas[start].families.contains(.combinators) {
      visit(SchemaIndex(raw: start), &state)
    }
  }

  /// Depth first with an own stack: chains of references can be as long as the file.
  private mutating func visit(_ start: SchemaIndex, _ state: inout [UInt8]) {
    let (open, done): (UInt8, UInt8) = (1, 2)
    var stack = [(schema: start, rest: inPlaceSchemas(start)[...])]
    state[start.raw] = open
    while let top = stack.last {
      guard let next = top.rest.first else {
        state[top.schema.raw] = done
        stack.removeLast()
        continue
      }
      stack[stack.count - 1].rest.removeFirst()
      if state[next.raw] == open {
        report(
          .endlessReference,
          "this schema leads back to itself without going into the instance, so that checking would never end",
          at: self[next].place)
      } else if !schemas[next.raw].families.contains(.combinators) {
        state[next.raw] = done
      } else if state[next.raw] != done {
        state[next.raw] = open
        stack.append((next, inPlaceSchemas(next)[...]))
      }
    }
  }
}
