#include "import/checktotal.h"
#include "import/heading.h"
#include "table/clean.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#define OPTION "--check-total"

enum { MONEY_PLACES = 2 };

/* Finance's own figures, whatever the columns of the exports are like. */
static const struct kam_amount_style style = {KAM_SIGN_POINT, 0, -1};

void kam_check_totals_free(struct kam_check_totals *totals)
{
    free(totals->items);
    *totals = (struct kam_check_totals){0};
}

/* A part of a message. */
struct words {
    char s[96];
};

static struct words name_of(int month)
{
    struct words name = {"the whole window"};

    if (month != KAM_MONTH_NONE)
        kam_month_format(month, name.s);
    return name;
}

/* ---- reading --------------------------------------------------------------------------------- */

/* PLACE is said to be wrong with STATUS if its month has a total already. */
static enum kam_status add(struct kam_check_totals *totals, int month, struct kam_decimal amount,
                           const struct kam_place *place, enum kam_status status,
                           struct kam_error *error)
{
    for (size_t i = 0; i < totals->count; i++) {
        const struct kam_place *other = &totals->items[i].place;
        if (totals->items[i].month != month)
            continue;
        if (other->line)
            return kam_error_at(error, status, place, "%s has a total in %s:%" PRIu64 " already",
                                name_of(month).s, other->file, other->line);
        return kam_error_at(error, status, place, "%s has a total of " OPTION " already",
                            name_of(month).s);
    }
    if (!kam_array_reserve(&totals->items, &totals->capacity, totals->count + 1,
                           sizeof *totals->items))
        return kam_error_nomem(error);
    totals->items[totals->count] =
        (struct kam_check_total){.month = month, .amount = amount, .place = *place};
    totals->items[totals->count++].place.column = NULL;
    return KAM_OK;
}

enum kam_status kam_check_totals_parse(struct kam_check_totals *totals, struct kam_text argument,
                                       struct kam_error *error)
{
    const struct kam_place place = {.file = OPTION};
    struct kam_text text = argument;
    struct kam_amount amount;
    bool has_month;
    int month = KAM_MONTH_NONE;
    struct kam_text before = kam_text_split(&text, '=', &has_month);

    if (!has_month)
        text = before;
    else if ((month = kam_month_parse(before, KAM_MONTH_CLEAR)) == KAM_MONTH_NONE)
        return kam_error_at(error, KAM_USAGE, &place,
                            "not a month: %s; a total is AMOUNT or YYYY-MM=AMOUNT",
                            kam_show(before).s);
    if (kam_text_trim(text).len == 0)
        return kam_error_at(error, KAM_USAGE, &place,
                            "no amount in %s; a total is AMOUNT or YYYY-MM=AMOUNT",
                            kam_show(argument).s);
    enum kam_number outcome = kam_amount_parse(text, &style, &amount);
    if (outcome)
        return kam_error_at(error, KAM_USAGE, &place, "%s: %s", kam_number_reason(outcome),
                            kam_show(text).s);
    return add(totals, month, amount.exact, &place, KAM_USAGE, error);
}

static bool is_headed(struct kam_text heading, enum kam_role role)
{
    return kam_heading_means(heading, role) ||
           (role == KAM_ROLE_AMOUNT && kam_heading_is_total(heading));
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
    return *column != KAM_NO_COLUMN
               ? KAM_OK
               : kam_error_at(error, KAM_DATA, &place, "no column looks like the %s; call it '%s'",
                              kam_role_name(role), kam_role_name(role));
}

static enum kam_status read_month(struct kam_text cell, const struct kam_place *place, int *month,
                                  struct kam_error *error)
{
    *month = KAM_MONTH_NONE;
    if (cell.len == 0 || kam_heading_is_total(cell))
        return KAM_OK;
    *month = kam_month_parse(cell, KAM_MONTH_CLEAR);
    return *month != KAM_MONTH_NONE
               ? KAM_OK
               : kam_error_at(error, KAM_DATA, place,
                              "not a month: %s; one is written as 2026-10, the whole window is "
                              "left empty",
                              kam_show(cell).s);
}

static enum kam_status read_amount(struct kam_text cell, const struct kam_place *place,
                                   struct kam_decimal *value, struct kam_error *error)
{
    struct kam_amount amount;

    if (cell.len == 0)
        return kam_error_at(error, KAM_DATA, place, "empty: what do the lines add up to?");
    enum kam_number outcome = kam_amount_parse(cell, &style, &amount);
    if (outcome)
        return kam_error_at(error, KAM_DATA, place, "%s: %s", kam_number_reason(outcome),
                            kam_show(cell).s);
    *value = amount.exact;
    return KAM_OK;
}

