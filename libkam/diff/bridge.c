#include "diff/bridge.h"

#include <inttypes.h>
#include <stdio.h>

static const char *const step_names[KAM_BRIDGE_STEPS] = {
    [KAM_BRIDGE_OLD_TOTAL] = "old_total",
    [KAM_BRIDGE_NEW] = "new",
    [KAM_BRIDGE_WON] = "won",
    [KAM_BRIDGE_LOST] = "lost",
    [KAM_BRIDGE_GROWN] = "grown",
    [KAM_BRIDGE_SHRUNK] = "shrunk",
    [KAM_BRIDGE_UNCHANGED] = "unchanged",
    [KAM_BRIDGE_NEW_TOTAL] = "new_total",
};

static enum kam_bridge_step step_of(const struct kam_movement *movement)
{
    if (movement->old_row == KAM_NONE)
        return movement->was_prospect ? KAM_BRIDGE_WON : KAM_BRIDGE_NEW;
    if (movement->new_row == KAM_NONE)
        return KAM_BRIDGE_LOST;
    int sign = kam_decimal_sign(movement->revenue_delta);
    return sign > 0 ? KAM_BRIDGE_GROWN : sign < 0 ? KAM_BRIDGE_SHRUNK : KAM_BRIDGE_UNCHANGED;
}

static bool add(struct kam_bridge *bridge, enum kam_bridge_step step, struct kam_decimal revenue)
{
    bridge->steps[step].customers++;
    return kam_decimal_add(&bridge->steps[step].revenue, revenue);
}

static enum kam_status too_large(struct kam_error *error)
{
    return kam_error_set(error, KAM_DATA, "the sum of revenues is too large a number");
}

enum kam_status kam_bridge_compute(struct kam_bridge *bridge, const struct kam_diff *diff,
                                   struct kam_error *error)
{
    *bridge = (struct kam_bridge){.has_prospects = diff->has_prospects, .places = diff->places};
    for (size_t i = 0; i < diff->count; i++) {
        const struct kam_movement *movement = &diff->movements[i];
        if (!add(bridge, step_of(movement), movement->revenue_delta))
            return too_large(error);
        if (movement->old_row != KAM_NONE &&
            !add(bridge, KAM_BRIDGE_OLD_TOTAL, movement->revenue_from))
            return too_large(error);
        if (movement->new_row != KAM_NONE &&
            !add(bridge, KAM_BRIDGE_NEW_TOTAL, movement->revenue_to))
            return too_large(error);
    }
    bridge->change = bridge->steps[KAM_BRIDGE_NEW_TOTAL].revenue;
    if (!kam_decimal_subtract(&bridge->change, bridge->steps[KAM_BRIDGE_OLD_TOTAL].revenue))
        return too_large(error);
    return KAM_OK;
}

static void write_row(const struct kam_bridge *bridge, enum kam_bridge_step step,
                      struct kam_writer *writer)
{
    const struct kam_bridge_row *row = &bridge->steps[step];
    char count[24], revenue[KAM_DECIMAL_SIZE];

    snprintf(count, sizeof count, "%" PRIu64, row->customers);
    kam_decimal_format(row->revenue, bridge->places, revenue);
    kam_writer_cell(writer, kam_text_of(step_names[step]), KAM_CELL_TEXT);
    kam_writer_cell(writer, kam_text_of(count), KAM_CELL_NUMBER);
    kam_writer_cell(writer, kam_text_of(revenue), KAM_CELL_NUMBER);
    kam_writer_end_row(writer);
}

void kam_bridge_write(const struct kam_bridge *bridge, struct kam_writer *writer)
{
    kam_writer_cell(writer, KAM_TEXT("step"), KAM_CELL_TEXT);
    kam_writer_cell(writer, KAM_TEXT("customers"), KAM_CELL_TEXT);
    kam_writer_cell(writer, KAM_TEXT("revenue"), KAM_CELL_TEXT);
    kam_writer_end_row(writer);
    for (int step = 0; step < KAM_BRIDGE_STEPS; step++)
        if (step != KAM_BRIDGE_WON || bridge->has_prospects)
            write_row(bridge, (enum kam_bridge_step)step, writer);
}
