/// Hands out temporaries like a stack: what is taken inside a part is free again behind it.
struct Registers {
  private(set) var used = 0
  /// The most that were ever used at once.
  private(set) var count = 0

  mutating func take(_ number: Int = 1) -> Operand {
    used += number
    count = max(count, used)
    return .temporary(used - number)
  }

  /// Frees everything that was taken since `used` was this.
  mutating func release(to mark: Int) { used = mark }
}
