/// Memory for the temporaries of one evaluation: handed out in order, taken back all at once.
final class Arena {
  // SAFETY: blocks are allocated here, never move, and are freed only by deinit; whoever gets a piece may use it until reset.
  private var blocks: [UnsafeMutableRawBufferPointer] = []
  private var current = 0
  private var used = 0

  deinit {
    for block in blocks { block.deallocate() }
  }

  /// A piece of memory, 16 bytes aligned, of undefined content.
  func allocate(_ bytes: Int) -> UnsafeMutableRawPointer {
    let size = (max(bytes, 1) + 15) & ~15
    while current < blocks.count, used + size > blocks[current].count {
      current += 1
      used = 0
    }
    if current == blocks.count { grow(size) }
    defer { used += size }
    return (blocks[current].baseAddress ?? UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)) + used
  }

  private func grow(_ size: Int) {
    let next = blocks.last.map { min($0.count * 2, 1 << 20) } ?? 4096
    blocks.append(.allocate(byteCount: max(next, size), alignment: 16))
    used = 0
  }

  /// Takes everything back. What a large evaluation needed is freed, so that a small one does not hold it.
  func reset() {
    while blocks.count > 4, let block = blocks.popLast() { block.deallocate() }
    current = 0
    used = 0
  }
}
