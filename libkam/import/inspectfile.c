#include "import/inspectfile.h"
#include "import/importmap.h"
#include "import/inspectopen.h"
#include "table/clean.h"

#include <stdio.h>

/* ---- bytes ----------------------------------------------------------------------------------- */

void kam_inspect_bytes(struct kam_facts *facts, const struct kam_import_file *file,
                       const struct kam_import_options *options)
{
    static const char *const origins[] = {
        [KAM_ENCODING_BY_MARK] = "by its byte order mark",
        [KAM_ENCODING_BY_PATTERN] = "by its NUL bytes",
        [KAM_ENCODING_GIVEN] = "given",
        [KAM_ENCODING_GUESSED] = "guessed",
        [KAM_ENCODING_DEFAULT] = "default",
    };

    const char *why = origins[file->encoding.origin];

    if (file->encoding.origin == KAM_ENCODING_GUESSED && options->reader.input.encoding)
        why = "guessed, as it isn't what is given";
    if (file->encoding.name.len)
        kam_facts_add(facts, "encoding", KAM_TEXT(""), file->encoding.name, kam_text_of(why));
}

static void add_delimiter(struct kam_facts *facts, const struct kam_import_file *file,
                          const struct kam_import_options *options)
{
    const char *word = file->delimiter == ','    ? "comma"
                       : file->delimiter == '\t' ? "tab"
                       : file->delimiter == ';'  ? "semicolon"
                       : file->delimiter == '|'  ? "pipe"
                                                 : NULL;

    kam_facts_add(facts, "delimiter", KAM_TEXT(""),
                  word ? kam_text_of(word) : (struct kam_text){&file->delimiter, 1},
                  kam_text_of(options->reader.delimiter ? "given" : "found"));
}

/* ---- the header ------------------------------------------------------------------------------ */

static void add_titles(struct kam_facts *facts, const struct kam_import_file *file)
{
    const struct kam_excerpt *excerpt = &file->excerpt;
    const struct kam_unit_note *unit = &file->title_unit;

    for (size_t i = 0; i < excerpt->title_count; i++) {
        const struct kam_excerpt_record *title = &excerpt->titles[i];
        struct kam_buffer text = {NULL, 0, 0};
        char line[24];
        bool ok = true;
        for (size_t c = 0; c < title->count && ok; c++) {
            struct kam_text cell = kam_text_trim(title->cells[c]);
            bool space = text.len && cell.len;
            ok = (!space || kam_buffer_add_byte(&text, ' ')) && kam_buffer_add(&text, cell);
        }
        snprintf(line, sizeof line, "%llu", (unsigned long long)title->line);
        kam_facts_add(facts, "title", kam_text_of(line), kam_buffer_text(&text),
                      kam_text_of(unit->line == title->line ? "states a unit" : ""));
        facts->failed = facts->failed || !ok;
        kam_buffer_free(&text);
    }
    if (excerpt->more_titles)
        kam_facts_print(facts, "more-titles", "", "", "%llu",
                        (unsigned long long)excerpt->more_titles);
}

static void add_header(struct kam_facts *facts, const struct kam_import_file *file,
                       const struct kam_import_options *options)
{
    bool found = kam_import_map_fits(options, file->names, file->width);
    const char *why = options->reading.header.first ? "given"
                      : !found                      ? "the widest record, for want of a better one"
                                                    : "found";
    unsigned long long first = file->header_line, last = file->header_end;

    if (file->header_line == 0)
        kam_facts_print(facts, "header", "", "its columns are given", "none");
    else if (first == last)
        kam_facts_print(facts, "header", "", why, "%llu", first);
    else
        kam_facts_print(facts, "header", "", why, "%llu-%llu", first, last);
    kam_facts_print(facts, "columns", "", "", "%zu", file->width);
}

/* ---- columns --------------------------------------------------------------------------------- */

static const char *why_role(const struct kam_import_file *file,
                            const struct kam_import_options *options, enum kam_role role)
{
    const struct kam_role_choice *choice = &options->roles[role];

    if (choice->given)
        return choice->from_model ? "model" : "option";
    return file->format ? kam_export_format_name(file->format) : "usual heading";
}

static void add_samples(struct kam_facts *facts, const struct kam_import_file *file, size_t column)
{
    for (size_t r = 0; r < file->excerpt.row_count; r++) {
        const struct kam_excerpt_record *row = &file->excerpt.rows[r];
        char line[32];
        snprintf(line, sizeof line, "line %llu", (unsigned long long)row->line);
        if (column < row->count)
            kam_facts_add(facts, "sample", file->names[column], row->cells[column],
                          kam_text_of(line));
    }
}

