// SAFETY: boxes lie in an arena; slots point to them only while the evaluation that made them runs.

/// A list: its elements lie side by side, and the room for more where it is being built.
struct ListBox {
  var elements: UnsafeMutablePointer<Slot>
  var count: Int
  var capacity: Int
}

/// A map: keys and values in turn, in the order of insertion, and a hash table where there are many.
struct MapBox {
  var entries: UnsafeMutablePointer<Slot>
  var count: Int
  var capacity: Int
  /// Numbers of entries plus one, zero for an empty place; nil for small maps.
  var table: UnsafeMutablePointer<UInt32>?
  /// The size of the table minus one, a power of two minus one.
  var mask: Int
}

/// An error: what, where, and up to two values for its message.
struct FaultBox {
  var code: FaultCode
  /// The instruction that failed, or -1 before that is known.
  var instruction: Int
  var first: Slot
  var second: Slot
}

extension Slot {
  @inline(__always)
  func box<Box>(_: Box.Type) -> UnsafeMutablePointer<Box>? {
    UnsafeMutablePointer(bitPattern: UInt(payload))
  }

  @inline(__always)
  init<Box>(_ tag: Tag, box: UnsafeMutablePointer<Box>, _ extra: UInt32 = 0) {
    self.init(tag, UInt64(UInt(bitPattern: box)), extra)
  }

  /// The bytes of a string or bytes value; none for others, so that no number is ever taken for an address.
  @inline(__always)
  var bytes: ByteView {
    ByteView(isText ? UnsafePointer(bitPattern: UInt(payload)) : nil, Int(extra))
  }

  @inline(__always)
  init(_ tag: Tag, view: ByteView) {
    self.init(tag, borrowing: UnsafeRawBufferPointer(view.buffer))
  }

  var int: Int64 { Int64(bitPattern: payload) }
  var double: Double { Double(bitPattern: payload) }
  var isBool: Bool { tag == .bool }
  var isNumber: Bool { tag == .int || tag == .uint || tag == .double }
  var isList: Bool { tag == .list || tag == .hostList }
  var isMap: Bool { tag == .map || tag == .hostMap }
  var isNone: Bool { tag == .optional && payload == 0 }
  /// An error or the end of the budget.
  @inline(__always) var isFailure: Bool { tag.rawValue >= Tag.error.rawValue }

  static var none: Slot { Slot(.optional, 0) }
  static var exhausted: Slot { Slot(.exhausted, 0) }
}
