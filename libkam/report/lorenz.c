#include "report/lorenz.h"

#include "base/sortkeys.h"
#include "language/speechround.h"
#include "tier/concentration.h"
#include "tier/tiercell.h"

#include <stdlib.h>

enum { PERCENT = 100 };

/* What the curve is made of: revenues of customers, the smallest first, and what they come to up
 * to each, the negative ones counted as 0. */
struct spread {
    struct kam_decimal *rising, *sums;
    size_t count;
};

/* ---- revenues in order ----------------------------------------------------------------------- */

static int compare_revenues(uint32_t a, uint32_t b, void *context)
{
    const struct kam_decimal *const *revenues = context;

    return kam_decimal_compare((*revenues)[a], (*revenues)[b]);
}

/* ITEMS: the numbers of REVENUES[COUNT], to be put in order; RISING: these, in order. */
static bool sort(const struct kam_decimal *revenues, size_t count, uint32_t *items, uint64_t *keys,
                 struct kam_decimal *rising)
{
    bool is_rising = true;

    for (size_t i = 0; i < count; i++) {
        items[i] = (uint32_t)i;
        keys[i] = kam_sort_key(revenues[i]);
    }
    if (!kam_sort_by_keys(items, keys, count))
        return false;
    for (size_t i = 0; i < count; i++) {
        rising[i] = revenues[items[i]];
        is_rising = is_rising && (i == 0 || kam_decimal_compare(rising[i - 1], rising[i]) <= 0);
    }
    if (is_rising) /* nearly always, as equal keys are those of equal revenues */
        return true;
    if (!kam_sort_equal_keys(items, keys, count, compare_revenues, &revenues))
        return false;
    for (size_t i = 0; i < count; i++)
        rising[i] = revenues[items[i]];
    return true;
}

static bool sort_revenues(struct spread *spread, const struct kam_reportside *side,
                          const struct kam_reportrows *rows)
{
    size_t room = rows->count + 1;
    struct kam_decimal *revenues = calloc(room, sizeof *revenues);
    uint32_t *items = malloc(room * sizeof *items);
    uint64_t *keys = calloc(room, sizeof *keys);
    bool ok = revenues && items && keys;

    for (size_t i = 0; ok && i < rows->count; i++)
        if (side->steps[rows->items[i]] != KAM_NONE)
            revenues[spread->count++] = side->revenues[rows->items[i]];
    ok = ok && sort(revenues, spread->count, items, keys, spread->rising);
    free(revenues);
    free(items);
    free(keys);
    return ok;
}

/* ---- what follows from that ------------------------------------------------------------------ */

static bool add_up(struct spread *spread)
{
    struct kam_decimal sum = KAM_DECIMAL_ZERO;

    for (size_t i = 0; i < spread->count; i++) {
        if (kam_decimal_sign(spread->rising[i]) > 0 && !kam_decimal_add(&sum, spread->rising[i]))
            return false;
        spread->sums[i] = sum;
    }
    return true;
}

/* What the COUNT customers with the least revenue bring. */
static struct kam_decimal least(const struct spread *spread, size_t count)
{
    return count ? spread->sums[count - 1] : KAM_DECIMAL_ZERO;
}

/* The same of those with the most. */
static struct kam_decimal most(const struct spread *spread, size_t count)
{
    struct kam_decimal sum = least(spread, spread->count);

    sum.units -= least(spread, spread->count - count).units;
    return sum;
}

/* PART / WHOLE, which is above 0 and not less: always to be had. */
static struct kam_decimal share_of(struct kam_decimal part, struct kam_decimal whole)
{
    struct kam_decimal share = KAM_NO_NUMBER;

    (void)!kam_decimal_divide(part, whole, KAM_PLACES_SHARE, &share);
    return share;
}

static struct kam_decimal share_of_customers(const struct spread *spread, size_t count)
{
    return share_of(kam_decimal_of((int64_t)count), kam_decimal_of((int64_t)spread->count));
}

static size_t customers_of(const struct spread *spread, size_t percent)
{
    return (spread->count * percent + PERCENT - 1) / PERCENT;
}

static void find_points(struct kam_reportlorenz *lorenz, const struct spread *spread)
{
    struct kam_decimal all = least(spread, spread->count);
    size_t last = SIZE_MAX;

    for (size_t percent = 0; percent <= PERCENT; percent++) {
        size_t customers = customers_of(spread, percent);
        if (customers != last)
            lorenz->points[lorenz->count++] = (struct kam_reportpoint){
                share_of_customers(spread, customers), share_of(least(spread, customers), all)};
        last = customers;
    }
}

