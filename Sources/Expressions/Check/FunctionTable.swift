/// The overloads of every function by name.
struct FunctionTable: Sendable {
  private(set) var overloads: [String: [FunctionDeclaration]] = [:]

  static let standard = FunctionTable()

  private init() {
    for line in Signatures.text.split(separator: "\n") { read(String(line)) }
    addOrder()
    addExtremes()
    for part in ["getFullYear", "getMonth", "getDayOfYear", "getDayOfMonth", "getDate", "getDayOfWeek"] {
      addTimePart(part, ofDurations: false)
    }
    for part in ["getHours", "getMinutes", "getSeconds", "getMilliseconds"] { addTimePart(part, ofDurations: true) }
  }

  func adding(_ functions: [FunctionDeclaration]) -> FunctionTable {
    var table = self
    for function in functions { table.add(function) }
    return table
  }

  private mutating func add(_ function: FunctionDeclaration) { overloads[function.name, default: []].append(function) }

  /// A line of ``Signatures/text``; what is no signature is left out, and a test counts the lines.
  private mutating func read(_ line: String) {
    let isMember = line.hasPrefix(".")
    guard let open = line.firstIndex(of: "("), let space = Self.endOfParameters(line) else { return }
    do throws(ExpressionError) {
      let parameters = try Self.parameters(String(line[open..<space]))
      let result = try ExpressionType(String(line[line.index(after: space)...]))
      let name = String(line[..<open].drop { $0 == "." })
      add(FunctionDeclaration(name: name, parameters: parameters, result: result, isMember: isMember))
    } catch {
      return
    }
  }

  /// The space between parameters and result: the first that is not within parentheses.
  private static func endOfParameters(_ line: String) -> String.Index? {
    var depth = 0
    return line.indices.first { index in
      if line[index] == "(" { depth += 1 } else if line[index] == ")" { depth -= 1 }
      return depth == 0 && line[index] == " "
    }
  }

  private static func parameters(_ list: String) throws(ExpressionError) -> [ExpressionType] {
    guard list != "()", case .opaque(_, let types) = try ExpressionType("tuple" + list).kind else { return [] }
    return types
  }

  /// Values of one type, and numbers of any two types, have an order (langdef, "Ordering Operators").
  private mutating func addOrder() {
    let numbers: [ExpressionType] = [.int, .uint, .double]
    var pairs: [(ExpressionType, ExpressionType)] = []
    for type: ExpressionType in [.bool, .string, .bytes, .timestamp, .duration] { pairs.append((type, type)) }
    for left in numbers { for right in numbers { pairs.append((left, right)) } }
    for name in ["_<_", "_<=_", "_>_", "_>=_"] {
      for pair in pairs {
        add(FunctionDeclaration(name: name, parameters: [pair.0, pair.1], result: .bool, isMember: false))
      }
    }
  }

  private mutating func addExtremes() {
    let numbers: [ExpressionType] = [.int, .uint, .double]
    for name in ["math.greatest", "math.least"] {
      for left in numbers {
        add(FunctionDeclaration(name: name, parameters: [left], result: left, isMember: false))
        add(FunctionDeclaration(name: name, parameters: [.list(left)], result: left, isMember: false))
        for right in numbers {
          let result = left == right ? left : .dyn
          add(FunctionDeclaration(name: name, parameters: [left, right], result: result, isMember: false))
        }
      }
    }
  }

  private mutating func addTimePart(_ name: String, ofDurations: Bool) {
    add(FunctionDeclaration(name: name, parameters: [.timestamp], result: .int, isMember: true))
    add(FunctionDeclaration(name: name, parameters: [.timestamp, .string], result: .int, isMember: true))
    if ofDurations { add(FunctionDeclaration(name: name, parameters: [.duration], result: .int, isMember: true)) }
  }
}
