/// Borrowed bytes. Reading outside gives zero instead of memory that belongs to others.
struct ByteView {
  // SAFETY: made only from slots and arena memory, which outlive the evaluation that the view is used in.
  private let base: UnsafePointer<UInt8>?
  let count: Int

  init(_ base: UnsafePointer<UInt8>?, _ count: Int) {
    self.base = base
    self.count = base == nil ? 0 : count
  }

  var isEmpty: Bool { count == 0 }

  @inline(__always)
  subscript(_ index: Int) -> UInt8 {
    guard let base, UInt(bitPattern: index) < UInt(bitPattern: count) else { return 0 }
    return base[index]
  }

  /// The bytes from one offset to another, both cut to what is there.
  func slice(_ start: Int, _ end: Int) -> ByteView {
    let start = max(0, min(start, count))
    let end = max(start, min(end, count))
    return ByteView(base.map { $0 + start }, end - start)
  }

  /// Whether another text, at least as long, starts with this one: eight bytes at a time.
  func isPrefix(of other: ByteView) -> Bool {
    guard let left = UnsafeRawPointer(base), let right = UnsafeRawPointer(other.base), count <= other.count else {
      return count == 0
    }
    var offset = 0
    while offset + 8 <= count {
      if left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        != right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      {
        return false
      }
      offset += 8
    }
    while offset < count {
      if left.load(fromByteOffset: offset, as: UInt8.self) != right.load(fromByteOffset: offset, as: UInt8.self) {
        return false
      }
      offset += 1
    }
    return true
  }

  var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  var array: [UInt8] { Array(buffer) }

  /// The text; the bytes of string slots are valid UTF-8.
  var string: String { String(decoding: buffer, as: UTF8.self) }

  /// The number of code points.
  var scalarCount: Int {
    var result = 0
    for byte in buffer where byte & 0xC0 != 0x80 { result += 1 }
    return result
  }
}
