/// A value inside an evaluation: 16 bytes, trivial, nothing owned.
///
/// Texts and bytes are borrowed: whoever makes the slot keeps them where they are until the evaluation has ended. Lists and
/// maps of a host are numbers that only the host understands; see ``SlotHost``.
///
/// ```swift
/// let age = Slot(int: 17)
/// let missing = Slot.absent
/// ```
@frozen public struct Slot: Sendable {
  /// What kind of value a slot has.
  @frozen public enum Tag: UInt8, Sendable {
    case absent, null, bool, int, uint, double, string, bytes, timestamp, duration
    /// A list or map of the evaluation itself.
    case list, map
    /// A list or map of the host.
    case hostList, hostMap
    case type, optional, address, addressRange
    /// Internal: an error on its way, and the end of the budget.
    case error, exhausted
  }

  /// The value's bits, or where it is.
  @usableFromInline var payload: UInt64
  /// The length of a text in bytes, nanoseconds of an instant.
  @usableFromInline var extra: UInt32
  /// The kind of the value.
  public var tag: Tag

  @inlinable init(_ tag: Tag, _ payload: UInt64, _ extra: UInt32 = 0) {
    self.payload = payload
    self.extra = extra
    self.tag = tag
  }

  /// No value: the variable is not bound.
  @inlinable public static var absent: Slot { Slot(.absent, 0) }
  /// `null`.
  @inlinable public static var null: Slot { Slot(.null, 0) }
  /// A bool.
  @inlinable public init(bool: Bool) { self.init(.bool, bool ? 1 : 0) }
  /// An int.
  @inlinable public init(int: Int64) { self.init(.int, UInt64(bitPattern: int)) }
  /// A uint.
  @inlinable public init(uint: UInt64) { self.init(.uint, uint) }
  /// A double.
  @inlinable public init(double: Double) { self.init(.double, double.bitPattern) }
  /// An instant.
  @inlinable public init(timestamp: ExpressionInstant) {
    self.init(.timestamp, UInt64(bitPattern: timestamp.seconds), timestamp.nanoseconds)
  }
  /// A span of time.
  @inlinable public init(duration: ExpressionDuration) {
    self.init(.duration, UInt64(bitPattern: duration.nanoseconds))
  }
  /// A list that the host knows by a number.
  @inlinable public init(hostList: UInt64) { self.init(.hostList, hostList) }
  /// A map that the host knows by a number.
  @inlinable public init(hostMap: UInt64) { self.init(.hostMap, hostMap) }

  /// A string: valid UTF-8, not copied, shorter than 4 GiB.
  @inlinable public init(unsafeString text: UnsafeRawBufferPointer) {
    // SAFETY: the caller keeps the bytes alive until the evaluation has ended, as the type's documentation asks.
    self.init(.string, borrowing: text)
  }

  /// Bytes, not copied, fewer than 4 GiB.
  @inlinable public init(unsafeBytes bytes: UnsafeRawBufferPointer) { self.init(.bytes, borrowing: bytes) }

  @inlinable init(_ tag: Tag, borrowing bytes: UnsafeRawBufferPointer) {
    self.init(tag, UInt64(UInt(bitPattern: bytes.baseAddress)), UInt32(truncatingIfNeeded: bytes.count))
  }

  /// Whether the slot is the bool `true`.
  @inlinable public var isTrue: Bool { tag == .bool && payload != 0 }
  /// Whether the slot is the bool `false`.
  @inlinable public var isFalse: Bool { tag == .bool && payload == 0 }
}
