#include "diff/historycourse.h"

#include "base/ranges.h"
#include "diff/historystrategy.h"
#include "diff/outlook.h"

#include <stdlib.h>

enum { MONEY_PLACES = 4, SCORE_PLACES = 4, COLUMN_PLACES = 6 };

/* What a thread needs for itself. */
struct slot {
    struct kam_point *points; /* as many as periods, like the decimals; */
    struct kam_decimal *decimals;
    struct kam_trend_step *steps; /* ... as many as lie between these */
    struct kam_historyslot strategies;
};

struct finding {
    struct kam_courses *courses;
    struct kam_historystrategies strategies;
    size_t month; /* columns of the last snapshot: that of its own period, KAM_NO_COLUMN: none */
    struct slot slots[KAM_RANGES_SLOTS];
};

int kam_courses_places(const struct kam_history *history)
{
    return history->options.measure == KAM_MEASURE_COLUMN ? COLUMN_PLACES : MONEY_PLACES;
}

/* ---- one customer ----------------------------------------------------------------------------
 */

/* *ROUNDED: the slope. */
static enum kam_status find_trend(const struct finding *finding, uint32_t track, struct slot *slot,
                                  size_t count, int places, struct kam_fraction *slope,
                                  struct kam_decimal *rounded, struct kam_error *error)
{
    *rounded = KAM_NO_NUMBER;
    if (count < 2)
        return KAM_OK;
    if (kam_trend_slope(slot->points, count, slot->steps, slope) &&
        kam_fraction_round(*slope, places, rounded) == KAM_NUMBER_OK)
        return KAM_OK;
    return kam_error_set(error, KAM_DATA, "account_id %s: its trend is too large a number",
                         kam_show(kam_history_id(finding->courses->history, track)).s);
}

/* Whether it has left, or brought nothing in its last month, or lost-after says so. */
static enum kam_status is_leaving(const struct finding *finding, uint32_t track, bool *leaving,
                                  struct kam_error *error)
{
    const struct kam_history *history = finding->courses->history;
    const struct kam_snapshot *last = history->last;
    unsigned lost_after = finding->courses->model->tiers.patience.lost_after;
    uint32_t row = history->tracks[track].place;
    struct kam_decimal number;
    bool empty;
    enum kam_status status = KAM_OK;

    *leaving = history->tracks[track].end == KAM_HISTORY_LOST;
    if (history->tracks[track].end != KAM_HISTORY_GOES_ON)
        return KAM_OK;
    if (finding->month != KAM_NO_COLUMN) {
        status = kam_table_number(&last->table, row, finding->month, &number, &empty, error);
        *leaving = !status && kam_decimal_sign(number) <= 0;
    }
    if (status || *leaving || !lost_after || last->idle == KAM_NO_COLUMN)
        return status;
    status = kam_table_number(&last->table, row, last->idle, &number, &empty, error);
    *leaving = !status && kam_decimal_compare(number, kam_decimal_of(lost_after)) >= 0;
    return status;
}

static size_t take_points(const struct kam_history *history, uint32_t track, bool scores,
                          struct slot *slot)
{
    size_t count = 0;

    for (size_t i = 0; i < history->period_count; i++) {
        const struct kam_history_period *period = &history->periods[i];
        struct kam_decimal figure =
            kam_figurelist_at(scores ? &period->scores : &period->figures, track);
        if (kam_is_number(figure))
            slot->points[count++] = (struct kam_point){period->month, figure};
    }
    return count;
}

static enum kam_status find_course(const struct finding *finding, struct slot *slot, uint32_t track,
                                   struct kam_error *error)
{
    const struct kam_history *history = finding->courses->history;
    struct kam_course *course = &finding->courses->items[track];
    struct kam_fraction slope = {{0}, {1}};
    bool leaving = false;
    size_t count = take_points(history, track, true, slot);
    enum kam_status status =
        find_trend(finding, track, slot, count, SCORE_PLACES, &slope, &course->score_trend, error);

