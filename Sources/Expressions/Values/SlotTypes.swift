/// The types that exist while evaluating: parameters are erased, `list(int)` is `list`.
enum TypeName: String, CaseIterable {
  case bool, int, uint, double, string, bytes, list, map, type
  case null = "null_type"
  case timestamp = "google.protobuf.Timestamp"
  case duration = "google.protobuf.Duration"
  case optional = "optional_type"
  case address = "net.IP"
  case addressRange = "net.CIDR"

  /// The number that a slot of this type has.
  var number: UInt64 { UInt64(Self.allCases.firstIndex(of: self) ?? 0) }

  /// The type that the checker knows by this name.
  var checked: ExpressionType {
    switch self {
    case .list: .list(.dyn)
    case .map: .map(.dyn, .dyn)
    case .type: .type(.dyn)
    case .null: .null
    case .optional: .optional(.dyn)
    case .address: .ipAddress
    case .addressRange: .addressRange
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .timestamp: .timestamp
    case .duration: .duration
    }
  }
}

extension Slot {
  init(type: TypeName) { self.init(.type, type.number) }

  /// The type of the value; nil for what is no value.
  var typeName: TypeName? {
    switch tag {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .timestamp: .timestamp
    case .duration: .duration
    case .list, .hostList: .list
    case .map, .hostMap: .map
    case .type: .type
    case .optional: .optional
    case .address: .address
    case .addressRange: .addressRange
    case .absent, .error, .exhausted: nil
    }
  }

  /// The name of the type that the slot is.
  var namedType: TypeName { TypeName.allCases[min(Int(payload), TypeName.allCases.count - 1)] }
}
