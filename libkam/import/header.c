#include "import/header.h"
#include "import/importmap.h"
#include "import/rejects.h"
#include "table/clean.h"

enum { HEADER_WITHIN = 100 }; /* records from the top of a file */

/* A record near the top, copied. */
struct record {
    struct kam_text *cells;
    size_t count;
    uint64_t line;
};

struct top {
    struct record records[HEADER_WITHIN];
    size_t count;
};

static bool is_account_table(const struct kam_text *names, size_t count)
{
    return kam_text_among(names, count, KAM_TEXT("account_id")) &&
           kam_text_among(names, count, KAM_TEXT("lines")) &&
           kam_text_among(names, count, KAM_TEXT("revenue"));
}

const char *kam_header_choose_encoding(const char *encoding, struct kam_text first_bytes)
{
    enum { MOST_NAMES = 64 }; /* an account table has its own first, but for attributes */
    char delimiter = kam_reader_guess_delimiter(first_bytes);
    struct kam_text names[MOST_NAMES];
    size_t count = 0;
    bool more = true;
    struct kam_text line = kam_text_split(&first_bytes, '\n', &more);

    for (more = true; more && count < MOST_NAMES; count++)
        names[count] = kam_text_trim(kam_text_split(&line, delimiter, &more));
    return is_account_table(names, count) || kam_rejects_are(names, count) ? NULL : encoding;
}

static enum kam_status copy_record(struct kam_import_plan *plan, struct record *record,
                                   const struct kam_text *cells, size_t count, uint64_t line,
                                   struct kam_error *error)
{
    record->cells = kam_arena_calloc(&plan->arena, count, sizeof *record->cells);
    record->count = count;
    record->line = line;
    if (!record->cells)
        return kam_error_nomem(error);
    for (size_t i = 0; i < count; i++)
        if (!kam_arena_copy(&plan->arena, kam_clean_text(cells[i]), &record->cells[i]))
            return kam_error_nomem(error);
    return KAM_OK;
}

/*
 * The top records of BLOCK, split at DELIMITER: those within the limit, and further down to LINE.
 * What can't be read as a record is no header, and left out; ERROR tells of the last one.
 */
static enum kam_status read_top(struct kam_import_plan *plan, struct top *top, const char *path,
                                struct kam_text block, char delimiter, uint64_t last_line,
                                struct kam_error *error)
{
    struct kam_reader_options o = {.delimiter = delimiter, .blank = KAM_BLANK_RECORDS};
    struct kam_reader *reader;
    enum kam_status status = kam_reader_open_memory(&reader, path, block, &o, error);
    uint64_t line = 0;

    top->count = 0;
    if (status)
        return status;
    for (int i = 0; i < HEADER_WITHIN || line < last_line; i++) {
        const struct kam_text *cells;
        size_t count;
        status = kam_reader_record(reader, &cells, &count, &line, error);
        if (status == KAM_DATA)
            continue;
        if (status)
            break;
        /* Of a header far down only its own lines matter. */
        struct record *record = &top->records[top->count < HEADER_WITHIN ? top->count : 0];
        if (top->count == HEADER_WITHIN)
            memmove(top->records, top->records + 1, (HEADER_WITHIN - 1) * sizeof *record);
        else
            top->count++;
        status = copy_record(plan, &top->records[top->count - 1], cells, count, line, error);
        if (status)
            break;
    }
    kam_reader_close(reader);
    return status == KAM_NOMEM ? status : KAM_OK;
}

/* ---- headers of two lines -------------------------------------------------------------------- */

enum join {
    JOIN_BOTH, /* 客户 above 编号: 客户编号; an empty cell on top belongs to the one before it */
    JOIN_BELOW, /* what is below counts, and only where that is empty what is above */
};

static bool is_ascii_word(struct kam_text text, size_t at)
{
    unsigned char c = (unsigned char)text.ptr[at];

    return c < 0x80;
}

static enum kam_status join_names(struct kam_import_plan *plan, struct kam_text above,
                                  struct kam_text below, struct kam_text *name,
                                  struct kam_error *error)
{
    struct kam_buffer joined = {NULL, 0, 0};
    bool space = is_ascii_word(above, above.len - 1) && is_ascii_word(below, 0);
    bool ok = kam_buffer_add(&joined, above) && (!space || kam_buffer_add_byte(&joined, ' ')) &&
              kam_buffer_add(&joined, below) &&
              kam_arena_copy(&plan->arena, kam_buffer_text(&joined), name);

    kam_buffer_free(&joined);
    return ok ? KAM_OK : kam_error_nomem(error);
}

