/// The two words by which keys and enum strings are told apart: first eight bytes and last eight, shorter ones masked.
/// Up to 16 bytes the words and the length are the whole string.
struct KeyWords {
  let first: UInt64
  let last: UInt64

  /// SAFETY: reads 8 bytes from `bytes` whatever the count; callers pass padded text.
  @inline(__always)
  init(_ bytes: UnsafePointer<UInt8>, count: Int) {
    // Without a branch: names shorter and longer than eight bytes come in no order that could be predicted.
    let raw = UnsafeRawPointer(bytes)
    let long = UInt64(bitPattern: Int64(truncatingIfNeeded: (7 &- count) &>> 63))
    first = raw.loadUnaligned(as: UInt64.self) & (long | ((1 &<< UInt64(truncatingIfNeeded: count &* 8)) &- 1))
    last = (raw + ((count &- 8) & Int(truncatingIfNeeded: long))).loadUnaligned(as: UInt64.self) & long
  }

  /// Both words and the length as one: a table multiplies it by a number that keeps its keys apart.
  @inline(__always)
  func folded(count: Int) -> UInt64 {
    (last &<< 29 | last &>> 35) ^ first ^ UInt64(truncatingIfNeeded: count)
  }

  /// A fast hash. Not for untrusted sets of keys: see ``SeededHash``.
  @inline(__always)
  func hash(count: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: (folded(count: count) &* Self.golden) &>> 32)
  }

  static let golden: UInt64 = 0x9E37_79B9_7F4A_7C15
}

/// A 64-bit hash over all bytes with a secret that differs from process to process, so that nobody can choose keys that
/// collide. Multiply and fold, eight bytes a step.
enum SeededHash {
  private static let secret: (UInt64, UInt64) = (.random(in: 1 ... .max), .random(in: 1 ... .max))

  /// SAFETY: reads up to 7 bytes past `count`; callers pass padded text.
  static func hash(_ bytes: UnsafePointer<UInt8>, count: Int) -> UInt64 {
    var state = secret.0 ^ UInt64(truncatingIfNeeded: count)
    let raw = UnsafeRawPointer(bytes)
    var offset = 0
    while offset + 8 <= count {
      state = combine(state, (raw + offset).loadUnaligned(as: UInt64.self))
      offset += 8
    }
    if offset < count {
      let tail = (raw + offset).loadUnaligned(as: UInt64.self)
      state = combine(state, tail & ((1 &<< UInt64((count - offset) * 8)) &- 1))
    }
    return combine(state, secret.1)
  }

  @inline(__always)
  static func combine(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word).multipliedFullWidth(by: secret.1 | 1)
    return product.high ^ product.low ^ (state &<< 23 | state &>> 41)
  }
}

extension KeyWords {
  /// The words of a range of bytes that is followed by eight more.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    precondition(range.upperBound + 8 <= bytes.count, "keys are padded")
    self = bytes.withUnsafeBufferPointer { buffer in
      // SAFETY: eight bytes follow the range; an array of eight bytes or more has a base address.
      buffer.baseAddress.map { KeyWords($0 + range.lowerBound, count: range.count) } ?? KeyWords(first: 0, last: 0)
    }
  }

  private init(first: UInt64, last: UInt64) {
    self.first = first
    self.last = last
  }
}

extension SeededHash {
  /// The hash of a range of bytes that is followed by eight more.
  static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    precondition(range.upperBound + 8 <= bytes.count, "keys are padded")
    return bytes.withUnsafeBufferPointer { buffer in
      // SAFETY: eight bytes follow the range; an array of eight bytes or more has a base address.
      buffer.baseAddress.map { hash($0 + range.lowerBound, count: range.count) } ?? 0
    }
  }
}
