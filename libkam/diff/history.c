#include "diff/history.h"

#include "diff/comparable.h"
#include "diff/historylink.h"
#include "diff/measure.h"

#include <stdlib.h>

enum { MONEY_PLACES = 2 };

/* A snapshot that is being added, beside the one before it. */
struct adding {
    struct kam_history *history;
    const struct kam_snapshot *old, *new; /* OLD: NULL for the first */
    struct kam_history_period *period, *before;
    struct kam_historylinks links;
    uint32_t *rows; /* of NEW: their tracks */
};

/* ---- whose history goes on --------------------------------------------------------------------
 */

static bool end_track(struct kam_history *history, const struct kam_snapshot *old, uint32_t row,
                      enum kam_history_end end)
{
    uint32_t known = history->gone_ids.count, number = history->gone_count, id;
    struct kam_track *track = &history->tracks[history->rows[row]];
    struct kam_text name = KAM_TEXT("");

    if (old->account_name != KAM_NO_COLUMN)
        name = kam_table_cell(&old->table, row, old->account_name);
    if (!kam_map_intern(&history->gone_ids, kam_table_cell(&old->table, row, old->account_id),
                        &id) ||
        !kam_arena_copy(&history->gone_ids.arena, name, &name) ||
        !kam_array_reserve(&history->gone, &history->gone_capacity, (size_t)number + 1,
                           sizeof *history->gone) ||
        (id == known && !kam_array_reserve(&history->gone_latest, &history->gone_latest_capacity,
                                           (size_t)id + 1, sizeof *history->gone_latest)))
        return false;
    history->gone[history->gone_count++] =
        (struct kam_history_gone){history->gone_ids.texts[id], name, history->rows[row]};
    history->gone_latest[id] = number;
    track->place = number;
    track->end = (uint8_t)end;
    return true;
}

/* Those whose rows of the old snapshot nothing goes on from. */
static bool end_tracks(struct adding *adding)
{
    bool ok = true;

    for (uint32_t row = 0; adding->old && ok && row < adding->old->table.count; row++) {
        if (adding->history->rows[row] == KAM_NONE)
            continue;
        switch (kam_historylinks_ending(&adding->links, row)) {
        case KAM_ENDING_NONE:
            break;
        case KAM_ENDING_LOST:
            ok = end_track(adding->history, adding->old, row, KAM_HISTORY_LOST);
            break;
        case KAM_ENDING_MERGED:
            ok = end_track(adding->history, adding->old, row, KAM_HISTORY_MERGED);
            break;
        }
    }
    return ok;
}

/* The track of who was gone and had the id of ROW, or a new one. */
static bool find_track(struct adding *adding, uint32_t row, uint32_t *number)
{
    struct kam_history *history = adding->history;
    uint32_t id = KAM_NONE;

    if (history->gone_count)
        id = kam_map_find(&history->gone_ids,
                          kam_table_cell(&adding->new->table, row, adding->new->account_id));
    if (id != KAM_NONE) {
        *number = history->gone[history->gone_latest[id]].track;
        if (history->tracks[*number].end != KAM_HISTORY_GOES_ON)
            return true;
    }
    if (!kam_array_reserve(&history->tracks, &history->tracks_capacity,
                           (size_t)history->track_count + 1, sizeof *history->tracks))
        return false;
    *number = history->track_count++;
    history->tracks[*number] = (struct kam_track){.since = adding->period->month};
    return true;
}

static bool find_tracks(struct adding *adding)
{
    struct kam_history *history = adding->history;

    for (uint32_t row = 0; row < adding->new->table.count; row++) {
        uint32_t before = KAM_NONE, number;
        adding->rows[row] = KAM_NONE;
        if (kam_snapshot_is_prospect(adding->new, row))
            continue;
        if (adding->old)
            before = kam_historylinks_before(&adding->links, row);
        if (before != KAM_NONE)
            number = history->rows[before];
        else if (!find_track(adding, row, &number))
            return false;
        struct kam_track *track = &history->tracks[number];
        adding->rows[row] = number;
        track->place = row;
        track->end = KAM_HISTORY_GOES_ON;
        track->periods++;
    }
    return true;
}

/* ---- what is known of them --------------------------------------------------------------------
 */

/* The number of a tier; rows in a row are mostly in the same. */
static bool find_tier(struct kam_history *history, struct kam_text name, uint32_t *tier)
{
    return (*tier < history->tiers.count && kam_text_equal(history->tiers.texts[*tier], name)) ||
           kam_map_intern(&history->tiers, name, tier);
}

