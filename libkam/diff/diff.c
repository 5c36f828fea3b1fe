#include "diff/diff.h"
#include "diff/cause.h"
#include "diff/match.h"
#include "diff/measure.h"

#include <stdlib.h>

const char *kam_move_name(enum kam_move move)
{
    static const char *const names[KAM_MOVES] = {
        [KAM_MOVE_UP] = "up",
        [KAM_MOVE_DOWN] = "down",
        [KAM_MOVE_NEW] = "new",
        [KAM_MOVE_WON] = "won",
        [KAM_MOVE_RETURNED] = "returned",
        [KAM_MOVE_LOST] = "lost",
        [KAM_MOVE_MERGED] = "merged",
        [KAM_MOVE_SPLIT] = "split",
        [KAM_MOVE_RENAMED] = "renamed",
        [KAM_MOVE_SAME] = "same",
        [KAM_MOVE_SILENT] = "silent",
    };

    return names[move];
}

bool kam_move_parse(struct kam_text name, enum kam_move *move)
{
    for (int i = 0; i < KAM_MOVES; i++)
        if (kam_text_equal(name, kam_text_of(kam_move_name((enum kam_move)i)))) {
            *move = (enum kam_move)i;
            return true;
        }
    return false;
}

const char *kam_lost_name(unsigned traits)
{
    bool old = traits & KAM_TRAIT_LOST_OLD, new = traits &KAM_TRAIT_LOST_NEW;

    return old && new ? "both" : old ? "old" : new ? "new" : "";
}

bool kam_lost_parse(struct kam_text name, unsigned *traits)
{
    static const unsigned all[] = {0, KAM_TRAIT_LOST_OLD, KAM_TRAIT_LOST_NEW, KAM_TRAITS_LOST};

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (kam_text_equal(name, kam_text_of(kam_lost_name(all[i])))) {
            *traits = all[i];
            return true;
        }
    return false;
}

static struct kam_text id_of(const struct kam_snapshot *snapshot, uint32_t row)
{
    return kam_table_cell(&snapshot->table, row, snapshot->account_id);
}

struct kam_text kam_diff_account(const struct kam_diff *diff, const struct kam_movement *movement)
{
    if (movement->new_row != KAM_NONE)
        return id_of(diff->new, movement->new_row);
    return id_of(diff->old, movement->old_row);
}

struct kam_text kam_diff_whole(const struct kam_diff *diff, const struct kam_movement *movement)
{
    if (movement->move == KAM_MOVE_MERGED)
        return id_of(diff->new, movement->whole);
    if (movement->move == KAM_MOVE_SPLIT)
        return id_of(diff->old, movement->whole);
    return (struct kam_text){NULL, 0};
}

struct kam_text kam_diff_old_account(const struct kam_diff *diff,
                                     const struct kam_movement *movement)
{
    if (movement->old_row == KAM_NONE || movement->new_row == KAM_NONE)
        return (struct kam_text){NULL, 0};
    struct kam_text id = id_of(diff->old, movement->old_row);
    return kam_text_equal(id, id_of(diff->new, movement->new_row)) ? KAM_TEXT("") : id;
}

/* Money has two places at least; any other column as many as its cells always have. */
static int places_of(const struct kam_diff *diff, enum kam_measure measure)
{
    enum { MONEY_PLACES = 2 };

    switch (measure) {
    case KAM_MEASURE_WINDOW:
    case KAM_MEASURE_MONTH:
        return MONEY_PLACES;
    case KAM_MEASURE_COLUMN:
        break;
    }
    int places = kam_measure_places(diff->old, diff->old_figure, KAM_DECIMAL_PLACES);
    places = kam_measure_places(diff->new, diff->new_figure, places);
    return places == KAM_DECIMAL_PLACES ? MONEY_PLACES : places;
}

/* Find who is one customer, by the key. */
static enum kam_status find_kinship(struct kam_diff *diff, const struct kam_diff_options *options,
                                    struct kam_error *error)
{
    struct kam_row_index by_key[2] = {{.table = NULL}, {.table = NULL}};
    struct kam_kinship_keys keys = {&diff->new->index, diff->old->account_id};
    const struct kam_snapshot *sides[] = {diff->old, diff->new};
    enum kam_status status = KAM_OK;

    for (size_t side = 0; side < 2 && options->key.len && !status; side++) {
        size_t column;
        status = kam_table_require(&sides[side]->table, options->key, &column, error);
        if (!status)
            status = kam_row_index_make(&by_key[side], &sides[side]->table, column, error);
        if (side == 0)
            keys.old_column = column;
        else
            keys.new_index = &by_key[side];
    }
    if (!status)
        status = kam_kinship_find(&diff->kinship, diff->old_roster, diff->new_roster, &keys,
                                  options->threads, error);
    kam_row_index_free(&by_key[0]);
    kam_row_index_free(&by_key[1]);
    return status;
}

enum kam_status kam_diff_compute(struct kam_diff *diff, const struct kam_roster *old,
                                 const struct kam_roster *new, const struct kam_ladder *ladder,
                                 const struct kam_diff_options *options, struct kam_error *error)
{
    *diff = (struct kam_diff){.old = old->snapshot,
                              .new = new->snapshot,
                              .ladder = ladder,
                              .old_roster = old,
                              .new_roster = new,
                              .has_silent = options->lost_after > 0,
                              .has_returned = options->seen || options->lost_after,
                              .has_accounts =
                                  old->source != KAM_ROSTER_NONE || new->source != KAM_ROSTER_NONE};
    enum kam_status status =
        kam_measure_find(diff->old, options->measure, options->column, &diff->old_figure, error);
    if (!status)
        status = kam_measure_find(diff->new, options->measure, options->column, &diff->new_figure,
                                  error);
    if (!status)
        status = kam_drivers_init(&diff->drivers, &diff->old->table, &diff->new->table, error);
    if (!status)
        status = find_kinship(diff, options, error);
    if (status)
        return status;
    diff->places = places_of(diff, options->measure);
    status = kam_match(diff, options, error);
    if (!status)
        status = kam_causes_find(diff, options->replay, options->threads, error);
    return status;
}

void kam_diff_free(struct kam_diff *diff)
{
    kam_drivers_free(&diff->drivers);
    kam_kinship_free(&diff->kinship);
    free(diff->movements);
    free(diff->transfers);
    memset(diff, 0, sizeof *diff);
}

enum kam_status kam_diff_too_large(struct kam_error *error)
{
    return kam_error_set(error, KAM_DATA, "the sum of revenues is too large a number");
}
