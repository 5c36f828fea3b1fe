/* The file of --check-totals. */
#include "import/checktotal.h"
#include "import/importmap.h"
#include "import/totalword.h"
#include "table/clean.h"
#include "table/heading.h"
#include "table/headingunit.h"

/* 合计, but not 合计(不含税), which may be another sum. */
static bool is_total(struct kam_text heading)
{
    char name[KAM_HEADING_LONGEST];

    return kam_total_word(heading) && kam_heading_fold(heading, "", name) && !strpbrk(name, "([");
}

static bool is_headed(struct kam_text heading, enum kam_role role)
{
    struct kam_unit unit;

    if (kam_heading_means(heading, role))
        return true;
    return role == KAM_ROLE_AMOUNT &&
           (is_total(heading) || (kam_heading_take_unit(&heading, &unit) && is_total(heading)));
}

static enum kam_status say_missing(const struct kam_table *table, const struct kam_place *place,
                                   enum kam_role role, struct kam_error *error)
{
    struct kam_buffer list = {NULL, 0, 0};
    const char *names = kam_import_map_list(table->names, table->width, &list);
    enum kam_status status = kam_error_at(
        error, KAM_DATA, place,
        "no column looks like the %s; the first line has to be a header with '%s' and "
        "'%s', and has: %s",
        kam_role_name(role), kam_role_name(KAM_ROLE_MONTH), kam_role_name(KAM_ROLE_AMOUNT), names);

    kam_buffer_free(&list);
    return status;
}

static enum kam_status find_column(const struct kam_table *table, const char *path,
                                   enum kam_role role, size_t *column, struct kam_error *error)
{
    const struct kam_place place = {.file = path, .line = table->header_line};

    *column = KAM_NO_COLUMN;
    for (size_t i = 0; i < table->width; i++) {
        if (!is_headed(table->names[i], role))
            continue;
        if (*column != KAM_NO_COLUMN)
            return kam_error_at(error, KAM_DATA, &place,
                                "%s and %s could both be the %s; rename one of them",
                                kam_show(table->names[*column]).s, kam_show(table->names[i]).s,
                                kam_role_name(role));
        *column = i;
    }
    return *column != KAM_NO_COLUMN ? KAM_OK : say_missing(table, &place, role, error);
}

/* The file's two columns, and how they are written. */
struct columns {
    size_t month, amount;
    struct kam_month_style dates;
    struct kam_amount_style style;
    enum kam_currency currency; /* that the heading of the amounts names */
};

static enum kam_status read_month(struct kam_text cell, const struct kam_place *place,
                                  struct kam_month_style dates, int *month, struct kam_error *error)
{
    *month = KAM_MONTH_NONE;
    if (cell.len == 0 || kam_total_word(cell))
        return KAM_OK;
    *month = kam_month_parse(cell, dates);
    return *month != KAM_MONTH_NONE ? KAM_OK
                                    : kam_error_at(error, KAM_DATA, place, "%s: %s",
                                                   kam_month_reason(cell, dates), kam_show(cell).s);
}

static enum kam_status read_amount(struct kam_text cell, const struct kam_place *place,
                                   const struct columns *columns, struct kam_check_total *total,
                                   struct kam_error *error)
{
    struct kam_amount amount;

    if (kam_amount_is_empty(cell))
        return kam_error_at(error, KAM_DATA, place, "empty: what do the lines add up to?");
    enum kam_number outcome = kam_amount_parse(cell, &columns->style, &amount);
    if (outcome)
        return kam_error_at(error, KAM_DATA, place, "%s: %s", kam_number_reason(outcome),
                            kam_show(cell).s);
    total->amount = amount.exact;
    total->currency = amount.currency ? (enum kam_currency)amount.currency : columns->currency;
    return KAM_OK;
}

/* A cell as it was meant. False when memory ran out. */
static bool clean_cell(struct kam_table *table, size_t row, size_t column, struct kam_text *cell)
{
    *cell = kam_table_cell(table, row, column);
    return kam_clean_id(cell, &table->arena);
}

static enum kam_status read_row(struct kam_check_totals *totals, struct kam_table *table,
                                size_t row, const struct columns *columns, struct kam_error *error)
{
    const struct kam_place month_place = kam_table_place(table, row, columns->month);
    const struct kam_place amount_place = kam_table_place(table, row, columns->amount);
    struct kam_text month_cell, amount_cell;
    struct kam_check_total total = {.place = month_place};

    if (!clean_cell(table, row, columns->month, &month_cell) ||
        !clean_cell(table, row, columns->amount, &amount_cell))
        return kam_error_nomem(error);
    enum kam_status status =
        read_month(month_cell, &month_place, columns->dates, &total.month, error);
    if (!status)
        status = read_amount(amount_cell, &amount_place, columns, &total, error);
    return status ? status : kam_check_totals_add(totals, &total, error);
}

/*
 * The decimal sign that is in the amounts, if it is one and the same. One that stays undecided is
 * an error of the cell that needs it.
 */
static enum kam_status find_sign(struct kam_table *table, struct columns *columns,
                                 struct kam_error *error)
{
    bool point = false, comma = false;

    for (size_t row = 0; row < table->count; row++) {
        struct kam_text cell;
        if (!clean_cell(table, row, columns->amount, &cell))
            return kam_error_nomem(error);
        enum kam_amount_hint hint = kam_amount_hint(cell);
        point = point || hint == KAM_AMOUNT_HINT_POINT;
        comma = comma || hint == KAM_AMOUNT_HINT_COMMA;
    }
    if (point != comma)
        columns->style.sign = point ? KAM_SIGN_POINT : KAM_SIGN_COMMA;
    return KAM_OK;
}

static enum kam_status find_columns(const struct kam_table *table, const char *path,
                                    struct columns *columns, struct kam_error *error)
{
    enum kam_status status = find_column(table, path, KAM_ROLE_MONTH, &columns->month, error);

    return status ? status : find_column(table, path, KAM_ROLE_AMOUNT, &columns->amount, error);
}

/* How the amounts and months are written. */
static enum kam_status find_style(const struct kam_check_totals *totals, struct kam_table *table,
                                  struct columns *columns, struct kam_error *error)
{
    struct kam_unit unit;

    columns->dates = totals->dates;
    columns->style = (struct kam_amount_style){totals->sign, 0, -1};
    columns->currency = KAM_CURRENCY_NONE;
    if (kam_heading_unit(table->names[columns->amount], &unit)) {
        columns->style.exponent = unit.exponent;
        columns->currency = unit.currency;
    }
    return totals->sign == KAM_SIGN_UNDECIDED ? find_sign(table, columns, error) : KAM_OK;
}

enum kam_status kam_check_totals_read(struct kam_check_totals *totals, const char *path,
                                      const struct kam_reader_options *options,
                                      struct kam_error *error)
{
    const struct kam_place place = {.file = path};
    struct kam_reader_options reader = *options;
    struct kam_table table = {0};
    struct columns columns;

    reader.blank = KAM_BLANK_RECORDS;
    enum kam_status status = kam_table_read(&table, &path, 1, &reader, error);
    /* Below a title no line fits; what is missing is the header, and said instead. */
    if (!status || (status == KAM_DATA && table.width)) {
        enum kam_status found = find_columns(&table, path, &columns, error);
        status = found ? found : status;
    }
    if (!status)
        status = find_style(totals, &table, &columns, error);
    if (!status && table.count == 0)
        status = kam_error_at(error, KAM_DATA, &place, "a header and no total");
    for (size_t row = 0; !status && row < table.count; row++)
        status = read_row(totals, &table, row, &columns, error);
    kam_table_free(&table);
    return status;
}
