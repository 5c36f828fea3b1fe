#include "io/guess.h"
#include "base/utf8.h"

enum {
    SAMPLE = 16 * 1024, /* bytes of lines that aren't ASCII */
    BROKEN = -20,       /* points for bytes that are no character */
};

/* Characters of two bytes within these bounds, or of one byte where there is no second. */
struct range {
    unsigned char first_low, first_high, second_low, second_high;
    signed char points;
};

/* Of overlapping ranges the first counts. */
static const struct range gb18030[] = {
    {0xA1, 0xA3, 0xA1, 0xFE, 6},  /* punctuation, full-width forms */
    {0xB0, 0xD7, 0xA1, 0xFE, 10}, /* GB 2312, level 1 */
    {0xD8, 0xF7, 0xA1, 0xFE, 4},  /* level 2 */
    {0xA4, 0xA9, 0xA1, 0xFE, 1},  /* other scripts */
    {0xAA, 0xFE, 0xA1, 0xFE, -8}, /* private use */
    {0x81, 0xFE, 0x40, 0x7E, 0},  /* rare characters of GBK */
    {0x81, 0xFE, 0x80, 0xFE, 0},
    {0x81, 0xFE, 0x30, 0x39, 0}, /* half a character of four bytes */
    {0, 0, 0, 0, 0},
};

static const struct range big5[] = {
    {0xA4, 0xC6, 0x40, 0x7E, 10},                              /* the frequent characters */
    {0xA4, 0xC6, 0xA1, 0xFE, 10}, {0xA1, 0xA3, 0x40, 0x7E, 6}, /* punctuation */
    {0xA1, 0xA3, 0xA1, 0xFE, 6},  {0xC9, 0xF9, 0x40, 0x7E, 2},
    {0xC9, 0xF9, 0xA1, 0xFE, 2},  {0x87, 0xFE, 0x40, 0x7E, -8}, /* Hong Kong's, private use */
    {0x87, 0xFE, 0xA1, 0xFE, -8}, {0, 0, 0, 0, 0},
};

static const struct range shift_jis[] = {
    {0x82, 0x82, 0x9F, 0xF1, 10}, /* hiragana */
    {0x83, 0x83, 0x40, 0x96, 10}, /* katakana */
    {0x81, 0x81, 0x40, 0xAC, 6},  /* punctuation */
    {0x82, 0x82, 0x4F, 0x9A, 5},  /* full-width forms */
    {0x88, 0x97, 0x40, 0xFC, 10}, /* kanji, level 1 */
    {0x98, 0x9F, 0x40, 0xFC, 2},
    {0xE0, 0xEA, 0x40, 0xFC, 2},
    {0xA1, 0xDF, 0, 0, -3}, /* half-width katakana */
    {0, 0, 0, 0, 0},
};

static const struct range euc_kr[] = {
    {0xB0, 0xC8, 0xA1, 0xFE, 11},  /* Hangul; all of it is level 1 of GB 2312, too */
    {0xA1, 0xA3, 0xA1, 0xFE, 6},   /* punctuation, full-width forms */
    {0xCA, 0xFD, 0xA1, 0xFE, -15}, /* Hanja, by now rare; half of GB 2312 */
    {0xA4, 0xAC, 0xA1, 0xFE, 1},
    {0x81, 0xC6, 0x41, 0xFE, 0}, /* rare syllables */
    {0, 0, 0, 0, 0},
};

static const struct range *find_range(const struct range *ranges, unsigned char first,
                                      unsigned char second)
{
    for (; ranges->first_low; ranges++)
        if (first >= ranges->first_low && first <= ranges->first_high &&
            (ranges->second_low == 0 ||
             (second >= ranges->second_low && second <= ranges->second_high)))
            return ranges;
    return NULL;
}

/* A lone byte at the end of LINE may be cut, and costs nothing. */
static long score_pairs(struct kam_text line, const struct range *ranges)
{
    const unsigned char *p = (const unsigned char *)line.ptr;
    long points = 0;

    for (size_t i = 0; i < line.len; i++) {
        if (p[i] < 0x80)
            continue;
        if (i + 1 == line.len)
            break;
        const struct range *range = find_range(ranges, p[i], p[i + 1]);
        points += range ? range->points : BROKEN;
        i += range && range->second_low;
    }
    return points;
}

static bool is_high(char c)
{
    return (unsigned char)c >= 0x80;
}

static long score_utf8(struct kam_text line)
{
    enum { GOOD_BYTE = 5 };
    long points = 0;

    while (line.len) {
        size_t n = kam_utf8_prefix(line);
        for (size_t i = 0; i < n; i++)
            points += is_high(line.ptr[i]) ? GOOD_BYTE : 0;
        if (n < line.len) {
            points += BROKEN;
            n++;
        }
        line.ptr += n;
        line.len -= n;
    }
    return points;
}

static bool is_ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_latin_letter(char c)
{
    unsigned char u = (unsigned char)c;

    return (u >= 0xC0 && u != 0xD7 && u != 0xF7) || u == 0x8A || u == 0x8C || u == 0x8E ||
           u == 0x9A || u == 0x9C || u == 0x9E || u == 0x9F;
}

