#include "diff/cause.h"
#include "base/ranges.h"
#include "diff/figurecut.h"

const char *kam_cause_name(enum kam_cause cause)
{
    static const char *const names[] = {
        [KAM_CAUSE_GROUP] = "group",
        [KAM_CAUSE_MODEL] = "model",
        [KAM_CAUSE_FIGURES] = "figures",
        [KAM_CAUSE_LIMITS] = "limits",
        [KAM_CAUSE_ADMISSION] = "admission",
        [KAM_CAUSE_FLAG] = "flag",
        [KAM_CAUSE_PATIENCE] = "patience",
        [KAM_CAUSE_ARRIVAL] = "arrival",
        [KAM_CAUSE_DEPARTURE] = "departure",
        [KAM_CAUSE_SILENCE] = "silence",
        [KAM_CAUSE_NONE] = "",
    };

    return names[cause];
}

bool kam_cause_parse(struct kam_text name, enum kam_cause *cause)
{
    for (int i = 0; i <= KAM_CAUSE_NONE; i++)
        if (kam_text_equal(name, kam_text_of(kam_cause_name((enum kam_cause)i)))) {
            *cause = (enum kam_cause)i;
            return true;
        }
    return false;
}

/* ---- the replay -------------------------------------------------------------------------------
 */

static uint32_t tier_of(uint32_t cut, uint32_t admission, uint32_t cap)
{
    uint32_t tier = admission != KAM_NONE && admission < cut ? admission : cut;

    return cap != KAM_NONE && cap > tier ? cap : tier;
}

static bool is_beyond(enum kam_move move, uint32_t tier, uint32_t old)
{
    return move == KAM_MOVE_UP ? tier < old : tier > old;
}

enum kam_cause kam_cause_decide(const struct kam_cause_case *the_case)
{
    const struct kam_tier_parts *before = &the_case->before, *after = &the_case->after;
    const struct {
        enum kam_cause cause;
        uint32_t tier;
    } steps[] = {
        {KAM_CAUSE_PATIENCE, tier_of(before->cut, before->admission, before->cap)},
        {KAM_CAUSE_FIGURES, tier_of(the_case->cut_by_figure, before->admission, before->cap)},
        {KAM_CAUSE_LIMITS, tier_of(after->cut, before->admission, before->cap)},
        {KAM_CAUSE_ADMISSION, tier_of(after->cut, after->admission, before->cap)},
        {KAM_CAUSE_FLAG, tier_of(after->cut, after->admission, after->cap)},
    };

    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (is_beyond(the_case->move, steps[i].tier, the_case->tier))
            return steps[i].cause;
    return KAM_CAUSE_PATIENCE;
}

/* ---- what the snapshots say -------------------------------------------------------------------
 */

/* The columns of tiers of one snapshot. */
struct side {
    const struct kam_snapshot *snapshot;
    size_t cut, unflagged, computed;
    struct kam_figure_columns figures;
};

struct judging {
    struct kam_diff *diff;
    struct side old, new, replay;
    struct kam_limit_steps steps; /* of the snapshot that the last steps start from */
    bool has_replay;
    bool other_model; /* OLD and NEW are of different rules */
};

/* In the order of the table. */
static const struct kam_text tier_columns[] = {
    {"tier_cut", 8}, {"tier_unflagged", 14}, {"tier_computed", 13}};

enum kam_status kam_causes_check(const struct kam_snapshot *snapshot, struct kam_error *error)
{
    struct kam_place place = {.file = snapshot->file};
    struct kam_buffer missing = {NULL, 0, 0};
    enum kam_status status = KAM_OK;
    bool ok = true;

    for (size_t i = 0; ok && i < sizeof tier_columns / sizeof *tier_columns; i++)
        if (kam_table_find_kept(&snapshot->table, tier_columns[i]) == KAM_NO_COLUMN)
            ok = kam_buffer_printf(&missing, "%s%s", missing.len ? ", " : "", tier_columns[i].ptr);
    ok = ok && kam_figure_columns_missing(&snapshot->table, &missing);
    if (!ok)
        status = kam_error_nomem(error);
    else if (missing.len)
        status =
            kam_error_at(error, KAM_DATA, &place,
                         "no column %s, so causes can't be told; run kam-tier again", missing.ptr);
    kam_buffer_free(&missing);
    return status;
}

