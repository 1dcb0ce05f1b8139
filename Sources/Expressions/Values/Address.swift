/// An IP address, or a range of them: trivial, so that it can lie in an arena.
struct Address: Equatable {
  /// 32 bits of an IPv4 address, or 128 of an IPv6 address.
  let bits: UInt128
  let isVersion6: Bool
  /// How many bits from the front a range fixes; all of them for an address.
  let prefix: Int

  var width: Int { isVersion6 ? 128 : 32 }

  /// The bits with those behind the prefix zero.
  var masked: Address {
    let rest = UInt128(width - prefix)
    return Address(bits: rest >= 128 ? 0 : (bits >> rest) << rest, isVersion6: isVersion6, prefix: prefix)
  }

  /// The address without its range.
  var single: Address { Address(bits: bits, isVersion6: isVersion6, prefix: width) }

  /// Whether every address of another range lies in this one.
  func contains(_ other: Address) -> Bool {
    guard isVersion6 == other.isVersion6, prefix <= other.prefix else { return false }
    return masked.bits == Address(bits: other.bits, isVersion6: isVersion6, prefix: prefix).masked.bits
  }

  /// An IPv4 address that is written as IPv6 is that IPv4 address.
  static func == (left: Address, right: Address) -> Bool {
    let (left, right) = (left.unmapped, right.unmapped)
    return left.bits == right.bits && left.isVersion6 == right.isVersion6 && left.prefix == right.prefix
  }

  private var unmapped: Address {
    guard isVersion6, prefix == 128, bits >> 32 == 0xFFFF else { return self }
    return Address(bits: bits & 0xFFFF_FFFF, isVersion6: false, prefix: 32)
  }

  // MARK: Kinds (RFC 4291, 2.4; RFC 1122, 3.2.1.3)

  var isUnspecified: Bool { bits == 0 }

  var isLoopback: Bool { isVersion6 ? bits == 1 : bits >> 24 == 127 }

  var isMulticast: Bool { isVersion6 ? bits >> 120 == 0xFF : bits >> 28 == 0xE }

  var isLinkLocalMulticast: Bool { isVersion6 ? bits >> 112 & 0xFF0F == 0xFF02 && isMulticast : bits >> 8 == 0xE00000 }

  var isLinkLocalUnicast: Bool { isVersion6 ? bits >> 118 == 0xFE80 >> 6 : bits >> 16 == 0xA9FE }

  var isGlobalUnicast: Bool {
    let isBroadcast = !isVersion6 && bits == 0xFFFF_FFFF
    return !isUnspecified && !isLoopback && !isMulticast && !isLinkLocalUnicast && !isBroadcast
  }
}
