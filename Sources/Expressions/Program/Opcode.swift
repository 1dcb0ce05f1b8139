/// What an instruction does. `d`, `a` and `b` are its operands, `t` the instruction that it may jump to (in `b`).
///
/// An instruction that fails raises an error: execution goes on at the handler around it, or ends.
enum Opcode: UInt8, CaseIterable {
  // MARK: Moves and jumps

  /// `d = a`
  case move
  /// Raises when the variable `a` is not bound. `b` is its name.
  case require
  /// `d = whether a is bound`
  case isBound
  /// `d = a`; raises when `a` is an error that was kept, and, where `d` is `a`, when it is no bool.
  case check
  /// Raises the fault numbered `flags`, about `a`.
  case raise
  /// Ends with `a`.
  case end
  /// Goes to `t`.
  case jump
  /// Goes to `t` when `a` is false. Anything else goes on.
  case jumpIfFalse
  /// Goes to `t` when `a` is true. Anything else goes on.
  case jumpIfTrue
  /// Goes to `t` when `a` is false, on when it is true; raises when it is no bool.
  case branch
  /// `d = a`; raises when `a` is no bool.
  case expectBool
  /// `d = a && b`, of values and errors: false wins, then an error.
  case and
  /// `d = a || b`, of values and errors: true wins, then an error.
  case or

  // MARK: Operands of known types; nothing can fail but arithmetic

  /// `d = !a`
  case not
  /// `d = a == b` for int, uint, bool and duration: equal bits.
  case equalBits
  case notEqualBits
  case lessInt
  case lessOrEqualInt
  case lessUint
  case lessOrEqualUint
  case equalDouble
  case notEqualDouble
  case lessDouble
  case lessOrEqualDouble
  /// `d = a == b` for string and bytes.
  case equalText
  case notEqualText
  case lessText
  case lessOrEqualText
  case equalTime
  case notEqualTime
  case lessTime
  case lessOrEqualTime
  /// `d = a == null` for any `a`.
  case isNull
  case addInt
  case subtractInt
  case multiplyInt
  /// `d = a - b` of two instants, a duration.
  case subtractTime
  case addDouble
  case subtractDouble
  case multiplyDouble
  case divideDouble
  /// `d = a.startsWith(b)` and its like.
  case startsWith
  case endsWith
  case contains
  /// `d = a matches the pattern numbered b`
  case matchesPattern

  // MARK: Anything

  /// `d = function(a)`
  case call1
  /// `d = function(a, b)`
  case call2
  /// `d = function(a, and those behind it; flags in all)`
  case callN
  /// `d = a.field`, the field's name in `b`.
  case select
  case selectOptional
  /// `d = has(a.field)`
  case has
  /// `d = a[b]`
  case index
  case indexOptional

  // MARK: Lists and maps

  /// `d = []`
  case newList
  /// Adds `b` to the list `a`.
  case append
  /// Adds the value of the optional `b`, if it has one.
  case appendOptional
  /// `d = {}`
  case newMap
  /// Adds key `b` and the value behind it to the map `a`.
  case insert
  /// The same where the value is an optional that has one.
  case insertOptional
  /// Adds the entries of the map `b` to the map `a`.
  case insertEntries

  // MARK: Macros

  /// Prepares `d` and the one behind it to go over `a`.
  case iterate
  /// `d`, and with `flags` the one behind it = the next of the iteration `a`; goes to `t` at its end.
  case next
  /// A step of `all()`: `d` so far, `a` the test. False ends the loop, anything else goes to `t`.
  case stepAll
  /// A step of `exists()`: true ends the loop, anything else goes to `t`.
  case stepExists
  /// Adds one to the int `d` when `a` is true; raises when it is no bool.
  case countTrue
  /// `d = the value of the optional a`; goes to `t` when it has none.
  case unwrap
  /// Goes to `t` when the optional `a` has a value, which `d` becomes: the value, or with `flags` the optional.
  case unwrapOr
}
