#include "import/inspectopen.h"
#include "model/list.h"

enum { MOST_CANDIDATES = 8 };

/* ---- what a column looks like ---------------------------------------------------------------- */

enum content {
    CONTENT_NOTHING,
    CONTENT_MONTH,
    CONTENT_WHOLE, /* a number of digits alone */
    CONTENT_MONEY, /* a number that an id isn't */
    CONTENT_TEXT,
};

static bool is_digits(struct kam_text cell)
{
    for (size_t i = 0; i < cell.len; i++)
        if (cell.ptr[i] < '0' || cell.ptr[i] > '9')
            return false;
    return true;
}

static enum content content_of(struct kam_text cell)
{
    enum { MONTH_DIGITS = 6, DAY_DIGITS = 8 };
    static const struct kam_amount_style style = {.round = -1};
    struct kam_amount amount;

    cell = kam_text_trim(cell);
    if (cell.len == 0)
        return CONTENT_NOTHING;
    bool digits = is_digits(cell);
    if ((!digits || cell.len == MONTH_DIGITS || cell.len == DAY_DIGITS) &&
        (kam_month_parse(cell, KAM_MONTH_CLEAR) != KAM_MONTH_NONE || kam_month_hint(cell)))
        return CONTENT_MONTH;
    if (digits)
        return cell.len > 1 && cell.ptr[0] == '0' ? CONTENT_TEXT : CONTENT_WHOLE;
    switch (kam_amount_parse(cell, &style, &amount)) {
    case KAM_NUMBER_OK:
    case KAM_NUMBER_UNCLEAR:
    case KAM_NUMBER_SIGN:
    case KAM_NUMBER_PLACES:
        return CONTENT_MONEY;
    case KAM_NUMBER_SYNTAX:
    case KAM_NUMBER_RANGE:
    case KAM_NUMBER_LOST:
    case KAM_NUMBER_NEGATIVE:
    case KAM_NUMBER_UNIT:
    case KAM_NUMBER_CURRENCY:
        break;
    }
    return CONTENT_TEXT;
}

static enum content both(enum content a, enum content b)
{
    bool numbers =
        (a == CONTENT_WHOLE && b == CONTENT_MONEY) || (a == CONTENT_MONEY && b == CONTENT_WHOLE);

    if (a == b || b == CONTENT_NOTHING)
        return a;
    if (a == CONTENT_NOTHING)
        return b;
    return numbers ? CONTENT_MONEY : CONTENT_TEXT;
}

static enum content column_content(const struct kam_import_file *file, size_t column)
{
    enum content content = CONTENT_NOTHING;

    for (size_t r = 0; r < file->excerpt.row_count; r++)
        if (column < file->excerpt.rows[r].count)
            content = both(content, content_of(file->excerpt.rows[r].cells[column]));
    return content;
}

/* ---- candidates ------------------------------------------------------------------------------ */

static bool is_mapped(const struct kam_import_file *file, size_t column)
{
    for (int r = 0; r < KAM_ROLES; r++)
        if (file->columns[r] == column)
            return true;
    return false;
}

static bool has_content(const struct kam_import_file *file, enum content content)
{
    for (size_t c = 0; c < file->width; c++)
        if (!is_mapped(file, c) && column_content(file, c) == content)
            return true;
    return false;
}

/* Whether COLUMN could be ROLE by what stands in it. */
static bool looks_like(const struct kam_import_file *file, size_t column, enum kam_role role)
{
    if (is_mapped(file, column))
        return false;
    enum content content = column_content(file, column);
    if (role == KAM_ROLE_ACCOUNT)
        return content == CONTENT_TEXT || content == CONTENT_WHOLE;
    if (role == KAM_ROLE_MONTH)
        return content == CONTENT_MONTH;
    if (role == KAM_ROLE_AMOUNT)
        return content == CONTENT_MONEY ||
               (content == CONTENT_WHOLE && !has_content(file, CONTENT_MONEY));
    return false;
}

static bool add_candidate(struct kam_buffer *out, struct kam_text value, int *count)
{
    if (!kam_list_can_say(value) || *count > MOST_CANDIDATES)
        return true;
    if (*count && !kam_buffer_add(out, KAM_TEXT(" | ")))
        return false;
    if (++*count > MOST_CANDIDATES)
        return kam_buffer_add(out, KAM_TEXT("..."));
    return kam_list_quote(out, value);
}

