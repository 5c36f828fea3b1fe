#include "import/linecell.h"
#include "import/linefault.h"

/* ---- ids ------------------------------------------------------------------------------------- */

enum kam_status kam_line_clean_id(struct kam_line_reader *lines, struct kam_text *id)
{
    struct kam_text prefix = lines->import->options->prefix;

    if (!kam_clean_id(id, &lines->strings))
        return KAM_NOMEM;
    if (!kam_clean_is_plain(*id) && kam_clean_is_null(*id))
        *id = KAM_TEXT("");
    if (prefix.len == 0 || id->len == 0)
        return KAM_OK;
    char *joined = kam_arena_alloc(&lines->strings, prefix.len + id->len);
    if (!joined)
        return KAM_NOMEM;
    memcpy(joined, prefix.ptr, prefix.len);
    memcpy(joined + prefix.len, id->ptr, id->len);
    *id = (struct kam_text){joined, prefix.len + id->len};
    return KAM_OK;
}

/* Why the account id in CELL can't be used; NULL if it can. */
static const char *id_fault(const struct kam_line_reader *lines, struct kam_text cell,
                            struct kam_text id)
{
    bool is_long;

    if (id.len == 0)
        return "no account id";
    if (!kam_clean_is_plain(id) && kam_clean_is_error(id))
        return "what a spreadsheet or a program wrote for an id that it didn't have";
    if (kam_line_may_be_scientific(id) && kam_clean_is_scientific(kam_text_trim(cell)))
        return "an id that a spreadsheet made a number of, and several ids may have become one; "
               "export the column as text";
    if (lines->file->conventions.ids_are_cut && kam_clean_zero_tail(kam_text_trim(cell), &is_long))
        return "an id of more than 15 digits that ends in zeros as many here do: a spreadsheet "
               "cut it, and several ids may have become one; export the column as text, or say "
               "--long-ids if they are right";
    return NULL;
}

/* What a cloud bill has for no account in particular is the payer's. */
enum kam_status kam_line_read_any_account(struct kam_line_reader *lines,
                                          const struct kam_text *cells, uint64_t line,
                                          struct kam_text *id, struct kam_error *why)
{
    struct kam_text cell = cells[lines->account];
    bool nomem;

    *id = cell;
    nomem = kam_line_read_id(lines, id) != KAM_OK;
    if (!nomem && id->len == 0 && lines->fallback != KAM_NO_COLUMN) {
        *id = cells[lines->fallback];
        nomem = kam_line_read_id(lines, id) != KAM_OK;
    }
    if (nomem)
        return KAM_NOMEM;
    const char *fault = id_fault(lines, cell, *id);
    return fault ? kam_line_bad_cell(lines, line, lines->account, fault, cell, why) : KAM_OK;
}

/* ---- months ---------------------------------------------------------------------------------- */

static enum kam_status read_month(struct kam_line_reader *lines, struct kam_text cell, int *month)
{
    struct kam_text clean = cell;

    if (!kam_clean_id(&clean, &lines->strings))
        return KAM_NOMEM;
    *month = kam_month_parse(clean, lines->file->conventions.dates);
    return *month == KAM_MONTH_NONE ? KAM_DATA : KAM_OK;
}

static enum kam_status bad_month(struct kam_line_reader *lines, uint64_t line, struct kam_text cell,
                                 struct kam_error *why)
{
    const struct kam_conventions *conventions = &lines->file->conventions;
    struct kam_text clean = cell;

    if (!kam_clean_id(&clean, &lines->strings))
        return KAM_NOMEM;
    enum kam_date_hint hint = kam_month_hint(clean);
    const char *reason = kam_month_reason(clean, conventions->dates);
    if (hint == KAM_DATE_HINT_DMY || hint == KAM_DATE_HINT_MDY)
        return kam_line_contradicts(lines, line, lines->month, reason, cell, &conventions->order,
                                    why);
    return kam_line_bad_cell(lines, line, lines->month, reason, cell, why);
}

enum kam_status kam_line_read_any_month(struct kam_line_reader *lines, const struct kam_text *cells,
                                        uint64_t line, int *month, struct kam_error *why)
{
    *month = lines->given_month;
    if (lines->month_is_given)
        return KAM_OK;
    struct kam_text cell = cells[lines->month];
    enum kam_status status = read_month(lines, cell, month);
    if (!status)
        kam_cell_memo_put(&lines->months, kam_cell_key_of(cell), (uint32_t)*month);
    return status == KAM_DATA ? bad_month(lines, line, cell, why) : status;
}
