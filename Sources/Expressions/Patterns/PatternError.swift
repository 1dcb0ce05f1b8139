/// Why a text is no pattern of RE2, or is one that is too large.
struct PatternError: Error {
  let message: String
}
