#include "whatif/sensitivity.h"

#include "tier/tiercell.h"

#include <stdlib.h>

enum kind { KIND_WEIGHT, KIND_CUT };

struct kam_sensitivity_row {
    enum kind kind;
    struct kam_text name;
    struct kam_decimal change, to;
    size_t up, down;
    struct kam_decimal revenue;
};

/* Changes on their way. */
struct changing {
    struct kam_sensitivity *list;
    struct kam_decimal *values; /* weights, or limits, of which one is changed */
    size_t count;
    uint32_t *tiers;
};

/* VALUE * (1 + CHANGE). */
static enum kam_status change_by(struct kam_decimal value, struct kam_decimal change,
                                 struct kam_decimal *changed, struct kam_error *error)
{
    struct kam_decimal factor = kam_decimal_of(1);

    if (kam_decimal_add(&factor, change) &&
        kam_decimal_multiply(value, factor, KAM_DECIMAL_PLACES, changed) == KAM_NUMBER_OK)
        return KAM_OK;
    return kam_error_set(error, KAM_DATA, "a weight or limit is too large to be changed");
}

/* ---- limits -----------------------------------------------------------------------------------
 */

/* A whole number next to CHANGED, and another one than LIMIT, but 1 at least. */
static struct kam_decimal whole_next_to(struct kam_decimal limit, struct kam_decimal changed)
{
    struct kam_decimal whole;

    if (kam_decimal_round(changed, 0, &whole) != KAM_NUMBER_OK)
        return limit;
    if (kam_decimal_compare(whole, limit) == 0) {
        bool rises = kam_decimal_compare(changed, limit) > 0;
        if (!kam_decimal_add(&whole, kam_decimal_of(rises ? 1 : -1)))
            return limit;
    }
    return kam_decimal_sign(whole) > 0 ? whole : kam_decimal_of(1);
}

/* LIMIT, but nothing beyond OTHER, which stands on that side where it is compared as SIDE says. */
static struct kam_decimal at_most(struct kam_decimal limit, struct kam_decimal other, int side)
{
    return kam_decimal_compare(limit, other) * side > 0 ? other : limit;
}

/* CHANGED as it fits as limit INDEX among LIMITS[COUNT], which are still unchanged. */
static struct kam_decimal fit_limit(enum kam_cut_kind kind, const struct kam_decimal *limits,
                                    size_t count, size_t index, struct kam_decimal changed)
{
    int rise = kind == KAM_CUT_VALUE ? -1 : 1;

    if (kind == KAM_CUT_COUNT || kind == KAM_CUT_MANAGERS)
        changed = whole_next_to(limits[index], changed);
    if (kind == KAM_CUT_CUSTOMERS || kind == KAM_CUT_SHARE)
        changed = at_most(changed, kam_decimal_of(1), 1);
    if (index > 0)
        changed = at_most(changed, limits[index - 1], -rise);
    if (index + 1 < count)
        changed = at_most(changed, limits[index + 1], rise);
    return changed;
}

/* ---- what comes of a change -------------------------------------------------------------------
 */

static enum kam_status count_moves(const struct kam_tiering *tiering, const uint32_t *tiers,
                                   struct kam_sensitivity_row *row, struct kam_error *error)
{
    for (size_t i = 0; i < tiering->ranking.count; i++) {
        uint32_t customer = tiering->ranking.order[i];
        uint32_t now = tiering->verdicts[customer].tier;
        if (tiers[customer] == now)
            continue;
        if (tiers[customer] < now)
            row->up++;
        else
            row->down++;
        if (!kam_decimal_add(&row->revenue, tiering->ranking.revenues[customer]))
            return kam_error_set(error, KAM_DATA, "the sum of the revenue is too large");
    }
    return KAM_OK;
}

/* Value INDEX becomes what ROW says. */
static enum kam_status try_change(const struct changing *changing, size_t index,
                                  struct kam_sensitivity_row *row, struct kam_error *error)
{
    const struct kam_whatif *whatif = changing->list->whatif;
    struct kam_decimal kept = changing->values[index];

    if (kam_decimal_compare(kept, row->to) == 0)
        return KAM_OK;
    changing->values[index] = row->to;
    enum kam_status status =
        row->kind == KIND_WEIGHT
            ? kam_whatif_reweigh(whatif, changing->values, changing->tiers, error)
            : kam_whatif_recut(whatif, changing->values, changing->tiers, error);
    changing->values[index] = kept;
    return status ? status : count_moves(whatif->tiering, changing->tiers, row, error);
}

