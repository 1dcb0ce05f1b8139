extension Evaluator {
  /// `int`, `uint`, `double` and `bool`.
  mutating func number(_ function: Function, _ value: Slot) -> Slot {
    switch function {
    case .toInt: toInt(value)
    case .toUint: toUint(value)
    case .toDouble: toDouble(value)
    default: toBool(value)
    }
  }

  private mutating func toInt(_ value: Slot) -> Slot {
    switch value.tag {
    case .int: return value
    case .uint: return Int64(exactly: value.payload).map { Slot(int: $0) } ?? fault(.range, value)
    case .double:
      // Both ends of the range are refused: as doubles they may have been rounded (langdef, "Numeric Values").
      guard value.double > -0x1p63, value.double < 0x1p63 else { return fault(.range, value) }
      return Slot(int: Int64(value.double))
    case .timestamp: return Slot(int: value.int)
    case .duration: return Slot(int: value.int / 1_000_000_000)
    case .string: return Int64(value.numberText).map { Slot(int: $0) } ?? fault(.conversion, value, make("int"))
    default: return fault(.noSuchOverload, value)
    }
  }

  private mutating func toUint(_ value: Slot) -> Slot {
    switch value.tag {
    case .uint: return value
    case .int: return UInt64(exactly: value.int).map { Slot(uint: $0) } ?? fault(.range, value)
    case .double:
      guard value.double >= 0, value.double < 0x1p64 else { return fault(.range, value) }
      return Slot(uint: UInt64(value.double))
    case .string:
      let text = value.numberText
      guard text.first?.isNumber ?? false, let number = UInt64(text) else {
        return fault(.conversion, value, make("uint"))
      }
      return Slot(uint: number)
    default: return fault(.noSuchOverload, value)
    }
  }

  private mutating func toDouble(_ value: Slot) -> Slot {
    switch value.tag {
    case .double: return value
    case .int: return Slot(double: Double(value.int))
    case .uint: return Slot(double: Double(value.payload))
    case .string:
      return DoubleText.read(value.bytes).map { Slot(double: $0) } ?? fault(.conversion, value, make("double"))
    default: return fault(.noSuchOverload, value)
    }
  }

  private mutating func toBool(_ value: Slot) -> Slot {
    switch value.tag {
    case .bool: return value
    case .string:
      switch value.numberText {
      case "1", "t", "true", "TRUE", "True": return Slot(bool: true)
      case "0", "f", "false", "FALSE", "False": return Slot(bool: false)
      default: return fault(.conversion, value, make("bool"))
      }
    default: return fault(.noSuchOverload, value)
    }
  }

  /// `string`, `bytes`, `timestamp` and `duration`.
  mutating func conversion(_ function: Function, _ value: Slot) -> Slot {
    switch function {
    case .toString: return toString(value)
    case .toBytes:
      guard value.isText else { return fault(.noSuchOverload, value) }
      return Slot(.bytes, value.payload, value.extra)
    case .toTimestamp: return toTimestamp(value)
    default: return toDuration(value)
    }
  }

  private mutating func toString(_ value: Slot) -> Slot {
    switch value.tag {
    case .bytes:
      guard charge(bytes: value.bytes.count) else { return .exhausted }
      let isText = String(validating: value.bytes.buffer, as: UTF8.self) != nil
      return isText ? Slot(.string, value.payload, value.extra) : fault(.conversion, value, make("string"))
    case .string: return value
    case .bool, .int, .uint, .double, .timestamp, .duration, .address, .addressRange: return make(plainText(value))
    default: return fault(.noSuchOverload, value)
    }
  }

  /// The text of a value that has a plain one.
  func plainText(_ value: Slot) -> [UInt8] {
    switch value.tag {
    case .null: Array("null".utf8)
    case .bool: Array((value.isTrue ? "true" : "false").utf8)
    case .int: Array(String(value.int).utf8)
    case .uint: Array(String(value.payload).utf8)
    case .double: DoubleText.shortest(value.double)
    case .timestamp: InstantText.bytes(seconds: value.int, nanoseconds: value.extra)
    case .duration: DurationText.bytes(value.int)
    case .address, .addressRange: value.address?.text(isRange: value.tag == .addressRange) ?? []
    case .type: Array(value.namedType.rawValue.utf8)
    case .string, .bytes: value.bytes.array
    default: []
    }
  }

  private mutating func toTimestamp(_ value: Slot) -> Slot {
    switch value.tag {
    case .timestamp: return value
    case .int: return ExpressionInstant(seconds: value.int).map { Slot(timestamp: $0) } ?? fault(.range, value)
    case .string:
      return InstantText.read(value.bytes).map { Slot(timestamp: $0) } ?? fault(.conversion, value, make("timestamp"))
    default: return fault(.noSuchOverload, value)
    }
  }

  private mutating func toDuration(_ value: Slot) -> Slot {
    switch value.tag {
    case .duration: return value
    case .string:
      return DurationText.read(value.bytes).map { Slot(duration: ExpressionDuration(nanoseconds: $0)) }
        ?? fault(.conversion, value, make("duration"))
    default: return fault(.noSuchOverload, value)
    }
  }
}

extension Slot {
  /// A text that may be a number; longer ones are none.
  fileprivate var numberText: String { bytes.slice(0, 64).string }
}
