// Runs of text inside a JSON string, 32 bytes a step, on x86-64 machines that have AVX2. Chosen at run time: the rest of
// the library is built for every machine.
#include "ByteScan.h"

#if ASSAY_HAS_AVX2_TEXT_RUN
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2,popcnt")))

// What a pair of bytes can be guilty of (Keiser and Lemire, "Validating UTF-8 in less than one instruction per byte",
// 2020): a pair is wrong if the lead's upper half, its lower half and the follower's upper half agree on one reason.
enum {
  TOO_SHORT = 1 << 0,       // a lead without its continuation
  TOO_LONG = 1 << 1,        // a continuation behind ASCII
  OVERLONG_3 = 1 << 2,      // E0 80..9F
  TOO_LARGE = 1 << 3,       // F4 90..BF
  SURROGATE = 1 << 4,       // ED A0..BF
  OVERLONG_2 = 1 << 5,      // C0, C1
  TOO_LARGE_OR_OVERLONG_4 = 1 << 6,  // F5..FF, and F0 80..8F
  TWO_CONTINUATIONS = 1 << 7
};
#define CARRY (TOO_SHORT | TOO_LONG | TWO_CONTINUATIONS)

// The same 16 entries in both halves: shuffles do not cross them.
#define TABLE(...) _mm256_broadcastsi128_si256(_mm_setr_epi8(__VA_ARGS__))

AVX2 ASSAY_INLINE __m256i wrong_pairs(__m256i v, __m256i before) {
  const __m256i nibble = _mm256_set1_epi8(0x0F);
  __m256i lead = _mm256_and_si256(_mm256_srli_epi16(before, 4), nibble);
  __m256i lead_low = _mm256_and_si256(before, nibble);
  __m256i follower = _mm256_and_si256(_mm256_srli_epi16(v, 4), nibble);
  const __m256i leads = TABLE(
      TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, (char)TWO_CONTINUATIONS,
      (char)TWO_CONTINUATIONS, (char)TWO_CONTINUATIONS, (char)TWO_CONTINUATIONS, TOO_SHORT | OVERLONG_2, TOO_SHORT,
      TOO_SHORT | OVERLONG_3 | SURROGATE, TOO_SHORT | TOO_LARGE | TOO_LARGE_OR_OVERLONG_4);
  const __m256i low_halves = TABLE(
      (char)(CARRY | OVERLONG_3 | OVERLONG_2 | TOO_LARGE_OR_OVERLONG_4), (char)(CARRY | OVERLONG_2), (char)CARRY,
      (char)CARRY, (char)(CARRY | TOO_LARGE), (char)(CARRY | TOO_LARGE | TOO_LARGE_OR_OVERLONG_4),
      (char)(CARRY | TOO_LARGE | TOO_LARGE_OR_OVERLONG_4), (char)(CARRY | TOO_LARGE | TOO_LARGE_OR_OVERLONG_4),
      (char)(CARRY | TOO_LARGE | TOO_LARGE_OR_OVERLONG_4), (char)(CARRY | TOO_LARGE | TOO_LARGE_OR_OVERLONG_4),
      (char)(CARRY | TOO_LARGE | TOO_LARGE_OR_OVERLONG_4), (char)(CARRY | TOO_LARGE | TOO_LARGE_OR_OVERLONG_4),
      (char)(CARRY | TOO_LARGE | TOO_LARGE_OR_OVERLONG_4),
      (char)(CARRY | TOO_LARGE | TOO_LARGE_OR_OVERLONG_4 | SURROGATE),
      (char)(CARRY | TOO_LARGE | TOO_LARGE_OR_OVERLONG_4), (char)(CARRY | TOO_LARGE | TOO_LARGE_OR_OVERLONG_4));
  const __m256i followers = TABLE(
      TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
      (char)(TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | OVERLONG_3 | TOO_LARGE_OR_OVERLONG_4),
      (char)(TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | OVERLONG_3 | TOO_LARGE),
      (char)(TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | SURROGATE | TOO_LARGE),
      (char)(TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | SURROGATE | TOO_LARGE), TOO_SHORT, TOO_SHORT, TOO_SHORT,
      TOO_SHORT);
  return _mm256_and_si256(
      _mm256_and_si256(_mm256_shuffle_epi8(leads, lead), _mm256_shuffle_epi8(low_halves, lead_low)),
      _mm256_shuffle_epi8(followers, follower));
}