static bool is_factor(const struct kam_import_file *file, size_t column)
{
    bool found = false;

    for (size_t i = 0; i < file->factor_count; i++)
        found = found || file->factors[i].column == column;
    return found;
}

/* The meanings of COLUMN by the lists of options; true if it has one. */
static bool add_listed(struct kam_facts *facts, struct kam_text column,
                       const struct kam_import_options *options)
{
    const struct {
        const char *name;
        const struct kam_renamed_list *list;
    } lists[] = {{"keep", &options->keep}, {"sum", &options->sum}, {"collect", &options->collect}};
    bool found = false;

    for (size_t l = 0; l < sizeof lists / sizeof *lists; l++)
        for (size_t i = 0; i < lists[l].list->count; i++) {
            const struct kam_renamed *item = &lists[l].list->items[i];
            char meaning[128];
            if (!kam_text_equal(item->column, column))
                continue;
            found = true;
            snprintf(meaning, sizeof meaning, "%s %.*s", lists[l].name,
                     (int)(item->name.len < 100 ? item->name.len : 100), item->name.ptr);
            kam_facts_add(facts, "column", column, kam_text_of(meaning), KAM_TEXT("given"));
        }
    if (kam_text_among(options->reading.invoice.items, options->reading.invoice.count, column)) {
        kam_facts_add(facts, "column", column, KAM_TEXT("invoice"), KAM_TEXT("given"));
        found = true;
    }
    return found;
}

/* The meanings of COLUMN; true if it has one. */
static bool add_meanings(struct kam_facts *facts, const struct kam_import_file *file, size_t column,
                         const struct kam_import_options *options)
{
    bool found = false;

    for (int r = 0; r < KAM_ROLES; r++) {
        enum kam_role role = (enum kam_role)r;
        bool is_it =
            file->columns[r] == column || (role == KAM_ROLE_AMOUNT && is_factor(file, column));
        if (!is_it)
            continue;
        found = true;
        kam_facts_add(facts, "column", file->names[column], kam_text_of(kam_role_name(role)),
                      kam_text_of(why_role(file, options, role)));
    }
    return add_listed(facts, file->names[column], options) || found;
}

/* Whether COLUMN is called like what is open. */
static bool is_candidate(const struct kam_import_file *file, size_t column)
{
    for (int r = 0; r < KAM_ROLES; r++)
        if (kam_doubts_find(&file->doubts, kam_role_name((enum kam_role)r)) &&
            kam_heading_means(file->names[column], (enum kam_role)r))
            return true;
    return false;
}

static void add_columns(struct kam_facts *facts, const struct kam_import_file *file,
                        const struct kam_import_options *options)
{
    bool wide = file->width > KAM_INSPECT_COLUMNS;
    size_t others = 0;

    for (size_t c = 0; c < file->width; c++) {
        bool has_meaning = add_meanings(facts, file, c, options);
        if (!has_meaning && wide && !is_candidate(file, c)) {
            others++;
            continue;
        }
        if (!has_meaning)
            kam_facts_add(facts, "column", file->names[c], KAM_TEXT(""), KAM_TEXT(""));
        add_samples(facts, file, c);
    }
    if (others)
        kam_facts_print(facts, "other-columns", "", "", "%zu", others);
    for (size_t i = 0; i < file->factor_count; i++) {
        char constant[KAM_DECIMAL_SIZE];
        if (file->factors[i].column != KAM_NO_COLUMN)
            continue;
        kam_decimal_format(file->factors[i].constant, 0, constant);
        kam_facts_print(facts, "factor", "", "a part of the amount that is a number", "%s",
                        constant);
    }
}

/* ---- how cells are written ------------------------------------------------------------------- */

/* "'12,5' in line 4". */
struct seen {
    char s[160];
};

static struct seen seen(const struct kam_evidence *evidence)
{
    struct seen text;

    snprintf(text.s, sizeof text.s, "%s in line %llu", kam_show(evidence->cell).s,
             (unsigned long long)evidence->line);
    return text;
}

static void add_sign(struct kam_facts *facts, const struct kam_import_file *file, size_t column,
                     const struct kam_import_options *options)
{
    const struct kam_column_convention *convention = &file->conventions.columns[column];
    bool open = kam_doubts_find(&file->doubts, "decimal") != NULL;
    const char *name = file->names[column].ptr;

    if (options->reading.decimal)
        kam_facts_print(facts, "decimal", name, "given", "%s",
                        convention->style.sign == KAM_SIGN_COMMA ? "comma" : "point");
    else if (convention->style.sign)
        kam_facts_print(facts, "decimal", name, seen(&convention->sign).s, "%s",
                        convention->style.sign == KAM_SIGN_COMMA ? "comma" : "point");
    else if (!open)
        kam_facts_print(facts, "decimal", name, "no cell says otherwise", "point");
}

