#include "import/header.h"
#include "base/glyph.h"
#include "base/utf8.h"
#include "import/importmap.h"
#include "import/rejects.h"
#include "import/titleunit.h"
#include "import/toprecords.h"
#include "import/totalword.h"

static bool is_account_table(const struct kam_text *names, size_t count)
{
    return kam_text_among(names, count, KAM_TEXT("account_id")) &&
           kam_text_among(names, count, KAM_TEXT("lines")) &&
           kam_text_among(names, count, KAM_TEXT("revenue"));
}

/* A name as it stands in the first line; spreadsheets like to quote all of them. */
static struct kam_text plain_name(struct kam_text name)
{
    name = kam_text_trim(name);
    if (name.len > 1 && name.ptr[0] == '"' && name.ptr[name.len - 1] == '"')
        name = (struct kam_text){name.ptr + 1, name.len - 2};
    return name;
}

/* BYTES, which may end within a character. */
static bool is_utf8(struct kam_text bytes)
{
    enum { LONGEST_CUT = 3 };

    return kam_utf8_prefix(bytes) + LONGEST_CUT >= bytes.len;
}

const char *kam_header_choose_encoding(const char *encoding, struct kam_text first_bytes)
{
    enum { MOST_NAMES = 64 }; /* an account table has its own first, but for attributes */
    char delimiter = kam_reader_guess_delimiter(first_bytes);
    struct kam_text names[MOST_NAMES], rest = first_bytes;
    size_t count = 0;
    bool more = true;
    struct kam_text line = kam_text_split(&rest, '\n', &more);

    for (more = true; more && count < MOST_NAMES; count++)
        names[count] = plain_name(kam_text_split(&line, delimiter, &more));
    bool is_own = is_account_table(names, count) || kam_rejects_are(names, count);
    return is_own && is_utf8(first_bytes) ? NULL : encoding;
}

/* RECORD goes on with the header in the one above it: cells where that has none, and no figures. */
static bool completes(const struct kam_top_record *above, const struct kam_top_record *record)
{
    bool fills = false;

    if (record->count != above->count)
        return false;
    for (size_t i = 0; i < record->count; i++) {
        struct kam_text cell = record->cells[i];
        if (cell.len == 0)
            continue;
        if (strchr("0123456789+-.(", cell.ptr[0]) || kam_total_word(cell))
            return false;
        fills = fills || above->cells[i].len == 0;
    }
    return fills && record->cells[0].len == 0;
}

/* RECORD says in what the columns above it are counted, and nothing else; JOINED is both. */
static bool adds_units(const struct kam_top_record *above, const struct kam_top_record *record,
                       const struct kam_top_record *joined)
{
    size_t units = 0, cells = 0;

    for (size_t i = 0; i < record->count && i < above->count; i++) {
        struct kam_text name = joined->cells[i];
        struct kam_unit unit;
        if (record->cells[i].len == 0)
            continue;
        cells++;
        units += kam_heading_take_unit(&name, &unit) &&
                 kam_text_equal(kam_text_trim(name), kam_text_trim(above->cells[i]));
    }
    return record->count == above->count && cells > 0 && units == cells;
}

/* RECORD has nothing but the units of the amounts above it, and perhaps of others: ,,万元. */
static bool has_bare_units(const struct kam_top_record *above, const struct kam_top_record *record)
{
    size_t amounts = 0;

    if (record->count != above->count || record->cells[0].len)
        return false;
    for (size_t i = 0; i < record->count; i++) {
        struct kam_text name = above->cells[i], rest = record->cells[i];
        struct kam_unit unit;
        if (rest.len == 0)
            continue;
        uint32_t first = kam_glyph_take_folded(&rest);
        if (!kam_unit_parse(record->cells[i], &unit) || (first >= '0' && first <= '9') ||
            kam_heading_means(name, KAM_ROLE_CURRENCY))
            return false;
        amounts +=
            kam_heading_means(name, KAM_ROLE_AMOUNT) || kam_heading_means(name, KAM_ROLE_COST);
    }
    return amounts > 0;
}

