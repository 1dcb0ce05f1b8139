/// What a normalizer made of a value.
enum NormalizerOutcome: Sendable {
  /// The value is normal, or not one that the normalizer knows; nothing was written.
  case unchanged
  /// The output holds the normalized value, which differs from the value.
  case changed
  /// The value is known but its normal form cannot be written: a year outside 0000...9999.
  case outOfRange
}
