#include "tier/rank.h"

#include "base/sortkeys.h"
#include "table/ids.h"

#include <stdlib.h>

int kam_ranking_compare_figures(const struct kam_ranking *ranking, uint32_t a, uint32_t b)
{
    if (ranking->has_figure[a] != ranking->has_figure[b])
        return ranking->has_figure[a] ? -1 : 1;
    return kam_decimal_compare(ranking->figures[b], ranking->figures[a]);
}

struct keys {
    const struct kam_ranking *ranking;
    const struct kam_table *table;
    size_t account;
    bool ids_rise; /* rows are in the order of their accounts */
};

static int compare_rows(uint32_t a, uint32_t b, void *context)
{
    const struct keys *keys = context;
    const struct kam_ranking *ranking = keys->ranking;
    int c = kam_ranking_compare_figures(ranking, a, b);

    if (!c)
        c = kam_decimal_compare(ranking->revenues[b], ranking->revenues[a]);
    if (c || keys->ids_rise)
        return c ? c : a < b ? -1 : a > b;
    return kam_text_order(kam_table_cell(keys->table, a, keys->account),
                          kam_table_cell(keys->table, b, keys->account));
}

/* Decimal places that CELL is written with. */
static int places_of(struct kam_text cell)
{
    size_t places = 0;

    while (places < cell.len && cell.ptr[cell.len - 1 - places] != '.')
        places++;
    if (places == cell.len)
        return 0;
    return places < KAM_DECIMAL_PLACES ? (int)places : KAM_DECIMAL_PLACES;
}

static enum kam_status read_figures(struct kam_ranking *ranking, const struct kam_table *table,
                                    size_t by, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < ranking->count && !status; i++) {
        uint32_t row = ranking->order[i];
        bool empty;
        int places = places_of(kam_table_cell(table, row, by));
        status = kam_table_number(table, row, by, &ranking->figures[row], &empty, error);
        ranking->has_figure[row] = !empty;
        if (places > ranking->places)
            ranking->places = places;
    }
    return status;
}

static enum kam_status read_scores(struct kam_ranking *ranking, const struct kam_table *table,
                                   struct kam_error *error)
{
    size_t score;
    enum kam_status status = kam_table_optional(table, KAM_TEXT("score"), &score, error);

    for (size_t i = ranking->count; i < ranking->rows && !status; i++) {
        uint32_t row = ranking->order[i];
        bool empty = true;
        ranking->figures[row] = KAM_DECIMAL_ZERO;
        if (score != KAM_NO_COLUMN)
            status = kam_table_number(table, row, score, &ranking->figures[row], &empty, error);
        ranking->has_figure[row] = !empty;
    }
    return status;
}

static enum kam_status reject(const struct kam_table *table, size_t row, size_t column,
                              const char *reason, struct kam_error *error)
{
    struct kam_place place = kam_table_place(table, row, column);

    return kam_error_at(error, KAM_DATA, &place, "%s", reason);
}

static enum kam_status read_revenues(struct kam_ranking *ranking, const struct kam_table *table,
                                     size_t revenue, struct kam_error *error)
{
    struct kam_decimal negative = KAM_DECIMAL_ZERO;

    for (size_t i = 0; i < ranking->rows; i++) {
        uint32_t row = ranking->order[i];
        struct kam_decimal *value = &ranking->revenues[row];
        bool empty;
        enum kam_status status = kam_table_number(table, row, revenue, value, &empty, error);
        if (status)
            return status;
        if (i >= ranking->count) {
            if (kam_decimal_sign(*value) != 0)
                return reject(table, row, revenue,
                              "revenue without a line: where lines is 0 stands a prospect, who has "
                              "none",
                              error);
            continue;
        }
        if (empty)
            return reject(table, row, revenue, "empty; every customer needs one, if only 0.00",
                          error);
        if (!kam_decimal_add(kam_decimal_sign(*value) > 0 ? &ranking->positive : &negative, *value))
            return reject(table, row, revenue, "the sum of the column is too large", error);
    }
    /* Of opposite signs, so this can't fail. */
    ranking->total = ranking->positive;
    if (!kam_decimal_add(&ranking->total, negative))
        return kam_error_set(error, KAM_DATA, "the sum of the revenue is too large");
    return KAM_OK;
}

static enum kam_status find_figure(const struct kam_table *table,
                                   const struct kam_model_tiers *tiers, size_t *by,
                                   struct kam_error *error)
{
    enum kam_status status = kam_table_optional(table, tiers->by, by, error);
    struct kam_place place = {.file = table->files[0]};

