#include "diff/bridge.h"
#include "tier/tiercell.h"

const char *const kam_bridge_header[KAM_BRIDGE_COLUMNS] = {"step", "customers", "revenue"};

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
    [KAM_BRIDGE_MOVED_OUT] = "moved_out",
    [KAM_BRIDGE_MOVED_IN] = "moved_in",
    [KAM_BRIDGE_GROWN] = "grown",
    [KAM_BRIDGE_SHRUNK] = "shrunk",
    [KAM_BRIDGE_UNCHANGED] = "unchanged",
    [KAM_BRIDGE_SILENT] = "silent",
    [KAM_BRIDGE_NEW_TOTAL] = "new_total",
};

static enum kam_bridge_step growth(struct kam_decimal organic)
{
    int sign = kam_decimal_sign(organic);

    return sign > 0 ? KAM_BRIDGE_GROWN : sign < 0 ? KAM_BRIDGE_SHRUNK : KAM_BRIDGE_UNCHANGED;
}

/* Whether there is a customer on SIDE that lost-after doesn't call lost. */
static unsigned is_there(const struct kam_movement *movement, enum kam_side side)
{
    return side == KAM_SIDE_OLD
               ? movement->old_row != KAM_NONE && !kam_movement_has(movement, KAM_TRAIT_LOST_OLD)
               : movement->new_row != KAM_NONE && !kam_movement_has(movement, KAM_TRAIT_LOST_NEW);
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
    case KAM_MOVE_SILENT:
        return KAM_BRIDGE_SILENT;
    case KAM_MOVE_UP:
    case KAM_MOVE_DOWN:
    case KAM_MOVE_RENAMED:
    case KAM_MOVE_SAME:
        break;
    }
    return growth(organic);
}

static void enter(struct kam_bridge_entries *entries, struct kam_bridge_entry entry)
{
    entries->items[entries->count++] = entry;
}

/* What a customer that counts on SIDE took in, or gave away. */
static void enter_whole(struct kam_bridge_entries *entries, const struct kam_transfer *transfer,
                        enum kam_side side)
{
    if (transfer->merged_customers)
        enter(entries, (struct kam_bridge_entry){KAM_BRIDGE_MERGED_IN, side, 1, transfer->merged});
    if (transfer->split_customers)
        enter(entries, (struct kam_bridge_entry){KAM_BRIDGE_SPLIT_OUT, side, 1, transfer->split});
}

bool kam_bridge_enter(struct kam_bridge_entries *entries, const struct kam_diff *diff,
                      const struct kam_movement *movement)
{
    struct kam_decimal organic = movement->revenue_delta;
    unsigned was = is_there(movement, KAM_SIDE_OLD), is = is_there(movement, KAM_SIDE_NEW);
    enum kam_side side = kam_movement_side(movement);
    bool is_part = movement->move == KAM_MOVE_MERGED || movement->move == KAM_MOVE_SPLIT;

    entries->count = 0;
    if (!is_part && !kam_diff_organic(diff, movement, &organic))
        return false;
    enum kam_bridge_step step = step_of(movement, organic);
    enter(entries,
          (struct kam_bridge_entry){step, side, was | is | (step == KAM_BRIDGE_SILENT), organic});
    if (!is_part && movement->transfer != KAM_NONE)
        enter_whole(entries, &diff->transfers[movement->transfer], side);
    if (movement->old_row != KAM_NONE)
        enter(entries, (struct kam_bridge_entry){KAM_BRIDGE_OLD_TOTAL, KAM_SIDE_OLD, was,
                                                 movement->revenue_from});
    if (movement->new_row != KAM_NONE)
        enter(entries, (struct kam_bridge_entry){KAM_BRIDGE_NEW_TOTAL, KAM_SIDE_NEW, is,
                                                 movement->revenue_to});
    return true;
}

void kam_bridge_enter_moved(struct kam_bridge_entries *entries, const struct kam_movement *movement)
{
    bool is_lost = movement->move == KAM_MOVE_LOST;
    unsigned customers = is_lost ? 0 : is_there(movement, KAM_SIDE_OLD);
    struct kam_decimal moved = is_lost ? movement->revenue_to : movement->revenue_from;

    enter(entries, (struct kam_bridge_entry){KAM_BRIDGE_MOVED_OUT, KAM_SIDE_OLD, customers,
                                             kam_decimal_negate(moved)});
    enter(entries, (struct kam_bridge_entry){KAM_BRIDGE_MOVED_IN, KAM_SIDE_NEW, customers, moved});
}

bool kam_bridge_add(struct kam_bridge_row *steps, const struct kam_bridge_entry *entry)
{
    steps[entry->step].customers += entry->customers;
    return kam_decimal_add(&steps[entry->step].revenue, entry->revenue);
}

enum kam_status kam_bridge_compute(struct kam_bridge *bridge, const struct kam_diff *diff,
                                   struct kam_error *error)
{
    bool ok = true;

    *bridge = (struct kam_bridge){.diff = diff};
    for (size_t i = 0; ok && i < diff->count; i++) {
        struct kam_bridge_entries entries;
        ok = kam_bridge_enter(&entries, diff, &diff->movements[i]);
        for (size_t k = 0; ok && k < entries.count; k++)
            ok = kam_bridge_add(bridge->steps, &entries.items[k]);
    }
    bridge->change = bridge->steps[KAM_BRIDGE_NEW_TOTAL].revenue;
    ok = ok && kam_decimal_subtract(&bridge->change, bridge->steps[KAM_BRIDGE_OLD_TOTAL].revenue);
    return ok ? KAM_OK : kam_diff_too_large(error);
}

void kam_bridge_write_step(const struct kam_diff *diff, const struct kam_bridge_row *steps,
                           enum kam_bridge_step step, struct kam_writer *writer)
{
    kam_tiercell_text(writer, kam_text_of(step_names[step]));
    kam_tiercell_count(writer, steps[step].customers);
    kam_tiercell_number(writer, steps[step].revenue, diff->places);
}

bool kam_bridge_has(const struct kam_diff *diff, enum kam_bridge_step step,
                    enum kam_bridge_kind kind)
{
    switch (step) {
    case KAM_BRIDGE_WON:
        return diff->has_prospects;
    case KAM_BRIDGE_RETURNED:
        return diff->has_returned;
    case KAM_BRIDGE_SILENT:
        return diff->has_silent;
    case KAM_BRIDGE_MERGED_OUT:
    case KAM_BRIDGE_MERGED_IN:
    case KAM_BRIDGE_SPLIT_OUT:
    case KAM_BRIDGE_SPLIT_IN:
        return diff->has_accounts;
    case KAM_BRIDGE_MOVED_OUT:
    case KAM_BRIDGE_MOVED_IN:
        return kind == KAM_BRIDGE_OF_STRATA;
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
    kam_tiercell_names(writer, kam_bridge_header, KAM_BRIDGE_COLUMNS);
    kam_writer_end_row(writer);
    for (int step = 0; step < KAM_BRIDGE_STEPS; step++)
        if (kam_bridge_has(bridge->diff, (enum kam_bridge_step)step, KAM_BRIDGE_WHOLE)) {
            kam_bridge_write_step(bridge->diff, bridge->steps, (enum kam_bridge_step)step, writer);
            kam_writer_end_row(writer);
        }
}
