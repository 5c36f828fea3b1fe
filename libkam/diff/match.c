#include "diff/match.h"
#include "base/ranges.h"
#include "diff/movement.h"
#include "diff/seen.h"
#include "diff/transfer.h"

#include <stdlib.h>

/* What became of some customers. */
struct tally {
    size_t moves[KAM_MOVES];
    size_t prospects; /* rows of them, in either snapshot */
};

struct matching {
    struct kam_diff *diff;
    const struct kam_diff_options *options;
    const bool *seen; /* of new rows: whether they were customers earlier; NULL: not known */
    struct tally tallies[KAM_RANGES_SLOTS];
};

static bool is_prospect(const struct kam_snapshot *snapshot, uint32_t row)
{
    return row != KAM_NONE && kam_snapshot_is_prospect(snapshot, row);
}

static bool is_none(const struct kam_movement *movement)
{
    return movement->old_row == KAM_NONE && movement->new_row == KAM_NONE;
}

/*
 * Movement NUMBER, of which the rows and the whole are known, counted in TALLY. Rows of prospects
 * are none: where no row is left, it is no movement, and its rows say so.
 */
static enum kam_status add(const struct matching *matching, size_t number,
                           struct kam_movement known, struct tally *tally, struct kam_error *error)
{
    const struct kam_diff *diff = matching->diff;
    struct kam_movement *movement = &diff->movements[number];
    bool was = is_prospect(diff->old, known.old_row), is = is_prospect(diff->new, known.new_row);

    known.tier_from = known.tier_to = known.driver = known.transfer = KAM_NONE;
    known.cause = KAM_CAUSE_NONE;
    if (was) {
        known.old_row = KAM_NONE;
        known.traits |= KAM_TRAIT_PROSPECT;
    }
    if (is)
        known.new_row = KAM_NONE;
    *movement = known;
    tally->prospects += (size_t)was + (size_t)is;
    if (is_none(movement))
        return KAM_OK;
    enum kam_status status =
        kam_movement_complete(diff, matching->options->lost_after, movement, error);
    tally->moves[movement->move]++;
    return status;
}

/* The row of NEW that matches row I will be needed soon. */
static void expect(const struct kam_diff *diff, size_t i, size_t to)
{
    enum { AHEAD = 8, FAR_AHEAD = 32 };
    const uint32_t *others = diff->kinship.old.others;

    if (i + FAR_AHEAD < to && others[i + FAR_AHEAD] != KAM_NONE)
        kam_table_expect_place(&diff->new->table, others[i + FAR_AHEAD]);
    if (i + AHEAD < to && others[i + AHEAD] != KAM_NONE)
        kam_table_expect(&diff->new->table, others[i + AHEAD]);
}

/* By a key that isn't the id, a pair may have the same id though only its accounts tell. */
static bool have_other_ids(const struct kam_diff *diff, const struct kam_movement *movement)
{
    const struct kam_snapshot *old = diff->old, *new = diff->new;

    return !kam_text_equal(kam_table_cell(&old->table, movement->old_row, old->account_id),
                           kam_table_cell(&new->table, movement->new_row, new->account_id));
}

/* What is said of the pair in ROW of OLD. */
static void take_traits(const struct kam_diff *diff, size_t row, struct kam_movement *movement)
{
    const struct kam_kin *kin = &diff->kinship.old;

    if (kam_kin_is_regrouped(kin, row))
        movement->traits |= KAM_TRAIT_REGROUPED;
    if (kam_kin_tie(kin, row) == KAM_TIE_ACCOUNTS && have_other_ids(diff, movement))
        movement->traits |= KAM_TRAIT_OTHER_ID;
}

static enum kam_status match_range(void *context, size_t slot, size_t from, size_t to,
                                   struct kam_error *error)
{
    struct matching *matching = context;
    const struct kam_diff *diff = matching->diff;
    const struct kam_kin *kin = &diff->kinship.old;
    enum kam_status status = KAM_OK;

    for (size_t row = from; row < to && !status; row++) {
        bool part = kam_kin_tie(kin, row) == KAM_TIE_PART;
        struct kam_movement known = {.old_row = (uint32_t)row,
                                     .new_row = part ? KAM_NONE : kin->others[row],
                                     .whole = part ? kin->others[row] : KAM_NONE};
        take_traits(diff, row, &known);
        expect(diff, row, to);
        status = add(matching, row, known, &matching->tallies[slot], error);
    }
    return status;
}

/* Those of NEW that no row of OLD is a pair of. */
static enum kam_status add_new(struct matching *matching, struct kam_error *error)
{
    struct kam_diff *diff = matching->diff;
    const struct kam_kin *kin = &diff->kinship.new;
    enum kam_status status = KAM_OK;

