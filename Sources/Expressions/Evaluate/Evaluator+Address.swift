// SAFETY: the box is memory of the arena, made for one value of this type.
extension Evaluator {
  mutating func make(_ address: Address, isRange: Bool) -> Slot {
    guard let box = allocate(Address.self, 1) else { return .exhausted }
    box.initialize(to: address)
    return Slot(isRange ? .addressRange : .address, box: box)
  }
}
