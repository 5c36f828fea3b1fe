#include "io/misstated.h"
#include "io/guess.h"

enum family { FAMILY_GB, FAMILY_BIG5, FAMILY_LATIN, FAMILY_OTHER };

static enum family family_of(const char *name)
{
    static const struct {
        const char *name;
        enum family family;
    } names[] = {
        {"GB18030", FAMILY_GB},        {"GBK", FAMILY_GB},
        {"GB2312", FAMILY_GB},         {"EUC-CN", FAMILY_GB},
        {"EUCCN", FAMILY_GB},          {"CP936", FAMILY_GB},
        {"MS936", FAMILY_GB},          {"WINDOWS-936", FAMILY_GB},
        {"BIG5", FAMILY_BIG5},         {"BIG-5", FAMILY_BIG5},
        {"BIG5-HKSCS", FAMILY_BIG5},   {"BIG5HKSCS", FAMILY_BIG5},
        {"CP950", FAMILY_BIG5},        {"WINDOWS-1252", FAMILY_LATIN},
        {"CP1252", FAMILY_LATIN},      {"ISO-8859-1", FAMILY_LATIN},
        {"ISO8859-1", FAMILY_LATIN},   {"ISO_8859-1", FAMILY_LATIN},
        {"LATIN1", FAMILY_LATIN},      {"L1", FAMILY_LATIN},
        {"ISO-8859-15", FAMILY_LATIN}, {"ISO8859-15", FAMILY_LATIN},
        {"LATIN-9", FAMILY_LATIN},
    };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (kam_text_equal_fold(kam_text_of(name), kam_text_of(names[i].name)))
            return names[i].family;
    return FAMILY_OTHER;
}

static bool is_high(char c)
{
    return (unsigned char)c >= 0x80;
}

static bool is_low_second(char c)
{
    return c >= 0x40 && c <= 0x7E;
}

/* How many different pairs there are, by their second byte; the first is above ASCII. */
struct pairs {
    size_t high, low;
};

static struct pairs count_pairs(struct kam_text bytes)
{
    unsigned char seen[0x10000 / 8] = {0};
    struct pairs pairs = {0, 0};

    for (size_t i = 0; i + 1 < bytes.len; i++) {
        unsigned char first = (unsigned char)bytes.ptr[i], second = (unsigned char)bytes.ptr[i + 1];
        if (first < 0x80 || (!is_high(bytes.ptr[i + 1]) && !is_low_second(bytes.ptr[i + 1])))
            continue;
        unsigned pair = (unsigned)first << 8 | second, bit = 1U << pair % 8;
        if (!(seen[pair / 8] & bit))
            (*(second >= 0x80 ? &pairs.high : &pairs.low))++;
        seen[pair / 8] |= (unsigned char)bit;
        i++;
    }
    return pairs;
}

/*
 * Of the characters of Big5 40 % have a second byte that is ASCII, of those in use of GB18030
 * hardly one; and letters of WINDOWS-1252 stand alone.
 */
static bool is_clear(enum family stated, enum family likely, struct pairs pairs)
{
    enum { FEW = 12, ENOUGH = 24, MOST_LOW = 8, LEAST_LOW = 4 };

    switch (stated) {
    case FAMILY_GB:
        return likely == FAMILY_BIG5 && pairs.high + pairs.low >= ENOUGH &&
               pairs.low >= pairs.high / LEAST_LOW;
    case FAMILY_BIG5:
        return likely == FAMILY_GB && pairs.high >= ENOUGH && pairs.low <= pairs.high / MOST_LOW;
    case FAMILY_LATIN:
        return (likely == FAMILY_GB || likely == FAMILY_BIG5) && pairs.high >= FEW;
    case FAMILY_OTHER:
        break;
    }
    return false;
}

const char *kam_misstated(const char *stated, struct kam_text bytes)
{
    enum family family = family_of(stated);
    const char *guess = family == FAMILY_OTHER ? NULL : kam_guess_encoding(bytes);

    if (!guess || !is_clear(family, family_of(guess), count_pairs(bytes)))
        return NULL;
    return guess;
}
