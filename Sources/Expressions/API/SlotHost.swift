/// How an evaluation reads the lists and maps of its host, without a copy: functions and what they are called with.
///
/// A host gives out numbers (`Slot(hostMap: 7)`) and is asked about them. The functions must not trap for numbers that the
/// host gave out; counts and entries of one number do not change while an evaluation runs.
public struct SlotHost {
  // SAFETY: the context is only handed back to the functions; the host keeps what is behind it alive during an evaluation.
  /// What the functions are called with.
  public let context: UnsafeRawPointer?
  /// The number of elements or entries.
  public let count: (UnsafeRawPointer?, UInt64) -> Int
  /// An element of a list, by its place from 0.
  public let element: (UnsafeRawPointer?, UInt64, Int) -> Slot
  /// The value of a string key, `Slot.absent` where there is none.
  public let value: (UnsafeRawPointer?, UInt64, UnsafeRawBufferPointer) -> Slot
  /// Key and value of an entry, by its place from 0.
  public let entry: (UnsafeRawPointer?, UInt64, Int) -> (Slot, Slot)

  /// A host.
  public init(
    context: UnsafeRawPointer?, count: @escaping (UnsafeRawPointer?, UInt64) -> Int,
    element: @escaping (UnsafeRawPointer?, UInt64, Int) -> Slot,
    value: @escaping (UnsafeRawPointer?, UInt64, UnsafeRawBufferPointer) -> Slot,
    entry: @escaping (UnsafeRawPointer?, UInt64, Int) -> (Slot, Slot)
  ) {
    self.context = context
    self.count = count
    self.element = element
    self.value = value
    self.entry = entry
  }
}