static enum kam_status read_row(struct kam_check_totals *totals, struct kam_table *table,
                                size_t row, const size_t columns[2], struct kam_error *error)
{
    const struct kam_place month_place = kam_table_place(table, row, columns[0]);
    const struct kam_place amount_place = kam_table_place(table, row, columns[1]);
    struct kam_text month_cell = kam_table_cell(table, row, columns[0]);
    struct kam_text amount_cell = kam_table_cell(table, row, columns[1]);
    struct kam_decimal amount = KAM_DECIMAL_ZERO;
    int month;

    if (!kam_clean_id(&month_cell, &table->arena) || !kam_clean_id(&amount_cell, &table->arena))
        return kam_error_nomem(error);
    enum kam_status status = read_month(month_cell, &month_place, &month, error);
    if (!status)
        status = read_amount(amount_cell, &amount_place, &amount, error);
    return status ? status : add(totals, month, amount, &month_place, KAM_DATA, error);
}

enum kam_status kam_check_totals_read(struct kam_check_totals *totals, const char *path,
                                      const struct kam_reader_options *options,
                                      struct kam_error *error)
{
    struct kam_reader_options reader = *options;
    struct kam_table table = {0};
    size_t columns[2];

    reader.blank = KAM_BLANK_RECORDS;
    enum kam_status status = kam_table_read(&table, &path, 1, &reader, error);
    if (!status)
        status = find_column(&table, path, KAM_ROLE_MONTH, &columns[0], error);
    if (!status)
        status = find_column(&table, path, KAM_ROLE_AMOUNT, &columns[1], error);
    if (!status && table.count == 0) {
        const struct kam_place place = {.file = path};
        status = kam_error_at(error, KAM_DATA, &place, "a header and no total");
    }
    for (size_t row = 0; !status && row < table.count; row++)
        status = read_row(totals, &table, row, columns, error);
    kam_table_free(&table);
    return status;
}

/* ---- holding --------------------------------------------------------------------------------- */

enum kam_status kam_check_totals_within(const struct kam_check_totals *totals,
                                        struct kam_months window, struct kam_error *error)
{
    int end = window.first + (int)window.count;

    for (size_t i = 0; i < totals->count; i++) {
        const struct kam_check_total *total = &totals->items[i];
        if (total->month == KAM_MONTH_NONE || (total->month >= window.first && total->month < end))
            continue;
        return kam_error_at(error, total->place.line ? KAM_DATA : KAM_USAGE, &total->place,
                            "%s is not in the window, %s to %s", name_of(total->month).s,
                            name_of(window.first).s, name_of(end - 1).s);
    }
    return KAM_OK;
}

/* "; rejected lines hold 10.00", or nothing. */
static struct words show_rejected(const struct kam_coverage *coverage)
{
    char amount[KAM_DECIMAL_SIZE];
    struct words words = {""};

    kam_decimal_format(coverage->rejected_amount, MONEY_PLACES, amount);
    if (kam_decimal_sign(coverage->rejected_amount))
        snprintf(words.s, sizeof words.s, "; rejected lines hold %s", amount);
    else if (coverage->rejected_lines)
        snprintf(words.s, sizeof words.s, "; %" PRIu64 " line%s rejected", coverage->rejected_lines,
                 coverage->rejected_lines == 1 ? " was" : "s were");
    return words;
}

/* "10.00 too little", of SUM against STATED, which differ. */
static struct words show_difference(struct kam_decimal sum, struct kam_decimal stated)
{
    bool little = kam_decimal_compare(sum, stated) < 0;
    struct kam_decimal more = little ? stated : sum;
    char amount[KAM_DECIMAL_SIZE] = "far";
    struct words words;

    if (kam_decimal_subtract(&more, little ? sum : stated))
        kam_decimal_format(more, MONEY_PLACES, amount);
    snprintf(words.s, sizeof words.s, "%s too %s", amount, little ? "little" : "much");
    return words;
}

enum kam_status kam_check_total_hold(const struct kam_check_total *total,
                                     const struct kam_coverage *coverage, struct kam_error *error)
{
    const struct kam_coverage_month none = {0};
    const struct kam_coverage_month *month = kam_coverage_find(coverage, total->month);
    /* An option says all of what is wrong by its month. */
    const struct kam_place *place = total->place.line ? &total->place : NULL;
    char stated[KAM_DECIMAL_SIZE], sum[KAM_DECIMAL_SIZE];

    month = month ? month : &none;
    if (!month->too_large && kam_decimal_compare(month->revenue, total->amount) == 0)
        return KAM_OK;
    kam_decimal_format(total->amount, MONEY_PLACES, stated);
    kam_decimal_format(month->revenue, MONEY_PLACES, sum);
    if (month->too_large)
        return kam_error_at(error, KAM_DATA, place,
                            "%s: finance says %s, the sum of the lines used is too large for kam",
                            name_of(total->month).s, stated);
    if (month->accounts == 0)
        return kam_error_at(error, KAM_DATA, place, "%s: finance says %s, no line was used%s",
                            name_of(total->month).s, stated, show_rejected(coverage).s);
    return kam_error_at(
        error, KAM_DATA, place, "%s: finance says %s, the lines used add up to %s: %s%s",
        name_of(total->month).s, stated, sum, show_difference(month->revenue, total->amount).s,
        show_rejected(coverage).s);
}
