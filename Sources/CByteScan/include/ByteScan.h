// Masks over 16 bytes: one bit a byte, lowest bit first. All are `static inline`, so that they vanish into the Swift
// loops that call them. Each reads exactly 16 bytes from `p`; the caller owns that they exist.
//
// `assay_portable_*` exists everywhere and is the meaning; `assay_scan_*` is SSE2 or NEON where there is one.
#ifndef ASSAY_BYTE_SCAN_H
#define ASSAY_BYTE_SCAN_H
#include <stdint.h>

#define ASSAY_INLINE static inline __attribute__((always_inline))

// Bytes that end a plain run inside a JSON string: quote, backslash, control (< 0x20), non-ASCII (>= 0x80).
ASSAY_INLINE uint32_t assay_portable_special16(const uint8_t *p) {
  uint32_t mask = 0;
  for (int i = 0; i < 16; i++) {
    uint8_t c = p[i];
    mask |= (uint32_t)(c < 0x20 || c >= 0x80 || c == '"' || c == '\\') << i;
  }
  return mask;
}

// Quotes and backslashes.
ASSAY_INLINE uint32_t assay_portable_stops16(const uint8_t *p) {
  uint32_t mask = 0;
  for (int i = 0; i < 16; i++) mask |= (uint32_t)(p[i] == '"' || p[i] == '\\') << i;
  return mask;
}

// Control characters (< 0x20) and bytes that are not ASCII (>= 0x80).
ASSAY_INLINE uint32_t assay_portable_low16(const uint8_t *p) {
  uint32_t mask = 0;
  for (int i = 0; i < 16; i++) mask |= (uint32_t)(p[i] < 0x20 || p[i] >= 0x80) << i;
  return mask;
}

// Bytes that are not JSON white space (space, tab, line feed, carriage return).
ASSAY_INLINE uint32_t assay_portable_non_space16(const uint8_t *p) {
  uint32_t mask = 0;
  for (int i = 0; i < 16; i++) {
    uint8_t c = p[i];
    mask |= (uint32_t)!(c == ' ' || c == '\n' || c == '\t' || c == '\r') << i;
  }
  return mask;
}

// Bytes inside one of four ranges, which may differ from byte to byte. `ranges` is aligned to 16: the lowest bytes of
// the first range for each of the 16, of the second, third and fourth, then their widths (highest minus lowest).
ASSAY_INLINE uint32_t assay_portable_ranges16(const uint8_t *p, const void *ranges) {
  const uint8_t *lows = (const uint8_t *)ranges;
  uint32_t mask = 0;
  for (int i = 0; i < 64; i++) {
    uint8_t above = (uint8_t)(p[i & 15] - lows[i]);
    mask |= (uint32_t)(above <= lows[64 + i]) << (i & 15);
  }
  return mask;
}

#if defined(__SSE2__)
#include <emmintrin.h>

ASSAY_INLINE uint32_t assay_scan_special16(const uint8_t *p) {
  __m128i v = _mm_loadu_si128((const __m128i *)p);
  // Signed comparison: bytes from 0x80 are negative, so one test finds controls and non-ASCII.
  __m128i low = _mm_cmplt_epi8(v, _mm_set1_epi8(0x20));
  __m128i quote = _mm_cmpeq_epi8(v, _mm_set1_epi8('"'));
  __m128i slash = _mm_cmpeq_epi8(v, _mm_set1_epi8('\\'));
  return (uint32_t)_mm_movemask_epi8(_mm_or_si128(low, _mm_or_si128(quote, slash)));
}

ASSAY_INLINE uint32_t assay_scan_stops16(const uint8_t *p) {
  __m128i v = _mm_loadu_si128((const __m128i *)p);
  __m128i quote = _mm_cmpeq_epi8(v, _mm_set1_epi8('"'));
  return (uint32_t)_mm_movemask_epi8(_mm_or_si128(quote, _mm_cmpeq_epi8(v, _mm_set1_epi8('\\'))));
}

ASSAY_INLINE uint32_t assay_scan_low16(const uint8_t *p) {
  __m128i v = _mm_loadu_si128((const __m128i *)p);
  return (uint32_t)_mm_movemask_epi8(_mm_cmplt_epi8(v, _mm_set1_epi8(0x20)));
}

ASSAY_INLINE uint32_t assay_scan_non_space16(const uint8_t *p) {
  __m128i v = _mm_loadu_si128((const __m128i *)p);
  __m128i a = _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8(' ')), _mm_cmpeq_epi8(v, _mm_set1_epi8('\n')));
  __m128i b = _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('\t')), _mm_cmpeq_epi8(v, _mm_set1_epi8('\r')));
  return ~(uint32_t)_mm_movemask_epi8(_mm_or_si128(a, b)) & 0xFFFFu;
}

ASSAY_INLINE uint32_t assay_scan_ranges16(const uint8_t *p, const void *ranges) {
  __m128i v = _mm_loadu_si128((const __m128i *)p);
  const __m128i *lows = (const __m128i *)ranges;
  __m128i beyond = _mm_set1_epi8(-1);
  for (int i = 0; i < 4; i++) {
    // The saturating step leaves zero for bytes inside; those below the range have wrapped round to far above it.
    __m128i above = _mm_subs_epu8(_mm_sub_epi8(v, lows[i]), lows[4 + i]);
    beyond = _mm_min_epu8(beyond, above);
  }
  return (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(beyond, _mm_setzero_si128()));
}

