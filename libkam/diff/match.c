#include "diff/match.h"
#include "base/pipeline.h"
#include "diff/movement.h"

#include <stdlib.h>

enum { RANGE_ROWS = 512 };

/* What became of some customers. */
struct tally {
    size_t moves[KAM_MOVES];
    size_t prospects; /* rows of them, in either snapshot */
};

/* Some old rows in a row, with the new rows that match them. */
struct range {
    size_t from, count;
    uint32_t matches[RANGE_ROWS];
    struct tally tally;
};

/* An old row is matched by one new row at most: nothing here is written by two threads. */
struct matching {
    struct kam_diff *diff;
    bool *is_matched; /* of new rows */
    size_t next;      /* old row that is in no range yet */
};

static enum kam_status take_range(void *context, void *piece, struct kam_error *error)
{
    struct matching *matching = context;
    struct range *range = piece;
    size_t left = matching->diff->old->table.count - matching->next;

    (void)error;
    if (left == 0)
        return KAM_END;
    range->from = matching->next;
    range->count = left < RANGE_ROWS ? left : RANGE_ROWS;
    matching->next += range->count;
    return KAM_OK;
}

static bool is_prospect(const struct kam_snapshot *snapshot, uint32_t row)
{
    return row != KAM_NONE && kam_snapshot_is_prospect(snapshot, row);
}

static bool is_none(const struct kam_movement *movement)
{
    return movement->old_row == KAM_NONE && movement->new_row == KAM_NONE;
}

/*
 * Movement NUMBER, of the rows OLD_ROW and NEW_ROW, counted in TALLY. Rows of prospects are none:
 * where no row is left, it is no movement, and its rows say so.
 */
static enum kam_status add(const struct kam_diff *diff, size_t number, uint32_t old_row,
                           uint32_t new_row, struct tally *tally, struct kam_error *error)
{
    struct kam_movement *movement = &diff->movements[number];
    bool was = is_prospect(diff->old, old_row), is = is_prospect(diff->new, new_row);

    *movement = (struct kam_movement){.old_row = was ? KAM_NONE : old_row,
                                      .new_row = is ? KAM_NONE : new_row,
                                      .tier_from = KAM_NONE,
                                      .tier_to = KAM_NONE,
                                      .driver = KAM_NONE,
                                      .was_prospect = was};
    tally->prospects += (size_t)was + (size_t)is;
    if (is_none(movement))
        return KAM_OK;
    enum kam_status status = kam_movement_complete(diff, movement, error);
    tally->moves[movement->move]++;
    return status;
}

/* The row of TABLE that matches row I of RANGE will be needed soon. */
static void expect(const struct kam_table *table, const struct range *range, size_t i)
{
    enum { AHEAD = 8, FAR_AHEAD = 32 };

    if (i + FAR_AHEAD < range->count && range->matches[i + FAR_AHEAD] != KAM_NONE)
        kam_table_expect_place(table, range->matches[i + FAR_AHEAD]);
    if (i + AHEAD < range->count && range->matches[i + AHEAD] != KAM_NONE)
        kam_table_expect(table, range->matches[i + AHEAD]);
}

static enum kam_status match_range(void *context, void *piece, struct kam_error *error)
{
    const struct matching *matching = context;
    const struct kam_diff *diff = matching->diff;
    struct range *range = piece;
    enum kam_status status = KAM_OK;

    range->tally = (struct tally){.prospects = 0};
    kam_row_index_find(&diff->new->index, &diff->old->table, diff->old->account_id, range->from,
                       range->count, range->matches);
    for (size_t i = 0; i < range->count && !status; i++) {
        uint32_t match = range->matches[i];
        expect(&diff->new->table, range, i);
        if (match != KAM_NONE)
            matching->is_matched[match] = true;
        status =
            add(diff, range->from + i, (uint32_t)(range->from + i), match, &range->tally, error);
    }
    return status;
}

static void take_tally(struct kam_diff *diff, const struct tally *tally)
{
    for (size_t i = 0; i < KAM_MOVES; i++)
        diff->moves[i] += tally->moves[i];
    diff->has_prospects = diff->has_prospects || tally->prospects > 0;
}

static enum kam_status count_range(void *context, void *piece, struct kam_error *error)
{
    const struct matching *matching = context;
    const struct range *range = piece;

    (void)error;
    take_tally(matching->diff, &range->tally);
    return KAM_OK;
}

static enum kam_status match_old(struct matching *matching, unsigned threads,
                                 struct kam_error *error)
{
    static const struct kam_pipeline_steps steps = {
        .take = take_range, .work = match_range, .give = count_range};
    enum { MOST = 2 * KAM_PIPELINE_MOST_THREADS };
    size_t ranges = matching->diff->old->table.count / RANGE_ROWS + 1;
    size_t count = ranges < 2 * (size_t)threads ? ranges : 2 * (size_t)threads;
    struct range *space = malloc(count * sizeof *space);
    void *pieces[MOST];

    if (!space)
        return kam_error_nomem(error);
    for (size_t i = 0; i < count; i++)
        pieces[i] = &space[i];
    enum kam_status status = kam_pipeline_run(&steps, matching, pieces, count, threads, error);
    free(space);
    return status;
}

static enum kam_status add_new(struct matching *matching, struct kam_error *error)
{
    struct kam_diff *diff = matching->diff;
    struct tally tally = {.prospects = 0};
    enum kam_status status = KAM_OK;

    diff->count = diff->old->table.count;
    for (size_t row = 0; row < diff->new->table.count && !status; row++)
        if (!matching->is_matched[row])
            status = add(diff, diff->count++, KAM_NONE, (uint32_t)row, &tally, error);
    take_tally(diff, &tally);
    return status;
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

enum kam_status kam_match(struct kam_diff *diff, unsigned threads, struct kam_error *error)
{
    size_t old_count = diff->old->table.count, new_count = diff->new->table.count;
    struct matching matching = {.diff = diff, .is_matched = calloc(new_count + 1, sizeof(bool))};
    enum kam_status status = KAM_NOMEM;

    diff->movements = kam_pages_alloc((old_count + new_count + 1) * sizeof *diff->movements);
    if (matching.is_matched && diff->movements) {
        status = match_old(&matching, threads, error);
        if (!status)
            status = add_new(&matching, error);
        if (!status && diff->has_prospects)
            close_up(diff);
    } else {
        status = kam_error_nomem(error);
    }
    free(matching.is_matched);
    return status;
}