/* *HAS_ALL: whether SNAPSHOT has the columns. */
static void take_side(struct side *side, const struct kam_snapshot *snapshot, bool *has_all)
{
    const struct kam_table *table = &snapshot->table;

    *side = (struct side){.snapshot = snapshot,
                          .cut = kam_table_find_kept(table, tier_columns[0]),
                          .unflagged = kam_table_find_kept(table, tier_columns[1]),
                          .computed = kam_table_find_kept(table, tier_columns[2])};
    *has_all = kam_figure_columns_find(&side->figures, snapshot) && side->cut != KAM_NO_COLUMN &&
               side->unflagged != KAM_NO_COLUMN && side->computed != KAM_NO_COLUMN;
}

static uint32_t step_of(const struct kam_diff *diff, const struct side *side, uint32_t row,
                        size_t column)
{
    return kam_map_find(&diff->ladder->tiers, kam_table_cell(&side->snapshot->table, row, column));
}

/*
 * What made the tier of ROW, which is TIER. A tier that isn't on the ladder, because nobody is in
 * it, changes nothing.
 */
static struct kam_tier_parts parts_of(const struct kam_diff *diff, const struct side *side,
                                      uint32_t row, uint32_t tier)
{
    uint32_t cut = step_of(diff, side, row, side->cut);
    uint32_t unflagged = step_of(diff, side, row, side->unflagged);
    uint32_t computed = step_of(diff, side, row, side->computed);

    if (computed == KAM_NONE)
        computed = tier;
    if (cut == KAM_NONE)
        cut = computed;
    if (unflagged == KAM_NONE)
        unflagged = cut < computed ? cut : computed;
    return (struct kam_tier_parts){.cut = cut,
                                   .admission = unflagged < cut ? unflagged : KAM_NONE,
                                   .cap = computed > unflagged ? computed : KAM_NONE};
}

static uint32_t computed_of(const struct kam_tier_parts *parts)
{
    return tier_of(parts->cut, parts->admission, parts->cap);
}

static enum kam_status lacks_customer(const struct judging *judging, uint32_t old_row,
                                      struct kam_error *error)
{
    const struct kam_snapshot *old = judging->diff->old;
    struct kam_place place = {.file = judging->replay.snapshot->file};

    return kam_error_at(error, KAM_DATA, &place,
                        "%s isn't there; a replay is %s, scored and tiered again by other rules",
                        kam_show(kam_table_cell(&old->table, old_row, old->account_id)).s,
                        old->file);
}

/* The rest of the replay, from ROW of BEFORE on, whose parts are known. */
static enum kam_status replay(const struct judging *judging, const struct side *before,
                              uint32_t row, const struct kam_tier_parts *parts,
                              struct kam_movement *movement, struct kam_error *error)
{
    const struct kam_diff *diff = judging->diff;
    const struct side *after = &judging->new;
    struct kam_cause_case the_case = {
        .move = movement->move,
        .tier = movement->tier_from,
        .before = *parts,
        .after = parts_of(diff, after, movement->new_row, movement->tier_to)};
    const struct kam_figure_case figure = {.before = &before->figures,
                                           .after = &after->figures,
                                           .old_row = row,
                                           .new_row = movement->new_row,
                                           .old_cut = parts->cut,
                                           .new_cut = the_case.after.cut,
                                           .steps = judging->steps.items ? &judging->steps : NULL};
    enum kam_status status = kam_figure_cut(&figure, &the_case.cut_by_figure, error);

    if (!status)
        movement->cause = kam_cause_decide(&the_case);
    return status;
}

/* The rules differ: from what they would have made of the customer on, as REPLAY has it. */
static enum kam_status judge_replayed(const struct judging *judging, struct kam_movement *movement,
                                      struct kam_error *error)
{
    const struct kam_diff *diff = judging->diff;
    const struct side *side = &judging->replay;
    struct kam_text id =
        kam_table_cell(&diff->old->table, movement->old_row, diff->old->account_id);
    uint32_t tier, row = kam_row_index_row(&side->snapshot->index, id);

    if (row == KAM_NONE)
        return lacks_customer(judging, movement->old_row, error);
    enum kam_status status = kam_ladder_step(diff->ladder, side->snapshot, row, &tier, error);
    if (status)
        return status;
    struct kam_tier_parts was =
        parts_of(diff, &judging->old, movement->old_row, movement->tier_from);
    struct kam_tier_parts would = parts_of(diff, side, row, tier);
    if (is_beyond(movement->move, tier, movement->tier_from) ||
        (is_beyond(movement->move, computed_of(&would), movement->tier_from) &&
         !is_beyond(movement->move, computed_of(&was), movement->tier_from))) {
        movement->cause = KAM_CAUSE_MODEL;
        return KAM_OK;
    }
    return replay(judging, side, row, &would, movement, error);
}