#elif defined(__aarch64__)
#include <arm_neon.h>

// NEON has no movemask: keep one distinct bit a lane, then add pairwise down to two bytes.
ASSAY_INLINE uint32_t assay_neon_mask(uint8x16_t lanes) {
  const uint8x16_t bits = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t kept = vandq_u8(lanes, bits);
  uint8x16_t sum = vpaddq_u8(kept, kept);
  sum = vpaddq_u8(sum, sum);
  sum = vpaddq_u8(sum, sum);
  return vgetq_lane_u16(vreinterpretq_u16_u8(sum), 0);
}

ASSAY_INLINE uint32_t assay_scan_special16(const uint8_t *p) {
  uint8x16_t v = vld1q_u8(p);
  uint8x16_t low = vcltq_s8(vreinterpretq_s8_u8(v), vdupq_n_s8(0x20));
  uint8x16_t quote = vceqq_u8(v, vdupq_n_u8('"'));
  uint8x16_t slash = vceqq_u8(v, vdupq_n_u8('\\'));
  return assay_neon_mask(vorrq_u8(low, vorrq_u8(quote, slash)));
}

ASSAY_INLINE uint32_t assay_scan_stops16(const uint8_t *p) {
  uint8x16_t v = vld1q_u8(p);
  return assay_neon_mask(vorrq_u8(vceqq_u8(v, vdupq_n_u8('"')), vceqq_u8(v, vdupq_n_u8('\\'))));
}

ASSAY_INLINE uint32_t assay_scan_low16(const uint8_t *p) {
  return assay_neon_mask(vcltq_s8(vreinterpretq_s8_u8(vld1q_u8(p)), vdupq_n_s8(0x20)));
}

ASSAY_INLINE uint32_t assay_scan_non_space16(const uint8_t *p) {
  uint8x16_t v = vld1q_u8(p);
  uint8x16_t a = vorrq_u8(vceqq_u8(v, vdupq_n_u8(' ')), vceqq_u8(v, vdupq_n_u8('\n')));
  uint8x16_t b = vorrq_u8(vceqq_u8(v, vdupq_n_u8('\t')), vceqq_u8(v, vdupq_n_u8('\r')));
  return ~assay_neon_mask(vorrq_u8(a, b)) & 0xFFFFu;
}

ASSAY_INLINE uint32_t assay_scan_ranges16(const uint8_t *p, const void *ranges) {
  uint8x16_t v = vld1q_u8(p);
  const uint8_t *lows = (const uint8_t *)ranges;
  uint8x16_t inside = vdupq_n_u8(0);
  for (int i = 0; i < 64; i += 16) {
    uint8x16_t above = vsubq_u8(v, vld1q_u8(lows + i));
    inside = vorrq_u8(inside, vcleq_u8(above, vld1q_u8(lows + 64 + i)));
  }
  return assay_neon_mask(inside);
}

#else
ASSAY_INLINE uint32_t assay_scan_special16(const uint8_t *p) { return assay_portable_special16(p); }
ASSAY_INLINE uint32_t assay_scan_stops16(const uint8_t *p) { return assay_portable_stops16(p); }
ASSAY_INLINE uint32_t assay_scan_low16(const uint8_t *p) { return assay_portable_low16(p); }
ASSAY_INLINE uint32_t assay_scan_non_space16(const uint8_t *p) { return assay_portable_non_space16(p); }
ASSAY_INLINE uint32_t assay_scan_ranges16(const uint8_t *p, const void *ranges) {
  return assay_portable_ranges16(p, ranges);
}
#endif

// Copies `count` bytes and puts 64 zeros behind them. A bit for each byte, lowest bit first, of whole words up to the one
// behind the last byte: in `stops` for quotes, backslashes and what lies behind the text, in `low` as `low16`.
void assay_portable_mark_text(uint8_t *to, const uint8_t *from, uint64_t count, uint64_t *stops, uint64_t *low);
void assay_scan_mark_text(uint8_t *to, const uint8_t *from, uint64_t count, uint64_t *stops, uint64_t *low);

#if defined(__x86_64__) && defined(__GNUC__)
#define ASSAY_HAS_AVX2_TEXT_RUN 1
// The same, only where `assay_has_avx2` says so.
void assay_avx2_mark_text(uint8_t *to, const uint8_t *from, uint64_t count, uint64_t *stops, uint64_t *low);
// The first quote, backslash or control character (< 0x20) from `p` on; 0 if the text before it is not UTF-8 (RFC 3629).
// `continuations` becomes the number of bytes that go on with a character. Reads up to 31 bytes behind that end. Only
// where `assay_has_avx2` says so.
const uint8_t *assay_avx2_text_run(const uint8_t *p, uint64_t *continuations);
// The number of bytes that go on with a character in a text of `count` bytes; -1 if it is not UTF-8 or has a control
// character. Reads up to 31 bytes behind it. Only where `assay_has_avx2` says so.
int64_t assay_avx2_continuations(const uint8_t *p, uint64_t count);
ASSAY_INLINE int assay_has_avx2(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt"); }
#endif

#endif
