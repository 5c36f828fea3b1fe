#include "import/toprecords.h"
#include "io/reader.h"
#include "table/clean.h"

enum kam_status kam_top_record_copy(struct kam_top_record *record, const struct kam_text *cells,
                                    size_t count, uint64_t line, struct kam_arena *arena,
                                    struct kam_error *error)
{
    record->cells = kam_arena_calloc(arena, count, sizeof *record->cells);
    record->count = count;
    record->line = line;
    if (!record->cells)
        return kam_error_nomem(error);
    for (size_t i = 0; i < count; i++)
        if (!kam_arena_copy(arena, kam_clean_text(cells[i]), &record->cells[i]))
            return kam_error_nomem(error);
    return KAM_OK;
}

enum kam_status kam_top_records_read(struct kam_top_records *top, const char *name,
                                     struct kam_text block, char delimiter, uint64_t last_line,
                                     struct kam_arena *arena, struct kam_error *error)
{
    struct kam_reader_options o = {.delimiter = delimiter, .blank = KAM_BLANK_RECORDS};
    struct kam_reader *reader;
    enum kam_status status = kam_reader_open_memory(&reader, name, block, &o, error);
    uint64_t line = 0;

    top->count = 0;
    if (status)
        return status;
    for (int i = 0; i < KAM_HEADER_WITHIN || line < last_line; i++) {
        const struct kam_text *cells;
        size_t count;
        status = kam_reader_record(reader, &cells, &count, &line, error);
        if (status == KAM_DATA && !kam_reader_failed(reader))
            continue;
        if (status)
            break;
        /* Of a header far down only its own lines matter. */
        if (top->count == KAM_HEADER_WITHIN)
            memmove(top->items, top->items + 1, sizeof top->items - sizeof *top->items);
        else
            top->count++;
        status = kam_top_record_copy(&top->items[top->count - 1], cells, count, line, arena, error);
        if (status)
            break;
    }
    kam_reader_close(reader);
    return status == KAM_NOMEM ? status : KAM_OK;
}

static bool is_ascii(struct kam_text text, size_t at)
{
    return (unsigned char)text.ptr[at] < 0x80;
}

static enum kam_status join_names(struct kam_text above, struct kam_text below,
                                  struct kam_text *name, struct kam_arena *arena,
                                  struct kam_error *error)
{
    struct kam_buffer joined = {NULL, 0, 0};
    bool space = is_ascii(above, above.len - 1) && is_ascii(below, 0);
    bool ok = kam_buffer_add(&joined, above) && (!space || kam_buffer_add_byte(&joined, ' ')) &&
              kam_buffer_add(&joined, below) &&
              kam_arena_copy(arena, kam_buffer_text(&joined), name);

    kam_buffer_free(&joined);
    return ok ? KAM_OK : kam_error_nomem(error);
}

enum kam_status kam_top_records_join(const struct kam_top_record *top,
                                     const struct kam_top_record *bottom, enum kam_header_join how,
                                     struct kam_top_record *joined, struct kam_arena *arena,
                                     struct kam_error *error)
{
    size_t count = top->count > bottom->count ? top->count : bottom->count;
    struct kam_text group = KAM_TEXT("");

    *joined = (struct kam_top_record){.count = count, .line = top->line};
    joined->cells = kam_arena_calloc(arena, count, sizeof *joined->cells);
    if (!joined->cells)
        return kam_error_nomem(error);
    for (size_t i = 0; i < count; i++) {
        struct kam_text above = i < top->count ? top->cells[i] : KAM_TEXT("");
        struct kam_text below = i < bottom->count ? bottom->cells[i] : KAM_TEXT("");
        enum kam_status status = KAM_OK;
        if (above.len)
            group = above;
        if (below.len == 0)
            joined->cells[i] = above;
        else if (how == KAM_JOIN_BELOW || group.len == 0)
            joined->cells[i] = below;
        else
            status = join_names(group, below, &joined->cells[i], arena, error);
        if (status)
            return status;
    }
    return KAM_OK;
}