/* WINDOWS-1252: accented letters stand alone between ASCII ones, seldom two together. */
static long score_latin(struct kam_text run, bool in_word)
{
    enum { IN_WORD = 8, ALONE = 2, SYMBOL = 3, PAIR = 5, MORE = -6 };
    static const struct kam_text unused = {"\x81\x8D\x8F\x90\x9D", 5};

    if (run.len == 1 && memchr(unused.ptr, *run.ptr, unused.len))
        return BROKEN;
    if (run.len == 1)
        return !is_latin_letter(*run.ptr) ? SYMBOL : in_word ? IN_WORD : ALONE;
    if (run.len == 2)
        return in_word && is_latin_letter(run.ptr[0]) && is_latin_letter(run.ptr[1]) ? PAIR : -PAIR;
    return MORE * (long)run.len;
}

static bool is_cyrillic_upper(char c)
{
    return ((unsigned char)c >= 0xC0 && (unsigned char)c <= 0xDF) || (unsigned char)c == 0xA8;
}

static bool is_cyrillic_lower(char c)
{
    return (unsigned char)c >= 0xE0 || (unsigned char)c == 0xB8;
}

/* WINDOWS-1251: whole words, all small but perhaps for the first letter, or all capitals. */
static long score_cyrillic(struct kam_text run, bool in_word)
{
    enum { LETTER = 6, ALONE = 2 };
    static const struct kam_text signs = {"\x93\x94\x96\x97\xA0\xAB\xB9\xBB", 8};
    size_t upper = 0, lower = 0;

    while (run.len > 1 && memchr(signs.ptr, *run.ptr, signs.len))
        run = (struct kam_text){run.ptr + 1, run.len - 1};
    while (run.len > 1 && memchr(signs.ptr, run.ptr[run.len - 1], signs.len))
        run.len--;
    for (size_t i = 0; i < run.len; i++) {
        upper += is_cyrillic_upper(run.ptr[i]);
        lower += is_cyrillic_lower(run.ptr[i]);
    }
    bool word = upper == run.len || lower == run.len ||
                (lower == run.len - 1 && is_cyrillic_upper(*run.ptr));
    if (run.len == 1 && word && !in_word)
        return ALONE;
    return word && !in_word ? LETTER * (long)run.len : -LETTER * (long)run.len;
}

typedef long score_run(struct kam_text run, bool in_word);

static long score_runs(struct kam_text line, score_run *score)
{
    long points = 0;

    for (size_t i = 0; i < line.len; i++) {
        size_t start = i;
        while (i < line.len && is_high(line.ptr[i]))
            i++;
        bool in_word = (start && is_ascii_letter(line.ptr[start - 1])) ||
                       (i < line.len && is_ascii_letter(line.ptr[i]));
        if (i > start)
            points += score((struct kam_text){line.ptr + start, i - start}, in_word);
    }
    return points;
}

/* The first of those with the most points is taken. */
static const struct candidate {
    const char *name;
    const struct range *pairs;
    score_run *run;
    size_t fewest; /* different pairs of high bytes that it takes to tell it from another */
} candidates[] = {
    {"UTF-8", NULL, NULL, 0},
    {"GB18030", gb18030, NULL, 0},
    {"BIG5", big5, NULL, 0},
    {"SHIFT_JIS", shift_jis, NULL, 0},
    {"EUC-KR", euc_kr, NULL, 20},
    {"WINDOWS-1252", NULL, score_latin, 0},
    {"WINDOWS-1251", NULL, score_cyrillic, 0},
};

enum { CANDIDATES = sizeof candidates / sizeof *candidates };

static long score_line(const struct candidate *candidate, struct kam_text line)
{
    if (candidate->pairs)
        return score_pairs(line, candidate->pairs);
    return candidate->run ? score_runs(line, candidate->run) : score_utf8(line);
}

static bool has_high_bytes(struct kam_text line)
{
    for (size_t i = 0; i < line.len; i++)
        if (is_high(line.ptr[i]))
            return true;
    return false;
}

/* How many different pairs of high bytes there are. */
static size_t count_pairs(struct kam_text bytes)
{
    unsigned char seen[0x10000 / 8] = {0};
    size_t count = 0;

    for (size_t i = 0; i + 1 < bytes.len; i++) {
        if (!is_high(bytes.ptr[i]) || !is_high(bytes.ptr[i + 1]))
            continue;
        unsigned pair =
            (unsigned)(unsigned char)bytes.ptr[i] << 8 | (unsigned char)bytes.ptr[i + 1];
        count += !(seen[pair / 8] >> pair % 8 & 1);
        seen[pair / 8] |= (unsigned char)(1 << pair % 8);
        i++;
    }
    return count;
}

const char *kam_guess_encoding(struct kam_text bytes)
{
    long points[CANDIDATES] = {0};
    size_t best = 0, room = SAMPLE, different = count_pairs(bytes);

    while (bytes.len && room) {
        bool found;
        struct kam_text line = kam_text_split(&bytes, '\n', &found);
        if (!has_high_bytes(line))
            continue;
        if (line.len > room)
            line.len = room;
        for (size_t i = 0; i < CANDIDATES; i++)
            points[i] += score_line(&candidates[i], line);
        room -= line.len;
    }
    for (size_t i = 0; i < CANDIDATES; i++)
        if (points[i] > points[best] && different >= candidates[i].fewest)
            best = i;
    return points[best] > 0 ? candidates[best].name : NULL;
}
