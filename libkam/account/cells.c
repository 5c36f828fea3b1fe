#include "account/cells.h"

/* Not an amount, as KAM_CELL_EMPTY isn't. */
#define EMPTY_WIDE ((kam_int128)((unsigned __int128)1 << 127))

static size_t cell_size(const struct kam_cells *cells)
{
    return cells->wide ? sizeof(kam_int128) : sizeof(int64_t);
}

static void set_empty(struct kam_cells *cells, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (cells->wide)
            ((kam_int128 *)cells->values)[i] = EMPTY_WIDE;
        else
            ((int64_t *)cells->values)[i] = KAM_CELL_EMPTY;
    }
}

/* Stretch the run so that it includes MONTH. */
static bool include(struct kam_cells *cells, int month, unsigned hint, struct kam_arena *arena)
{
    int last = cells->count ? kam_cells_last(cells) : month;
    int first = cells->count && cells->first < month ? cells->first : month;
    size_t before = cells->count ? (size_t)(cells->first - first) : 0;
    size_t old = cells->count;
    size_t need = (size_t)((last > month ? last : month) - first) + 1;
    size_t size = cell_size(cells);

    if (need > cells->capacity) {
        size_t capacity = cells->capacity ? (size_t)cells->capacity * 2 : hint;
        if (capacity < need)
            capacity = need;
        if (capacity > UINT16_MAX)
            capacity = UINT16_MAX; /* more than there are months */
        void *grown = kam_arena_alloc(arena, capacity * size);
        if (!grown)
            return false;
        if (old)
            memcpy(grown, cells->values, old * size);
        cells->values = grown;
        cells->capacity = (uint16_t)capacity;
    }
    if (before)
        memmove((char *)cells->values + before * size, cells->values, old * size);
    cells->first = (uint16_t)first;
    cells->count = (uint16_t)need;
    set_empty(cells, 0, before);
    set_empty(cells, before + old, need);
    return true;
}

static bool widen(struct kam_cells *cells, struct kam_arena *arena)
{
    const int64_t *narrow = cells->values;
    kam_int128 *wide = kam_arena_alloc(arena, cells->capacity * sizeof *wide);

    if (!wide)
        return false;
    for (size_t i = 0; i < cells->count; i++)
        wide[i] = narrow[i] == KAM_CELL_EMPTY ? EMPTY_WIDE : kam_decimal_of_minor(narrow[i]).units;
    cells->values = wide;
    cells->wide = true;
    return true;
}

enum kam_status kam_cells_add(struct kam_cells *cells, int month, const struct kam_amount *amount,
                              unsigned hint, struct kam_arena *arena)
{
    if (cells->count == 0 || month < cells->first || month > kam_cells_last(cells))
        if (!include(cells, month, hint, arena))
            return KAM_NOMEM;
    size_t i = (size_t)(month - cells->first);
    if (!cells->wide) {
        int64_t *cell = (int64_t *)cells->values + i;
        int64_t sum = *cell == KAM_CELL_EMPTY ? 0 : *cell;
        if (amount->is_minor && !__builtin_add_overflow(sum, amount->minor, &sum) &&
            sum != KAM_CELL_EMPTY) {
            *cell = sum;
            return KAM_OK;
        }
        if (!widen(cells, arena))
            return KAM_NOMEM;
    }
    kam_int128 *cell = (kam_int128 *)cells->values + i;
    struct kam_decimal sum = {*cell == EMPTY_WIDE ? 0 : *cell};
    if (!kam_decimal_add(&sum, amount->exact))
        return KAM_DATA;
    *cell = sum.units;
    return KAM_OK;
}

bool kam_cells_get(const struct kam_cells *cells, int month, struct kam_decimal *value)
{
    if (cells->count == 0 || month < cells->first || month > kam_cells_last(cells))
        return false;
    size_t i = (size_t)(month - cells->first);
    if (cells->wide) {
        kam_int128 cell = ((const kam_int128 *)cells->values)[i];
        value->units = cell;
        return cell != EMPTY_WIDE;
    }
    int64_t cell = ((const int64_t *)cells->values)[i];
    if (cell == KAM_CELL_EMPTY)
        return false;
    *value = kam_decimal_of_minor(cell);
    return true;
}