/* The names that records TOP and BOTTOM give together. */
static enum kam_status join_records(struct kam_import_plan *plan, const struct record *top,
                                    const struct record *bottom, enum join how,
                                    struct record *joined, struct kam_error *error)
{
    size_t count = top->count > bottom->count ? top->count : bottom->count;
    struct kam_text group = KAM_TEXT("");

    *joined = (struct record){.count = count, .line = top->line};
    joined->cells = kam_arena_calloc(&plan->arena, count, sizeof *joined->cells);
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
        else if (how == JOIN_BELOW || group.len == 0)
            joined->cells[i] = below;
        else
            status = join_names(plan, group, below, &joined->cells[i], error);
        if (status)
            return status;
    }
    return KAM_OK;
}

/* RECORD goes on with the header in the one above it: cells where that has none, and no figures. */
static bool completes(const struct record *above, const struct record *record)
{
    bool fills = false;

    if (record->count != above->count)
        return false;
    for (size_t i = 0; i < record->count; i++) {
        struct kam_text cell = record->cells[i];
        if (cell.len == 0)
            continue;
        if (memchr("0123456789+-.(", cell.ptr[0], 14) || kam_heading_is_total(cell))
            return false;
        fills = fills || above->cells[i].len == 0;
    }
    return fills && record->cells[0].len == 0;
}

/* ---- finding it ------------------------------------------------------------------------------ */

/* NAMES are the header, which stands in COUNT records from FIRST on (none for names given). */
static enum kam_status settle(struct kam_import_plan *plan, struct kam_import_file *file,
                              const struct record *names, const struct record *first, size_t count,
                              struct kam_error *error)
{
    file->names = names->cells;
    file->width = names->count;
    file->header_row_count = count;
    file->header_line = count ? first[0].line : 0;
    file->header_end = count ? first[count - 1].line : 0;
    for (size_t r = 0; r < count; r++) {
        struct kam_text *row = kam_arena_calloc(&plan->arena, file->width, sizeof *row);
        if (!row)
            return kam_error_nomem(error);
        for (size_t i = 0; i < first[r].count && i < file->width; i++)
            row[i] = first[r].cells[i];
        file->header_rows[r] = row;
    }
    return KAM_OK;
}

static enum kam_input_kind kind_of(const struct kam_import_options *options,
                                   const struct record *record)
{
    if (options->raw)
        return KAM_INPUT_RAW;
    if (kam_rejects_are(record->cells, record->count))
        return KAM_INPUT_REJECTS;
    return is_account_table(record->cells, record->count) ? KAM_INPUT_TABLE : KAM_INPUT_RAW;
}

/* The user said where it is. */
static enum kam_status take_given(struct kam_import_plan *plan, struct kam_import_file *file,
                                  const struct kam_import_options *options, const struct top *top,
                                  bool *found, struct kam_error *error)
{
    struct kam_line_range lines = options->reading.header;
    const struct kam_text_list *columns = &options->reading.columns;

    if (columns->count) {
        const struct record given = {.count = columns->count};
        struct record names;
        enum kam_status status = copy_record(plan, &names, columns->items, given.count, 0, error);
        *found = true;
        return status ? status : settle(plan, file, &names, NULL, 0, error);
    }
    for (size_t i = 0; i < top->count; i++) {
        const struct record *record = &top->records[i];
        struct record joined = *record;
        if (record->line != lines.first)
            continue;
        *found = true;
        bool two = lines.last > lines.first && i + 1 < top->count;
        enum kam_status status =
            two ? join_records(plan, record, record + 1, JOIN_BOTH, &joined, error) : KAM_OK;
        if (!status && two && !kam_import_map_fits(options, joined.cells, joined.count))
            status = join_records(plan, record, record + 1, JOIN_BELOW, &joined, error);
        return status ? status : settle(plan, file, &joined, record, two ? 2 : 1, error);
    }
    return KAM_OK;
}

/* Two records that are a header together. */
static enum kam_status search_pairs(struct kam_import_plan *plan, struct kam_import_file *file,
                                    const struct kam_import_options *options, const struct top *top,
                                    bool *found, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i + 1 < top->count && !status && !*found; i++)
        for (int how = JOIN_BOTH; how <= (int)JOIN_BELOW && !status && !*found; how++) {
            const struct record *pair = &top->records[i];
            struct record joined;
            status = join_records(plan, pair, pair + 1, (enum join)how, &joined, error);
            if (status || !kam_import_map_fits(options, joined.cells, joined.count))
                continue;
            *found = true;
            status = settle(plan, file, &joined, pair, 2, error);
        }
    return status;
}

