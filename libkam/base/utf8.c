#include "base/utf8.h"

size_t kam_utf8_character(const char *p, size_t left)
{
    const unsigned char *c = (const unsigned char *)p;
    unsigned char low = 0x80, high = 0xBF;

    if (c[0] < 0x80)
        return 1;
    if (c[0] < 0xC2 || c[0] > 0xF4)
        return 0;
    size_t n = c[0] < 0xE0 ? 2 : c[0] < 0xF0 ? 3 : 4;
    if (c[0] == 0xE0)
        low = 0xA0;
    else if (c[0] == 0xED)
        high = 0x9F;
    else if (c[0] == 0xF0)
        low = 0x90;
    else if (c[0] == 0xF4)
        high = 0x8F;
    if (left < n || c[1] < low || c[1] > high)
        return 0;
    for (size_t i = 2; i < n; i++)
        if ((c[i] & 0xC0) != 0x80)
            return 0;
    return n;
}

/* Three-byte characters with these first bytes have no exceptions: most of Chinese. */
static bool is_regular_three(const char *p)
{
    const unsigned char *c = (const unsigned char *)p;

    return c[0] >= 0xE1 && c[0] <= 0xEC && (c[1] & 0xC0) == 0x80 && (c[2] & 0xC0) == 0x80;
}

/* The prefix of TEXT, which is known to be well-formed up to AT, where a character begins. */
static size_t prefix_from(struct kam_text text, size_t at)
{
    const char *p = text.ptr;
    size_t i = at, n = 1;

    while (i < text.len && n) {
        uint64_t eight;
        while (text.len - i >= sizeof eight) {
            memcpy(&eight, p + i, sizeof eight);
            if (eight & UINT64_C(0x8080808080808080))
                break;
            i += sizeof eight;
        }
        while (i < text.len && (unsigned char)p[i] < 0x80)
            i++;
        while (text.len - i >= 3 && is_regular_three(p + i))
            i += 3;
        if (i == text.len)
            break;
        n = kam_utf8_character(p + i, text.len - i);
        i += n;
    }
    return i;
}

#ifdef KAM_HAS_VECTORS
#include <immintrin.h>

/*
 * The lookup method of Keiser and Lemire, "Validating UTF-8 In Less Than One Instruction Per Byte"
 * (Software: Practice and Experience 51(5), 2021; arXiv:2010.03090). All that can be wrong with two
 * bytes in a row shows in the upper four bits of both and the lower four of the first: three tables
 * say of each what errors it may be part of, and what all three say is one. The first seven bits
 * are these errors; that a continuation follows a continuation is only one if neither a
 * character of three bytes nor one of four began before it.
 */
enum {
    TOO_SHORT = 1 << 0,      /* a first byte, and no continuation behind it */
    TOO_LONG = 1 << 1,       /* ASCII, and a continuation behind it */
    OVERLONG_3 = 1 << 2,     /* E0 and below A0 */
    TOO_LARGE = 1 << 3,      /* F4 and above 8F, F5 and more: above U+10FFFF */
    SURROGATE = 1 << 4,      /* ED and above 9F */
    OVERLONG_2 = 1 << 5,     /* C0 or C1 */
    TOO_LARGE_1000 = 1 << 6, /* F5 and more, and below 90 */
    OVERLONG_4 = 1 << 6,     /* F0 and below 90 */
    TWO_CONTINUATIONS = 1 << 7,
    /* whatever the lower four bits of the first byte are */
    ANY_LOWER = TOO_SHORT | TOO_LONG | TWO_CONTINUATIONS,
};

enum { WIDTH = sizeof(__m256i), LONGEST_BEFORE = 3 };

KAM_AVX2 static inline __m256i load(const char *p)
{
    return _mm256_loadu_si256((const __m256i_u *)(const void *)p);
}

/* The byte of TABLE for the lower four bits of each of BYTES. */
KAM_AVX2 static inline __m256i by_lower(const unsigned char table[16], __m256i bytes)
{
    __m128i half = _mm_loadu_si128((const __m128i_u *)(const void *)table);

    return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(half),
                               _mm256_and_si256(bytes, _mm256_set1_epi8(0x0F)));
}

KAM_AVX2 static inline __m256i by_upper(const unsigned char table[16], __m256i bytes)
{
    return by_lower(table, _mm256_srli_epi16(bytes, 4));
}

