#include "diff/strata.h"
#include "base/sort.h"
#include "table/columns.h"

#include <stdlib.h>

#define TOTAL KAM_TEXT("total")

static bool make_members(struct kam_strata *strata)
{
    for (int side = 0; side < KAM_SIDES; side++) {
        strata->members[side] = malloc((strata->diff->count + 1) * sizeof **strata->members);
        if (!strata->members[side])
            return false;
    }
    return true;
}

/* ---- by tier ----------------------------------------------------------------------------------
 */

static enum kam_status take_tiers(struct kam_strata *strata, struct kam_error *error)
{
    const struct kam_diff *diff = strata->diff;
    const struct kam_map *tiers = &diff->ladder->tiers;

    if (kam_map_find(tiers, TOTAL) != KAM_NONE)
        return kam_error_set(error, KAM_DATA, "a tier is called total, as the sum of all tiers is");
    strata->values = malloc(((size_t)tiers->count + 1) * sizeof *strata->values);
    if (!strata->values)
        return kam_error_nomem(error);
    for (; strata->count < tiers->count; strata->count++)
        strata->values[strata->count] = tiers->texts[strata->count];
    for (size_t i = 0; i < diff->count; i++) {
        strata->members[KAM_SIDE_OLD][i] = diff->movements[i].tier_from;
        strata->members[KAM_SIDE_NEW][i] = diff->movements[i].tier_to;
    }
    return KAM_OK;
}

/* ---- by a column ------------------------------------------------------------------------------
 */

static const struct kam_table *table_of(const struct kam_diff *diff, enum kam_side side)
{
    return side == KAM_SIDE_OLD ? &diff->old->table : &diff->new->table;
}

static uint32_t row_of(const struct kam_movement *movement, enum kam_side side)
{
    return side == KAM_SIDE_OLD ? movement->old_row : movement->new_row;
}

static enum kam_status find_columns(struct kam_strata *strata, struct kam_error *error)
{
    const struct kam_table *old = table_of(strata->diff, KAM_SIDE_OLD);
    const struct kam_table *new = table_of(strata->diff, KAM_SIDE_NEW);
    size_t *columns = strata->columns;
    enum kam_status status = kam_table_optional(old, strata->name, &columns[KAM_SIDE_OLD], error);

    if (status)
        return status;
    if (columns[KAM_SIDE_OLD] == KAM_NO_COLUMN)
        return kam_table_require(new, strata->name, &columns[KAM_SIDE_NEW], error);
    return kam_table_optional(new, strata->name, &columns[KAM_SIDE_NEW], error);
}

/* What SIDE says of a movement; *KNOWN is false where it can't say anything. */
static struct kam_text cell_of(const struct kam_strata *strata, const struct kam_movement *movement,
                               enum kam_side side, bool *known)
{
    uint32_t row = row_of(movement, side);

    *known = row != KAM_NONE && strata->columns[side] != KAM_NO_COLUMN;
    if (!*known)
        return KAM_TEXT("");
    return kam_table_cell(table_of(strata->diff, side), row, strata->columns[side]);
}

static bool take_movement(struct kam_strata *strata, size_t i)
{
    const struct kam_movement *movement = &strata->diff->movements[i];
    bool known[KAM_SIDES];
    struct kam_text old = cell_of(strata, movement, KAM_SIDE_OLD, &known[KAM_SIDE_OLD]);
    struct kam_text new = cell_of(strata, movement, KAM_SIDE_NEW, &known[KAM_SIDE_NEW]);
    uint32_t was, is;

    if (!kam_map_intern(&strata->texts, known[KAM_SIDE_OLD] ? old : new, &was))
        return false;
    is = was;
    if (known[KAM_SIDE_OLD] && known[KAM_SIDE_NEW] && !kam_text_equal(old, new) &&
        !kam_map_intern(&strata->texts, new, &is))
        return false;
    strata->members[KAM_SIDE_OLD][i] = movement->old_row == KAM_NONE ? KAM_NONE : was;
    strata->members[KAM_SIDE_NEW][i] = movement->new_row == KAM_NONE ? KAM_NONE : is;
    return true;
}

