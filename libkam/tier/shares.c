#include "tier/shares.h"

#include <stdlib.h>

enum { SHARE_PLACES = 6 };

const struct kam_text kam_shares_names[KAM_SHARES_COLUMNS] = {
    {"rank", 4}, {"share", 5}, {"cumulative_share", 16}};

enum kam_status kam_shares_make(struct kam_shares *shares, const struct kam_ranking *ranking,
                                enum kam_share_base base, struct kam_error *error)
{
    struct kam_decimal sum = KAM_DECIMAL_ZERO;

    *shares = (struct kam_shares){
        .ranking = ranking, .base = base == KAM_BASE_NET ? ranking->total : ranking->positive};
    shares->cumulative = kam_pages_alloc((ranking->count + 1) * sizeof *shares->cumulative);
    shares->positions = kam_pages_alloc((ranking->rows + 1) * sizeof *shares->positions);
    if (!shares->cumulative || !shares->positions)
        return kam_error_nomem(error);
    for (size_t i = 0; i < ranking->count; i++) {
        uint32_t row = ranking->order[i];
        if (!kam_decimal_add(&sum, kam_base_counted(base, ranking->revenues[row])))
            return kam_error_set(error, KAM_DATA, "the sum of the revenue is too large");
        shares->cumulative[i] = sum;
    }
    for (size_t i = 0; i < ranking->rows; i++)
        shares->positions[ranking->order[i]] = (uint32_t)i;
    return KAM_OK;
}

void kam_shares_free(struct kam_shares *shares)
{
    free(shares->cumulative);
    free(shares->positions);
    *shares = (struct kam_shares){0};
}

/* PART / BASE; nothing where the base isn't above 0. */
static size_t format_share(const struct kam_shares *shares, struct kam_decimal part,
                           char out[KAM_DECIMAL_SIZE])
{
    struct kam_decimal share;

    if (kam_decimal_sign(shares->base) <= 0 ||
        kam_decimal_divide(part, shares->base, SHARE_PLACES, &share) != KAM_NUMBER_OK)
        return 0;
    return kam_decimal_format(share, SHARE_PLACES, out);
}

size_t kam_shares_format(const struct kam_shares *shares, enum kam_shares_column column,
                         size_t position, char out[KAM_DECIMAL_SIZE])
{
    const struct kam_ranking *ranking = shares->ranking;

    if (position >= ranking->count)
        return 0;
    switch (column) {
    case KAM_SHARES_RANK:
        break;
    case KAM_SHARES_SHARE:
        return format_share(shares, ranking->revenues[ranking->order[position]], out);
    case KAM_SHARES_CUMULATIVE:
        return format_share(shares, shares->cumulative[position], out);
    }
    return kam_decimal_format(kam_decimal_of((int64_t)position + 1), 0, out);
}

static struct kam_text find_cell(const void *source, size_t row, size_t column)
{
    struct kam_shares_cells *cells = *(struct kam_shares_cells *const *)source;

    for (int i = 0; i < KAM_SHARES_COLUMNS; i++) {
        if (cells->places[i] != column)
            continue;
        size_t len = kam_shares_format(cells->shares, (enum kam_shares_column)i,
                                       cells->shares->positions[row], cells->texts[i]);
        return (struct kam_text){cells->texts[i], len};
    }
    return kam_table_cell(cells->table, row, column);
}

struct kam_row_source kam_shares_row_source(struct kam_shares_cells *cells)
{
    cells->self = cells;
    return (struct kam_row_source){.cell = find_cell, .source = &cells->self};
}
