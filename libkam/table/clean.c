#include "table/clean.h"
#include "io/writer.h"

static bool is_plain(struct kam_text t)
{
    return t.len && (unsigned char)t.ptr[0] > ' ' && (unsigned char)t.ptr[0] < 0x7F &&
           t.ptr[0] != '=' && (unsigned char)t.ptr[t.len - 1] > ' ' &&
           (unsigned char)t.ptr[t.len - 1] < 0x7F;
}

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

bool kam_clean_id(struct kam_text *cell, struct kam_arena *arena)
{
    if (is_plain(*cell))
        return true;
    *cell = kam_text_trim(*cell);
    while (unwrap(cell)) {
        if (has_quote(*cell) && !undouble_quotes(cell, arena))
            return false;
        *cell = kam_text_trim(*cell);
    }
    return true;
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
