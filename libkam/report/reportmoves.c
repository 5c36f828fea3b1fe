#include "report/reportmoves.h"
#include "report/reportmatch.h"

#include <stdlib.h>

/* The customers of a tier, and what they come to. */
struct tally {
    size_t customers;
    struct kam_decimal revenue;
};

static bool add(struct tally *tallies, uint32_t step, struct kam_decimal revenue)
{
    if (step == KAM_NONE)
        return true;
    tallies[step].customers++;
    return kam_decimal_add(&tallies[step].revenue, revenue);
}

static bool add_snapshot(struct tally *tallies, const struct kam_reportside *side)
{
    bool ok = true;

    for (size_t row = 0; row < side->snapshot.table.count && ok; row++)
        ok = add(tallies, side->steps[row], side->revenues[row]);
    return ok;
}

static bool add_moves(struct tally *tallies, const struct kam_diff *diff, enum kam_side side)
{
    bool ok = true;

    for (size_t i = 0; i < diff->count && ok; i++) {
        const struct kam_movement *movement = &diff->movements[i];
        ok = side == KAM_SIDE_OLD ? add(tallies, movement->tier_from, movement->revenue_from)
                                  : add(tallies, movement->tier_to, movement->revenue_to);
    }
    return ok;
}

/* The list may have fewer customers, but not if it is of all. */
static enum kam_status compare(struct kam_reportsource *source, const struct tally *there,
                               const struct tally *listed, enum kam_side side, bool *is_whole,
                               struct kam_error *error)
{
    const struct kam_map *tiers = &source->ladder.tiers;
    struct kam_place place = {.file = source->moves.file};

    for (size_t i = 0; i < tiers->count; i++) {
        size_t count = listed[i].customers, all = there[i].customers;
        if (count > all || (count < all && source->moves.has_unmoved))
            return kam_error_at(
                error, KAM_DATA, &place,
                "customers in %s: %zu, but %zu in %s; is it kam-diff --all of that snapshot?",
                kam_show(tiers->texts[i]).s, count, all,
                side == KAM_SIDE_OLD ? source->files.previous : source->files.snapshot);
        *is_whole = *is_whole && count == all;
        if (count == all && kam_decimal_compare(listed[i].revenue, there[i].revenue) != 0)
            source->moves_have_other_figure = true;
    }
    return KAM_OK;
}

static enum kam_status check_side(struct kam_reportsource *source, enum kam_side side,
                                  bool *is_whole, struct kam_error *error)
{
    const struct kam_reportside *known = side == KAM_SIDE_OLD ? &source->before : &source->now;
    size_t tiers = source->ladder.tiers.count;
    struct tally *there = calloc(tiers + 1, sizeof *there);
    struct tally *listed = calloc(tiers + 1, sizeof *listed);
    enum kam_status status = KAM_OK;

    if (!there || !listed)
        status = kam_error_nomem(error);
    else if (!add_snapshot(there, known) || !add_moves(listed, &source->moves.diff, side))
        status = kam_diff_too_large(error);
    else
        status = compare(source, there, listed, side, is_whole, error);
    free(there);
    free(listed);
    return status;
}

/* Every customer that the list has on SIDE; tiers may have as many customers by chance. */
static enum kam_status match_side(const struct kam_reportsource *source, enum kam_side side,
                                  struct kam_error *error)
{
    const struct kam_listing_read *moves = &source->moves;
    bool is_old = side == KAM_SIDE_OLD;
    const struct kam_reportmatch match = {
        .list = &moves->table,
        .snapshot = is_old ? &source->before.snapshot : &source->now.snapshot,
        .id = moves->account_id,
        .former = is_old ? moves->from : KAM_NO_COLUMN,
        .tier = is_old ? moves->tier_from : moves->tier_to,
        .elsewhere = is_old && moves->from == KAM_NO_COLUMN ? moves->tier_to : KAM_NO_COLUMN,
        .by_tier = true,
        .maker = "kam-diff --all",
    };

    return kam_reportmatch_check(&match, error);
}

enum kam_status kam_reportmoves_check(struct kam_reportsource *source, struct kam_error *error)
{
    bool is_whole = true;
    enum kam_status status = check_side(source, KAM_SIDE_NEW, &is_whole, error);

    if (!status && source->files.previous)
        status = check_side(source, KAM_SIDE_OLD, &is_whole, error);
    if (!status)
        status = match_side(source, KAM_SIDE_NEW, error);
    if (!status && source->files.previous)
        status = match_side(source, KAM_SIDE_OLD, error);
    /* A list of all is one also where all of them moved. */
    source->moves.has_unmoved = source->moves.has_unmoved || is_whole;
    return status;
}
