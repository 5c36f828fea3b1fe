#include "contact/scaleword.h"

#include "base/glyph.h"
#include "model/hint.h"
#include "table/heading.h"

#include <stddef.h>

struct word {
    const char *text;
    unsigned step;
};

/* As kam_heading_fold leaves them; those to be suggested first. Each list ends with NULL. */
static const struct word attitudes[] = {
    {"strong-positive", 4},
    {"positive", 3},
    {"neutral", 2},
    {"negative", 1},
    {"strong-negative", 0},
    {"强正向", 4},
    {"正向", 3},
    {"中性", 2},
    {"负向", 1},
    {"强负向", 0},
    {"强正面", 4},
    {"正面", 3},
    {"负面", 1},
    {"强负面", 0},
    {"中立", 2},
    {"支持", 3},
    {"反对", 1},
    {"very positive", 4},
    {"strongly positive", 4},
    {"very negative", 0},
    {"strongly negative", 0},
    {NULL, 0},
};
static const struct word depths[] = {
    {"none", 0}, {"shallow", 1}, {"medium", 2}, {"deep", 3}, {"无", 0},
    {"浅", 1},   {"中", 2},      {"深", 3},     {"没有", 0}, {"浅层", 1},
    {"中等", 2}, {"中层", 2},    {"深层", 3},   {"深入", 3}, {NULL, 0},
};
static const struct word importances[] = {
    {"normal", 1},     {"position", 2}, {"network", 2},  {"both", 3},   {"一般", 1},
    {"职位", 2},       {"人脉", 2},     {"两者", 3},     {"普通", 1},   {"none", 1},
    {"无", 1},         {"职位重要", 2}, {"人脉重要", 2}, {"都重要", 3}, {"两者都重要", 3},
    {"职位和人脉", 3}, {NULL, 0},
};

static const struct {
    const char *what;
    const struct word *words;
} grades[] = {
    [KAM_GRADE_ATTITUDE] = {"an attitude is strong-positive, positive, neutral, negative or "
                            "strong-negative (强正向, 正向, 中性, 负向, 强负向)",
                            attitudes},
    [KAM_GRADE_DEPTH] = {"a depth is none, shallow, medium or deep (无, 浅, 中, 深)", depths},
    [KAM_GRADE_IMPORTANCE] = {"an importance is normal, position, network or both (一般, 职位, "
                              "人脉, 两者)",
                              importances},
};

static bool fold(struct kam_text text, char out[KAM_HEADING_LONGEST])
{
    return kam_heading_fold(text, "-_/", out);
}

static bool same(const char *folded, const char *word)
{
    char other[KAM_HEADING_LONGEST];

    return fold(kam_text_of(word), other) && strcmp(folded, other) == 0;
}

/* ---- the nearest -------------------------------------------------------------------------------
 *
 * By characters: in bytes, 强正 would be as far from 强正向 as from nothing.
 */

enum { MOST_GLYPHS = 24 };

/* The characters of TEXT in GLYPHS; how many. What is longer is near to nothing. */
static size_t take_glyphs(struct kam_text text, uint32_t glyphs[MOST_GLYPHS + 1])
{
    size_t count = 0;

    while (text.len && count <= MOST_GLYPHS)
        glyphs[count++] = kam_glyph_take(&text);
    return count;
}

/* Levenshtein distance. */
static size_t distance(const uint32_t *a, size_t a_count, const uint32_t *b, size_t b_count)
{
    size_t row[MOST_GLYPHS + 2];

    for (size_t j = 0; j <= b_count; j++)
        row[j] = j;
    for (size_t i = 1; i <= a_count; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b_count; j++) {
            size_t changed = diagonal + (a[i - 1] != b[j - 1]);
            size_t shorter = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;
            diagonal = row[j];
            row[j] = changed < shorter ? changed : shorter;
        }
    }
    return row[b_count];
}

/* The first of the nearest WORDS; at most a third of the characters, of two one, may differ. */
static struct kam_text nearest(const char *folded, const struct word *words)
{
    uint32_t meant[MOST_GLYPHS + 1], glyphs[MOST_GLYPHS + 1];
    size_t count = take_glyphs(kam_text_of(folded), meant), least = (count + 1) / 3 + 1;
    struct kam_text found = KAM_TEXT("");
    char word[KAM_HEADING_LONGEST];

    if (count > MOST_GLYPHS)
        return found;
    for (size_t i = 0; words[i].text; i++) {
        if (!fold(kam_text_of(words[i].text), word))
            continue;
        size_t other = take_glyphs(kam_text_of(word), glyphs);
        size_t apart = distance(meant, count, glyphs, other);
        if (apart >= least)
            continue;
        least = apart;
        found = kam_text_of(words[i].text);
    }
    return found;
}

enum kam_status kam_scaleword_read(enum kam_grade grade, struct kam_text text,
                                   const struct kam_place *place, unsigned *step,
                                   struct kam_error *error)
{
    const struct word *words = grades[grade].words;
    char folded[KAM_HEADING_LONGEST];

    if (!fold(text, folded))
        folded[0] = '\0';
    for (size_t i = 0; words[i].text; i++)
        if (same(folded, words[i].text)) {
            *step = words[i].step;
            return KAM_OK;
        }
    if (text.len == 0)
        return kam_error_at(error, KAM_DATA, place, "empty: %s", grades[grade].what);
    return kam_error_at(error, KAM_DATA, place, "unknown: %s; %s%s", kam_show(text).s,
                        grades[grade].what, kam_hint(nearest(folded, words)).s);
}
