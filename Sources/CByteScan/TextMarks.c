// A copy of a text with two bits a byte: where strings may end, and what is not plain. 64 bytes a step.
#include "ByteScan.h"
#include <string.h>

// What lies behind the text counts as a stop: whoever looks for one finds it.
ASSAY_INLINE uint64_t behind(uint64_t count) { return ~0ull << count; }

#define MARK_TEXT(name, stops16, low16)                                                                              \
  ASSAY_INLINE void name##_step(const uint8_t *p, uint64_t *stops, uint64_t *low) {                                  \
    uint64_t s = 0, l = 0;                                                                                           \
    for (int i = 0; i < 64; i += 16) {                                                                               \
      s |= (uint64_t)stops16(p + i) << i;                                                                            \
      l |= (uint64_t)low16(p + i) << i;                                                                              \
    }                                                                                                                \
    *stops = s;                                                                                                      \
    *low = l;                                                                                                        \
  }                                                                                                                  \
  void name(uint8_t *to, const uint8_t *from, uint64_t count, uint64_t *stops, uint64_t *low) {                      \
    for (; count >= 64; count -= 64, to += 64, from += 64) {                                                         \
      memcpy(to, from, 64);                                                                                          \
      name##_step(to, stops++, low++);                                                                               \
    }                                                                                                                \
    memcpy(to, from, count);                                                                                         \
    memset(to + count, 0, 64);                                                                                       \
    name##_step(to, stops, low);                                                                                     \
    *stops |= behind(count);                                                                                         \
  }

MARK_TEXT(assay_portable_mark_text, assay_portable_stops16, assay_portable_low16)
MARK_TEXT(assay_scan_mark_text, assay_scan_stops16, assay_scan_low16)

#if ASSAY_HAS_AVX2_TEXT_RUN
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))

AVX2 ASSAY_INLINE void mark_step(__m256i a, __m256i b, uint64_t *stops, uint64_t *low) {
  const __m256i quote = _mm256_set1_epi8('"'), slash = _mm256_set1_epi8('\\'), space = _mm256_set1_epi8(0x20);
  __m256i stops_a = _mm256_or_si256(_mm256_cmpeq_epi8(a, quote), _mm256_cmpeq_epi8(a, slash));
  __m256i stops_b = _mm256_or_si256(_mm256_cmpeq_epi8(b, quote), _mm256_cmpeq_epi8(b, slash));
  *stops = (uint32_t)_mm256_movemask_epi8(stops_a) | (uint64_t)(uint32_t)_mm256_movemask_epi8(stops_b) << 32;
  // Signed: bytes from 0x80 are negative.
  uint32_t low_a = (uint32_t)_mm256_movemask_epi8(_mm256_cmpgt_epi8(space, a));
  uint32_t low_b = (uint32_t)_mm256_movemask_epi8(_mm256_cmpgt_epi8(space, b));
  *low = low_a | (uint64_t)low_b << 32;
}

AVX2 void assay_avx2_mark_text(uint8_t *to, const uint8_t *from, uint64_t count, uint64_t *stops, uint64_t *low) {
  for (; count >= 64; count -= 64, to += 64, from += 64) {
    __m256i a = _mm256_loadu_si256((const __m256i *)from);
    __m256i b = _mm256_loadu_si256((const __m256i *)(from + 32));
    _mm256_storeu_si256((__m256i *)to, a);
    _mm256_storeu_si256((__m256i *)(to + 32), b);
    mark_step(a, b, stops++, low++);
  }
  memcpy(to, from, count);
  memset(to + count, 0, 64);
  mark_step(
      _mm256_loadu_si256((const __m256i *)to), _mm256_loadu_si256((const __m256i *)(to + 32)), stops, low);
  *stops |= behind(count);
}
#endif
