#include "import/excerpt.h"

static bool is_blank(const struct kam_text *cells, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (kam_text_trim(cells[i]).len)
            return false;
    return true;
}

static bool copy(struct kam_excerpt_record *record, const struct kam_text *cells, size_t count,
                 uint64_t line, struct kam_arena *arena)
{
    *record = (struct kam_excerpt_record){line, NULL, count};
    record->cells = kam_arena_calloc(arena, count, sizeof *record->cells);
    for (size_t i = 0; record->cells && i < count; i++)
        if (!kam_arena_copy(arena, cells[i], &record->cells[i]))
            return false;
    return record->cells != NULL;
}

enum kam_status kam_excerpt_take(struct kam_excerpt *excerpt, const struct kam_reader *reader,
                                 char delimiter, uint64_t first, uint64_t last,
                                 struct kam_arena *arena, struct kam_error *error)
{
    const struct kam_reader_options o = {.delimiter = delimiter, .blank = KAM_BLANK_RECORDS};
    const char *name = kam_input_name(kam_reader_input(reader));
    struct kam_reader *records;
    enum kam_status status =
        kam_reader_open_memory(&records, name, kam_reader_peek(reader), &o, error);

    if (status)
        return status;
    *excerpt = (struct kam_excerpt){.title_count = 0};
    while (excerpt->row_count < KAM_EXCERPT_ROWS) {
        const struct kam_text *cells;
        struct kam_error broken;
        size_t count;
        uint64_t line;
        struct kam_excerpt_record *record = NULL;
        status = kam_reader_record(records, &cells, &count, &line, &broken);
        if (status == KAM_DATA && !kam_reader_failed(records))
            continue;
        if (status)
            break;
        if (is_blank(cells, count))
            continue;
        if (line > last)
            record = &excerpt->rows[excerpt->row_count++];
        else if (line < first && excerpt->title_count < KAM_EXCERPT_TITLES)
            record = &excerpt->titles[excerpt->title_count++];
        else
            excerpt->more_titles += line < first;
        if (record && !copy(record, cells, count, line, arena)) {
            status = KAM_NOMEM;
            break;
        }
    }
    kam_reader_close(records);
    return status == KAM_NOMEM ? kam_error_nomem(error) : KAM_OK;
}
