/// The overloads of the standard functions and extensions, as `name(parameters) result`; a dot in front makes a method, whose
/// receiver is the first parameter. Single letters are type parameters.
///
/// From langdef, "List of Standard Definitions", and the extensions strings, math, encoders, network and optionals.
enum Signatures {
  static let text = """
    !_(bool) bool
    -_(int) int
    -_(double) double
    _+_(int, int) int
    _+_(uint, uint) uint
    _+_(double, double) double
    _+_(string, string) string
    _+_(bytes, bytes) bytes
    _+_(list(A), list(A)) list(A)
    _+_(timestamp, duration) timestamp
    _+_(duration, timestamp) timestamp
    _+_(duration, duration) duration
    _-_(int, int) int
    _-_(uint, uint) uint
    _-_(double, double) double
    _-_(timestamp, timestamp) duration
    _-_(timestamp, duration) timestamp
    _-_(duration, duration) duration
    _*_(int, int) int
    _*_(uint, uint) uint
    _*_(double, double) double
    _/_(int, int) int
    _/_(uint, uint) uint
    _/_(double, double) double
    _%_(int, int) int
    _%_(uint, uint) uint
    _==_(A, A) bool
    _!=_(A, A) bool
    @in(A, list(A)) bool
    @in(A, map(A, B)) bool
    int(int) int
    int(uint) int
    int(double) int
    int(string) int
    int(timestamp) int
    int(duration) int
    uint(uint) uint
    uint(int) uint
    uint(double) uint
    uint(string) uint
    double(double) double
    double(int) double
    double(uint) double
    double(string) double
    bool(bool) bool
    bool(string) bool
    string(string) string
    string(bool) string
    string(int) string
    string(uint) string
    string(double) string
    string(bytes) string
    string(timestamp) string
    string(duration) string
    string(net.IP) string
    string(net.CIDR) string
    bytes(bytes) bytes
    bytes(string) bytes
    timestamp(timestamp) timestamp
    timestamp(string) timestamp
    timestamp(int) timestamp
    duration(duration) duration
    duration(string) duration
    dyn(A) dyn
    type(A) type(A)
    size(string) int
    size(bytes) int
    size(list(A)) int
    size(map(A, B)) int
    .size(string) int
    .size(bytes) int
    .size(list(A)) int
    .size(map(A, B)) int
    .contains(string, string) bool
    .startsWith(string, string) bool
    .endsWith(string, string) bool
    .matches(string, string) bool
    matches(string, string) bool
    .charAt(string, int) string
    .indexOf(string, string) int
    .indexOf(string, string, int) int
    .lastIndexOf(string, string) int
    .lastIndexOf(string, string, int) int
    .lowerAscii(string) string
    .upperAscii(string) string
    .replace(string, string, string) string
    .replace(string, string, string, int) string
    .split(string, string) list(string)
    .split(string, string, int) list(string)
    .substring(string, int) string
    .substring(string, int, int) string
    .trim(string) string
    .join(list(string)) string
    .join(list(string), string) string
    .format(string, list(dyn)) string
    .reverse(string) string
    strings.quote(string) string
    math.ceil(double) double
    math.floor(double) double
    math.round(double) double
    math.trunc(double) double
    math.abs(int) int
    math.abs(uint) uint
    math.abs(double) double
    math.sign(int) int
    math.sign(uint) uint
    math.sign(double) double
    math.sqrt(int) double
    math.sqrt(uint) double
    math.sqrt(double) double
    math.isNaN(double) bool
    math.isInf(double) bool
    math.isFinite(double) bool
    math.bitAnd(int, int) int
    math.bitAnd(uint, uint) uint
    math.bitOr(int, int) int
    math.bitOr(uint, uint) uint
    math.bitXor(int, int) int
    math.bitXor(uint, uint) uint
    math.bitNot(int) int
    math.bitNot(uint) uint
    math.bitShiftLeft(int, int) int
    math.bitShiftLeft(uint, int) uint
    math.bitShiftRight(int, int) int
    math.bitShiftRight(uint, int) uint
    base64.encode(bytes) string
    base64.decode(string) bytes
    ip(string) net.IP
    ip(net.IP) net.IP
    isIP(string) bool
    ip.isCanonical(string) bool
    cidr(string) net.CIDR
    cidr(net.CIDR) net.CIDR
    isCIDR(string) bool
    .family(net.IP) int
    .isUnspecified(net.IP) bool
    .isLoopback(net.IP) bool
    .isGlobalUnicast(net.IP) bool
    .isLinkLocalMulticast(net.IP) bool
    .isLinkLocalUnicast(net.IP) bool
    .containsIP(net.CIDR, net.IP) bool
    .containsIP(net.CIDR, string) bool
    .containsCIDR(net.CIDR, net.CIDR) bool
    .containsCIDR(net.CIDR, string) bool
    .ip(net.CIDR) net.IP
    .masked(net.CIDR) net.CIDR
    .prefixLength(net.CIDR) int
    optional.of(A) optional_type(A)
    optional.none() optional_type(A)
    optional.ofNonZeroValue(A) optional_type(A)
    .hasValue(optional_type(A)) bool
    .value(optional_type(A)) A
    .or(optional_type(A), optional_type(A)) optional_type(A)
    .orValue(optional_type(A), A) A
    """
}
