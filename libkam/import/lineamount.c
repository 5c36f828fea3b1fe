#include "import/lineamount.h"
#include "import/linefault.h"
#include "table/clean.h"

static enum kam_status bad_amount(const struct kam_line_reader *lines, uint64_t line, size_t at,
                                  enum kam_number outcome, struct kam_text cell,
                                  struct kam_error *why)
{
    const struct kam_conventions *conventions = &lines->file->conventions;

    if (outcome == KAM_NUMBER_SIGN)
        return kam_line_contradicts(lines, line, at, kam_number_reason(outcome), cell,
                                    &conventions->columns[lines->selected[at]].sign, why);
    if (outcome == KAM_NUMBER_PLACES)
        return kam_line_bad_cell(lines, line, at, "more than 18 decimal places; say --round N",
                                 cell, why);
    return kam_line_bad_cell(lines, line, at, kam_number_reason(outcome), cell, why);
}

/* An amount, also as a spreadsheet wraps it: ="1,234.50". */
static enum kam_number parse_amount(struct kam_line_reader *lines, struct kam_text cell,
                                    const struct kam_amount_style *style, struct kam_amount *amount)
{
    enum kam_number outcome = kam_amount_parse(cell, style, amount);

    if (outcome && kam_clean_is_wrapped(cell) && kam_clean_id(&cell, &lines->strings))
        outcome = kam_amount_parse(cell, style, amount);
    return outcome;
}

/*
 * What stands behind an amount in a column without a name: the rest of it, where a comma at
 * thousands wasn't quoted, or its currency.
 */
static enum kam_status look_behind(struct kam_line_reader *lines, uint64_t line, size_t at,
                                   struct kam_text behind, struct kam_amount *amount,
                                   struct kam_error *why)
{
    enum { THOUSANDS = 3 };
    struct kam_unit unit;
    size_t digits = 0;

    behind = kam_text_trim(behind);
    if (behind.len == 0)
        return KAM_OK;
    while (digits < behind.len && behind.ptr[digits] >= '0' && behind.ptr[digits] <= '9')
        digits++;
    if (digits == THOUSANDS)
        return kam_line_bad_cell(
            lines, line, at,
            "the cell behind the amount may be the rest of it, is a comma unquoted?", behind, why);
    if (kam_unit_parse(behind, &unit) && unit.exponent == 0 && !amount->currency)
        amount->currency = (unsigned char)unit.currency;
    return KAM_OK;
}

enum kam_status kam_line_read_any_cell(struct kam_line_reader *lines, const struct kam_text *cells,
                                       uint64_t line, const struct kam_line_amounts *amounts,
                                       struct kam_amount *amount, struct kam_error *why)
{
    struct kam_text cell = cells[amounts->at];
    enum kam_status status = KAM_OK;

    *amount = (struct kam_amount){.is_minor = true};
    enum kam_number outcome = parse_amount(lines, cell, amounts->style, amount);
    if (outcome && !kam_amount_is_empty(cell))
        return bad_amount(lines, line, amounts->at, outcome, cell, why);
    if (amounts->behind != KAM_NO_COLUMN)
        status = look_behind(lines, line, amounts->at, cells[amounts->behind], amount, why);
    return outcome && !status ? KAM_END : status;
}

static enum kam_status read_factor(struct kam_line_reader *lines, const struct kam_text *cells,
                                   uint64_t line, size_t i, struct kam_amount *factor,
                                   struct kam_error *why)
{
    size_t at = lines->factors[i].at;

    if (at == KAM_NO_COLUMN) {
        *factor = kam_amount_of(lines->file->factors[i].constant);
        return KAM_OK;
    }
    enum kam_status status =
        kam_line_read_cell(lines, cells, line, &lines->factors[i], factor, why);
    return status == KAM_END ? kam_line_bad_cell(lines, line, at, "no amount", cells[at], why)
                             : status;
}

enum kam_status kam_line_read_any_amount(struct kam_line_reader *lines,
                                         const struct kam_text *cells, uint64_t line,
                                         struct kam_amount *amount, struct kam_error *why)
{
    struct kam_amount factors[2] = {{.is_minor = true}, {.is_minor = true}};
    struct kam_decimal product;

    *amount = (struct kam_amount){.is_minor = true};

    if (lines->file->factor_count == 1)
        return read_factor(lines, cells, line, 0, amount, why);
    for (size_t i = 0; i < lines->file->factor_count; i++) {
        enum kam_status status = read_factor(lines, cells, line, i, &factors[i], why);
        if (status)
            return status;
    }
    enum kam_number outcome = kam_decimal_multiply(factors[0].exact, factors[1].exact,
                                                   lines->import->options->round, &product);
    if (outcome) {
        struct kam_place place = kam_reader_place(lines->reader, line, NULL);
        return kam_error_at(why, KAM_DATA, &place, "the product of the amount's columns: %s%s",
                            kam_number_reason(outcome),
                            outcome == KAM_NUMBER_PLACES ? "; say --round N" : "");
    }
    *amount = kam_amount_of(product);
    amount->currency = factors[0].currency ? factors[0].currency : factors[1].currency;
    return KAM_OK;
}
