/*
 * plain: numbers of nothing but ASCII digits and at most one point, as nearly all are, read 8 bytes
 * at a time. Inlined, as it is what the inner loop does with every amount.
 *
 * Eight bytes are a word whose lowest byte is the first of them, so that all of them are tested
 * and summed at once.
 */
#ifndef KAM_BASE_PLAIN_H
#define KAM_BASE_PLAIN_H

#include "text.h"

#include <endian.h>

enum { KAM_PLAIN_WORD = sizeof(uint64_t) };

/* Four bytes less '0' each, exactly so for digits: others are above 9 then. */
static inline uint64_t kam_plain_load_four(const char *p)
{
    uint32_t four;

    memcpy(&four, p, sizeof four);
    return le32toh(four) ^ UINT32_C(0x30303030);
}

/* The 1 to 8 bytes at P, less '0' each, as the last of a word, with zeros before them. */
static inline uint64_t kam_plain_load(const char *p, size_t len)
{
    size_t missing = 8 * (KAM_PLAIN_WORD - len); /* bits */

    /* Two loads that overlap, and none beyond the bytes. */
    if (len >= sizeof(uint32_t))
        return kam_plain_load_four(p) << missing | kam_plain_load_four(p + len - sizeof(uint32_t))
                                                       << 32;
    uint64_t head = (unsigned char)p[0] ^ '0', middle = (unsigned char)p[len / 2] ^ '0';
    uint64_t tail = (unsigned char)p[len - 1] ^ '0';
    return head << missing | middle << (missing + 8 * (len / 2)) | tail << 56;
}

/* Bit 7 of each byte of WORD above 9; above the lowest of them perhaps of others, too. */
static inline uint64_t kam_plain_above_9(uint64_t word)
{
    return (word | (word + UINT64_C(0x7676767676767676))) & UINT64_C(0x8080808080808080);
}

/*
 * The number that eight digits are: each with the next, each two with the next two, four with four,
 * by a multiplication each that adds the word to ten, a hundred, ten thousand times what stands
 * before (Lemire, "Quickly parsing eight digits", 2018).
 */
static inline uint64_t kam_plain_value(uint64_t word)
{
    word = (word * (1 + (10 << 8))) >> 8;
    word = ((word & UINT64_C(0x00FF00FF00FF00FF)) * (1 + (100 << 16))) >> 16;
    return ((word & UINT64_C(0x0000FFFF0000FFFF)) * (1 + (UINT64_C(10000) << 32))) >> 32;
}

/* What kam_plain_read found. */
struct kam_plain {
    uint64_t value;
    bool has_point;
    size_t places; /* digits behind the point */
};

/*
 * Read LEN bytes at P, 1 to 8: digits and at most one point, even if that is all. False if they are
 * anything else.
 */
static inline bool kam_plain_read(const char *p, size_t len, struct kam_plain *plain)
{
    uint64_t word = kam_plain_load(p, len), odd = kam_plain_above_9(word);

    plain->has_point = odd != 0;
    plain->places = 0;
    if (odd) {
        plain->places = (size_t)__builtin_clzll(odd) / 8;
        if (odd & (odd - 1) || p[len - 1 - plain->places] != '.')
            return false;
        /* The bytes before the point move to behind it. */
        word = (word & (0 - odd)) | (word & (odd - 1) >> 8) << 8;
    }
    plain->value = kam_plain_value(word);
    return true;
}

/* The same for a number: 1 to 18 digits, whose value is below 10^18, and at most one point. */
KAM_MUST_CHECK bool kam_plain_read_number(struct kam_text text, struct kam_plain *plain);

#endif
