#include "diff/historywrite.h"

#include "base/sortkeys.h"
#include "diff/historystrategy.h"
#include "table/columns.h"

#include <stdlib.h>

/* ---- the order of rows ------------------------------------------------------------------------
 */

static int compare_ids(uint32_t a, uint32_t b, void *context)
{
    const struct kam_history *history = context;
    struct kam_decimal x = kam_history_last_figure(history, a);
    struct kam_decimal y = kam_history_last_figure(history, b);
    int order = kam_decimal_compare(y, x);

    return order ? order : kam_text_order(kam_history_id(history, a), kam_history_id(history, b));
}

/* No figure is the least decimal, and comes last. */
bool kam_history_order(const struct kam_courses *courses, uint32_t *order)
{
    const struct kam_history *history = courses->history;
    uint64_t *keys = malloc(((size_t)history->track_count + 1) * sizeof *keys);
    bool ok = keys;

    for (uint32_t i = 0; ok && i < history->track_count; i++) {
        keys[i] = ~kam_sort_key(kam_history_last_figure(history, i));
        order[i] = i;
    }
    /* The comparison only reads what the context points to. */
    ok = ok && kam_sort_by_keys(order, keys, history->track_count) &&
         kam_sort_equal_keys(order, keys, history->track_count, compare_ids,
                             (void *)(uintptr_t)history);
    free(keys);
    return ok;
}

/* ---- cells ------------------------------------------------------------------------------------
 */

/* A cell; a number is put together in SCRATCH. */
struct asked {
    const struct kam_courses *courses;
    uint32_t track;
    char scratch[KAM_DECIMAL_SIZE];
};

static const struct kam_track *track_of(const struct asked *asked)
{
    return &asked->courses->history->tracks[asked->track];
}

static const struct kam_course *course_of(const struct asked *asked)
{
    return &asked->courses->items[asked->track];
}

static struct kam_text number_text(struct asked *asked, struct kam_decimal value, int places)
{
    if (!kam_is_number(value))
        return KAM_TEXT("");
    return (struct kam_text){asked->scratch, kam_decimal_format(value, places, asked->scratch)};
}

static struct kam_text count(struct asked *asked, unsigned value)
{
    return number_text(asked, kam_decimal_of(value), 0);
}

static struct kam_text account_id(struct asked *asked)
{
    return kam_history_id(asked->courses->history, asked->track);
}

static struct kam_text account_name(struct asked *asked)
{
    return kam_history_name(asked->courses->history, asked->track);
}

static bool has_names(const struct kam_courses *courses)
{
    return courses->history->has_names;
}

static struct kam_text tier_in(const struct kam_history *history, size_t period, uint32_t track)
{
    uint32_t number = kam_history_tier(&history->periods[period], track);

    return number == KAM_NONE ? KAM_TEXT("") : history->tiers.texts[number];
}

static struct kam_text periods(struct asked *asked)
{
    return count(asked, track_of(asked)->periods);
}

static struct kam_text ups(struct asked *asked)
{
    return count(asked, track_of(asked)->ups);
}

static struct kam_text downs(struct asked *asked)
{
    return count(asked, track_of(asked)->downs);
}

static struct kam_text tier(struct asked *asked)
{
    const struct kam_history *history = asked->courses->history;

    return tier_in(history, history->period_count - 1, asked->track);
}

static struct kam_text months_in_tier(struct asked *asked)
{
    unsigned months = kam_history_months_in_tier(asked->courses->history, asked->track);

    return months ? count(asked, months) : KAM_TEXT("");
}

static struct kam_text revenue(struct asked *asked)
{
    const struct kam_history *history = asked->courses->history;

    return number_text(asked, kam_history_last_figure(history, asked->track), history->places);
}

static struct kam_text revenue_trend(struct asked *asked)
{
    return number_text(asked, course_of(asked)->figure_trend, asked->courses->history->places);
}

static bool has_scores(const struct kam_courses *courses)
{
    return courses->history->has_scores;
}

static struct kam_text score_trend(struct asked *asked)
{
    enum { SCORE_PLACES = 4 };

    return number_text(asked, course_of(asked)->score_trend, SCORE_PLACES);
}

static struct kam_text outlook(struct asked *asked)
{
    return kam_outlook_word((enum kam_outlook)course_of(asked)->outlook);
}

static struct kam_text end(struct asked *asked)
{
    switch ((enum kam_history_end)track_of(asked)->end) {
    case KAM_HISTORY_LOST:
        return KAM_TEXT("lost");
    case KAM_HISTORY_MERGED:
        return KAM_TEXT("merged");
    case KAM_HISTORY_GOES_ON:
        break;
    }
    return KAM_TEXT("");
}

static bool has_strategies(const struct kam_courses *courses)
{
    return courses->history->last->strategy != KAM_NO_COLUMN ||
           kam_historystrategies_exist(courses->model);
}

/* That of the history, else that of the last snapshot. */
static struct kam_text strategy(struct asked *asked)
{
    const struct kam_snapshot *last = asked->courses->history->last;
    uint32_t chosen = course_of(asked)->strategy;