static enum kam_status search(struct kam_import_plan *plan, struct kam_import_file *file,
                              const struct kam_import_options *options, const struct top *top,
                              bool *found, struct kam_error *error)
{
    for (size_t i = 0; i < top->count; i++) {
        const struct record *record = &top->records[i];
        enum kam_input_kind kind = kind_of(options, record);
        struct record joined = *record;
        if (kind == KAM_INPUT_RAW && !kam_import_map_fits(options, record->cells, record->count))
            continue;
        *found = true;
        file->kind = kind;
        bool two = kind == KAM_INPUT_RAW && i + 1 < top->count && completes(record, record + 1);
        if (two && join_records(plan, record, record + 1, JOIN_BELOW, &joined, error))
            return KAM_NOMEM;
        two = two && kam_import_map_fits(options, joined.cells, joined.count);
        return settle(plan, file, two ? &joined : record, record, two ? 2 : 1, error);
    }
    return search_pairs(plan, file, options, top, found, error);
}

/* The unit that a line above the header states. */
static void find_title_unit(struct kam_import_file *file, const struct top *top)
{
    for (size_t i = 0; i < top->count; i++) {
        const struct record *record = &top->records[i];
        if (record->line >= file->header_line)
            return;
        for (size_t c = 0; c < record->count; c++)
            if (kam_heading_title_unit(record->cells[c], &file->title_unit.unit)) {
                file->title_unit.line = record->line;
                file->title_unit.text = record->cells[c];
            }
    }
}

/* Nothing fits: the widest record is what a message speaks of. */
static enum kam_status take_widest(struct kam_import_plan *plan, struct kam_import_file *file,
                                   const struct top *top, struct kam_error *error)
{
    const struct record *widest = NULL;

    for (size_t i = 0; i < top->count; i++)
        if (!widest || top->records[i].count > widest->count)
            widest = &top->records[i];
    if (!widest || (file->names && widest->count <= file->width))
        return KAM_OK;
    return settle(plan, file, widest, widest, 1, error);
}

/* BROKEN is the last fault met while no record at all could be read. */
static enum kam_status nothing_to_read(const struct kam_reader *reader,
                                       const struct kam_error *broken, struct kam_error *error)
{
    struct kam_place place = kam_reader_place(reader, broken->line, NULL);

    if (broken->status == KAM_OK)
        return kam_error_at(error, KAM_DATA, &place,
                            "empty, not even a header: did the command before it fail?");
    return kam_error_at(error, KAM_DATA, &place, "%s", broken->text);
}

/* No header: is it because the file can't be read? */
static enum kam_status find_damage(struct kam_reader *reader, struct kam_error *error)
{
    const struct kam_text *fields;
    size_t count;
    uint64_t line;
    enum kam_status status = KAM_OK;

    for (int i = 0; i < HEADER_WITHIN && !status; i++)
        status = kam_reader_record(reader, &fields, &count, &line, error);
    return status == KAM_END ? KAM_OK : status;
}

static enum kam_status no_header(struct kam_import_file *file,
                                 const struct kam_import_options *options,
                                 struct kam_reader *reader, const struct kam_error *broken,
                                 struct kam_error *error)
{
    struct kam_place place = kam_reader_place(reader, options->reading.header.first, NULL);
    enum kam_status status = find_damage(reader, error);

    if (status)
        return status;
    if (place.line)
        return kam_error_at(error, KAM_DATA, &place,
                            "no record begins at this line, which --header-line names");
    return file->width ? KAM_OK : nothing_to_read(reader, broken, error);
}

enum kam_status kam_header_find(struct kam_import_plan *plan, struct kam_import_file *file,
                                const struct kam_import_options *options, struct kam_reader *reader,
                                struct kam_error *error)
{
    static const char others[] = {',', '\t', ';', '|'};
    struct kam_text block = kam_reader_peek(reader);
    char guess = kam_reader_delimiter(reader);
    bool given = options->reading.header.first || options->reading.columns.count;
    struct kam_error broken = {.status = KAM_OK};
    bool found = false;
    struct top top;

    file->delimiter = guess;
    for (size_t i = 0; i <= sizeof others && !found; i++) {
        char delimiter = i == 0 ? guess : others[i - 1];
        if (i && (delimiter == guess || options->reader.delimiter || given))
            continue;
        enum kam_status status = read_top(plan, &top, file->path, block, delimiter,
                                          options->reading.header.last, &broken);
        bool own = top.count && kind_of(options, &top.records[0]) != KAM_INPUT_RAW;
        if (!status && given && !own)
            status = take_given(plan, file, options, &top, &found, error);
        else if (!status)
            status = search(plan, file, options, &top, &found, error);
        if (!status && found) {
            file->delimiter = delimiter;
            find_title_unit(file, &top);
        } else if (!status) {
            status = take_widest(plan, file, &top, error);
        }
        if (status)
            return kam_error_nomem(error);
    }
    return found ? KAM_OK : no_header(file, options, reader, &broken, error);
}