static enum kam_status judge_step(const struct judging *judging, struct kam_movement *movement,
                                  struct kam_error *error)
{
    if (kam_movement_has(movement, KAM_TRAIT_REGROUPED)) {
        movement->cause = KAM_CAUSE_GROUP;
        return KAM_OK;
    }
    if (judging->has_replay)
        return judge_replayed(judging, movement, error);
    if (judging->other_model) {
        movement->cause = KAM_CAUSE_MODEL;
        return KAM_OK;
    }
    struct kam_tier_parts parts =
        parts_of(judging->diff, &judging->old, movement->old_row, movement->tier_from);
    return replay(judging, &judging->old, movement->old_row, &parts, movement, error);
}

static enum kam_status judge(const struct judging *judging, struct kam_movement *movement,
                             struct kam_error *error)
{
    switch (movement->move) {
    case KAM_MOVE_UP:
    case KAM_MOVE_DOWN:
        return judge_step(judging, movement, error);
    case KAM_MOVE_NEW:
    case KAM_MOVE_WON:
    case KAM_MOVE_RETURNED:
        movement->cause = KAM_CAUSE_ARRIVAL;
        break;
    case KAM_MOVE_LOST:
        movement->cause = movement->new_row == KAM_NONE ? KAM_CAUSE_DEPARTURE : KAM_CAUSE_SILENCE;
        break;
    case KAM_MOVE_MERGED:
    case KAM_MOVE_SPLIT:
    case KAM_MOVE_RENAMED:
        movement->cause = KAM_CAUSE_GROUP;
        break;
    case KAM_MOVE_SAME:
    case KAM_MOVE_SILENT:
        break;
    }
    return KAM_OK;
}

static enum kam_status judge_range(void *context, size_t slot, size_t from, size_t to,
                                   struct kam_error *error)
{
    const struct judging *judging = context;
    enum kam_status status = KAM_OK;

    (void)slot;
    for (size_t i = from; i < to && !status; i++)
        status = judge(judging, &judging->diff->movements[i], error);
    return status;
}

/* ---- all of them ------------------------------------------------------------------------------
 */

static bool have_other_rules(const struct kam_snapshot *a, const struct kam_snapshot *b)
{
    return !kam_text_equal(a->model, b->model) || !kam_text_equal(a->by, b->by);
}

enum kam_status kam_causes_check_replay(const struct kam_snapshot *replay,
                                        const struct kam_snapshot *old,
                                        const struct kam_snapshot *new, struct kam_error *error)
{
    struct kam_place place = {.file = replay->file};
    char own[KAM_MONTH_SIZE], needed[KAM_MONTH_SIZE];

    if (replay->table.count && old->table.count && replay->period != old->period) {
        kam_month_format(replay->period, own);
        kam_month_format(old->period, needed);
        return kam_error_at(error, KAM_DATA, &place,
                            "period %s, but %s is of %s; a replay is that, by the rules of %s", own,
                            old->file, needed, new->file);
    }
    if (replay->table.count && new->table.count && have_other_rules(replay, new))
        return kam_error_at(error, KAM_DATA, &place,
                            "model %s by %s, but %s has %s by %s; a replay is %s by its rules",
                            kam_show(replay->model).s, kam_show(replay->by).s, new->file,
                            kam_show(new->model).s, kam_show(new->by).s, old->file);
    return kam_causes_check(replay, error);
}

enum kam_status kam_causes_find(struct kam_diff *diff, const struct kam_snapshot *replay,
                                unsigned threads, struct kam_error *error)
{
    struct judging judging = {.diff = diff,
                              .has_replay = replay != NULL,
                              .other_model = have_other_rules(diff->old, diff->new)};
    const struct kam_ranges ranges = {
        .work = judge_range, .context = &judging, .count = diff->count, .threads = threads};
    bool old_has_all, new_has_all, replay_has_all = true;

    take_side(&judging.old, diff->old, &old_has_all);
    take_side(&judging.new, diff->new, &new_has_all);
    if (replay)
        take_side(&judging.replay, replay, &replay_has_all);
    diff->has_causes = old_has_all && new_has_all && replay_has_all;
    if (!diff->has_causes)
        return KAM_OK;
    const struct side *before = replay ? &judging.replay : &judging.old;
    enum kam_status status = KAM_OK;
    if (diff->moves[KAM_MOVE_UP])
        status = kam_limit_steps_make(&judging.steps, before->snapshot, diff->ladder, before->cut,
                                      before->figures.limit_up, error);
    if (!status)
        status = kam_ranges_run(&ranges, error);
    kam_limit_steps_free(&judging.steps);
    return status;
}
