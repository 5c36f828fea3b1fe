#include "domain/clean.h"
#include "io/writer.h"

static bool is_plain(struct kam_text t)
{
    return t.len && (unsigned char)t.ptr[0] > ' ' && (unsigned char)t.ptr[0] < 0x7F &&
           t.ptr[0] != '=' && (unsigned char)t.ptr[t.len - 1] > ' ' &&
           (unsigned char)t.ptr[t.len - 1] < 0x7F;
}

bool kam_clean_id(struct kam_text *cell, struct kam_arena *arena)
{
    if (is_plain(*cell))
        return true;
    *cell = kam_text_trim(*cell);
    if (cell->len < 3 || memcmp(cell->ptr, "=\"", 2) != 0 || cell->ptr[cell->len - 1] != '"')
        return true;
    struct kam_text inner = {cell->ptr + 2, cell->len - 3};
    if (inner.len && memchr(inner.ptr, '"', inner.len)) {
        char *copy = kam_arena_alloc(arena, inner.len);
        size_t n = 0;
        if (!copy)
            return false;
        for (size_t i = 0; i < inner.len; i++) {
            copy[n++] = inner.ptr[i];
            if (inner.ptr[i] == '"' && i + 1 < inner.len && inner.ptr[i + 1] == '"')
                i++;
        }
        inner = (struct kam_text){copy, n};
    }
    *cell = kam_text_trim(inner);
    return true;
}

struct kam_text kam_clean_text(struct kam_text cell)
{
    cell = kam_text_trim(cell);
    if (cell.len > 1 && cell.ptr[0] == '\'') {
        struct kam_text rest = {cell.ptr + 1, cell.len - 1};
        if (kam_writer_begins_formula(rest))
            return rest;
    }
    return cell;
}
