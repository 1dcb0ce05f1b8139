/// Which schema was read at a node: a list for each document, as its nodes are numbered.
struct SchemasByNode {
  /// By source, then by node: places of schemas plus one, 0 where there is none.
  private var tables: [[Int32]] = []

  /// - Parameter nodes: how many the document has.
  mutating func insert(_ schema: SchemaIndex, at place: SourceNode, nodes: Int) {
    while tables.count <= place.source.raw { tables.append([]) }
    if tables[place.source.raw].isEmpty { tables[place.source.raw] = [Int32](repeating: 0, count: nodes) }
    tables[place.source.raw][place.node] = Int32(schema.raw + 1)
  }

  subscript(_ place: SourceNode) -> SchemaIndex? {
    guard place.source.raw < tables.count, place.node < tables[place.source.raw].count else { return nil }
    let known = Int(tables[place.source.raw][place.node])
    return known == 0 ? nil : SchemaIndex(raw: known - 1)
  }
}
