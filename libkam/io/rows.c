#include "io/rows.h"
#include "io/masks.h"

/* What of a scan goes on from one 64 bytes to the next; each is 0 or 1 but for `inside`. */
struct carry {
    uint64_t inside;  /* quotes: all bits or none */
    uint64_t start;   /* a field begins with the next byte */
    uint64_t closing; /* the last byte was a quote that may close a field */
    uint64_t cr;      /* the last byte was a CR outside quotes */
};

/* Bit i is the exclusive or of the bits up to i: set from an opening quote to before the closing.
 */
static inline uint64_t prefix_xor(uint64_t bits)
{
    for (unsigned shift = 1; shift < KAM_MASK_BYTES; shift *= 2)
        bits ^= bits << shift;
    return bits;
}

/*
 * The bytes that end fields, and in *ODD those that a regular record doesn't have: a quote that
 * opens where no field begins, one that closes where none ends, a line end within quotes, a CR
 * without LF. Behind the first of these nothing can be trusted.
 */
static inline uint64_t find_ends(const struct kam_masks *masks, struct carry *carry, uint64_t *odd,
                                 bool *has_doubled)
{
    const unsigned last = KAM_MASK_BYTES - 1;
    uint64_t lf = masks->lf, cr = masks->cr, quote = masks->quote;

    if (!(quote | cr | carry->inside | carry->cr | carry->closing)) {
        uint64_t ends = masks->delimiter | lf;
        carry->start = ends >> last;
        *odd = 0;
        return ends;
    }
    uint64_t inside = prefix_xor(quote) ^ carry->inside;
    uint64_t ends = (masks->delimiter | lf) & ~inside;
    uint64_t opening = quote & inside, closing = quote & ~inside;
    uint64_t behind_end = ends << 1 | carry->start;
    uint64_t behind_closing = closing << 1 | carry->closing;
    uint64_t behind_cr = (cr & ~inside) << 1 | carry->cr;

    *odd = (opening & ~behind_end & ~behind_closing) |
           (behind_closing & ~(ends | opening | (cr & ~inside))) | ((lf | cr) & inside) |
           (behind_cr & ~lf);
    *has_doubled |= (opening & behind_closing) != 0;
    carry->inside = (uint64_t)0 - (inside >> last);
    carry->start = ends >> last;
    carry->closing = closing >> last;
    carry->cr = (cr & ~inside) >> last;
    return ends;
}

/* All bits below the lowest of BITS; all if there is none. */
static inline uint64_t bits_below(uint64_t bits)
{
    return bits ? (bits & (0 - bits)) - 1 : ~(uint64_t)0;
}

/* How many of BITS there are up to the lowest of OTHERS, which has one. */
static inline size_t count_to_lowest(uint64_t bits, uint64_t others)
{
    return (size_t)__builtin_popcountll(bits & (others ^ (others - 1)));
}

/* Inlined where the vectors are known, so that MASKS_OF is no call. */
static inline __attribute__((always_inline)) void
find(struct kam_rows *rows, struct kam_text bytes, char delimiter, size_t most,
     struct kam_masks (*masks_of)(const char *bytes, char delimiter))
{
    struct carry carry = {.start = 1};
    char tail[KAM_MASK_BYTES];
    size_t count = 0, found = 0;
    uint64_t odd = 0;

    rows->has_doubled = false;
    rows->first[0] = 0;
    for (size_t at = 0; at < bytes.len && !odd && count < most; at += KAM_MASK_BYTES) {
        const char *p = bytes.ptr + at;
        if (bytes.len - at < KAM_MASK_BYTES) {
            memset(tail, '\0', sizeof tail);
            memcpy(tail, p, bytes.len - at);
            p = tail;
        }
        struct kam_masks masks = masks_of(p, delimiter);
        uint64_t ends = find_ends(&masks, &carry, &odd, &rows->has_doubled) & bits_below(odd);
        for (uint64_t lf = ends & masks.lf; lf; lf &= lf - 1)
            rows->first[++count] = (uint32_t)(found + count_to_lowest(ends, lf));
        for (; ends; ends &= ends - 1)
            rows->ends[found++] = (uint32_t)(at + (unsigned)__builtin_ctzll(ends));
    }
    rows->count = count < most ? count : most;
}

static void find_plain(struct kam_rows *rows, struct kam_text bytes, char delimiter, size_t most)
{
    find(rows, bytes, delimiter, most, kam_masks_plain);
}

#ifdef KAM_HAS_VECTORS

static void find_sse2(struct kam_rows *rows, struct kam_text bytes, char delimiter, size_t most)
{
    find(rows, bytes, delimiter, most, kam_masks_sse2);
}

KAM_AVX2 static void find_avx2(struct kam_rows *rows, struct kam_text bytes, char delimiter,
                               size_t most)
{
    find(rows, bytes, delimiter, most, kam_masks_avx2);
}

#endif

void kam_rows_find(struct kam_rows *rows, struct kam_text bytes, char delimiter, size_t most,
                   enum kam_vectors vectors)
{
    if (bytes.len > KAM_ROWS_WINDOW)
        bytes.len = KAM_ROWS_WINDOW;
    if (most > KAM_ROWS_MOST)
        most = KAM_ROWS_MOST;
    switch (vectors) {
#ifdef KAM_HAS_VECTORS
    case KAM_VECTORS_AVX2:
        find_avx2(rows, bytes, delimiter, most);
        return;
    case KAM_VECTORS_SSE2:
        find_sse2(rows, bytes, delimiter, most);
        return;
#endif
    default:
        find_plain(rows, bytes, delimiter, most);
    }
}
