enum UnaryOperator: String {
  case not = "!_"
  case negate = "-_"

  /// The operator without its place.
  var symbol: String { self == .not ? "!" : "-" }
}

enum BinaryOperator: String {
  case add = "_+_"
  case subtract = "_-_"
  case multiply = "_*_"
  case divide = "_/_"
  case remainder = "_%_"
  case equal = "_==_"
  case notEqual = "_!=_"
  case less = "_<_"
  case lessOrEqual = "_<=_"
  case greater = "_>_"
  case greaterOrEqual = "_>=_"
  case `in` = "@in"

  /// How tightly it binds; larger is tighter (langdef, "Grammar").
  var precedence: Int {
    switch self {
    case .multiply, .divide, .remainder: 3
    case .add, .subtract: 2
    default: 1
    }
  }

  /// The operator without its places.
  var symbol: String { self == .in ? "in" : rawValue.filter { $0 != "_" } }

  init?(_ token: Token.Kind) {
    switch token {
    case .plus: self = .add
    case .minus: self = .subtract
    case .star: self = .multiply
    case .slash: self = .divide
    case .percent: self = .remainder
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    case .in: self = .in
    default: return nil
    }
  }
}

enum LogicOperator: String {
  case and = "&&"
  case or = "||"
}