/* An empty figure of money is 0, of anything else unknown. */
static enum kam_status take_figure(struct adding *adding, uint32_t row, struct kam_error *error)
{
    const struct kam_history *history = adding->history;
    struct kam_decimal figure;
    bool empty;
    enum kam_status status =
        kam_table_number(&adding->new->table, row, history->figure, &figure, &empty, error);

    if (status || (empty && history->options.measure == KAM_MEASURE_COLUMN))
        return status;
    return kam_figurelist_set(&adding->period->figures, adding->rows[row], figure)
               ? KAM_OK
               : kam_error_nomem(error);
}

static enum kam_status take_score(struct adding *adding, uint32_t row, struct kam_error *error)
{
    struct kam_decimal score;
    bool empty;
    enum kam_status status =
        kam_table_number(&adding->new->table, row, adding->new->score, &score, &empty, error);

    if (status || empty)
        return status;
    return kam_figurelist_set(&adding->period->scores, adding->rows[row], score)
               ? KAM_OK
               : kam_error_nomem(error);
}

static enum kam_status take_rows(struct adding *adding, struct kam_error *error)
{
    const struct kam_snapshot *new = adding->new;
    bool has_score = new->score != KAM_NO_COLUMN;
    enum kam_status status = KAM_OK;
    uint32_t tier = KAM_NONE;

    for (uint32_t row = 0; row < new->table.count && !status; row++) {
        if (adding->rows[row] == KAM_NONE)
            continue;
        if (!find_tier(adding->history, kam_table_cell(&new->table, row, new->tier), &tier))
            return kam_error_nomem(error);
        adding->period->tiers[adding->rows[row]] = tier;
        status = take_figure(adding, row, error);
        if (!status && has_score)
            status = take_score(adding, row, error);
    }
    return status;
}

static enum kam_status take_period(struct adding *adding, struct kam_error *error)
{
    struct kam_history_period *period = adding->period;
    size_t count = adding->history->track_count;

    period->count = count;
    period->tiers = kam_pages_alloc((count + 1) * sizeof *period->tiers);
    if (!period->tiers || !kam_figurelist_init(&period->figures, count) ||
        (adding->new->score != KAM_NO_COLUMN && !kam_figurelist_init(&period->scores, count)))
        return kam_error_nomem(error);
    for (size_t i = 0; i < count; i++)
        period->tiers[i] = KAM_NONE;
    return take_rows(adding, error);
}

/* ---- moves ------------------------------------------------------------------------------------
 */

/* Count the move of TRACK, which is in another tier than it was. */
static enum kam_status count_move(const struct adding *adding, const struct kam_ladder *ladder,
                                  uint32_t track, struct kam_error *error)
{
    struct kam_track *moved = &adding->history->tracks[track];
    const struct kam_text *names = adding->history->tiers.texts;
    uint32_t from = kam_map_find(&ladder->tiers, names[adding->before->tiers[track]]), to;
    enum kam_status status = kam_ladder_step(ladder, adding->new, moved->place, &to, error);

    if (!status && from == KAM_NONE)
        status =
            kam_error_set(error, KAM_DATA,
                          "%s: no cut reaches tier %s, so its place among "
                          "the tiers isn't known; give the model with --model, which has it",
                          adding->before->file, kam_show(names[adding->before->tiers[track]]).s);
    if (status)
        return status;
    if (to < from)
        moved->ups++;
    else
        moved->downs++;
    return KAM_OK;
}

static enum kam_status count_moves(const struct adding *adding, const struct kam_ladder *ladder,
                                   struct kam_error *error)
{
    struct kam_track *tracks = adding->history->tracks;
    enum kam_status status = KAM_OK;

    for (uint32_t i = 0; i < adding->period->count && !status; i++) {
        uint32_t from = adding->before ? kam_history_tier(adding->before, i) : KAM_NONE;
        uint32_t to = adding->period->tiers[i];
        if (to == KAM_NONE || to == from)
            continue;
        tracks[i].since = adding->period->month;
        if (from != KAM_NONE)
            status = count_move(adding, ladder, i, error);
    }
    return status;
}

static enum kam_status find_moves(const struct adding *adding, struct kam_error *error)
{
    const struct kam_text_list *names = adding->history->options.tiers;
    struct kam_ladder ladder = {0};
    enum kam_status status = KAM_OK;

    if (names->count)
        status = kam_ladder_of_model(&ladder, names->items, names->count, error);
    else if (adding->old)
        status = kam_ladder_of_snapshots(&ladder, adding->old, adding->new, error);
    if (!status)
        status = count_moves(adding, &ladder, error);
    kam_ladder_free(&ladder);
    return status;
}

