#include "tier/ladder.h"
#include "base/sort.h"

#include <stdlib.h>

void kam_ladder_free(struct kam_ladder *ladder)
{
    kam_map_free(&ladder->tiers);
    memset(ladder, 0, sizeof *ladder);
}

static enum kam_status append(struct kam_ladder *ladder, struct kam_text name,
                              struct kam_error *error)
{
    uint32_t step;

    return kam_map_intern(&ladder->tiers, name, &step) ? KAM_OK : kam_error_nomem(error);
}

enum kam_status kam_ladder_of_model(struct kam_ladder *ladder, const struct kam_text *names,
                                    size_t count, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    ladder->source = KAM_LADDER_MODEL;
    for (size_t i = 0; i < count && !status; i++)
        status = append(ladder, names[i], error);
    return status;
}

/* The tiers that the cuts of one snapshot reached. */
struct reached {
    struct kam_map tiers;
    struct kam_decimal *best; /* rank of each */
    size_t best_capacity;
    uint32_t *order; /* of the tiers, by best rank */
};

static void free_reached(struct reached *reached)
{
    kam_map_free(&reached->tiers);
    free(reached->best);
    free(reached->order);
}

static enum kam_status take_rank(struct reached *reached, struct kam_text tier,
                                 struct kam_decimal rank, struct kam_error *error)
{
    uint32_t known = reached->tiers.count, number;

    if (!kam_map_intern(&reached->tiers, tier, &number) ||
        !kam_array_reserve(&reached->best, &reached->best_capacity, (size_t)number + 1,
                           sizeof *reached->best))
        return kam_error_nomem(error);
    if (number == known || kam_decimal_compare(rank, reached->best[number]) < 0)
        reached->best[number] = rank;
    return KAM_OK;
}

static int compare_best(uint32_t a, uint32_t b, void *context)
{
    const struct kam_decimal *best = context;

    return kam_decimal_compare(best[a], best[b]);
}

static enum kam_status order_reached(struct reached *reached, const struct kam_snapshot *snapshot,
                                     struct kam_error *error)
{
    uint32_t count = reached->tiers.count;

    if (count == 0)
        return KAM_OK;
    reached->order = malloc(count * sizeof *reached->order);
    if (!reached->order)
        return kam_error_nomem(error);
    for (uint32_t i = 0; i < count; i++)
        reached->order[i] = i;
    if (!kam_sort(reached->order, count, compare_best, reached->best))
        return kam_error_nomem(error);
    for (uint32_t i = 1; i < count; i++) {
        uint32_t a = reached->order[i - 1], b = reached->order[i];
        struct kam_place place = {.file = snapshot->file, .column = "rank"};
        if (compare_best(a, b, reached->best) == 0)
            return kam_error_at(error, KAM_DATA, &place,
                                "tiers %s and %s begin at the same rank; give the model with "
                                "--model, which has their order",
                                kam_show(reached->tiers.texts[a]).s,
                                kam_show(reached->tiers.texts[b]).s);
    }
    return KAM_OK;
}

static enum kam_status find_reached(struct reached *reached, const struct kam_snapshot *snapshot,
                                    struct kam_error *error)
{
    const struct kam_table *table = &snapshot->table;
    size_t tier, rank;
    enum kam_status status = kam_snapshot_require(snapshot, KAM_TEXT("tier_cut"), &tier, error);

    if (!status)
        status = kam_snapshot_require(snapshot, KAM_TEXT("rank"), &rank, error);
    for (size_t row = 0; row < table->count && !status; row++) {
        struct kam_text cell = kam_table_cell(table, row, tier);
        struct kam_decimal value;
        bool empty;
        status = kam_table_number(table, row, rank, &value, &empty, error);
        if (!status && cell.len && !empty)
            status = take_rank(reached, cell, value, error);
    }
    return status ? status : order_reached(reached, snapshot, error);
}

