#include "diff/transfer.h"

static struct kam_transfer *transfer_of(struct kam_diff *diff, struct kam_movement *movement)
{
    if (movement->transfer == KAM_NONE) {
        if (!kam_array_reserve(&diff->transfers, &diff->transfers_capacity,
                               diff->transfer_count + 1, sizeof *diff->transfers))
            return NULL;
        diff->transfers[diff->transfer_count] = (struct kam_transfer){.merged_customers = 0};
        movement->transfer = (uint32_t)diff->transfer_count++;
    }
    return &diff->transfers[movement->transfer];
}

static enum kam_status too_large(struct kam_error *error)
{
    return kam_error_set(error, KAM_DATA,
                         "the revenue of merged or split customers adds up to too large a number");
}

/* The movement of the customer that PART was merged into or split off. */
static struct kam_movement *whole_of(const struct kam_diff *diff, const struct kam_movement *part)
{
    uint32_t old_row =
        part->move == KAM_MOVE_MERGED ? diff->kinship.new.others[part->whole] : part->whole;

    return &diff->movements[old_row];
}

static enum kam_status make_merged(struct kam_diff *diff, struct kam_movement *part,
                                   struct kam_error *error)
{
    struct kam_transfer *transfer = transfer_of(diff, part);

    if (!transfer)
        return kam_error_nomem(error);
    transfer->merged = kam_decimal_negate(part->revenue_from);
    transfer = transfer_of(diff, whole_of(diff, part));
    if (!transfer)
        return kam_error_nomem(error);
    transfer->merged_customers++;
    transfer->merged_counted += kam_movement_had_revenue(part);
    return kam_decimal_add(&transfer->merged, part->revenue_from) ? KAM_OK : too_large(error);
}

static enum kam_status make_split(struct kam_diff *diff, struct kam_movement *part,
                                  struct kam_error *error)
{
    struct kam_transfer *transfer = transfer_of(diff, part);

    if (!transfer)
        return kam_error_nomem(error);
    transfer->split = part->revenue_to;
    transfer = transfer_of(diff, whole_of(diff, part));
    if (!transfer)
        return kam_error_nomem(error);
    transfer->split_customers++;
    return kam_decimal_subtract(&transfer->split, part->revenue_to) ? KAM_OK : too_large(error);
}

enum kam_status kam_transfers_make(struct kam_diff *diff, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < diff->count && !status; i++) {
        struct kam_movement *movement = &diff->movements[i];
        if (movement->move == KAM_MOVE_MERGED)
            status = make_merged(diff, movement, error);
        else if (movement->move == KAM_MOVE_SPLIT)
            status = make_split(diff, movement, error);
    }
    return status;
}

bool kam_diff_organic(const struct kam_diff *diff, const struct kam_movement *movement,
                      struct kam_decimal *organic)
{
    *organic = movement->revenue_delta;
    if (movement->transfer == KAM_NONE)
        return true;
    const struct kam_transfer *transfer = &diff->transfers[movement->transfer];
    return kam_decimal_subtract(organic, transfer->merged) &&
           kam_decimal_subtract(organic, transfer->split);
}