/* RECORD with brackets around its cells, as units in headings have them. */
static enum kam_status put_in_brackets(struct kam_import_plan *plan, struct kam_top_record *record,
                                       struct kam_error *error)
{
    struct kam_text *cells = kam_arena_calloc(&plan->arena, record->count, sizeof *cells);
    bool ok = cells != NULL;

    for (size_t i = 0; ok && i < record->count; i++) {
        struct kam_text cell = record->cells[i];
        struct kam_buffer text = {NULL, 0, 0};
        if (cell.len)
            ok = kam_buffer_add_byte(&text, '(') && kam_buffer_add(&text, cell) &&
                 kam_buffer_add_byte(&text, ')') &&
                 kam_arena_copy(&plan->arena, kam_buffer_text(&text), &cells[i]);
        kam_buffer_free(&text);
    }
    record->cells = cells;
    return ok ? KAM_OK : kam_error_nomem(error);
}

/* The two records at TOP, where the lower one belongs to the header that the upper one is. */
static enum kam_status extend(struct kam_import_plan *plan, const struct kam_top_record *top,
                              struct kam_top_record *joined, bool *two, struct kam_error *error)
{
    struct kam_top_record below = top[1];
    bool bare = has_bare_units(top, &below), names = !bare && completes(top, &below);
    enum kam_status status = bare ? put_in_brackets(plan, &below, error) : KAM_OK;

    if (!status)
        status = kam_top_records_join(top, &below, names ? KAM_JOIN_BELOW : KAM_JOIN_BOTH, joined,
                                      &plan->arena, error);
    *two = !status && (names || adds_units(top, &below, joined));
    return status;
}

/* ---- finding it ------------------------------------------------------------------------------ */

/* NAMES are the header, which stands in COUNT records from FIRST on (none for names given). */
static enum kam_status settle(struct kam_import_plan *plan, struct kam_import_file *file,
                              const struct kam_top_record *names,
                              const struct kam_top_record *first, size_t count,
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
                                   const struct kam_top_record *record)
{
    if (options->raw)
        return KAM_INPUT_RAW;
    if (kam_rejects_are(record->cells, record->count))
        return KAM_INPUT_REJECTS;
    return is_account_table(record->cells, record->count) ? KAM_INPUT_TABLE : KAM_INPUT_RAW;
}

/* The user said where it is. */
static enum kam_status take_given(struct kam_import_plan *plan, struct kam_import_file *file,
                                  const struct kam_import_options *options,
                                  const struct kam_top_records *top, bool *found,
                                  struct kam_error *error)
{
    struct kam_line_range lines = options->reading.header;
    const struct kam_text_list *columns = &options->reading.columns;

    if (columns->count) {
        struct kam_top_record names;
        enum kam_status status =
            kam_top_record_copy(&names, columns->items, columns->count, 0, &plan->arena, error);
        *found = true;
        return status ? status : settle(plan, file, &names, NULL, 0, error);
    }
    for (size_t i = 0; i < top->count; i++) {
        const struct kam_top_record *record = &top->items[i];
        struct kam_top_record joined = *record;
        if (record->line != lines.first)
            continue;
        *found = true;
        bool two = lines.last > lines.first && i + 1 < top->count;
        enum kam_status status = two ? kam_top_records_join(record, record + 1, KAM_JOIN_BOTH,
                                                            &joined, &plan->arena, error)
                                     : KAM_OK;
        if (!status && two && !kam_import_map_fits(options, joined.cells, joined.count))
            status = kam_top_records_join(record, record + 1, KAM_JOIN_BELOW, &joined, &plan->arena,
                                          error);
        return status ? status : settle(plan, file, &joined, record, two ? 2 : 1, error);
    }
    return KAM_OK;
}

/* Two records that are a header together. */
static enum kam_status search_pairs(struct kam_import_plan *plan, struct kam_import_file *file,
                                    const struct kam_import_options *options,
                                    const struct kam_top_records *top, bool *found,
                                    struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i + 1 < top->count && !status && !*found; i++)
        for (int how = KAM_JOIN_BOTH; how <= (int)KAM_JOIN_BELOW && !status && !*found; how++) {
            const struct kam_top_record *pair = &top->items[i];
            struct kam_top_record joined;
            status = kam_top_records_join(pair, pair + 1, (enum kam_header_join)how, &joined,
                                          &plan->arena, error);
            if (status || !kam_import_map_fits(options, joined.cells, joined.count))
                continue;
            *found = true;
            status = settle(plan, file, &joined, pair, 2, error);
        }
    return status;
}

