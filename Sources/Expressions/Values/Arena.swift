/// Memory for the temporaries of one evaluation: handed out in order, taken back all at once.
final class Arena {
  // SAFETY: blocks are allocated here, never move, and are freed only here; whoever gets a piece may use it until reset.
  private var blocks: [UnsafeMutableRawBufferPointer] = []
  private let state: UnsafeMutablePointer<State>

  /// Behind a pointer, for reading it is not guarded then.
  private struct State {
    var block = 0
    var used = 0
  }

  init() {
    state = .allocate(capacity: 1)
    state.initialize(to: State())
  }

  deinit {
    for block in blocks { block.deallocate() }
    state.deallocate()
  }

  /// A piece of memory, 16 bytes aligned, of undefined content.
  func allocate(_ bytes: Int) -> UnsafeMutableRawPointer {
    let size = (max(bytes, 1) + 15) & ~15
    while state.pointee.block < blocks.count {
      let block = blocks[state.pointee.block]
      if state.pointee.used + size <= block.count, let base = block.baseAddress {
        defer { state.pointee.used += size }
        return base + state.pointee.used
      }
      state.pointee.block += 1
      state.pointee.used = 0
    }
    return grow(size)
  }

  private func grow(_ size: Int) -> UnsafeMutableRawPointer {
    let next = max(size, blocks.last.map { min($0.count * 2, 1 << 20) } ?? 4096)
    let base = UnsafeMutableRawPointer.allocate(byteCount: next, alignment: 16)
    blocks.append(UnsafeMutableRawBufferPointer(start: base, count: next))
    state.pointee.used = size
    return base
  }

  /// Takes everything back. What a large evaluation needed is freed, so that a small one does not hold it.
  @inline(__always)
  func reset() {
    if state.pointee.block != 0 || state.pointee.used != 0 { shrink() }
  }

  private func shrink() {
    while blocks.count > 4, let block = blocks.popLast() { block.deallocate() }
    state.pointee = State()
  }
}