// The bytes `count` places earlier, those of the step before among them.
#define EARLIER(v, last, count) _mm256_alignr_epi8(v, _mm256_permute2x128_si256(last, v, 0x21), 16 - (count))

AVX2 ASSAY_INLINE __m256i utf8_faults(__m256i v, __m256i last) {
  __m256i pairs = wrong_pairs(v, EARLIER(v, last, 1));
  // The third byte of three and the fourth of four: there, and only there, two continuations are right.
  __m256i third = _mm256_subs_epu8(EARLIER(v, last, 2), _mm256_set1_epi8((char)(0xE0 - 0x80)));
  __m256i fourth = _mm256_subs_epu8(EARLIER(v, last, 3), _mm256_set1_epi8((char)(0xF0 - 0x80)));
  __m256i expected = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8((char)0x80));
  return _mm256_xor_si256(pairs, expected);
}

// All bits of the first `count` bytes, of up to 32.
AVX2 ASSAY_INLINE __m256i first_bytes(uint64_t count) {
  const __m256i positions = _mm256_setr_epi8(
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
      31);
  return _mm256_cmpgt_epi8(_mm256_set1_epi8((char)count), positions);
}

typedef struct {
  __m256i bytes;   // zeros from the end on: what stands there is none of the string's
  uint64_t length; // up to the end; 32 if there is none
} Step;

AVX2 ASSAY_INLINE Step read_step(const uint8_t *p) {
  __m256i v = _mm256_loadu_si256((const __m256i *)p);
  __m256i control = _mm256_cmpeq_epi8(_mm256_min_epu8(v, _mm256_set1_epi8(0x1F)), v);
  __m256i quote = _mm256_cmpeq_epi8(v, _mm256_set1_epi8('"'));
  __m256i slash = _mm256_cmpeq_epi8(v, _mm256_set1_epi8('\\'));
  uint32_t ends = (uint32_t)_mm256_movemask_epi8(_mm256_or_si256(control, _mm256_or_si256(quote, slash)));
  // Without branches: strings end anywhere.
  uint64_t length = (uint64_t)__builtin_ctzll((1ull << 32) | ends);
  return (Step){_mm256_and_si256(v, first_bytes(length)), length};
}

AVX2 const uint8_t *assay_avx2_text_run(const uint8_t *p, uint64_t *continuations) {
  *continuations = 0;
  Step step = read_step(p);
  for (; _mm256_movemask_epi8(step.bytes) == 0; step = read_step(p += 32)) {
    if (step.length < 32) return p + step.length;
  }
  // From the first byte on that is not ASCII. A character that the end cuts off stands before a zero, in its own step or
  // in the next.
  __m256i last = _mm256_setzero_si256();
  __m256i faults = _mm256_setzero_si256();
  uint64_t continued = 0;
  for (;; step = read_step(p += 32)) {
    faults = _mm256_or_si256(faults, utf8_faults(step.bytes, last));
    last = step.bytes;
    // Below 0xC0, signed: 0x80 to 0xBF.
    __m256i continuing = _mm256_cmpgt_epi8(_mm256_set1_epi8((char)0xC0), step.bytes);
    continued += (uint64_t)__builtin_popcount((uint32_t)_mm256_movemask_epi8(continuing));
    if (step.length < 32) break;
  }
  if (!_mm256_testz_si256(faults, faults)) return 0;
  *continuations = continued;
  return p + step.length;
}

AVX2 int64_t assay_avx2_continuations(const uint8_t *p, uint64_t count) {
  __m256i last = _mm256_setzero_si256();
  __m256i faults = _mm256_setzero_si256();
  int64_t continued = 0;
  // The last step has less than 32 bytes: whatever the end cuts off stands before a zero.
  for (;;) {
    __m256i v = _mm256_loadu_si256((const __m256i *)p);
    __m256i control = _mm256_cmpeq_epi8(_mm256_min_epu8(v, _mm256_set1_epi8(0x1F)), v);
    if (count < 32) {
      __m256i own = first_bytes(count);
      v = _mm256_and_si256(v, own);
      control = _mm256_and_si256(control, own);
    }
    faults = _mm256_or_si256(faults, _mm256_or_si256(control, utf8_faults(v, last)));
    last = v;
    continued += __builtin_popcount((uint32_t)_mm256_movemask_epi8(_mm256_cmpgt_epi8(_mm256_set1_epi8((char)0xC0), v)));
    if (count < 32) break;
    p += 32;
    count -= 32;
  }
  return _mm256_testz_si256(faults, faults) ? continued : -1;
}
#endif