    if (status || *by != KAM_NO_COLUMN)
        return status;
    if (kam_text_equal(tiers->by, KAM_TEXT("score")))
        return kam_error_at(error, KAM_DATA, &place,
                            "no column 'score', which [tiers] ranks by: run kam-score first, or "
                            "choose another column with by = COLUMN");
    return kam_table_require_for(table, tiers->by, KAM_TEXT("[tiers] by"), &tiers->place, by,
                                 error);
}

static enum kam_status check_accounts(struct keys *keys, struct kam_error *error)
{
    enum kam_status status =
        kam_table_require(keys->table, KAM_TEXT("account_id"), &keys->account, error);

    if (!status)
        status = kam_ids_check(keys->table, keys->account, error);
    if (!status)
        keys->ids_rise = kam_ids_rise(keys->table, keys->account);
    return status;
}

/* COUNT of the rows, from FROM on, by KEYS, and what these can't tell apart as BY does. */
static bool sort_part(struct kam_ranking *ranking, size_t from, size_t count, const uint64_t *keys,
                      struct keys *by)
{
    return kam_sort_by_keys(ranking->order + from, keys, count) &&
           kam_sort_equal_keys(ranking->order + from, keys, count, compare_rows, by);
}

/* Customers first, each kind in the order of the table. */
static void part_rows(struct kam_ranking *ranking, const struct kam_table *table, size_t lines)
{
    for (size_t row = 0; row < ranking->rows; row++)
        if (!kam_is_prospect(table, lines, row))
            ranking->order[ranking->count++] = (uint32_t)row;
    for (size_t row = 0, end = ranking->count; end < ranking->rows; row++)
        if (kam_is_prospect(table, lines, row))
            ranking->order[end++] = (uint32_t)row;
}

/*
 * By numbers that are nearly as fine as the decimals they stand for, the less important first; what
 * these can't tell apart is compared.
 */
static bool sort_rows(struct kam_ranking *ranking, struct keys *by)
{
    uint64_t *keys = kam_pages_alloc((ranking->rows + 1) * sizeof *keys);
    bool ok = keys != NULL;

    for (size_t row = 0; ok && row < ranking->rows; row++)
        keys[row] = ~kam_sort_key(ranking->revenues[row]);
    ok = ok && kam_sort_by_keys(ranking->order, keys, ranking->count);
    for (size_t row = 0; ok && row < ranking->rows; row++)
        keys[row] = ranking->has_figure[row] ? ~kam_sort_key(ranking->figures[row]) : UINT64_MAX;
    ok = ok && sort_part(ranking, 0, ranking->count, keys, by) &&
         sort_part(ranking, ranking->count, ranking->rows - ranking->count, keys, by);
    free(keys);
    return ok;
}

enum kam_status kam_ranking_make(struct kam_ranking *ranking, const struct kam_table *table,
                                 const struct kam_model_tiers *tiers, struct kam_error *error)
{
    struct keys keys = {.ranking = ranking, .table = table};
    size_t by, revenue, lines, room = table->count + 1;

    *ranking = (struct kam_ranking){.by = tiers->by, .rows = table->count};
    enum kam_status status = check_accounts(&keys, error);
    if (!status)
        status = kam_table_require(table, KAM_TEXT("revenue"), &revenue, error);
    if (!status)
        status = kam_table_optional(table, KAM_TEXT("lines"), &lines, error);
    if (!status)
        status = find_figure(table, tiers, &by, error);
    if (status)
        return status;
    ranking->order = kam_pages_alloc(room * sizeof *ranking->order);
    ranking->figures = kam_pages_alloc(room * sizeof *ranking->figures);
    ranking->has_figure = kam_pages_alloc(room * sizeof *ranking->has_figure);
    ranking->revenues = kam_pages_alloc(room * sizeof *ranking->revenues);
    if (!ranking->order || !ranking->figures || !ranking->has_figure || !ranking->revenues)
        return kam_error_nomem(error);
    part_rows(ranking, table, lines);
    status = read_figures(ranking, table, by, error);
    if (!status)
        status = read_scores(ranking, table, error);
    if (!status)
        status = read_revenues(ranking, table, revenue, error);
    if (status)
        return status;
    return sort_rows(ranking, &keys) ? KAM_OK : kam_error_nomem(error);
}

void kam_ranking_free(struct kam_ranking *ranking)
{
    free(ranking->order);
    free(ranking->figures);
    free(ranking->has_figure);
    free(ranking->revenues);
    *ranking = (struct kam_ranking){0};
}
