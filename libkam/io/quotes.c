#include "io/quotes.h"

static const uint64_t ones = UINT64_C(0x0101010101010101);

/* Not 0 if a byte of WORD is less than LIMIT, which is at most 128. */
static inline uint64_t below(uint64_t word, unsigned char limit)
{
    return (word - ones * limit) & ~word & (ones << 7);
}

static inline uint64_t has(uint64_t word, char byte)
{
    return below(word ^ ones * (unsigned char)byte, 1);
}

/* Not 0 if a byte of WORD may need quotes: all that do are less than '-', letters and digits not.
 */
static inline uint64_t is_suspicious(uint64_t word, char delimiter)
{
    (void)delimiter;
    return below(word, '-');
}

/* Not 0 if a byte of WORD needs quotes. */
static inline uint64_t breaks(uint64_t word, char delimiter)
{
    return has(word, '"') | has(word, '\n') | has(word, '\r') | has(word, delimiter);
}

static inline uint64_t word_at(const char *bytes)
{
    uint64_t word;

    memcpy(&word, bytes, sizeof word);
    return word;
}

/*
 * Whether TEST holds for a word of TEXT. What is no multiple of a word ends in one that overlaps
 * the one before; what is shorter is filled up with letters.
 */
static inline bool any(struct kam_text text, uint64_t (*test)(uint64_t word, char delimiter),
                       char delimiter)
{
    uint64_t word = ones * 'x', found = 0;

    if (text.len < sizeof word) {
        for (size_t i = 0; i < text.len; i++)
            word = word << 8 | (unsigned char)text.ptr[i];
        return test(word, delimiter);
    }
    for (size_t i = 0; i < text.len - sizeof word; i += sizeof word)
        found |= test(word_at(text.ptr + i), delimiter);
    return found | test(word_at(text.ptr + text.len - sizeof word), delimiter);
}

/* Not inlined, as few cells are suspicious. */
static __attribute__((noinline)) bool any_breaks(struct kam_text text, char delimiter)
{
    return any(text, breaks, delimiter);
}

bool kam_quotes_needed(struct kam_text text, char delimiter)
{
    return any(text, is_suspicious, delimiter) && any_breaks(text, delimiter);
}