static bool on_ladder(const struct kam_ladder *ladder, struct kam_text name)
{
    return kam_map_find(&ladder->tiers, name) != KAM_NONE;
}

/* The highest tier of REACHED that isn't on the ladder yet; false if all are. */
static bool next_tier(const struct reached *reached, const struct kam_ladder *ladder,
                      struct kam_text *name)
{
    for (uint32_t i = 0; i < reached->tiers.count; i++) {
        *name = reached->tiers.texts[reached->order[i]];
        if (!on_ladder(ladder, *name))
            return true;
    }
    return false;
}

static bool has(const struct reached *reached, struct kam_text name)
{
    return kam_map_find(&reached->tiers, name) != KAM_NONE;
}

/*
 * Merge two orders that are each complete. Of the two highest tiers left, one that the other
 * snapshot has too, but further down, has to wait.
 */
static enum kam_status merge(struct kam_ladder *ladder, const struct reached *old,
                             const struct reached *new, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    while (!status) {
        struct kam_text a, b;
        bool more_a = next_tier(old, ladder, &a), more_b = next_tier(new, ladder, &b);
        if (!more_a && !more_b)
            return KAM_OK;
        if (!more_a || !more_b || kam_text_equal(a, b)) {
            status = append(ladder, more_a ? a : b, error);
            continue;
        }
        bool a_waits = has(new, a), b_waits = has(old, b);
        if (a_waits == b_waits)
            return kam_error_set(error, KAM_DATA,
                                 "%s the order of the tiers %s and %s; give the model with "
                                 "--model, which has it",
                                 a_waits ? "tier_cut of the two snapshots contradicts itself about"
                                         : "tier_cut of the two snapshots doesn't tell",
                                 kam_show(a).s, kam_show(b).s);
        status = append(ladder, a_waits ? b : a, error);
    }
    return status;
}

enum kam_status kam_ladder_of_snapshots(struct kam_ladder *ladder, const struct kam_snapshot *old,
                                        const struct kam_snapshot *new, struct kam_error *error)
{
    struct reached reached[2] = {0};
    enum kam_status status = find_reached(&reached[0], old, error);

    ladder->source = KAM_LADDER_SNAPSHOTS;
    if (!status)
        status = find_reached(&reached[1], new, error);
    if (!status)
        status = merge(ladder, &reached[0], &reached[1], error);
    free_reached(&reached[0]);
    free_reached(&reached[1]);
    return status;
}

/* A look at a few names is less than hashing one. */
uint32_t kam_ladder_find(const struct kam_ladder *ladder, struct kam_text name)
{
    enum { FEW = 8 };
    const struct kam_map *tiers = &ladder->tiers;

    if (tiers->count > FEW)
        return kam_map_find(tiers, name);
    for (uint32_t i = 0; i < tiers->count; i++)
        if (kam_text_equal(tiers->texts[i], name))
            return i;
    return KAM_NONE;
}

enum kam_status kam_ladder_step(const struct kam_ladder *ladder,
                                const struct kam_snapshot *snapshot, size_t row, uint32_t *step,
                                struct kam_error *error)
{
    struct kam_text tier = kam_table_cell(&snapshot->table, row, snapshot->tier);

    *step = kam_ladder_find(ladder, tier);
    if (*step != KAM_NONE)
        return KAM_OK;
    struct kam_place place = kam_table_place(&snapshot->table, row, snapshot->tier);
    switch (ladder->source) {
    case KAM_LADDER_MODEL:
        return kam_error_at(error, KAM_DATA, &place,
                            "%s is none of the model's tiers (--model '' goes without a model)",
                            kam_show(tier).s);
    case KAM_LADDER_SNAPSHOTS:
        break;
    }
    return kam_error_at(error, KAM_DATA, &place,
                        "no cut reaches tier %s, so its place among the tiers isn't known; "
                        "give the model with --model, which has it",
                        kam_show(tier).s);
}
