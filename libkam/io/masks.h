/*
 * masks: which of 64 bytes are a delimiter, a quote, or part of a line end; the vector code, and
 * the same in plain C. Bit number i of a mask is byte number i.
 */
#ifndef KAM_IO_MASKS_H
#define KAM_IO_MASKS_H

#include "base/vectors.h"

#include <stdint.h>

enum { KAM_MASK_BYTES = 64 };

struct kam_masks {
    uint64_t delimiter, quote, lf, cr;
};

static inline uint64_t kam_masks_equal(const char *bytes, char byte)
{
    uint64_t mask = 0;

    for (unsigned i = 0; i < KAM_MASK_BYTES; i++)
        mask |= (uint64_t)(bytes[i] == byte) << i;
    return mask;
}

static inline struct kam_masks kam_masks_plain(const char *bytes, char delimiter)
{
    return (struct kam_masks){
        .delimiter = kam_masks_equal(bytes, delimiter),
        .quote = kam_masks_equal(bytes, '"'),
        .lf = kam_masks_equal(bytes, '\n'),
        .cr = kam_masks_equal(bytes, '\r'),
    };
}

#ifdef KAM_HAS_VECTORS
#include <immintrin.h>

static inline uint64_t kam_masks_equal_16(__m128i bytes, char byte)
{
    __m128i equal = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte));

    return (uint16_t)_mm_movemask_epi8(equal);
}

static inline struct kam_masks kam_masks_sse2(const char *bytes, char delimiter)
{
    enum { WIDTH = sizeof(__m128i) };
    struct kam_masks masks = {0, 0, 0, 0};

    for (unsigned i = 0; i < KAM_MASK_BYTES; i += WIDTH) {
        __m128i some = _mm_loadu_si128((const __m128i_u *)(const void *)(bytes + i));
        masks.delimiter |= kam_masks_equal_16(some, delimiter) << i;
        masks.quote |= kam_masks_equal_16(some, '"') << i;
        masks.lf |= kam_masks_equal_16(some, '\n') << i;
        masks.cr |= kam_masks_equal_16(some, '\r') << i;
    }
    return masks;
}

KAM_AVX2 static inline uint64_t kam_masks_equal_32(__m256i bytes, char byte)
{
    __m256i equal = _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(byte));

    return (uint32_t)_mm256_movemask_epi8(equal);
}

KAM_AVX2 static inline struct kam_masks kam_masks_avx2(const char *bytes, char delimiter)
{
    enum { WIDTH = sizeof(__m256i) };
    struct kam_masks masks = {0, 0, 0, 0};

    for (unsigned i = 0; i < KAM_MASK_BYTES; i += WIDTH) {
        __m256i some = _mm256_loadu_si256((const __m256i_u *)(const void *)(bytes + i));
        masks.delimiter |= kam_masks_equal_32(some, delimiter) << i;
        masks.quote |= kam_masks_equal_32(some, '"') << i;
        masks.lf |= kam_masks_equal_32(some, '\n') << i;
        masks.cr |= kam_masks_equal_32(some, '\r') << i;
    }
    return masks;
}

#endif

#endif
