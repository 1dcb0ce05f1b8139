extension ConstantPool {
  func add(_ slot: Slot) -> Operand { .constant(number(of: slot)) }

  func add(text: [UInt8], _ tag: Slot.Tag = .string) -> Operand { .constant(number(ofText: text, tag)) }
}
