#include "tier/evidence.h"

#include "table/paircolumn.h"

/* What a cell is, so that it can be said in words. */
enum phrase {
    PHRASE_CELL,   /* COLUMN CELL */
    PHRASE_MONTHS, /* so many months, with a word before and one behind */
    PHRASE_RATE,   /* COLUMN so many percent */
    PHRASE_PEAK,   /* so many percent in the best month */
};

struct wording {
    struct kam_text column;
    enum phrase phrase;
    const char *before, *behind; /* the word month, or months */
};

static const struct wording wordings[] = {
    {{"months", 6}, PHRASE_MONTHS, " active", ""},
    {{"idle", 4}, PHRASE_MONTHS, "", " idle"},
    {{"peak_share", 10}, PHRASE_PEAK, NULL, NULL},
    {{"margin_rate", 11}, PHRASE_RATE, NULL, NULL},
    {{"growth", 6}, PHRASE_RATE, NULL, NULL},
    {{"growth_3", 8}, PHRASE_RATE, NULL, NULL},
    {{"growth_yoy", 10}, PHRASE_RATE, NULL, NULL},
    {{"share", 5}, PHRASE_RATE, NULL, NULL},
    {{"cumulative_share", 16}, PHRASE_RATE, NULL, NULL},
};
enum { IDLE = 1 };

static const struct wording *find_wording(struct kam_text column)
{
    for (size_t i = 0; i < sizeof wordings / sizeof *wordings; i++)
        if (kam_text_equal(wordings[i].column, column))
            return &wordings[i];
    return NULL;
}

/* "96.1%" of the ratio in CELL; a cell that is no ratio as it is. */
static bool add_percent(struct kam_text cell, struct kam_buffer *buffer)
{
    struct kam_decimal ratio;
    char digits[KAM_DECIMAL_SIZE];

    if (kam_decimal_parse(cell, &ratio) != KAM_NUMBER_OK ||
        kam_decimal_multiply(ratio, kam_decimal_of(100), 1, &ratio) != KAM_NUMBER_OK)
        return kam_buffer_add(buffer, cell);
    size_t len = kam_decimal_format(ratio, 1, digits);
    return kam_buffer_add(buffer, (struct kam_text){digits, len}) &&
           kam_buffer_add_byte(buffer, '%');
}

static bool add_months(const struct wording *wording, struct kam_text cell,
                       struct kam_buffer *buffer)
{
    bool is_one = kam_text_equal(cell, KAM_TEXT("1"));

    return kam_buffer_add(buffer, cell) &&
           kam_buffer_printf(buffer, "%s month%s%s", wording->before, is_one ? "" : "s",
                             wording->behind);
}

static bool add_peak(const struct kam_evidence_row *row, struct kam_text cell,
                     struct kam_buffer *buffer)
{
    const struct kam_window *window = row->window;
    struct kam_decimal revenue;
    int month;

    if (!add_percent(cell, buffer))
        return false;
    if (!kam_window_peak(window, row->table, row->table_row, &month, &revenue))
        return true;
    size_t column = window->first_column + (size_t)(month - window->first_month);
    return kam_buffer_add(buffer, KAM_TEXT(" in ")) &&
           kam_buffer_add(buffer, row->table->names[column]);
}

/* "COLUMN " */
static bool add_column(struct kam_text column, struct kam_buffer *buffer)
{
    return kam_buffer_add(buffer, column) && kam_buffer_add_byte(buffer, ' ');
}

/* That of a column of two snapshots: a ratio stays one, and its change is one of any column. */
static enum phrase phrase_of_pair(struct kam_text column)
{
    struct kam_text base;
    enum kam_pair_part part = kam_pair_column(column, &base);
    const struct wording *wording = find_wording(base);
    bool is_ratio = wording && (wording->phrase == PHRASE_RATE || wording->phrase == PHRASE_PEAK);

    return part == KAM_PAIR_CHANGE || is_ratio ? PHRASE_RATE : PHRASE_CELL;
}

static bool add_cell(const struct kam_evidence_row *row, struct kam_text column,
                     struct kam_text cell, struct kam_buffer *buffer)
{
    const struct wording *wording = find_wording(column);
    enum phrase phrase = wording        ? wording->phrase
                         : row->of_pair ? phrase_of_pair(column)
                                        : PHRASE_CELL;

    if (!cell.len)
        phrase = PHRASE_CELL;
    switch (phrase) {
    case PHRASE_MONTHS:
        return add_months(wording, cell, buffer);
    case PHRASE_RATE:
        return add_column(column, buffer) && add_percent(cell, buffer);
    case PHRASE_PEAK:
        return add_peak(row, cell, buffer);
    case PHRASE_CELL:
        break;
    }
    return add_column(column, buffer) &&
           kam_buffer_add(buffer, cell.len ? cell : KAM_TEXT("empty"));
}

static bool add_decimal(struct kam_decimal value, int places, struct kam_buffer *buffer)
{
    char digits[KAM_DECIMAL_SIZE];
    size_t len = kam_decimal_format(value, places, digits);

    return kam_buffer_add(buffer, (struct kam_text){digits, len});
}