static enum kam_status search(struct kam_import_plan *plan, struct kam_import_file *file,
                              const struct kam_import_options *options,
                              const struct kam_top_records *top, bool *found,
                              struct kam_error *error)
{
    for (size_t i = 0; i < top->count; i++) {
        const struct kam_top_record *record = &top->items[i];
        enum kam_input_kind kind = kind_of(options, record);
        struct kam_top_record joined = *record;
        if (kind != KAM_INPUT_TABLE && !kam_import_map_fits(options, record->cells, record->count))
            continue;
        *found = true;
        file->kind = kind;
        bool two = false;
        if (kind == KAM_INPUT_RAW && i + 1 < top->count &&
            extend(plan, record, &joined, &two, error))
            return KAM_NOMEM;
        two = two && kam_import_map_fits(options, joined.cells, joined.count);
        return settle(plan, file, two ? &joined : record, record, two ? 2 : 1, error);
    }
    return search_pairs(plan, file, options, top, found, error);
}

static enum kam_status keep_titles(struct kam_import_plan *plan, struct kam_import_file *file,
                                   const struct kam_top_records *top, struct kam_error *error)
{
    struct kam_top_record *titles = kam_arena_calloc(&plan->arena, top->count, sizeof *titles);

    if (!titles)
        return kam_error_nomem(error);
    file->titles = titles;
    for (size_t i = 0; i < top->count && top->items[i].line < file->header_line; i++)
        titles[file->title_count++] = top->items[i];
    return KAM_OK;
}

/* Nothing fits: the widest record is what a message speaks of. */
static enum kam_status take_widest(struct kam_import_plan *plan, struct kam_import_file *file,
                                   const struct kam_top_records *top, struct kam_error *error)
{
    const struct kam_top_record *widest = NULL;

    for (size_t i = 0; i < top->count; i++)
        if (!widest || top->items[i].count > widest->count)
            widest = &top->items[i];
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

    for (int i = 0; i < KAM_HEADER_WITHIN && !status; i++)
        status = kam_reader_record(reader, &fields, &count, &line, error);
    return status == KAM_END ? KAM_OK : status;
}

static enum kam_status no_header(struct kam_import_file *file,
                                 const struct kam_import_options *options,
                                 struct kam_reader *reader, const struct kam_error *broken,
                                 struct kam_error *error)
{
    struct kam_place place = kam_reader_place(reader, options->reading.header.first, NULL);
    bool inspected = options->purpose == KAM_FOR_INSPECTION && file->width;
    enum kam_status status = inspected ? KAM_OK : find_damage(reader, error);

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
    struct kam_top_records top;

    file->delimiter = guess;
    for (size_t i = 0; i <= sizeof others && !found; i++) {
        char delimiter = i == 0 ? guess : others[i - 1];
        if (i && (delimiter == guess || given))
            continue;
        enum kam_status status =
            kam_top_records_read(&top, file->path, block, delimiter, options->reading.header.last,
                                 &plan->arena, &broken);
        bool own = !status && top.count && kind_of(options, &top.items[0]) != KAM_INPUT_RAW;
        /* What is said of the delimiter is said of raw exports. */
        if (!status && i && options->reader.delimiter && !own)
            continue;
        if (!status && given && !own)
            status = take_given(plan, file, options, &top, &found, error);
        else if (!status)
            status = search(plan, file, options, &top, &found, error);
        if (!status && found) {
            file->delimiter = delimiter;
            status = keep_titles(plan, file, &top, error);
            kam_title_units_find(file);
        } else if (!status) {
            status = take_widest(plan, file, &top, error);
        }
        if (status)
            return kam_error_nomem(error);
    }
    return found ? KAM_OK : no_header(file, options, reader, &broken, error);
}