static void find_largest(struct kam_reportlorenz *lorenz, const struct spread *spread)
{
    static const size_t percentages[KAM_LORENZ_LARGEST] = {1, 5, 10, 20, 50, PERCENT};
    struct kam_decimal all = least(spread, spread->count);

    for (size_t i = 0; i < KAM_LORENZ_LARGEST; i++) {
        size_t customers = customers_of(spread, percentages[i]);
        struct kam_decimal revenue = most(spread, customers);
        lorenz->largest[i] =
            (struct kam_reportlargest){percentages[i], customers, revenue, share_of(revenue, all)};
    }
}

/* The fewest customers that bring four fifths of all. */
static void find_few(struct kam_reportlorenz *lorenz, const struct spread *spread)
{
    enum { PART = 4, WHOLE = 5 };
    struct kam_decimal all = least(spread, spread->count);
    size_t low = 1, high = spread->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (kam_decimal_compare_products(most(spread, middle), kam_decimal_of(WHOLE), all,
                                         kam_decimal_of(PART)) >= 0)
            high = middle;
        else
            low = middle + 1;
    }
    lorenz->few_customers = low;
    lorenz->few = share_of_customers(spread, low);
}

static enum kam_status fill(struct kam_reportlorenz *lorenz, struct spread *spread,
                            const struct kam_reportside *side, const struct kam_reportrows *rows,
                            struct kam_error *error)
{
    struct kam_place place = {.file = side->snapshot.file};

    if (!spread->rising || !spread->sums || !sort_revenues(spread, side, rows))
        return kam_error_nomem(error);
    if (!add_up(spread))
        return kam_error_at(error, KAM_DATA, &place, "the sum of the revenue is too large");
    lorenz->is_known = kam_gini(spread->rising, spread->count, &lorenz->gini) &&
                       kam_top_share(spread->rising, spread->count, &lorenz->top_share);
    if (!lorenz->is_known)
        return KAM_OK;
    find_points(lorenz, spread);
    find_largest(lorenz, spread);
    find_few(lorenz, spread);
    return KAM_OK;
}

enum kam_status kam_reportlorenz_make(struct kam_reportlorenz *lorenz,
                                      const struct kam_reportsource *source,
                                      const struct kam_reportscope *scope, struct kam_error *error)
{
    size_t room = scope->now.count + 1;
    struct spread spread = {.rising = calloc(room, sizeof *spread.rising),
                            .sums = calloc(room, sizeof *spread.sums)};

    *lorenz = (struct kam_reportlorenz){.is_known = false};
    enum kam_status status = fill(lorenz, &spread, &source->now, &scope->now, error);
    free(spread.rising);
    free(spread.sums);
    return status;
}

/* ---- the table ------------------------------------------------------------------------------- */

static void add_columns(struct kam_speech *speech, struct kam_reporttable *table)
{
    static const enum kam_label labels[] = {KAM_LABEL_COLUMN_LARGEST, KAM_LABEL_COLUMN_CUSTOMERS,
                                            KAM_LABEL_COLUMN_REVENUE,
                                            KAM_LABEL_COLUMN_REVENUE_SHARE};

    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        kam_reporttable_column(table, kam_speech_label(speech, labels[i]), KAM_REPORTCELL_NUMBER);
}

/* As it is said where it is known: 0.821. */
static void add_gini(const struct kam_reportlorenz *lorenz, struct kam_speech *speech,
                     struct kam_reporttable *table)
{
    enum { SHOWN_PLACES = 3 };
    struct kam_decimal shown = lorenz->gini;

    (void)!kam_decimal_round(lorenz->gini, SHOWN_PLACES, &shown);
    kam_reporttable_cell(table, kam_speech_label(speech, KAM_LABEL_GINI));
    kam_reporttable_cell(table, KAM_TEXT(""));
    kam_reporttable_cell(table, KAM_TEXT(""));
    kam_reporttable_number(table, speech, kam_speech_grouped(speech, shown, SHOWN_PLACES),
                           lorenz->gini, KAM_CONCENTRATION_PLACES);
}

void kam_reportlorenz_table(const struct kam_reportlorenz *lorenz, struct kam_speech *speech,
                            struct kam_reporttable *table)
{
    add_columns(speech, table);
    if (!lorenz->is_known) {
        table->note = kam_speech_label(speech, KAM_LABEL_NO_REVENUE);
        return;
    }
    for (size_t i = 0; i < KAM_LORENZ_LARGEST; i++) {
        const struct kam_reportlargest *largest = &lorenz->largest[i];
        struct kam_decimal percent =
            share_of(kam_decimal_of((int64_t)largest->percent), kam_decimal_of(PERCENT));
        kam_reporttable_number(table, speech, kam_speech_percent(speech, percent), percent, 2);
        kam_reporttable_count(table, speech, largest->customers);
        kam_reporttable_money(table, speech, largest->revenue);
        kam_reporttable_share(table, speech, largest->share);
    }
    add_gini(lorenz, speech, table);
    table->totals = 1;
}