/* "COLUMN CELL", or "last 3 months 1200.00". */
static bool add_side(struct kam_text name, const struct kam_side_value *side,
                     struct kam_buffer *buffer)
{
    if (!add_column(name, buffer))
        return false;
    return side->cell.len ? kam_buffer_add(buffer, side->cell)
                          : add_decimal(side->number, 2, buffer);
}

/* "overdue 5000.00 is 41.7% of revenue"; "service_cost 120.00, margin 80.00". */
static bool add_comparison(const struct kam_term *term, const struct kam_side_value *left,
                           const struct kam_side_value *right, struct kam_buffer *buffer)
{
    const struct kam_operand *other = kam_term_other(term);
    struct kam_decimal ratio;

    if (!add_side(term->column, left, buffer))
        return false;
    if (kam_decimal_compare(other->number, kam_decimal_of(1)) == 0 ||
        kam_decimal_sign(right->number) <= 0 ||
        kam_decimal_divide(left->number, right->number, 3, &ratio) != KAM_NUMBER_OK ||
        kam_decimal_multiply(ratio, kam_decimal_of(100), 1, &ratio) != KAM_NUMBER_OK)
        return kam_buffer_add(buffer, KAM_TEXT(", ")) && add_side(other->text, right, buffer);
    return kam_buffer_add(buffer, KAM_TEXT(" is ")) && add_decimal(ratio, 1, buffer) &&
           kam_buffer_add(buffer, KAM_TEXT("% of ")) && kam_buffer_add(buffer, other->text);
}

static bool add_term(const struct kam_binding *binding, size_t number,
                     const struct kam_evidence_row *row, struct kam_buffer *buffer)
{
    const struct kam_term *term = &binding->condition->terms[number];
    struct kam_side_value left, right;

    kam_binding_value(binding, row->rows, row->row, number, &left, &right);
    if (kam_term_other(term))
        return add_comparison(term, &left, &right, buffer);
    if (term->months)
        return add_side(term->column, &left, buffer);
    return add_cell(row, term->column, left.cell, buffer);
}

/* Whether a cell that was said for another term before says all of term NUMBER. */
static bool is_said(const struct kam_condition *condition, size_t number)
{
    const struct kam_term *term = &condition->terms[number];

    for (size_t t = 0; t < number; t++)
        if (!term->months && !kam_term_other(term) &&
            kam_text_equal(condition->terms[t].column, term->column))
            return true;
    return false;
}

bool kam_evidence_add_found(const struct kam_binding *binding, const struct kam_evidence_row *row,
                            struct kam_buffer *buffer)
{
    bool ok = true;

    for (size_t t = 0; t < binding->condition->term_count && ok; t++) {
        if (row->of_pair && is_said(binding->condition, t))
            continue;
        ok =
            (t == 0 || kam_buffer_add(buffer, KAM_TEXT(", "))) && add_term(binding, t, row, buffer);
    }
    return ok;
}

/* ROW of the table of RULING, whose cells rules see as ROWS. */
static struct kam_evidence_row row_of(const struct kam_ruling *ruling, uint32_t row,
                                      const struct kam_row_source *rows)
{
    return (struct kam_evidence_row){.rows = rows,
                                     .row = row,
                                     .table = ruling->table,
                                     .table_row = row,
                                     .window = &ruling->window};
}

bool kam_evidence_add(const struct kam_ruling *ruling, size_t rule, uint32_t row,
                      struct kam_buffer *buffer)
{
    struct kam_shares_cells cells;
    const struct kam_row_source rows = kam_ruling_rows(ruling, &cells);
    const struct kam_evidence_row seen = row_of(ruling, row, &rows);

    return kam_evidence_add_found(&ruling->bindings[rule], &seen, buffer);
}

bool kam_evidence_add_idle(const struct kam_table *table, uint32_t row, struct kam_buffer *buffer)
{
    size_t column = kam_table_find(table, wordings[IDLE].column);

    return add_months(&wordings[IDLE], kam_table_cell(table, row, column), buffer);
}

bool kam_evidence_add_rule(struct kam_text name, const struct kam_binding *binding,
                           const struct kam_evidence_row *row, struct kam_buffer *buffer)
{
    return (buffer->len == 0 || kam_buffer_add(buffer, KAM_TEXT("; "))) &&
           kam_buffer_add(buffer, name) && kam_buffer_add(buffer, KAM_TEXT(": ")) &&
           kam_evidence_add_found(binding, row, buffer);
}

bool kam_evidence_add_all(const struct kam_ruling *ruling, uint32_t row, struct kam_buffer *buffer)
{
    struct kam_shares_cells cells;
    const struct kam_row_source rows = kam_ruling_rows(ruling, &cells);
    const struct kam_evidence_row seen = row_of(ruling, row, &rows);
    bool ok = true;

    for (size_t rule = 0; rule < ruling->count && ok; rule++) {
        bool is_category = rule >= ruling->first_category && rule < ruling->first_flag;
        if (!is_category && kam_ruling_holds(ruling, row, rule))
            ok = kam_evidence_add_rule(kam_ruling_rule(ruling, rule)->name, &ruling->bindings[rule],
                                       &seen, buffer);
    }
    return ok;
}