static void add_unit(struct kam_facts *facts, const struct kam_import_file *file, size_t column)
{
    const struct kam_column_convention *convention = &file->conventions.columns[column];
    const struct kam_unit unit = {convention->style.exponent, convention->currency};
    char text[KAM_UNIT_SIZE], why[160];

    if (!convention->unit_source)
        return;
    snprintf(why, sizeof why, "%s", convention->unit_source);
    if (strcmp(convention->unit_source, "title") == 0)
        snprintf(why, sizeof why, "%s in line %llu", kam_show(file->title_unit.text).s,
                 (unsigned long long)file->title_unit.line);
    kam_unit_format(&unit, text);
    kam_facts_print(facts, "unit", file->names[column].ptr, why, "%s", text);
}

static void add_order(struct kam_facts *facts, const struct kam_import_file *file,
                      const struct kam_import_options *options)
{
    static const char *const orders[] = {[KAM_DATES_UNDECIDED] = "clear",
                                         [KAM_DATES_YMD] = "ymd",
                                         [KAM_DATES_DMY] = "dmy",
                                         [KAM_DATES_MDY] = "mdy"};
    const struct kam_conventions *conventions = &file->conventions;
    size_t month = file->columns[KAM_ROLE_MONTH];
    enum kam_date_order order = conventions->dates.order;

    if (month == KAM_NO_COLUMN || kam_doubts_find(&file->doubts, "dates"))
        return;
    kam_facts_print(facts, "dates", file->names[month].ptr,
                    options->reading.dates.order ? "given"
                    : conventions->order.line    ? seen(&conventions->order).s
                    : order                      ? kam_export_format_name(file->format)
                                                 : "no day can be read in two ways",
                    "%s", orders[order]);
}

static void add_conventions(struct kam_facts *facts, const struct kam_import_file *file,
                            const struct kam_import_options *options)
{
    for (size_t c = 0; c < file->width; c++)
        if (file->conventions.columns[c].is_amount) {
            add_sign(facts, file, c, options);
            add_unit(facts, file, c);
        }
    add_order(facts, file, options);
    if (file->conventions.ids_are_cut)
        kam_facts_print(facts, "ids",
                        file->columns[KAM_ROLE_ACCOUNT] == KAM_NO_COLUMN
                            ? ""
                            : file->names[file->columns[KAM_ROLE_ACCOUNT]].ptr,
                        "more of those with 16 and more digits end in zeros than chance explains",
                        "cut by a spreadsheet");
}

/* ---- all of it ------------------------------------------------------------------------------- */

void kam_inspect_file(struct kam_facts *facts, const struct kam_import_file *file,
                      const struct kam_import_options *options)
{
    static const char *const kinds[] = {
        [KAM_INPUT_RAW] = "raw export",
        [KAM_INPUT_TABLE] = "account table",
        [KAM_INPUT_REJECTS] = "rejected lines",
    };

    if (file->format)
        kam_facts_print(facts, "kind", "", "known by its columns", "%s",
                        kam_export_format_name(file->format));
    else
        kam_facts_print(facts, "kind", "", "", "%s", kinds[file->kind]);
    kam_inspect_bytes(facts, file, options);
    add_delimiter(facts, file, options);
    add_titles(facts, file);
    add_header(facts, file, options);
    if (file->kind == KAM_INPUT_TABLE)
        return;
    add_columns(facts, file, options);
    if (file->kind == KAM_INPUT_REJECTS)
        kam_facts_print(facts, "read_as", "", "column read_as", "as each line says");
    else if (file->conventions.columns)
        add_conventions(facts, file, options);
}

void kam_inspect_doubts(struct kam_facts *facts, const struct kam_import_file *file)
{
    struct kam_buffer text = {NULL, 0, 0};

    for (size_t i = 0; i < file->doubts.count; i++) {
        const struct kam_doubt *doubt = &file->doubts.items[i];
        text.len = 0;
        if (!kam_inspect_candidates(file, doubt->key, &text))
            facts->failed = true;
        kam_facts_add(facts, "open", kam_text_of(doubt->key), kam_buffer_text(&text),
                      kam_text_of(doubt->why.text));
    }
    kam_buffer_free(&text);
}
