extension Slot {
  /// The address that the slot points to.
  // SAFETY: address slots point to an `Address` in an arena.
  var address: Address? {
    guard tag == .address || tag == .addressRange else { return nil }
    return box(Address.self)?.pointee
  }
}
