extension Evaluator {
  /// Functions of one address, range or text (extension network).
  mutating func network(_ function: Function, _ value: Slot) -> Slot {
    switch (function, value.tag) {
    case (.ip, .string): return Address.read(value.bytes).map { make($0, isRange: false) } ?? unreadable(value, "ip")
    case (.cidr, .string):
      return Address.readRange(value.bytes).map { make($0, isRange: true) } ?? unreadable(value, "cidr")
    case (.isIP, .string): return Slot(bool: Address.read(value.bytes) != nil)
    case (.isCIDR, .string): return Slot(bool: Address.readRange(value.bytes) != nil)
    case (.isCanonical, .string):
      guard let address = Address.read(value.bytes) else { return unreadable(value, "ip") }
      return Slot(bool: address.text(isRange: false) == value.bytes.array)
    case (.ip, .address), (.cidr, .addressRange): return value
    default:
      guard let address = value.address else { return fault(.noSuchOverload, value) }
      return value.tag == .address ? addressFunction(function, address, value) : rangeFunction(function, address, value)
    }
  }

  private mutating func unreadable(_ value: Slot, _ type: String) -> Slot { fault(.conversion, value, make(type)) }

  private mutating func addressFunction(_ function: Function, _ address: Address, _ value: Slot) -> Slot {
    switch function {
    case .family: Slot(int: address.isVersion6 ? 6 : 4)
    case .isUnspecified: Slot(bool: address.isUnspecified)
    case .isLoopback: Slot(bool: address.isLoopback)
    case .isGlobalUnicast: Slot(bool: address.isGlobalUnicast)
    case .isLinkLocalMulticast: Slot(bool: address.isLinkLocalMulticast)
    case .isLinkLocalUnicast: Slot(bool: address.isLinkLocalUnicast)
    default: fault(.noSuchOverload, value)
    }
  }

  private mutating func rangeFunction(_ function: Function, _ range: Address, _ value: Slot) -> Slot {
    switch function {
    case .ip: make(range.single, isRange: false)
    case .masked: make(range.masked, isRange: true)
    case .prefixLength: Slot(int: Int64(range.prefix))
    default: fault(.noSuchOverload, value)
    }
  }

  /// `range.containsIP(x)` and `range.containsCIDR(x)`, where x may be a text.
  mutating func network(_ function: Function, _ range: Slot, _ other: Slot) -> Slot {
    let isRange = function == .containsCIDR
    guard range.tag == .addressRange, let outer = range.address else { return fault(.noSuchOverload, range, other) }
    let inner: Address?
    switch other.tag {
    case .string:
      inner = isRange ? Address.readRange(other.bytes) : Address.read(other.bytes)
      if inner == nil { return unreadable(other, isRange ? "cidr" : "ip") }
    case .address where !isRange, .addressRange where isRange: inner = other.address
    default: inner = nil
    }
    guard let inner else { return fault(.noSuchOverload, range, other) }
    return Slot(bool: outer.contains(inner))
  }
}