/* What is wrong with BYTES, each behind the byte in BEFORE; TWO_CONTINUATIONS may be right. */
KAM_AVX2 static inline __m256i find_pairs(__m256i before, __m256i bytes)
{
    enum { A = ANY_LOWER, L = TOO_LARGE | TOO_LARGE_1000 };
    static const unsigned char first_upper[16] = {
        [0x0 ... 0x7] = TOO_LONG,
        [0x8 ... 0xB] = TWO_CONTINUATIONS,
        [0xC] = TOO_SHORT | OVERLONG_2,
        [0xD] = TOO_SHORT,
        [0xE] = TOO_SHORT | OVERLONG_3 | SURROGATE,
        [0xF] = TOO_SHORT | TOO_LARGE | TOO_LARGE_1000 | OVERLONG_4,
    };
    static const unsigned char first_lower[16] = {
        [0x0] = A | OVERLONG_2 | OVERLONG_3 | OVERLONG_4,
        [0x1] = A | OVERLONG_2,
        [0x2 ... 0x3] = A,
        [0x4] = A | TOO_LARGE,
        [0x5 ... 0xC] = A | L,
        [0xD] = A | L | SURROGATE,
        [0xE ... 0xF] = A | L,
    };
    static const unsigned char second_upper[16] = {
        [0x0 ... 0x7] = TOO_SHORT,
        [0x8] =
            TOO_LONG | TWO_CONTINUATIONS | OVERLONG_2 | OVERLONG_3 | OVERLONG_4 | TOO_LARGE_1000,
        [0x9] = TOO_LONG | TWO_CONTINUATIONS | OVERLONG_2 | OVERLONG_3 | TOO_LARGE,
        [0xA ... 0xB] = TOO_LONG | TWO_CONTINUATIONS | OVERLONG_2 | SURROGATE | TOO_LARGE,
        [0xC ... 0xF] = TOO_SHORT,
    };
    __m256i wrong = _mm256_and_si256(by_upper(first_upper, before), by_lower(first_lower, before));

    return _mm256_and_si256(wrong, by_upper(second_upper, bytes));
}

/* TWO_CONTINUATIONS for each byte at P that must be the third of its character, or the fourth. */
KAM_AVX2 static inline __m256i find_later(const char *p)
{
    __m256i third = _mm256_subs_epu8(load(p - 2), _mm256_set1_epi8(0xE0 - 0x80));
    __m256i fourth = _mm256_subs_epu8(load(p - 3), _mm256_set1_epi8(0xF0 - 0x80));

    return _mm256_and_si256(_mm256_or_si256(third, fourth),
                            _mm256_set1_epi8((char)TWO_CONTINUATIONS));
}

/* Whether there is only ASCII from P on, and behind ASCII. */
KAM_AVX2 static inline bool is_ascii(const char *p)
{
    return !_mm256_movemask_epi8(_mm256_or_si256(load(p), load(p - LONGEST_BEFORE)));
}

/* Whether nothing is wrong from P on, where the last character may be cut. */
KAM_AVX2 static inline bool is_good(const char *p)
{
    __m256i wrong = _mm256_xor_si256(find_pairs(load(p - 1), load(p)), find_later(p));

    return _mm256_testz_si256(wrong, wrong);
}

/*
 * From AT on, where a character begins, over whole vectors in which nothing is wrong. A character
 * may be cut where this ends. There are LONGEST_BEFORE bytes before AT: each byte is seen with
 * those to its left by loading the vectors that begin so many bytes before.
 */
KAM_AVX2 static size_t skip_good(struct kam_text text, size_t at)
{
    size_t end = at + (text.len - at) / WIDTH * WIDTH;

    while (at < end && (is_ascii(text.ptr + at) || is_good(text.ptr + at)))
        at += WIDTH;
    return at;
}

/* Up to where a character begins TEXT is well-formed, as far as vectors tell. */
static size_t prefix_avx2(struct kam_text text)
{
    size_t at = 0;

    while (at < LONGEST_BEFORE) {
        size_t n = at < text.len ? kam_utf8_character(text.ptr + at, text.len - at) : 0;
        if (!n)
            return at;
        at += n;
    }
    at = skip_good(text, at);
    for (size_t back = 1; back <= LONGEST_BEFORE; back++)
        if (((unsigned char)text.ptr[at - back] & 0xC0) != 0x80)
            return at - back;
    return at;
}

#endif

size_t kam_utf8_prefix_with(struct kam_text text, enum kam_vectors vectors)
{
    size_t at = 0;

#ifdef KAM_HAS_VECTORS
    if (vectors == KAM_VECTORS_AVX2)
        at = prefix_avx2(text);
#else
    (void)vectors;
#endif
    return prefix_from(text, at);
}

size_t kam_utf8_prefix(struct kam_text text)
{
    return kam_utf8_prefix_with(text, kam_vectors_best());
}
