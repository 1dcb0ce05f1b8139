/// A value that is written out.
enum Literal {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  /// UTF-8.
  case string([UInt8])
  case bytes([UInt8])
}
