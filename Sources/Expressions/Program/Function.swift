/// The functions that exist while evaluating, one for each name: which overload is meant, the values tell.
/// The raw value is the name in the text; operators have the names that the specification gives them.
enum Function: String, CaseIterable {
  case add = "_+_"
  case subtract = "_-_"
  case multiply = "_*_"
  case divide = "_/_"
  case remainder = "_%_"
  case negate = "-_"
  case not = "!_"
  case equal = "_==_"
  case notEqual = "_!=_"
  case less = "_<_"
  case lessOrEqual = "_<=_"
  case greater = "_>_"
  case greaterOrEqual = "_>=_"
  case `in` = "@in"

  case toInt = "int"
  case toUint = "uint"
  case toDouble = "double"
  case toString = "string"
  case toBytes = "bytes"
  case toBool = "bool"
  case toTimestamp = "timestamp"
  case toDuration = "duration"
  case toDyn = "dyn"
  case typeOf = "type"

  case size, contains, startsWith, endsWith, matches
  case getFullYear, getMonth, getDayOfYear, getDayOfMonth, getDate, getDayOfWeek
  case getHours, getMinutes, getSeconds, getMilliseconds

  case charAt, indexOf, lastIndexOf, lowerAscii, upperAscii, replace, split, substring, trim, join, format, reverse
  case quote = "strings.quote"

  case greatest = "math.greatest"
  case least = "math.least"
  case ceil = "math.ceil"
  case floor = "math.floor"
  case round = "math.round"
  case trunc = "math.trunc"
  case abs = "math.abs"
  case sign = "math.sign"
  case sqrt = "math.sqrt"
  case isNaN = "math.isNaN"
  case isInf = "math.isInf"
  case isFinite = "math.isFinite"
  case bitAnd = "math.bitAnd"
  case bitOr = "math.bitOr"
  case bitXor = "math.bitXor"
  case bitNot = "math.bitNot"
  case bitShiftLeft = "math.bitShiftLeft"
  case bitShiftRight = "math.bitShiftRight"

  case base64Encode = "base64.encode"
  case base64Decode = "base64.decode"

  case ip, isIP, cidr, isCIDR
  case isCanonical = "ip.isCanonical"
  case family, isUnspecified, isLoopback, isGlobalUnicast, isLinkLocalMulticast, isLinkLocalUnicast
  case containsIP, containsCIDR, masked, prefixLength

  case optionalOf = "optional.of"
  case optionalNone = "optional.none"
  case optionalOfNonZeroValue = "optional.ofNonZeroValue"
  case hasValue, value, or, orValue
}