    if (chosen != KAM_NONE)
        return asked->courses->model->strategies.items[chosen].name;
    if (track_of(asked)->end != KAM_HISTORY_GOES_ON || last->strategy == KAM_NO_COLUMN)
        return KAM_TEXT("");
    return kam_table_cell(&last->table, track_of(asked)->place, last->strategy);
}

/* ---- columns ----------------------------------------------------------------------------------
 */

static const struct column {
    const char *name;
    bool (*present)(const struct kam_courses *courses); /* NULL: always */
    struct kam_text (*cell)(struct asked *asked);
} columns[] = {
    {"account_id", NULL, account_id},
    {"account_name", has_names, account_name},
    /* here those of the tiers */
    {"periods", NULL, periods},
    {"ups", NULL, ups},
    {"downs", NULL, downs},
    {"tier", NULL, tier},
    {"months_in_tier", NULL, months_in_tier},
    {"revenue", NULL, revenue},
    {"revenue_trend", NULL, revenue_trend},
    {"score_trend", has_scores, score_trend},
    {"outlook", NULL, outlook},
    {"end", NULL, end},
    {"strategy", has_strategies, strategy},
};

enum { BEFORE_TIERS = 2, COLUMNS = sizeof columns / sizeof *columns };

/* The columns that are written. */
struct layout {
    const struct column *columns[COLUMNS];
    enum kam_cell_kind kinds[COLUMNS];
    size_t before_tiers, count;
};

static struct layout lay_out(const struct kam_courses *courses)
{
    struct layout layout = {.count = 0};

    for (size_t i = 0; i < COLUMNS; i++) {
        if (columns[i].present && !columns[i].present(courses))
            continue;
        layout.columns[layout.count] = &columns[i];
        layout.kinds[layout.count++] = kam_column_cell_kind(kam_text_of(columns[i].name));
        if (i < BEFORE_TIERS)
            layout.before_tiers = layout.count;
    }
    return layout;
}

static void write_header(const struct layout *layout, const struct kam_history *history,
                         struct kam_writer *writer)
{
    char name[sizeof "tier_" + KAM_MONTH_SIZE] = "tier_";

    for (size_t i = 0; i < layout->before_tiers; i++)
        kam_writer_cell(writer, kam_text_of(layout->columns[i]->name), KAM_CELL_TEXT);
    for (size_t i = 0; i < history->period_count; i++) {
        kam_month_format(history->periods[i].month, name + sizeof "tier_" - 1);
        kam_writer_cell(writer, kam_text_of(name), KAM_CELL_TEXT);
    }
    for (size_t i = layout->before_tiers; i < layout->count; i++)
        kam_writer_cell(writer, kam_text_of(layout->columns[i]->name), KAM_CELL_TEXT);
    kam_writer_end_row(writer);
}

static void write_row(const struct layout *layout, const struct kam_courses *courses,
                      uint32_t track, struct kam_writer *writer)
{
    const struct kam_history *history = courses->history;
    struct asked asked = {.courses = courses, .track = track};

    for (size_t i = 0; i < layout->before_tiers; i++)
        kam_writer_cell(writer, layout->columns[i]->cell(&asked), layout->kinds[i]);
    for (size_t i = 0; i < history->period_count; i++)
        kam_writer_cell(writer, tier_in(history, i, track), KAM_CELL_TEXT);
    for (size_t i = layout->before_tiers; i < layout->count; i++)
        kam_writer_cell(writer, layout->columns[i]->cell(&asked), layout->kinds[i]);
    kam_writer_end_row(writer);
}

/* What is known of the tracks behind the K-th will be needed soon, and lies all over the memory. */
static void expect(const struct kam_courses *courses, const uint32_t *order, uint32_t k)
{
    enum { ROWS_AHEAD = 8, PLACES_AHEAD = 16, TRACKS_AHEAD = 32 };
    const struct kam_history *history = courses->history;
    const struct kam_table *last = &history->last->table;

    if (k + TRACKS_AHEAD >= history->track_count)
        return;
    uint32_t far = order[k + TRACKS_AHEAD];
    __builtin_prefetch(&history->tracks[far]);
    __builtin_prefetch(&courses->items[far]);
    for (size_t i = 0; i < history->period_count; i++)
        __builtin_prefetch(&history->periods[i].tiers[far]);
    const struct kam_track *placed = &history->tracks[order[k + PLACES_AHEAD]];
    if (placed->end == KAM_HISTORY_GOES_ON)
        kam_table_expect_place(last, placed->place);
    const struct kam_track *near = &history->tracks[order[k + ROWS_AHEAD]];
    if (near->end == KAM_HISTORY_GOES_ON)
        kam_table_expect_first(last, near->place);
}

void kam_history_write(const struct kam_courses *courses, const uint32_t *order,
                       struct kam_writer *writer)
{
    const struct kam_history *history = courses->history;
    const struct layout layout = lay_out(courses);

    write_header(&layout, history, writer);
    for (uint32_t k = 0; k < history->track_count; k++) {
        expect(courses, order, k);
        write_row(&layout, courses, order[k], writer);
    }
}
