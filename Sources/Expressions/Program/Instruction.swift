/// One step of a program: 16 bytes.
struct Instruction {
  var opcode: Opcode
  var function: Function = .add
  var flags: UInt16 = 0
  var destination: Operand = .none
  var a: Operand = .none
  /// The second operand, or where to jump to.
  var b: Operand = .none

  /// Where a jump goes.
  var target: Int {
    get { Int(b.bits) }
    set { b = Operand(bits: UInt32(truncatingIfNeeded: newValue)) }
  }
}

/// Where a value is: two bits for the area, the rest a number in it.
struct Operand: Hashable {
  let bits: UInt32

  static let none = Operand(bits: 0)

  init(bits: UInt32) { self.bits = bits }

  static func variable(_ index: Int) -> Operand { Operand(bits: UInt32(truncatingIfNeeded: index) & 0x3FFF_FFFF) }
  static func constant(_ index: Int) -> Operand { Operand(bits: 1 << 30 | UInt32(truncatingIfNeeded: index)) }
  static func temporary(_ index: Int) -> Operand { Operand(bits: 2 << 30 | UInt32(truncatingIfNeeded: index)) }

  @inline(__always) var area: Int { Int(bits >> 30) }
  @inline(__always) var index: Int { Int(bits & 0x3FFF_FFFF) }
  var isConstant: Bool { area == 1 }
  var isVariable: Bool { area == 0 }
  var isTemporary: Bool { area == 2 }
}
