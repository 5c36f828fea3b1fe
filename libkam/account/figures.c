#include "account/figures.h"

enum { RATIO_PLACES = 4 };

/* NUMERATOR / DENOMINATOR into *RATIO, known only for a divisor above 0. */
static bool ratio(struct kam_decimal numerator, struct kam_decimal denominator,
                  struct kam_decimal *result)
{
    return kam_decimal_sign(denominator) > 0 &&
           kam_decimal_divide(numerator, denominator, RATIO_PLACES, result) == KAM_NUMBER_OK;
}

/* A stretch of months, from the window's month FROM to before TO, and its revenue. */
struct stretch {
    unsigned from, to;
    struct kam_decimal sum;
};

/* The stretches that figures compare. */
enum {
    ALL,
    FIRST_HALF,
    LAST_HALF,
    QUARTER_BEFORE,
    QUARTER,
    YEAR_AGO,
    PERIOD,
    STRETCHES,
};

enum { QUARTER_MONTHS = 3, YEAR_MONTHS = 12 };

/* The stretches of a window of N months; those it is too short for are empty. */
static void lay_out(struct stretch stretches[STRETCHES], unsigned n)
{
    unsigned half = n / 2, quarter = n >= 2 * QUARTER_MONTHS ? QUARTER_MONTHS : 0;
    unsigned year = n > YEAR_MONTHS ? n - 1 - YEAR_MONTHS : n;

    stretches[ALL] = (struct stretch){.from = 0, .to = n};
    stretches[FIRST_HALF] = (struct stretch){.from = 0, .to = half};
    stretches[LAST_HALF] = (struct stretch){.from = n - half, .to = n};
    stretches[QUARTER_BEFORE] = (struct stretch){.from = n - 2 * quarter, .to = n - quarter};
    stretches[QUARTER] = (struct stretch){.from = n - quarter, .to = n};
    stretches[YEAR_AGO] = (struct stretch){.from = year, .to = n > YEAR_MONTHS ? year + 1 : n};
    stretches[PERIOD] = (struct stretch){.from = n ? n - 1 : 0, .to = n};
}

/* Growth from stretch BEFORE to stretch AFTER: their ratio minus 1. */
static bool growth_of(const struct stretch *before, const struct stretch *after,
                      struct kam_decimal *growth, bool *known)
{
    struct kam_decimal change = after->sum;

    if (before->from == before->to)
        return true;
    if (!kam_decimal_subtract(&change, before->sum))
        return false;
    *known = ratio(change, before->sum, growth);
    return true;
}

static bool add_up(const struct kam_account *account, struct kam_months months,
                   struct stretch stretches[STRETCHES])
{
    for (struct stretch *s = stretches; s < stretches + STRETCHES; s++) {
        s->sum = KAM_DECIMAL_ZERO;
        if (s->from < s->to && !kam_cells_sum(&account->revenue, months.first + (int)s->from,
                                              months.first + (int)s->to, &s->sum))
            return false;
    }
    return true;
}

enum kam_status kam_figures_compute(struct kam_figures *f, const struct kam_account *account,
                                    struct kam_months months, const struct kam_decimal *cost,
                                    struct kam_error *error)
{
    struct stretch s[STRETCHES];
    struct kam_decimal peak = KAM_DECIMAL_ZERO;

    *f = (struct kam_figures){0};
    lay_out(s, months.count);
    bool ok = add_up(account, months, s);
    kam_cells_survey(&account->revenue, &f->months, &peak);
    f->period_known = account->revenue.count && months.count &&
                      kam_cells_last(&account->revenue) == months.first + (int)months.count - 1;
    f->revenue = s[ALL].sum;
    f->period_revenue = s[PERIOD].sum;
    if (cost) {
        f->margin = f->revenue;
        ok = ok && kam_decimal_subtract(&f->margin, *cost);
        f->margin_rate_known = ratio(f->margin, f->revenue, &f->margin_rate);
    }
    f->peak_share_known = ratio(peak, f->revenue, &f->peak_share);
    f->average_known = f->months && kam_decimal_divide(f->revenue, kam_decimal_of(f->months),
                                                       RATIO_PLACES, &f->average) == KAM_NUMBER_OK;
    ok = ok && growth_of(&s[FIRST_HALF], &s[LAST_HALF], &f->growth, &f->growth_known) &&
         growth_of(&s[QUARTER_BEFORE], &s[QUARTER], &f->growth_3, &f->growth_3_known) &&
         growth_of(&s[YEAR_AGO], &s[PERIOD], &f->growth_yoy, &f->growth_yoy_known);
    return ok ? KAM_OK
              : kam_error_set(error, KAM_DATA, "a figure of account %s becomes too large",
                              kam_show(kam_account_id(account)).s);
}

bool kam_figures_may_fail(const struct kam_account *account, const struct kam_decimal *cost)
{
    /* Minor units of all months there are add up to less than a tenth of a decimal's range. */
    const kam_int128 half_range = (kam_int128)1 << 126;

    return account->revenue.wide ||
           (cost && (cost->units > half_range || cost->units < -half_range));
}

size_t kam_layout_cost(const struct kam_layout *layout)
{
    for (size_t i = 0; i < layout->sum_count; i++)
        if (kam_text_equal(layout->sums[i], KAM_TEXT("cost")))
            return i;
    return SIZE_MAX;
}