/* Value INDEX is changed down, then up. */
static enum kam_status try_both(struct changing *changing, enum kind kind, size_t index,
                                struct kam_text name, struct kam_decimal step,
                                struct kam_error *error)
{
    const struct kam_cut *cut = &changing->list->whatif->tiering->tiers->cut;
    enum kam_status status = KAM_OK;

    for (int side = 0; side < 2 && !status; side++) {
        struct kam_sensitivity_row *row = &changing->list->rows[changing->list->count];
        *row = (struct kam_sensitivity_row){.kind = kind, .name = name};
        row->change = side ? step : kam_decimal_negate(step);
        status = change_by(changing->values[index], row->change, &row->to, error);
        if (!status && kind == KIND_CUT)
            row->to = fit_limit(cut->kind, changing->values, changing->count, index, row->to);
        if (!status)
            status = try_change(changing, index, row, error);
        changing->list->count++;
    }
    return status;
}

/* ---- all of it --------------------------------------------------------------------------------
 */

static enum kam_status try_all(struct kam_sensitivity *list, enum kind kind,
                               const struct kam_decimal *values, size_t count, uint32_t *tiers,
                               struct kam_decimal step, struct kam_error *error)
{
    const struct kam_whatif *whatif = list->whatif;
    struct changing changing = {.list = list, .count = count};
    enum kam_status status = KAM_OK;

    changing.values = kam_arena_calloc(&list->arena, count + 1, sizeof *changing.values);
    changing.tiers = tiers;
    if (!changing.values)
        return kam_error_nomem(error);
    for (size_t i = 0; i < count; i++)
        changing.values[i] = values[i];
    for (size_t i = 0; i < count && !status; i++) {
        struct kam_text name = kind == KIND_WEIGHT ? whatif->model->dimensions[i].name
                                                   : whatif->tiering->tiers->names.items[i];
        status = try_both(&changing, kind, i, name, step, error);
    }
    return status;
}

enum kam_status kam_sensitivity_make(struct kam_sensitivity *sensitivity,
                                     const struct kam_whatif *whatif, struct kam_decimal step,
                                     struct kam_error *error)
{
    const struct kam_weights *weights = &whatif->weights;
    const struct kam_cut *cut = &whatif->tiering->tiers->cut;
    size_t count = weights->count + cut->limit_count;
    uint32_t *tiers = kam_pages_alloc((whatif->tiering->table->count + 1) * sizeof *tiers);

    *sensitivity = (struct kam_sensitivity){.whatif = whatif};
    sensitivity->rows =
        kam_arena_calloc(&sensitivity->arena, 2 * count + 1, sizeof *sensitivity->rows);
    enum kam_status status = tiers && sensitivity->rows ? KAM_OK : kam_error_nomem(error);
    if (!status)
        status =
            try_all(sensitivity, KIND_WEIGHT, weights->items, weights->count, tiers, step, error);
    if (!status)
        status = try_all(sensitivity, KIND_CUT, cut->limits, cut->limit_count, tiers, step, error);
    free(tiers);
    return status;
}

void kam_sensitivity_write(const struct kam_sensitivity *sensitivity, struct kam_writer *writer)
{
    static const char *const names[] = {"kind",      "name", "change", "to",
                                        "customers", "up",   "down",   "revenue"};
    static const struct kam_text kinds[] = {[KIND_WEIGHT] = {"weight", 6}, [KIND_CUT] = {"cut", 3}};

    kam_tiercell_names(writer, names, sizeof names / sizeof *names);
    kam_writer_end_row(writer);
    for (size_t i = 0; i < sensitivity->count; i++) {
        const struct kam_sensitivity_row *row = &sensitivity->rows[i];
        kam_tiercell_text(writer, kinds[row->kind]);
        kam_tiercell_text(writer, row->name);
        kam_tiercell_number(writer, row->change, KAM_PLACES_RATIO);
        kam_tiercell_number(writer, row->to, 0);
        kam_tiercell_count(writer, row->up + row->down);
        kam_tiercell_count(writer, row->up);
        kam_tiercell_count(writer, row->down);
        kam_tiercell_number(writer, row->revenue, KAM_PLACES_MONEY);
        kam_writer_end_row(writer);
    }
}

void kam_sensitivity_free(struct kam_sensitivity *sensitivity)
{
    kam_arena_free(&sensitivity->arena);
    *sensitivity = (struct kam_sensitivity){0};
}
