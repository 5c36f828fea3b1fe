#include "table/clean.h"
#include "base/glyph.h"
#include "base/scan.h"
#include "io/writer.h"

/* Those of white space (base/text.h), of what spreadsheets wrap around cells, and of their words.
 */
const unsigned char kam_clean_edges[256] = {
    [0 ... ' '] = KAM_CLEAN_FIRST | KAM_CLEAN_LAST,
    ['#'] = KAM_CLEAN_FIRST,
    ['\''] = KAM_CLEAN_FIRST,
    ['('] = KAM_CLEAN_FIRST,
    ['-'] = KAM_CLEAN_FIRST,
    ['<'] = KAM_CLEAN_FIRST,
    ['='] = KAM_CLEAN_FIRST,
    ['N'] = KAM_CLEAN_FIRST,
    ['\\'] = KAM_CLEAN_FIRST,
    ['n'] = KAM_CLEAN_FIRST,
    [0x80 ... 0x8F] = KAM_CLEAN_LAST,
    [0x9F ... 0xA0] = KAM_CLEAN_LAST,
    [0xAF] = KAM_CLEAN_LAST,
    [0xBF] = KAM_CLEAN_LAST,
    [0xC2] = KAM_CLEAN_FIRST,
    [0xE2 ... 0xE3] = KAM_CLEAN_FIRST,
    [0xEF] = KAM_CLEAN_FIRST,
};

/* What stands between =" and " in CELL, still with its quotes doubled. False if it isn't so. */
static bool unwrap(struct kam_text *cell)
{
    if (cell->len < 3 || memcmp(cell->ptr, "=\"", 2) != 0 || cell->ptr[cell->len - 1] != '"')
        return false;
    *cell = (struct kam_text){cell->ptr + 2, cell->len - 3};
    return true;
}

static bool has_quote(struct kam_text text)
{
    return text.len && memchr(text.ptr, '"', text.len);
}

static bool undouble_quotes(struct kam_text *text, struct kam_arena *arena)
{
    char *copy = kam_arena_alloc(arena, text->len);
    size_t n = 0;

    if (!copy)
        return false;
    for (size_t i = 0; i < text->len; i++) {
        copy[n++] = text->ptr[i];
        if (text->ptr[i] == '"' && i + 1 < text->len && text->ptr[i + 1] == '"')
            i++;
    }
    *text = (struct kam_text){copy, n};
    return true;
}

/* The ASCII character that GLYPH is in an id, or GLYPH itself. */
static uint32_t fold(uint32_t glyph)
{
    uint32_t ascii = kam_glyph_fold(glyph);
    bool folds = (ascii >= '0' && ascii <= '9') || (ascii >= 'A' && ascii <= 'Z') ||
                 (ascii >= 'a' && ascii <= 'z') || ascii == '-';

    return folds ? ascii : glyph;
}

static bool has_full_width(struct kam_text text)
{
    if (!text.len || !memchr(text.ptr, 0xEF, text.len)) /* the first byte of all these */
        return false;
    while (text.len) {
        uint32_t glyph = kam_glyph_take(&text);
        if (fold(glyph) != glyph)
            return true;
    }
    return false;
}

static bool fold_full_width(struct kam_text *text, struct kam_arena *arena)
{
    struct kam_text rest = *text;
    char *copy = kam_arena_alloc(arena, text->len);
    size_t n = 0;

    if (!copy)
        return false;
    while (rest.len) {
        const char *from = rest.ptr;
        uint32_t glyph = kam_glyph_take(&rest), folded = fold(glyph);
        if (folded != glyph) {
            copy[n++] = (char)folded;
            continue;
        }
        memcpy(copy + n, from, (size_t)(rest.ptr - from));
        n += (size_t)(rest.ptr - from);
    }
    *text = (struct kam_text){copy, n};
    return true;
}

