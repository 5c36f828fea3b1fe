#include "io/pairs.h"

#include <stdlib.h>
#include <strings.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum {
    FIRST_LEAD = 0x80,
    LEADS = 0x100 - FIRST_LEAD,
    BLOCK = 16, /* bytes that are copied at once where all are ASCII */
};

/* UTF-8 of up to three bytes, in their order in memory, and how many they are; 0: not known. */
struct character {
    char bytes[3];
    uint8_t count;
};

struct kam_pairs {
    struct character characters[LEADS][0x100];
};

bool kam_pairs_are_in(const char *name)
{
    static const char *const names[] = {"GB18030", "GBK",    "CP936", "MS936", "WINDOWS-936",
                                        "EUC-CN",  "GB2312", "EUCCN", "BIG5",  "BIG-5",
                                        "CP950",   "EUC-TW", "EUCTW"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcasecmp(name, names[i]) == 0)
            return true;
    return false;
}

/* What CONVERSION makes of LEAD and TRAIL, if that is one character that is known to be UTF-8. */
static struct character ask(iconv_t conversion, unsigned char lead, unsigned char trail)
{
    char pair[2] = {(char)lead, (char)trail}, *from = pair;
    struct character character = {{0}, 0};
    size_t left = sizeof pair, room = sizeof character.bytes;
    char *to = character.bytes;
    bool whole = iconv(conversion, &from, &left, &to, &room) != (size_t)-1 && left == 0;

    (void)iconv(conversion, NULL, NULL, NULL, NULL);
    size_t count = (size_t)(to - character.bytes);
    unsigned char least = count == 2 ? 0xC2 : 0xE0; /* a first byte of one character, not of two */
    if (whole && count > 1 && (unsigned char)character.bytes[0] >= least)
        character.count = (uint8_t)count;
    return character;
}

struct kam_pairs *kam_pairs_new(iconv_t conversion)
{
    struct kam_pairs *pairs = malloc(sizeof *pairs);

    for (unsigned lead = 0; pairs && lead < LEADS; lead++)
        for (unsigned trail = 0; trail < 0x100; trail++)
            pairs->characters[lead][trail] =
                ask(conversion, (unsigned char)(FIRST_LEAD + lead), (unsigned char)trail);
    return pairs;
}

/* Copy the ASCII at the front of FROM, up to END, to TO, where there is room for a block more. */
static size_t copy_ascii(const char *from, const char *end, char *to)
{
    const char *begin = from;

#ifdef __SSE2__
    for (; end - from >= BLOCK; from += BLOCK, to += BLOCK) {
        __m128i block = _mm_loadu_si128((const __m128i *)(const void *)from);
        _mm_storeu_si128((__m128i *)(void *)to, block);
        int others = _mm_movemask_epi8(block);
        if (others)
            return (size_t)(from - begin) + (size_t)__builtin_ctz((unsigned)others);
    }
#endif
    while (from < end && (unsigned char)*from < FIRST_LEAD)
        *to++ = *from++;
    return (size_t)(from - begin);
}

size_t kam_pairs_convert(const struct kam_pairs *pairs, struct kam_text bytes,
                         struct kam_buffer *out)
{
    const char *from = bytes.ptr, *end = from + bytes.len;
    char *to = out->ptr + out->len;

    while (from < end) {
        size_t ascii = copy_ascii(from, end, to);
        from += ascii;
        to += ascii;
        for (; end - from >= 2 && (unsigned char)*from >= FIRST_LEAD; from += 2) {
            const struct character *character =
                &pairs->characters[(unsigned char)from[0] - FIRST_LEAD][(unsigned char)from[1]];
            if (!character->count)
                goto done;
            memcpy(to, character, sizeof *character); /* the count behind it is written over */
            to += character->count;
        }
        if (from < end && (unsigned char)*from >= FIRST_LEAD)
            break;
    }
done:
    out->len = (size_t)(to - out->ptr);
    return (size_t)(from - bytes.ptr);
}