    if (status)
        return status;
    count = take_points(history, track, false, slot);
    status = find_trend(finding, track, slot, count, kam_courses_places(history), &slope,
                        &course->figure_trend, error);
    if (!status)
        status = is_leaving(finding, track, &leaving, error);
    if (status)
        return status;
    course->outlook = KAM_OUTLOOK_NONE;
    course->strategy = KAM_NONE;
    if (leaving)
        course->outlook = KAM_OUTLOOK_LEAVING;
    else if (history->tracks[track].end == KAM_HISTORY_GOES_ON)
        course->outlook = (uint8_t)kam_outlook_of(slot->points, count, slope, slot->decimals);
    if (history->tracks[track].end != KAM_HISTORY_GOES_ON)
        return KAM_OK;
    return kam_historystrategies_choose(&finding->strategies, track, &slot->strategies,
                                        &course->strategy, error);
}

/* ---- all of them ------------------------------------------------------------------------------
 */

static enum kam_status find_range(void *context, size_t slot, size_t from, size_t to,
                                  struct kam_error *error)
{
    struct finding *finding = context;
    enum kam_status status = KAM_OK;

    for (size_t track = from; track < to && !status; track++)
        status = find_course(finding, &finding->slots[slot], (uint32_t)track, error);
    return status;
}

static bool make_slot(const struct finding *finding, struct slot *slot)
{
    size_t count = finding->courses->history->period_count;

    slot->points = calloc(count + 1, sizeof *slot->points);
    slot->decimals = calloc(count + 1, sizeof *slot->decimals);
    slot->steps = calloc(kam_trend_steps(count) + 1, sizeof *slot->steps);
    slot->strategies.memory =
        calloc(finding->strategies.width + 1, sizeof *slot->strategies.memory);
    return slot->points && slot->decimals && slot->steps && slot->strategies.memory;
}

static void free_slot(struct slot *slot)
{
    free(slot->points);
    free(slot->decimals);
    free(slot->steps);
    free(slot->strategies.memory);
}

static enum kam_status find_all(struct finding *finding, struct kam_error *error)
{
    const struct kam_history *history = finding->courses->history;
    const struct kam_ranges ranges = {.work = find_range,
                                      .context = finding,
                                      .count = history->track_count,
                                      .threads = history->options.threads};
    size_t slots = kam_ranges_slots(&ranges);
    bool ok = true;

    for (size_t i = 0; i < slots && ok; i++)
        ok = make_slot(finding, &finding->slots[i]);
    enum kam_status status = ok ? kam_ranges_run(&ranges, error) : kam_error_nomem(error);
    for (size_t i = 0; i < slots; i++)
        free_slot(&finding->slots[i]);
    return status;
}

enum kam_status kam_courses_find(struct kam_courses *courses, const struct kam_history *history,
                                 const struct kam_model *model, struct kam_error *error)
{
    const struct kam_window *window = &history->last->window;
    struct finding *finding = calloc(1, sizeof *finding);
    enum kam_status status;

    *courses = (struct kam_courses){
        .history = history,
        .model = model,
        .items = kam_pages_alloc((history->track_count + 1) * sizeof *courses->items)};
    if (!finding || !courses->items) {
        free(finding);
        return kam_error_nomem(error);
    }
    finding->courses = courses;
    finding->month = window->count ? window->first_column + window->count - 1 : KAM_NO_COLUMN;
    status = kam_historystrategies_make(&finding->strategies, courses, error);
    if (!status)
        status = find_all(finding, error);
    for (uint32_t i = 0; i < history->track_count && !status; i++)
        courses->outlooks[courses->items[i].outlook]++;
    kam_historystrategies_free(&finding->strategies);
    free(finding);
    return status;
}

void kam_courses_free(struct kam_courses *courses)
{
    free(courses->items);
    *courses = (struct kam_courses){.history = NULL};
}