/* ---- a period ---------------------------------------------------------------------------------
 */

static enum kam_status find_columns(struct kam_history *history, const struct kam_snapshot *new,
                                    struct kam_error *error)
{
    const struct kam_history_options *options = &history->options;
    enum kam_status status =
        kam_measure_find(new, options->measure, options->column, &history->figure, error);

    if (status)
        return status;
    history->has_names = history->has_names || new->account_name != KAM_NO_COLUMN;
    history->has_scores = history->has_scores || new->score != KAM_NO_COLUMN;
    if (options->measure != KAM_MEASURE_COLUMN)
        history->places = MONEY_PLACES;
    else
        history->places = kam_measure_places(
            new, history->figure, history->period_count ? history->places : KAM_DECIMAL_PLACES);
    return KAM_OK;
}

static enum kam_status begin_period(struct adding *adding, int month, struct kam_error *error)
{
    struct kam_history *history = adding->history;

    if (!kam_array_reserve(&history->periods, &history->periods_capacity, history->period_count + 1,
                           sizeof *history->periods))
        return kam_error_nomem(error);
    adding->period = &history->periods[history->period_count];
    adding->before = history->period_count ? adding->period - 1 : NULL;
    *adding->period = (struct kam_history_period){.month = month, .file = adding->new->file};
    history->period_count++;
    adding->rows = malloc((adding->new->table.count + 1) * sizeof *adding->rows);
    return adding->rows ? KAM_OK : kam_error_nomem(error);
}

static enum kam_status add(struct adding *adding, int month, struct kam_error *error)
{
    struct kam_history *history = adding->history;
    enum kam_status status = KAM_OK;

    if (adding->old)
        status = kam_comparable_check(adding->old, adding->new, history->options.allowed, error);
    if (!status)
        status = find_columns(history, adding->new, error);
    if (!status && adding->old)
        status = kam_historylinks_find(&adding->links, adding->old, adding->new,
                                       history->options.threads, error);
    if (!status)
        status = begin_period(adding, month, error);
    if (!status && (!end_tracks(adding) || !find_tracks(adding)))
        status = kam_error_nomem(error);
    if (!status)
        status = take_period(adding, error);
    return status ? status : find_moves(adding, error);
}

enum kam_status kam_history_add(struct kam_history *history, const struct kam_snapshot *snapshot,
                                int month, struct kam_error *error)
{
    struct adding adding = {.history = history, .old = history->last, .new = snapshot};
    enum kam_status status = add(&adding, month, error);

    kam_historylinks_free(&adding.links);
    if (status) {
        free(adding.rows);
        return status;
    }
    free(history->rows);
    history->rows = adding.rows;
    history->last = snapshot;
    return KAM_OK;
}

void kam_history_free(struct kam_history *history)
{
    for (size_t i = 0; i < history->period_count; i++) {
        free(history->periods[i].tiers);
        kam_figurelist_free(&history->periods[i].figures);
        kam_figurelist_free(&history->periods[i].scores);
    }
    free(history->periods);
    free(history->tracks);
    free(history->rows);
    free(history->gone);
    free(history->gone_latest);
    kam_map_free(&history->gone_ids);
    kam_map_free(&history->tiers);
    *history = (struct kam_history){0};
}

/* ---- what is asked for ------------------------------------------------------------------------
 */

struct kam_text kam_history_id(const struct kam_history *history, uint32_t track)
{
    const struct kam_track *asked = &history->tracks[track];

    if (asked->end != KAM_HISTORY_GOES_ON)
        return history->gone[asked->place].id;
    return kam_table_cell(&history->last->table, asked->place, history->last->account_id);
}

struct kam_text kam_history_name(const struct kam_history *history, uint32_t track)
{
    const struct kam_track *asked = &history->tracks[track];
    const struct kam_snapshot *last = history->last;

    if (asked->end != KAM_HISTORY_GOES_ON)
        return history->gone[asked->place].name;
    return last->account_name == KAM_NO_COLUMN
               ? KAM_TEXT("")
               : kam_table_cell(&last->table, asked->place, last->account_name);
}

struct kam_decimal kam_history_last_figure(const struct kam_history *history, uint32_t track)
{
    for (size_t i = history->period_count; i-- > 0;) {
        struct kam_decimal figure = kam_figurelist_at(&history->periods[i].figures, track);
        if (kam_is_number(figure))
            return figure;
    }
    return KAM_NO_NUMBER;
}
