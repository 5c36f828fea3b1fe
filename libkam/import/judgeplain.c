#include "import/judgeplain.h"

static enum kam_status count_month(struct kam_judge *judge, struct kam_tally_month *month,
                                   struct kam_error *error)
{
    struct kam_decimal sum = kam_decimal_of_minor(month->sum);
    uint64_t lines = month->lines;

    month->lines = 0;
    kam_totals_add_sum(&judge->totals, lines, sum);
    return kam_import_count(judge->import, judge->index, KAM_FATE_USED, month->month, lines, sum,
                            error);
}

static bool is_plain(const struct kam_judge *judge, const struct kam_reading *reading)
{
    return reading->verdict == KAM_LINE_GOOD && reading->data.amount.is_minor &&
           reading->odd == KAM_NO_COLUMN &&
           (reading->currency.len == 0 || reading->currency.ptr == judge->currency.ptr);
}

/* True if the lines before leave no question open about one. */
static bool may_be_plain(const struct kam_judge *judge)
{
    return judge->held.count == 0 && !judge->has_invoices &&
           kam_totals_has_met_enough(&judge->totals);
}

enum kam_status kam_judge_take_plain(struct kam_judge *judge, struct kam_import_piece *piece,
                                     size_t *i, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    if (!may_be_plain(judge))
        return KAM_OK;
    for (; *i < piece->count && !status; ++*i) {
        const struct kam_reading *reading = piece->entries[*i].reading;
        if (!reading || !is_plain(judge, reading))
            break;
        const struct kam_line *line = &reading->data;
        struct kam_tally_month *month = kam_tally_month_of(&judge->tally, line->month);
        while (!status && !kam_tally_add(month, line->month, line->amount.minor))
            status = count_month(judge, month, error);
        piece->good[piece->good_count++] = line;
        judge->plain = reading;
        judge->is_closed = false;
    }
    return status;
}

enum kam_status kam_judge_count_plain(struct kam_judge *judge, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    if (!judge->plain)
        return KAM_OK;
    for (size_t i = 0; i < KAM_TALLY_MONTHS && !status; i++)
        if (judge->tally.months[i].lines)
            status = count_month(judge, &judge->tally.months[i], error);
    kam_totals_note_last(&judge->totals, judge->plain->data.amount.exact, judge->plain->line);
    judge->plain = NULL;
    return status;
}
