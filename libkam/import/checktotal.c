#include "import/checktotal.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#define OPTION "--check-total"

enum { MONEY_PLACES = 2 };

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

enum kam_status kam_check_totals_add(struct kam_check_totals *totals,
                                     const struct kam_check_total *total, struct kam_error *error)
{
    const struct kam_place *place = &total->place;
    enum kam_status status = place->line ? KAM_DATA : KAM_USAGE;

    for (size_t i = 0; i < totals->count; i++) {
        const struct kam_place *other = &totals->items[i].place;
        if (totals->items[i].month != total->month)
            continue;
        if (other->line)
            return kam_error_at(error, status, place, "%s has a total in %s:%" PRIu64 " already",
                                name_of(total->month).s, other->file, other->line);
        return kam_error_at(error, status, place, "%s has a total of " OPTION " already",
                            name_of(total->month).s);
    }
    if (!kam_array_reserve(&totals->items, &totals->capacity, totals->count + 1,
                           sizeof *totals->items))
        return kam_error_nomem(error);
    totals->items[totals->count] = *total;
    totals->items[totals->count++].place.column = NULL;
    return KAM_OK;
}

enum kam_status kam_check_totals_parse(struct kam_check_totals *totals, struct kam_text argument,
                                       struct kam_error *error)
{
    const struct kam_place place = {.file = OPTION};
    const struct kam_amount_style style = {totals->sign, 0, -1};
    struct kam_text text = argument;
    struct kam_amount amount;
    bool has_month;
    int month = KAM_MONTH_NONE;
    struct kam_text before = kam_text_split(&text, '=', &has_month);

    if (!has_month)
        text = before;
    else if ((month = kam_month_parse(before, totals->dates)) == KAM_MONTH_NONE)
        return kam_error_at(error, KAM_USAGE, &place, "%s: %s; a total is AMOUNT or YYYY-MM=AMOUNT",
                            kam_month_reason(before, totals->dates), kam_show(before).s);
    if (kam_amount_is_empty(text))
        return kam_error_at(error, KAM_USAGE, &place,
                            "no amount in %s; a total is AMOUNT or YYYY-MM=AMOUNT",
                            kam_show(argument).s);
    enum kam_number outcome = kam_amount_parse(text, &style, &amount);
    if (outcome)
        return kam_error_at(error, KAM_USAGE, &place, "%s: %s", kam_number_reason(outcome),
                            kam_show(text).s);
    const struct kam_check_total total = {
        .month = month,
        .amount = amount.exact,
        .currency = (enum kam_currency)amount.currency,
        .place = place,
    };
    return kam_check_totals_add(totals, &total, error);
}

enum kam_status kam_check_totals_within(const struct kam_check_totals *totals,
                                        struct kam_months window, struct kam_error *error)
{
    int end = window.first + (int)window.count;

    for (size_t i = 0; window.count && i < totals->count; i++) {
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
                                     const struct kam_coverage *coverage, struct kam_text code,
                                     struct kam_error *error)
{
    const struct kam_coverage_month none = {0};
    const struct kam_coverage_month *month = kam_coverage_find(coverage, total->month);
    /* An option says all of what is wrong by its month. */
    const struct kam_place *place = total->place.line ? &total->place : NULL;
    char stated[KAM_DECIMAL_SIZE], sum[KAM_DECIMAL_SIZE];

    month = month ? month : &none;
    if (code.len && !kam_currency_may_be(total->currency, code))
        return kam_error_at(
            error, KAM_DATA, place, "%s: finance says an amount in %s, the lines used are in %.*s",
            name_of(total->month).s, kam_currency_code(total->currency), (int)code.len, code.ptr);
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