    diff->count = diff->old->table.count;
    for (size_t row = 0; row < diff->new->table.count && !status; row++) {
        enum kam_tie tie = kam_kin_tie(kin, row);
        if (tie == KAM_TIE_KEY || tie == KAM_TIE_ACCOUNTS)
            continue;
        struct kam_movement known = {.old_row = KAM_NONE,
                                     .new_row = (uint32_t)row,
                                     .whole = tie == KAM_TIE_PART ? kin->others[row] : KAM_NONE};
        if (matching->seen && matching->seen[row])
            known.traits |= KAM_TRAIT_SEEN;
        status = add(matching, diff->count++, known, &matching->tallies[0], error);
    }
    return status;
}

static void take_tallies(const struct matching *matching)
{
    struct kam_diff *diff = matching->diff;

    for (size_t slot = 0; slot < KAM_RANGES_SLOTS; slot++) {
        const struct tally *tally = &matching->tallies[slot];
        for (size_t i = 0; i < KAM_MOVES; i++)
            diff->moves[i] += tally->moves[i];
        diff->has_prospects = diff->has_prospects || tally->prospects > 0;
    }
}

/* Without those that are none. */
static void close_up(struct kam_diff *diff)
{
    size_t count = 0;

    for (size_t i = 0; i < diff->count; i++)
        if (!is_none(&diff->movements[i]))
            diff->movements[count++] = diff->movements[i];
    diff->count = count;
}

static enum kam_status match(struct matching *matching, struct kam_error *error)
{
    struct kam_diff *diff = matching->diff;
    const struct kam_ranges ranges = {.work = match_range,
                                      .context = matching,
                                      .count = diff->old->table.count,
                                      .threads = matching->options->threads};
    enum kam_status status = kam_ranges_run(&ranges, error);

    if (!status)
        status = add_new(matching, error);
    take_tallies(matching);
    if (!status && diff->has_accounts)
        status = kam_transfers_make(diff, error);
    if (!status && diff->has_prospects)
        close_up(diff);
    return status;
}

/* The new rows that are nobody's in OLD, and the ids of all their accounts in IDS. */
static bool seek_new(const struct kam_diff *diff, struct kam_map *ids)
{
    bool ok = true;

    for (uint32_t row = 0; ok && row < diff->new->table.count; row++)
        if (kam_kin_tie(&diff->kinship.new, row) == KAM_TIE_NONE)
            ok = kam_roster_collect(diff->new_roster, row, ids);
    return ok;
}

/* SEEN becomes true of the rows one of whose accounts is FOUND. */
static bool mark_seen(const struct kam_diff *diff, const struct kam_map *ids, const bool *found,
                      bool *seen)
{
    struct kam_buffer scratch = {NULL, 0, 0};
    bool nomem = false;

    for (uint32_t row = 0; row < diff->new->table.count && !nomem; row++) {
        if (kam_kin_tie(&diff->kinship.new, row) != KAM_TIE_NONE)
            continue;
        struct kam_roster_walk walk = kam_roster_walk(diff->new_roster, row);
        struct kam_text account = walk.id;
        do
            seen[row] = seen[row] || found[kam_map_find(ids, account)];
        while (kam_roster_next(&walk, &account, &scratch, &nomem));
    }
    kam_buffer_free(&scratch);
    return !nomem;
}

static enum kam_status find_seen(const struct matching *matching, bool *seen,
                                 struct kam_error *error)
{
    const struct kam_diff *diff = matching->diff;
    struct kam_map ids = {.count = 0};
    bool *found = NULL;
    enum kam_status status = KAM_NOMEM;

    if (seek_new(diff, &ids))
        found = calloc((size_t)ids.count + 1, sizeof *found);
    if (found)
        status = kam_seen_find(matching->options->seen, &ids, diff->new->period, found, error);
    if (!found || (!status && !mark_seen(diff, &ids, found, seen)))
        status = kam_error_nomem(error);
    free(found);
    kam_map_free(&ids);
    return status;
}

enum kam_status kam_match(struct kam_diff *diff, const struct kam_diff_options *options,
                          struct kam_error *error)
{
    size_t old_count = diff->old->table.count, new_count = diff->new->table.count;
    struct matching *matching = calloc(1, sizeof *matching);
    bool *seen = options->seen ? calloc(new_count + 1, sizeof *seen) : NULL;
    enum kam_status status = KAM_OK;

    diff->movements = kam_pages_alloc((old_count + new_count + 1) * sizeof *diff->movements);
    if (!matching || !diff->movements || (options->seen && !seen)) {
        status = kam_error_nomem(error);
    } else {
        *matching = (struct matching){.diff = diff, .options = options, .seen = seen};
        status = seen ? find_seen(matching, seen, error) : KAM_OK;
        if (!status)
            status = match(matching, error);
    }
    free(seen);
    free(matching);
    return status;
}