/* The new row of the movement some places behind the I-th will be needed soon. */
static void expect(const struct kam_diff *diff, size_t i)
{
    enum { AHEAD = 8, FAR_AHEAD = 32 };

    if (i + FAR_AHEAD < diff->count && diff->movements[i + FAR_AHEAD].new_row != KAM_NONE)
        kam_table_expect_place(&diff->new->table, diff->movements[i + FAR_AHEAD].new_row);
    if (i + AHEAD < diff->count && diff->movements[i + AHEAD].new_row != KAM_NONE)
        kam_table_expect(&diff->new->table, diff->movements[i + AHEAD].new_row);
}

/* From numbers in order of appearance to those in byte order. */
static bool put_in_order(struct kam_strata *strata)
{
    uint32_t count = strata->texts.count;
    uint32_t *order = malloc(((size_t)count + 1) * sizeof *order);
    uint32_t *places = malloc(((size_t)count + 1) * sizeof *places);
    bool ok = false;

    strata->values = malloc(((size_t)count + 1) * sizeof *strata->values);
    if (order && places && strata->values)
        ok = count == 0 || kam_sort_texts(order, strata->texts.texts, count);
    for (uint32_t k = 0; ok && k < count; k++) {
        places[order[k]] = k;
        strata->values[k] = strata->texts.texts[order[k]];
    }
    for (int side = 0; ok && side < KAM_SIDES; side++)
        for (size_t i = 0; i < strata->diff->count; i++)
            if (strata->members[side][i] != KAM_NONE)
                strata->members[side][i] = places[strata->members[side][i]];
    strata->count = count;
    free(order);
    free(places);
    return ok;
}

static enum kam_status take_values(struct kam_strata *strata, struct kam_error *error)
{
    enum kam_status status = find_columns(strata, error);

    if (status)
        return status;
    for (size_t i = 0; i < strata->diff->count; i++) {
        expect(strata->diff, i);
        if (!take_movement(strata, i))
            return kam_error_nomem(error);
    }
    if (kam_map_find(&strata->texts, TOTAL) != KAM_NONE)
        return kam_error_set(error, KAM_DATA,
                             "%s: a cell is 'total', which is what the sum of all values is called",
                             kam_show(strata->name).s);
    return put_in_order(strata) ? KAM_OK : kam_error_nomem(error);
}

enum kam_status kam_strata_make(struct kam_strata *strata, const struct kam_diff *diff,
                                struct kam_text name, struct kam_error *error)
{
    *strata = (struct kam_strata){.diff = diff, .name = name};
    if (!make_members(strata))
        return kam_error_nomem(error);
    if (kam_text_equal(name, KAM_TEXT("tier")))
        return take_tiers(strata, error);
    return take_values(strata, error);
}

void kam_strata_free(struct kam_strata *strata)
{
    for (int side = 0; side < KAM_SIDES; side++)
        free(strata->members[side]);
    free(strata->values);
    kam_map_free(&strata->texts);
    memset(strata, 0, sizeof *strata);
}

enum kam_status kam_strata_check_name(struct kam_text name, const char *const *header, size_t count,
                                      struct kam_error *error)
{
    for (size_t i = 0; i < count; i++)
        if (kam_text_equal(name, kam_text_of(header[i])))
            return kam_error_set(error, KAM_USAGE, "--by: %s is a column of this view itself",
                                 kam_show(name).s);
    return KAM_OK;
}

void kam_stratum_write(const struct kam_strata *strata, size_t stratum, struct kam_writer *writer)
{
    if (stratum == strata->count)
        kam_writer_cell(writer, TOTAL, KAM_CELL_TEXT);
    else
        kam_writer_cell(writer, strata->values[stratum], kam_column_cell_kind(strata->name));
}
