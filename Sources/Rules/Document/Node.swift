/// The place of a node on the tape.
package typealias NodeIndex = Int

/// What a node is. Arrays and objects come last, so that `kind >= .array` means "has children".
package enum NodeKind: UInt8, Sendable, CaseIterable {
  case null, `false`, `true`, number, string, key, array, object

  @inline(__always)
  var isContainer: Bool { rawValue >= NodeKind.array.rawValue }
}

/// One value or key: 16 bytes, two words.
///
///     low   kind (8) | flags (8) | unused (16) | byte offset (32)
///     high  length (32) | auxiliary (32)
///
/// | kind | offset | length | auxiliary |
/// |---|---|---|---|
/// | null, false, true, number | first byte | bytes | 0 |
/// | string | first byte after the quote | bytes of the unescaped content | code points |
/// | key | as string | as string | hash of the content |
/// | array, object | opening bracket | items or members | index of the node after the last child |
///
/// A key is followed by its value. While a container is open its auxiliary holds the parent's index, so that the
/// scanner needs no stack (DESIGN 4).
struct Node {
  var low: UInt64
  var high: UInt64

  struct Flags: OptionSet {
    let rawValue: UInt8
    /// The source text has escapes; the content was unescaped in place.
    static let escaped = Flags(rawValue: 1)
    /// The content has bytes from 0x80 on.
    static let nonASCII = Flags(rawValue: 2)
    /// A number written without fraction and exponent.
    static let integer = Flags(rawValue: 4)
    static let negative = Flags(rawValue: 8)
    /// The content was replaced by a normalizer and lies behind the source text.
    static let normalized = Flags(rawValue: 16)
  }

  @inline(__always)
  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  @inline(__always)
  init(_ kind: NodeKind, _ flags: Flags = [], offset: Int, length: Int, auxiliary: Int) {
    low =
      UInt64(kind.rawValue) | UInt64(flags.rawValue) &<< 8
      | UInt64(UInt32(truncatingIfNeeded: offset)) &<< 32
    high =
      UInt64(UInt32(truncatingIfNeeded: length))
      | UInt64(UInt32(truncatingIfNeeded: auxiliary)) &<< 32
  }

  @inline(__always)
  // SAFETY: only `init` writes the low byte, from a NodeKind.
  var kind: NodeKind { unsafeBitCast(UInt8(truncatingIfNeeded: low), to: NodeKind.self) }
  @inline(__always)
  var flags: Flags { Flags(rawValue: UInt8(truncatingIfNeeded: low &>> 8)) }
  @inline(__always)
  var offset: Int { Int(truncatingIfNeeded: low &>> 32) }
  @inline(__always)
  var length: Int { Int(truncatingIfNeeded: high & 0xFFFF_FFFF) }
  @inline(__always)
  var auxiliary: Int { Int(truncatingIfNeeded: high &>> 32) }
}
