#include "tier/percentile.h"

#include "base/arena.h"
#include "base/sortkeys.h"

#include <stdlib.h>

static int compare_figures(uint32_t a, uint32_t b, void *context)
{
    const struct kam_decimal *const *figures = context;

    return kam_decimal_compare((*figures)[a], (*figures)[b]);
}

bool kam_percentile_order(const struct kam_decimal *figures, size_t n, uint32_t *order)
{
    uint64_t *keys = kam_pages_alloc((n + 1) * sizeof *keys);

    for (size_t i = 0; keys && i < n; i++) {
        order[i] = (uint32_t)i;
        keys[i] = kam_sort_key(figures[i]);
    }
    bool ok = keys && kam_sort_by_keys(order, keys, n) &&
              kam_sort_equal_keys(order, keys, n, compare_figures, &figures);
    free(keys);
    return ok;
}

/* ⌈PERCENTILE·N/100⌉; a percentile below 100 times the 2^32 rows that there may be is no overflow.
 */
static size_t rank_of(struct kam_decimal percentile, size_t n)
{
    kam_int128 whole = 100 * kam_decimal_of(1).units;

    return (size_t)((percentile.units * (kam_int128)n + whole - 1) / whole);
}

bool kam_percentiles(const struct kam_decimal *figures, size_t n,
                     const struct kam_decimal *percentiles, size_t count, struct kam_decimal *out)
{
    uint32_t *order = kam_pages_alloc((n + 1) * sizeof *order);
    bool ok = order && kam_percentile_order(figures, n, order);

    for (size_t i = 0; i < count && ok; i++)
        out[i] = figures[order[rank_of(percentiles[i], n) - 1]];
    free(order);
    return ok;
}