/* Take one leading apostrophe away if something stands behind it. */
static bool skip_apostrophe(struct kam_text *cell)
{
    if (cell->len < 2 || cell->ptr[0] != '\'')
        return false;
    *cell = (struct kam_text){cell->ptr + 1, cell->len - 1};
    return true;
}

bool kam_clean_id(struct kam_text *cell, struct kam_arena *arena)
{
    bool more = true;

    if (kam_clean_is_plain_id(*cell))
        return true;
    while (more) {
        *cell = kam_text_trim(*cell);
        more = skip_apostrophe(cell);
        if (more || !unwrap(cell))
            continue;
        more = true;
        if (has_quote(*cell) && !undouble_quotes(cell, arena))
            return false;
    }
    return !has_full_width(*cell) || fold_full_width(cell, arena);
}

struct kam_text kam_clean_text(struct kam_text cell)
{
    bool more = true;

    while (more) {
        cell = kam_text_trim(cell);
        struct kam_text inner = cell;
        more = unwrap(&inner) && !has_quote(inner);
        if (!more && cell.len > 1 && cell.ptr[0] == '\'') {
            inner = (struct kam_text){cell.ptr + 1, cell.len - 1};
            more = kam_writer_begins_formula(inner);
        }
        if (more)
            cell = inner;
    }
    return cell;
}

bool kam_clean_is_null(struct kam_text cell)
{
    cell = kam_text_trim(cell);
    switch (cell.len) {
    case 2:
        return kam_text_equal(cell, KAM_TEXT("\\N"));
    case 4:
        return kam_text_equal(cell, KAM_TEXT("NULL")) || kam_text_equal(cell, KAM_TEXT("null"));
    case 6:
        return kam_text_equal_fold(cell, KAM_TEXT("(null)")) ||
               kam_text_equal_fold(cell, KAM_TEXT("<null>"));
    default:
        return false;
    }
}

bool kam_clean_is_scientific(struct kam_text id)
{
    size_t whole = kam_scan_digits(id), places = 0;

    if (!whole)
        return false;
    id = (struct kam_text){id.ptr + whole, id.len - whole};
    if (kam_text_equal(id, KAM_TEXT(".0")))
        return true;
    if (whole != 1)
        return false;
    if (kam_scan_one_of(&id, ".,")) {
        places = kam_scan_digits(id);
        if (!places)
            return false;
        id = (struct kam_text){id.ptr + places, id.len - places};
    }
    if (!kam_scan_one_of(&id, "Ee"))
        return false;
    return (kam_scan_skip(&id, KAM_TEXT("+")) || places) && kam_scan_number(&id, 2, 3) >= 0 &&
           !id.len;
}

bool kam_clean_is_error(struct kam_text id)
{
    static const char *const words[] = {"N/A", "n/a", "NaN", "nan", "None", "-", "--"};
    size_t i = 0;

    if (id.len == 0)
        return false;
    if (id.ptr[0] != '#' && id.ptr[0] != 'N' && id.ptr[0] != 'n' && id.ptr[0] != '-')
        return false;
    while (i < id.len && id.ptr[i] == '#')
        i++;
    if (i == id.len)
        return true;
    if (i == 1)
        return id.ptr[id.len - 1] == '!' || id.ptr[id.len - 1] == '?' ||
               kam_text_equal(id, KAM_TEXT("#N/A"));
    for (size_t w = 0; w < sizeof words / sizeof *words; w++)
        if (kam_text_equal(id, kam_text_of(words[w])))
            return true;
    return false;
}

unsigned kam_clean_zero_tail(struct kam_text id, bool *long_digits)
{
    enum { KEPT = 15 };

    *long_digits = id.len > KEPT && kam_scan_digits(id) == id.len;
    if (!*long_digits)
        return 0;
    for (size_t i = KEPT; i < id.len; i++)
        if (id.ptr[i] != '0')
            return 0;
    return (unsigned)(id.len - KEPT);
}
