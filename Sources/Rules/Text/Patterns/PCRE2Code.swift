import CPCRE2

/// A compiled pattern as PCRE2 gives it out. A plain handle: `Pattern` owns it and calls `free` once.
struct PCRE2Code {
  let pointer: OpaquePointer
  /// Matches start at the start of the text only, so one call is one attempt.
  let isAnchored: Bool
  /// JIT is missing where the system forbids writable code; everything then runs interpreted.
  let hasJIT: Bool

  /// `.` is any code point, our classes are ours (no UCP), and no option may be set from within the pattern.
  private static let options =
    PCRE2_UTF | PCRE2_DOTALL | PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_UCP | PCRE2_NEVER_BACKSLASH_C
    | PCRE2_MATCH_UNSET_BACKREF

  static func compile(_ translation: PCRE2Translator.Translation) throws(PatternError) -> PCRE2Code {
    switch compile(translation.text, options: 0) {
    case .success(let pointer): return ready(pointer)
    case .failure(let failure):
      let source = translation.sourceOffset(failure.offset)
      throw PatternError(offset: source, message: message(failure.code))
    }
  }

  /// For the breadth-first matcher, which is to see all starts at once: a search with a start anchor. The caller frees
  /// it. nil if it does not compile, being a little longer than the pattern's own code.
  static func compileForAutomaton(_ source: String) -> OpaquePointer? {
    guard case .success(let tree) = Result(catching: { () throws(PatternError) in try PatternTree.read(source) }),
      case .success(let translation) = Result(catching: { () throws(PatternError) in
        try PCRE2Translator.translate(tree, forAutomaton: true)
      })
    else { return nil }
    let text = Array(".*?(?:".utf8) + translation.text + Array(")".utf8)
    guard case .success(let pointer) = compile(text, options: PCRE2_ANCHORED) else { return nil }
    return pointer
  }

  func free() {
    // SAFETY: `pointer` came from pcre2_compile; the owner calls this once, when nobody matches any more.
    pcre2_code_free_8(pointer)
  }

  private struct Failure: Error {
    let code: Int32
    let offset: Int
  }

  private static func compile(_ text: [UInt8], options more: UInt32) -> Result<OpaquePointer, Failure> {
    var code: Int32 = 0
    var offset = 0
    // SAFETY: PCRE2 reads text.count bytes and keeps no pointer to them; a nil context means its defaults.
    let pointer = pcre2_compile_8(text, text.count, options | more, &code, &offset, nil)
    return pointer.map { .success($0) } ?? .failure(Failure(code: code, offset: offset))
  }

  private static func ready(_ pointer: OpaquePointer) -> PCRE2Code {
    var options: UInt32 = 0
    // SAFETY: `pointer` is compiled code that nobody else has yet; this option writes one UInt32.
    pcre2_pattern_info_8(pointer, UInt32(PCRE2_INFO_ALLOPTIONS), &options)
    let hasJIT = pcre2_jit_compile_8(pointer, PCRE2_JIT_COMPLETE) == 0
    return PCRE2Code(pointer: pointer, isAnchored: options & PCRE2_ANCHORED != 0, hasJIT: hasJIT)
  }

  private static func message(_ code: Int32) -> String {
    switch code {
    case PCRE2_ERROR_UNKNOWN_UNICODE_PROPERTY, PCRE2_ERROR_MALFORMED_UNICODE_PROPERTY:
      return "the installed PCRE2 does not know this property: use another one"
    case PCRE2_ERROR_PATTERN_TOO_LARGE, PCRE2_ERROR_PATTERN_TOO_COMPLICATED, PCRE2_ERROR_HEAP_FAILED,
      PCRE2_ERROR_PATTERN_STRING_TOO_LONG:
      return "the pattern is too large: shorten it or use smaller repeat counts"
    case PCRE2_ERROR_LOOKBEHIND_NOT_FIXED_LENGTH, PCRE2_ERROR_LOOKBEHIND_TOO_COMPLICATED,
      PCRE2_ERROR_LOOKBEHIND_TOO_LONG:
      return "this lookbehind is not supported: write its alternatives with short, fixed lengths"
    default:
      return "PCRE2 does not support this: \(text(code))"
    }
  }

  private static func text(_ code: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    // SAFETY: PCRE2 writes at most buffer.count bytes, the closing zero included.
    let length = pcre2_get_error_message_8(code, &buffer, buffer.count)
    return String(decoding: buffer.prefix(Int(max(length, 0))), as: UTF8.self)
  }
}
