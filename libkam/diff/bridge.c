#include "diff/bridge.h"

#include <inttypes.h>
#include <stdio.h>

static const char *const step_names[KAM_BRIDGE_STEPS] = {
    [KAM_BRIDGE_OLD_TOTAL] = "old_total",
    [KAM_BRIDGE_NEW] = "new",
    [KAM_BRIDGE_WON] = "won",
    [KAM_BRIDGE_RETURNED] = "returned",
    [KAM_BRIDGE_LOST] = "lost",
    [KAM_BRIDGE_MERGED_OUT] = "merged_out",
    [KAM_BRIDGE_MERGED_IN] = "merged_in",
    [KAM_BRIDGE_SPLIT_OUT] = "split_out",
    [KAM_BRIDGE_SPLIT_IN] = "split_in",
    [KAM_BRIDGE_GROWN] = "grown",
    [KAM_BRIDGE_SHRUNK] = "shrunk",
    [KAM_BRIDGE_UNCHANGED] = "unchanged",
    [KAM_BRIDGE_NEW_TOTAL] = "new_total",
};

static enum kam_bridge_step growth(struct kam_decimal organic)
{
    int sign = kam_decimal_sign(organic);

    return sign > 0 ? KAM_BRIDGE_GROWN : sign < 0 ? KAM_BRIDGE_SHRUNK : KAM_BRIDGE_UNCHANGED;
}

/* Where what is ORGANIC of a movement's difference belongs. */
static enum kam_bridge_step step_of(const struct kam_movement *movement, struct kam_decimal organic)
{
    switch (movement->move) {
    case KAM_MOVE_NEW:
        return KAM_BRIDGE_NEW;
    case KAM_MOVE_WON:
        return KAM_BRIDGE_WON;
    case KAM_MOVE_RETURNED:
        return KAM_BRIDGE_RETURNED;
    case KAM_MOVE_LOST:
        return KAM_BRIDGE_LOST;
    case KAM_MOVE_MERGED:
        return KAM_BRIDGE_MERGED_OUT;
    case KAM_MOVE_SPLIT:
        return KAM_BRIDGE_SPLIT_IN;
    case KAM_MOVE_UP:
    case KAM_MOVE_DOWN:
    case KAM_MOVE_RENAMED:
    case KAM_MOVE_SAME:
        break;
    }
    return growth(organic);
}

static bool add(struct kam_bridge *bridge, enum kam_bridge_step step, struct kam_decimal revenue)
{
    bridge->steps[step].customers++;
    return kam_decimal_add(&bridge->steps[step].revenue, revenue);
}

/* What a movement's customer took in, or gave away. */
static bool add_whole(struct kam_bridge *bridge, const struct kam_transfer *transfer)
{
    return (transfer->merged_customers == 0 ||
            add(bridge, KAM_BRIDGE_MERGED_IN, transfer->merged)) &&
           (transfer->split_customers == 0 || add(bridge, KAM_BRIDGE_SPLIT_OUT, transfer->split));
}

static bool add_movement(struct kam_bridge *bridge, const struct kam_movement *movement)
{
    const struct kam_diff *diff = bridge->diff;
    struct kam_decimal organic = movement->revenue_delta;
    bool is_part = movement->move == KAM_MOVE_MERGED || movement->move == KAM_MOVE_SPLIT;

    if (!is_part && !kam_diff_organic(diff, movement, &organic))
        return false;
    return add(bridge, step_of(movement, organic), organic) &&
           (is_part || movement->transfer == KAM_NONE ||
            add_whole(bridge, &diff->transfers[movement->transfer])) &&
           (movement->old_row == KAM_NONE ||
            add(bridge, KAM_BRIDGE_OLD_TOTAL, movement->revenue_from)) &&
           (movement->new_row == KAM_NONE ||
            add(bridge, KAM_BRIDGE_NEW_TOTAL, movement->revenue_to));
}

enum kam_status kam_bridge_compute(struct kam_bridge *bridge, const struct kam_diff *diff,
                                   struct kam_error *error)
{
    bool ok = true;

    *bridge = (struct kam_bridge){.diff = diff};
    for (size_t i = 0; ok && i < diff->count; i++)
        ok = add_movement(bridge, &diff->movements[i]);
    bridge->change = bridge->steps[KAM_BRIDGE_NEW_TOTAL].revenue;
    ok = ok && kam_decimal_subtract(&bridge->change, bridge->steps[KAM_BRIDGE_OLD_TOTAL].revenue);
    if (!ok)
        return kam_error_set(error, KAM_DATA, "the sum of revenues is too large a number");
    return KAM_OK;
}

static void write_row(const struct kam_bridge *bridge, enum kam_bridge_step step,
                      struct kam_writer *writer)
{
    const struct kam_bridge_row *row = &bridge->steps[step];
    char count[24], revenue[KAM_DECIMAL_SIZE];

    snprintf(count, sizeof count, "%" PRIu64, row->customers);
    kam_decimal_format(row->revenue, bridge->diff->places, revenue);
    kam_writer_cell(writer, kam_text_of(step_names[step]), KAM_CELL_TEXT);
    kam_writer_cell(writer, kam_text_of(count), KAM_CELL_NUMBER);
    kam_writer_cell(writer, kam_text_of(revenue), KAM_CELL_NUMBER);
    kam_writer_end_row(writer);
}

/* Whether there may be customers of STEP. */
static bool is_possible(const struct kam_diff *diff, enum kam_bridge_step step)
{
    switch (step) {
    case KAM_BRIDGE_WON:
        return diff->has_prospects;
    case KAM_BRIDGE_RETURNED:
        return diff->has_returned;
    case KAM_BRIDGE_MERGED_OUT:
    case KAM_BRIDGE_MERGED_IN:
    case KAM_BRIDGE_SPLIT_OUT:
    case KAM_BRIDGE_SPLIT_IN:
        return diff->has_accounts;
    case KAM_BRIDGE_OLD_TOTAL:
    case KAM_BRIDGE_NEW:
    case KAM_BRIDGE_LOST:
    case KAM_BRIDGE_GROWN:
    case KAM_BRIDGE_SHRUNK:
    case KAM_BRIDGE_UNCHANGED:
    case KAM_BRIDGE_NEW_TOTAL:
        break;
    }
    return true;
}

void kam_bridge_write(const struct kam_bridge *bridge, struct kam_writer *writer)
{
    kam_writer_cell(writer, KAM_TEXT("step"), KAM_CELL_TEXT);
    kam_writer_cell(writer, KAM_TEXT("customers"), KAM_CELL_TEXT);
    kam_writer_cell(writer, KAM_TEXT("revenue"), KAM_CELL_TEXT);
    kam_writer_end_row(writer);
    for (int step = 0; step < KAM_BRIDGE_STEPS; step++)
        if (is_possible(bridge->diff, (enum kam_bridge_step)step))
            write_row(bridge, (enum kam_bridge_step)step, writer);
}
