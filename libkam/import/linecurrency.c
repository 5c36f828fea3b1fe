#include "import/linecurrency.h"
#include "import/linecell.h"
#include "import/linefault.h"

/* True if BESIDE can't be what the heading of COLUMN, a title or the user says it counts. */
static bool contradicts(const struct kam_line_reader *lines, size_t column,
                        enum kam_currency beside)
{
    enum kam_currency said = lines->file->conventions.columns[column].currency;

    return said && !kam_currency_may_be(beside, kam_text_of(kam_currency_code(said)));
}

/* KAM_DATA if a factor of the amount has a heading in another currency than stands beside a cell.
 */
static enum kam_status check_headings(const struct kam_line_reader *lines,
                                      const struct kam_text *cells, uint64_t line,
                                      enum kam_currency beside, struct kam_error *why)
{
    for (size_t i = 0; beside && i < lines->file->factor_count; i++) {
        size_t at = lines->factors[i].at;
        if (at != KAM_NO_COLUMN && contradicts(lines, lines->selected[at], beside))
            return kam_line_other_currency(lines, line, at, beside, cells[at], why);
    }
    return KAM_OK;
}

enum kam_status kam_line_find_any_currency(struct kam_line_reader *lines,
                                           const struct kam_text *cells, uint64_t line,
                                           const struct kam_amount *amount,
                                           struct kam_line_currency *currency,
                                           struct kam_error *why)
{
    enum kam_currency beside = (enum kam_currency)amount->currency;

    if (lines->currency == KAM_NO_COLUMN) {
        enum kam_currency known = lines->known_currency;
        if (beside || known)
            currency->own = kam_text_of(kam_currency_code(known ? known : beside));
        currency->code = currency->own;
        return check_headings(lines, cells, line, beside, why);
    }
    struct kam_text cell = cells[lines->currency];
    if (!kam_currency_read(&lines->currencies, kam_line_text(cell), &currency->own))
        return KAM_NOMEM;
    currency->code = currency->own;
    if (currency->own.len == 0)
        return kam_line_bad_cell(lines, line, lines->currency, "no currency", cell, why);
    if (!kam_currency_may_be(beside, currency->own))
        return kam_line_bad_cell(lines, line, lines->currency,
                                 "another currency than beside the amount", cell, why);
    return KAM_OK;
}

enum kam_status kam_line_judge_currency(struct kam_line_reader *lines, uint64_t line,
                                        struct kam_text code, enum kam_line_verdict *verdict,
                                        struct kam_error *why)
{
    bool by_column = lines->currency != KAM_NO_COLUMN;
    const char *column =
        by_column ? lines->file->names[lines->selected[lines->currency]].ptr : NULL;
    struct kam_place place = kam_reader_place(lines->reader, line, column);
    enum kam_currency_verdict judged;

    if (!kam_one_currency_judge(&lines->import->currency, code, &place, &judged, why))
        return KAM_NOMEM;
    switch (judged) {
    case KAM_CURRENCY_SAME:
        *verdict = KAM_LINE_GOOD;
        return KAM_OK;
    case KAM_CURRENCY_FOREIGN:
        *verdict = KAM_LINE_FOREIGN;
        return KAM_OK;
    case KAM_CURRENCY_DIFFERENT:
        break;
    }
    *verdict = KAM_LINE_FATAL;
    return KAM_OK;
}

/* True if the sum of COLUMN, read as SUM, is known to be in another currency than CODE. */
static bool is_in_another(const struct kam_line_reader *lines, const struct kam_amount *sum,
                          size_t column, struct kam_text code)
{
    enum kam_currency currency = sum->currency ? (enum kam_currency)sum->currency
                                               : lines->file->conventions.columns[column].currency;

    return code.len && !kam_currency_may_be(currency, code);
}

/* The code of the first sum, beside which BESIDE stands; of a sign its heading knows more. */
static struct kam_text code_of_sum(const struct kam_line_reader *lines, enum kam_currency beside)
{
    enum kam_currency said = lines->file->conventions.columns[lines->file->sums[0]].currency;

    return kam_text_of(kam_currency_code(said ? said : beside));
}

enum kam_status kam_line_check_sum(const struct kam_line_reader *lines,
                                   const struct kam_text *cells, uint64_t line, size_t i,
                                   const struct kam_amount *sum, struct kam_line_currency *currency,
                                   struct kam_error *why)
{
    enum kam_currency beside = (enum kam_currency)sum->currency;
    size_t column = lines->file->sums[i];

    if (lines->currency == KAM_NO_COLUMN && contradicts(lines, column, beside))
        return kam_line_other_currency(lines, line, lines->sums[i].at, beside,
                                       cells[lines->sums[i].at], why);
    if (is_in_another(lines, sum, column, currency->own))
        currency->odd = lines->sums[i].at;
    if (i == 0 && beside && currency->own.len == 0)
        currency->code = code_of_sum(lines, beside);
    return KAM_OK;
}