static bool add_columns(const struct kam_import_file *file, enum kam_role role,
                        struct kam_buffer *out)
{
    bool ok = true;
    int count = 0;

    for (size_t c = 0; c < file->width && ok; c++)
        if (kam_heading_means(file->names[c], role))
            ok = add_candidate(out, file->names[c], &count);
    bool by_heading = count > 0;
    for (size_t c = 0; c < file->width && ok && !by_heading; c++)
        if (looks_like(file, c, role))
            ok = add_candidate(out, file->names[c], &count);
    return ok;
}

/* ---- no header ------------------------------------------------------------------------------- */

/* The content of COLUMN, what was taken for its heading included. */
static enum content whole_content(const struct kam_import_file *file, size_t column)
{
    return both(column_content(file, column), content_of(file->names[column]));
}

/* Names for the columns of a file without a header, by what stands in them. */
static bool add_names(const struct kam_import_file *file, struct kam_buffer *out)
{
    bool taken[KAM_ROLES] = {false}, ok = true;

    for (size_t c = 0; c < file->width && ok; c++) {
        enum content content = whole_content(file, c);
        enum kam_role role = content == CONTENT_MONTH   ? KAM_ROLE_MONTH
                             : content == CONTENT_MONEY ? KAM_ROLE_AMOUNT
                             : !taken[KAM_ROLE_ACCOUNT] ? KAM_ROLE_ACCOUNT
                                                        : KAM_ROLE_NAME;
        const char *comma = c ? ", " : "";
        ok = taken[role]
                 ? kam_buffer_printf(out, "%scolumn%zu", comma, c + 1)
                 : kam_buffer_printf(out, "%s%s%s", comma, role == KAM_ROLE_NAME ? "account " : "",
                                     kam_role_name(role));
        taken[role] = true;
    }
    return ok;
}

enum kam_status kam_inspect_doubt_header(struct kam_import_file *file, struct kam_error *error)
{
    bool has_data = false;
    struct kam_error why;

    for (size_t c = 0; c < file->width; c++) {
        enum content content = content_of(file->names[c]);
        has_data = has_data || content == CONTENT_MONTH || content == CONTENT_MONEY ||
                   content == CONTENT_WHOLE;
    }
    if (!has_data || !file->header_line)
        return KAM_OK;
    file->doubts.count = 0;
    enum kam_status status =
        kam_error_set(&why, KAM_DATA, "no header was found; if there is none, name the columns");
    status = kam_doubts_take(&file->doubts, "columns", status, &why);
    return status == KAM_NOMEM ? kam_error_nomem(error) : KAM_OK;
}

/* ---- the values for a key -------------------------------------------------------------------- */

/* The currency's column is known, but not which one is meant. */
static bool add_currency(const struct kam_import_file *file, struct kam_buffer *out)
{
    struct kam_buffer value = {NULL, 0, 0};
    int count = 0;
    bool ok = kam_buffer_add(&value, file->names[file->columns[KAM_ROLE_CURRENCY]]) &&
              kam_buffer_add(&value, KAM_TEXT("=CODE")) &&
              add_candidate(out, kam_buffer_text(&value), &count);

    kam_buffer_free(&value);
    return ok;
}

bool kam_inspect_candidates(const struct kam_import_file *file, const char *key,
                            struct kam_buffer *out)
{
    if (strcmp(key, "decimal") == 0)
        return kam_buffer_add(out, KAM_TEXT("point | comma"));
    if (strcmp(key, "dates") == 0)
        return kam_buffer_add(out, KAM_TEXT("dmy | mdy"));
    if (strcmp(key, "columns") == 0)
        return add_names(file, out);
    if (strcmp(key, "currency") == 0 && file->columns[KAM_ROLE_CURRENCY] != KAM_NO_COLUMN)
        return add_currency(file, out);
    for (int r = 0; r < KAM_ROLES; r++)
        if (strcmp(key, kam_role_name((enum kam_role)r)) == 0)
            return add_columns(file, (enum kam_role)r, out);
    return true;
}