enum kam_status kam_cells_merge(struct kam_cells *cells, const struct kam_cells *other,
                                unsigned hint, struct kam_arena *arena)
{
    for (int i = 0; i < other->count; i++) {
        int month = other->first + i;
        struct kam_decimal value;
        if (!kam_cells_get(other, month, &value))
            continue;
        struct kam_amount amount = kam_amount_of(value);
        enum kam_status status = kam_cells_add(cells, month, &amount, hint, arena);
        if (status)
            return status;
    }
    return KAM_OK;
}

static void add_up_wide(const struct kam_cells *cells, struct kam_cells_total *totals)
{
    const kam_int128 *wide = cells->values;

    for (size_t i = 0; i < cells->count; i++, totals++) {
        if (wide[i] == EMPTY_WIDE)
            continue;
        totals->accounts++;
        if (!kam_decimal_add(&totals->wide, (struct kam_decimal){wide[i]}))
            totals->too_large = true;
    }
}

void kam_cells_add_up(const struct kam_cells *cells, int first, struct kam_cells_total *totals)
{
    const int64_t *narrow = cells->values;

    totals += cells->first - first;
    if (cells->wide) {
        add_up_wide(cells, totals);
        return;
    }
    /* Nobody could guess which cells are empty: no branches. */
    for (size_t i = 0; i < cells->count; i++) {
        bool is_there = narrow[i] != KAM_CELL_EMPTY;
        totals[i].accounts += is_there;
        totals[i].minor += is_there ? narrow[i] : 0; /* as many as there can be fit */
    }
}

bool kam_cells_total_revenue(const struct kam_cells_total *total, struct kam_decimal *revenue)
{
    revenue->units = 0;
    return !total->too_large &&
           !__builtin_mul_overflow(total->minor, (kam_int128)KAM_MINOR_UNITS, &revenue->units) &&
           kam_decimal_add(revenue, total->wide);
}

static __attribute__((noinline)) bool sum_wide(const struct kam_cells *cells, int from, int to,
                                               struct kam_decimal *sum)
{
    for (int month = from; month < to; month++) {
        struct kam_decimal value;
        if (kam_cells_get(cells, month, &value) && !kam_decimal_add(sum, value))
            return false;
    }
    return true;
}

bool kam_cells_sum(const struct kam_cells *cells, int from, int to, struct kam_decimal *sum)
{
    int end = cells->first + cells->count;

    *sum = KAM_DECIMAL_ZERO;
    from = from > cells->first ? from : cells->first;
    to = to < end ? to : end;
    if (cells->wide)
        return sum_wide(cells, from, to, sum);
    /* The minor units of all months there are fit, and so does what they stand for. */
    const int64_t *narrow = cells->values;
    kam_int128 minor = 0;
    for (int i = from - cells->first; i < to - cells->first; i++)
        minor += narrow[i] == KAM_CELL_EMPTY ? 0 : narrow[i];
    sum->units = minor * KAM_MINOR_UNITS;
    return true;
}

void kam_cells_survey(const struct kam_cells *cells, unsigned *active, struct kam_decimal *peak)
{
    bool any = false;

    *active = 0;
    *peak = KAM_DECIMAL_ZERO;
    if (!cells->wide) {
        const int64_t *narrow = cells->values;
        int64_t most = KAM_CELL_EMPTY; /* less than any amount */
        for (size_t i = 0; i < cells->count; i++) {
            *active += narrow[i] != KAM_CELL_EMPTY && narrow[i] != 0;
            most = narrow[i] > most ? narrow[i] : most;
        }
        if (most != KAM_CELL_EMPTY)
            *peak = kam_decimal_of_minor(most);
        return;
    }
    for (int i = 0; i < cells->count; i++) {
        struct kam_decimal value;
        if (!kam_cells_get(cells, cells->first + i, &value))
            continue;
        *active += kam_decimal_sign(value) != 0;
        if (!any || kam_decimal_compare(value, *peak) > 0)
            *peak = value;
        any = true;
    }
}

size_t kam_cells_format(const struct kam_cells *cells, int month, char out[KAM_DECIMAL_SIZE])
{
    enum { MONEY_PLACES = 2 };
    struct kam_decimal value;

    *out = '\0';
    if (!kam_cells_get(cells, month, &value))
        return 0;
    if (cells->wide)
        return kam_decimal_format(value, MONEY_PLACES, out);
    return kam_minor_format(((const int64_t *)cells->values)[month - cells->first], MONEY_PLACES,
                            out);
}
