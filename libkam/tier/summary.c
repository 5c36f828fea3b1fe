#include "tier/summary.h"

#include "base/sort.h"
#include "tier/concentration.h"

#include <stdlib.h>

enum { MONEY_PLACES = 2, AVERAGE_PLACES = 4, SHARE_PLACES = 6 };

/* The customers at the positions START to END - 1 of the order of rank. */
struct range {
    size_t start, end;
};

static const char *const header[] = {"tier",          "customers", "customer_share", "revenue",
                                     "revenue_share", "average",   "lowest",         "highest",
                                     "top20_share",   "gini"};

static void write_text(struct kam_writer *writer, struct kam_text text)
{
    kam_writer_cell(writer, text, KAM_CELL_TEXT);
}

static void write_number(struct kam_writer *writer, struct kam_decimal value, int places)
{
    char digits[KAM_DECIMAL_SIZE];
    size_t len = kam_decimal_format(value, places, digits);

    kam_writer_cell(writer, (struct kam_text){digits, len}, KAM_CELL_NUMBER);
}

static void write_empty(struct kam_writer *writer)
{
    kam_writer_cell(writer, KAM_TEXT(""), KAM_CELL_NUMBER);
}

/* PART / WHOLE, or an empty cell. */
static void write_ratio(struct kam_writer *writer, struct kam_decimal part,
                        struct kam_decimal whole, int places)
{
    struct kam_decimal ratio;

    if (kam_decimal_sign(whole) > 0 &&
        kam_decimal_divide(part, whole, places, &ratio) == KAM_NUMBER_OK)
        write_number(writer, ratio, places);
    else
        write_empty(writer);
}

/* The sums over RANGE: of all revenue, and of what the base counts of it. */
static enum kam_status add_up(const struct kam_tiering *tiering, struct range range,
                              struct kam_decimal *revenue, struct kam_decimal *counted,
                              struct kam_error *error)
{
    const struct kam_ranking *ranking = &tiering->ranking;

    *revenue = *counted = KAM_DECIMAL_ZERO;
    for (size_t i = range.start; i < range.end; i++) {
        struct kam_decimal value = ranking->revenues[ranking->order[i]];
        if (!kam_decimal_add(revenue, value) ||
            !kam_decimal_add(counted, kam_tiering_counted(tiering, value)))
            return kam_error_set(error, KAM_DATA, "the sum of the revenue is too large");
    }
    return KAM_OK;
}

/* Figures fall along the order of rank, and those that are missing come last. */
static void write_figures(const struct kam_tiering *tiering, struct range range,
                          struct kam_writer *writer)
{
    const struct kam_ranking *ranking = &tiering->ranking;
    size_t end = range.end;

    while (end > range.start && !ranking->has_figure[ranking->order[end - 1]])
        end--;
    if (end == range.start) {
        write_empty(writer);
        write_empty(writer);
        return;
    }
    write_number(writer, ranking->figures[ranking->order[end - 1]], ranking->places);
    write_number(writer, ranking->figures[ranking->order[range.start]], ranking->places);
}

/* All columns but the last two. */
static enum kam_status write_range(const struct kam_tiering *tiering, struct kam_text name,
                                   struct range range, struct kam_writer *writer,
                                   struct kam_error *error)
{
    struct kam_decimal revenue, counted;
    struct kam_decimal count = kam_decimal_of((int64_t)(range.end - range.start));
    struct kam_decimal all = kam_decimal_of((int64_t)tiering->ranking.count);
    enum kam_status status = add_up(tiering, range, &revenue, &counted, error);

    if (status)
        return status;
    write_text(writer, name);
    write_number(writer, count, 0);
    write_ratio(writer, count, all, SHARE_PLACES);
    write_number(writer, revenue, MONEY_PLACES);
    write_ratio(writer, counted, tiering->base, SHARE_PLACES);
    write_ratio(writer, revenue, count, AVERAGE_PLACES);
    write_figures(tiering, range, writer);
    return KAM_OK;
}

static int compare_revenues(uint32_t a, uint32_t b, void *context)
{
    const struct kam_ranking *ranking = context;

    return kam_decimal_compare(ranking->revenues[a], ranking->revenues[b]);
}

/* The revenues of RANKING into RISING[count], the smallest first. */
static bool sort_revenues(const struct kam_ranking *ranking, struct kam_decimal *rising)
{
    uint32_t *rows = malloc((ranking->count + 1) * sizeof *rows);
    struct kam_ranking context = *ranking;

    if (!rows)
        return false;
    for (size_t i = 0; i < ranking->count; i++)
        rows[i] = (uint32_t)i;
    bool ok = kam_sort(rows, ranking->count, compare_revenues, &context);
    for (size_t i = 0; i < ranking->count && ok; i++)
        rising[i] = ranking->revenues[rows[i]];
    free(rows);
    return ok;
}

static enum kam_status write_concentration(const struct kam_ranking *ranking,
                                           struct kam_writer *writer, struct kam_error *error)
{
    struct kam_decimal *rising = malloc((ranking->count + 1) * sizeof *rising);
    struct kam_decimal measure;
    bool ok = rising && sort_revenues(ranking, rising);

    if (ok) {
        if (kam_top_share(rising, ranking->count, &measure))
            write_number(writer, measure, KAM_CONCENTRATION_PLACES);
        else
            write_empty(writer);
        if (kam_gini(rising, ranking->count, &measure))
            write_number(writer, measure, KAM_CONCENTRATION_PLACES);
        else
            write_empty(writer);
    }
    free(rising);
    return ok ? KAM_OK : kam_error_nomem(error);
}

enum kam_status kam_summary_write(const struct kam_tiering *tiering, struct kam_writer *writer,
                                  struct kam_error *error)
{
    const struct kam_text_list *names = &tiering->tiers->names;
    const struct range all = {0, tiering->ranking.count};
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < sizeof header / sizeof *header; i++)
        write_text(writer, kam_text_of(header[i]));
    kam_writer_end_row(writer);
    for (size_t t = 0; t < names->count && !status; t++) {
        struct range range = {kam_tiering_start(tiering, t), tiering->ends[t]};
        status = write_range(tiering, names->items[t], range, writer, error);
        write_empty(writer);
        write_empty(writer);
        kam_writer_end_row(writer);
    }
    if (!status)
        status = write_range(tiering, KAM_TEXT("total"), all, writer, error);
    if (!status)
        status = write_concentration(&tiering->ranking, writer, error);
    kam_writer_end_row(writer);
    return status;
}
