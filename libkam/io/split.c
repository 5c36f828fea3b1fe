#include "io/split.h"

/* The bytes P to END, which begin at offset BASE of the line; FOUND so many before them. */
static size_t find_in_bytes(const char *p, const char *end, size_t base, char delimiter, size_t *at,
                            size_t most, size_t found)
{
    for (const char *q = p; q < end && found <= most; q++)
        if (*q == delimiter) {
            if (found < most)
                at[found] = base + (size_t)(q - p);
            found++;
        }
    return found;
}

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__

/* The top bit of every byte of WORD that equals that of PATTERN, and no other bit. */
static uint64_t equal_bytes(uint64_t word, uint64_t pattern)
{
    const uint64_t low = UINT64_C(0x7F7F7F7F7F7F7F7F);
    uint64_t x = word ^ pattern;

    return ~(((x & low) + low) | x | low);
}

size_t kam_split_find(struct kam_text line, char delimiter, size_t *at, size_t most)
{
    uint64_t pattern = UINT64_C(0x0101010101010101) * (unsigned char)delimiter;
    size_t found = 0, i = 0;

    for (uint64_t word; line.len - i >= sizeof word && found <= most; i += sizeof word) {
        memcpy(&word, line.ptr + i, sizeof word);
        uint64_t hits = equal_bytes(word, pattern);
        for (; hits && found <= most; hits &= hits - 1) {
            if (found < most)
                at[found] = i + (size_t)__builtin_ctzll(hits) / 8;
            found++;
        }
    }
    if (found > most)
        return found;
    return find_in_bytes(line.ptr + i, line.ptr + line.len, i, delimiter, at, most, found);
}

#else

size_t kam_split_find(struct kam_text line, char delimiter, size_t *at, size_t most)
{
    return find_in_bytes(line.ptr, line.ptr + line.len, 0, delimiter, at, most, 0);
}

#endif
