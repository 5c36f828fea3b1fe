#include "diff/storymonths.h"

#include "account/settext.h"
#include "diff/commonmonths.h"
#include "explain/story.h"
#include "explain/storyfew.h"
#include "language/speechdelta.h"
#include "table/columns.h"

static const struct kam_text revenue_column = {"revenue", 7};

/* The revenue of MONTH; 0 where there is none. */
static struct kam_decimal revenue_of(const struct kam_story_side *side, int month)
{
    const struct kam_window *window = &side->snapshot->window;
    struct kam_decimal revenue = KAM_DECIMAL_ZERO;
    size_t column = window->first_column + (size_t)(month - window->first_month);

    if (month < window->first_month || month > kam_window_last(window) ||
        kam_decimal_parse(kam_table_cell(&side->snapshot->table, side->row, column), &revenue) !=
            KAM_NUMBER_OK)
        return KAM_DECIMAL_ZERO;
    return revenue;
}

static struct kam_text amount_of(const struct kam_sides *sides, struct kam_decimal revenue)
{
    return kam_speech_figure(&sides->story->speech, revenue_column, revenue);
}

/* ---- months of one window only ----------------------------------------------------------------
 */

/* What is said of one month, and of several. */
struct run_words {
    enum kam_sentence one, several;
};

/* The months FROM to before TO, which only SIDE has. */
static void tell_run(const struct kam_sides *sides, const struct kam_story_side *side, int from,
                     int to, const struct run_words *words)
{
    struct kam_story *story = sides->story;
    struct kam_decimal sum = KAM_DECIMAL_ZERO, most = KAM_DECIMAL_ZERO;
    int best = from;

    for (int month = from; month < to; month++) {
        struct kam_decimal revenue = revenue_of(side, month);
        if (!kam_decimal_add(&sum, revenue))
            return;
        if (month == from || kam_decimal_compare(revenue, most) > 0) {
            most = revenue;
            best = month;
        }
    }
    if (from < to)
        kam_story_say(story, to - from == 1 ? words->one : words->several,
                      KAM_WORDS({"count", kam_speech_count(&story->speech, (size_t)(to - from))},
                                {"first", kam_speech_month(&story->speech, from)},
                                {"last", kam_speech_month(&story->speech, to - 1)},
                                {"month", kam_speech_month(&story->speech, best)},
                                {"revenue", amount_of(sides, sum)},
                                {"most", amount_of(sides, most)}));
}

/* The months of SIDE that OTHER, the window of the other snapshot, hasn't: before it and behind. */
static void tell_outside(const struct kam_sides *sides, const struct kam_story_side *side,
                         const struct kam_window *other, const struct run_words *words)
{
    const struct kam_window *window = &side->snapshot->window;
    int first = window->first_month, end = first + (int)window->count;
    int other_end = other->first_month + (int)other->count;
    int before = end < other->first_month ? end : other->first_month;
    int behind = first > other_end ? first : other_end;

    tell_run(sides, side, first, before, words);
    tell_run(sides, side, behind, end, words);
}

/* ---- months of both windows -------------------------------------------------------------------
 */

enum { MOST_MONTHS = 3 }; /* that are told one by one */

/* The months of both windows whose revenue changed, the largest changes apart. */
struct changed {
    struct changed_month {
        int month;
        struct kam_decimal delta, size;
    } months[MOST_MONTHS];
    size_t count; /* of all */
    struct kam_decimal rest;
};

/* What has no place among the first goes into the rest. False where that is too large. */
static bool keep(struct changed *changed, struct changed_month month)
{
    for (size_t i = 0; i < changed->count && i < MOST_MONTHS; i++)
        if (kam_decimal_compare(month.size, changed->months[i].size) > 0) {
            struct changed_month smaller = changed->months[i];
            changed->months[i] = month;
            month = smaller;
        }
    if (changed->count >= MOST_MONTHS) {
        changed->count++;
        return kam_decimal_add(&changed->rest, month.delta);
    }
    changed->months[changed->count++] = month;
    return true;
}

static bool find_changed(const struct kam_sides *sides, const struct kam_commonmonths *common,
                         struct changed *changed)
{
    for (int month = common->first; month < common->first + (int)common->count; month++) {
        struct changed_month found = {month, revenue_of(&sides->new, month), KAM_DECIMAL_ZERO};
        if (!kam_decimal_subtract(&found.delta, revenue_of(&sides->old, month)))
            return false;
        found.size =
            kam_decimal_sign(found.delta) < 0 ? kam_decimal_negate(found.delta) : found.delta;
        if (kam_decimal_sign(found.delta) && !keep(changed, found))
            return false;
    }
    return true;
}

static void tell_common(const struct kam_sides *sides)
{
    struct kam_commonmonths common =
        kam_commonmonths_of(&sides->old.snapshot->window, &sides->new.snapshot->window);
    struct changed changed = {.count = 0};
    struct kam_story *story = sides->story;

    if (common.count == 0 || !find_changed(sides, &common, &changed))
        return;
    if (changed.count == 0)
        kam_story_say(story, KAM_SAY_MONTHS_SAME,
                      KAM_WORDS({"count", kam_speech_count(&story->speech, common.count)}));
    for (size_t i = 0; i < changed.count && i < MOST_MONTHS; i++) {
        int month = changed.months[i].month;
        kam_story_say(story, KAM_SAY_MONTH_CHANGED,
                      KAM_WORDS({"month", kam_speech_month(&story->speech, month)},
                                {"from", amount_of(sides, revenue_of(&sides->old, month))},
                                {"to", amount_of(sides, revenue_of(&sides->new, month))},
                                {"delta", kam_speech_delta(&story->speech, revenue_column,
                                                           changed.months[i].delta)}));
    }
    if (changed.count > MOST_MONTHS)
        kam_story_say(
            story, KAM_SAY_MONTHS_MORE,
            KAM_WORDS({"count", kam_speech_count(&story->speech, changed.count - MOST_MONTHS)},
                      {"delta", kam_speech_delta(&story->speech, revenue_column, changed.rest)}));
}

/* ---- silence ----------------------------------------------------------------------------------
 */

/* The last month of SIDE with revenue; KAM_MONTH_NONE: none has. */
static int last_with_revenue(const struct kam_story_side *side)
{
    const struct kam_window *window = &side->snapshot->window;
    int month = kam_window_last(window);

    while (month != KAM_MONTH_NONE && month >= window->first_month &&
           !kam_decimal_sign(revenue_of(side, month)))
        month--;
    return month >= window->first_month ? month : (int)KAM_MONTH_NONE;
}

/* Silence that began, or ended, between the snapshots. */
static void tell_silence(const struct kam_sides *sides)
{
    int before = last_with_revenue(&sides->old), after = last_with_revenue(&sides->new);
    int then = kam_window_last(&sides->old.snapshot->window);
    int now = kam_window_last(&sides->new.snapshot->window);
    struct kam_story *story = sides->story;

    if (after != now && before != KAM_MONTH_NONE) {
        int last = after == KAM_MONTH_NONE ? before : after;
        kam_story_say(story, KAM_SAY_LAST_REVENUE,
                      KAM_WORDS({"month", kam_speech_month(&story->speech, last)}));
    }
    if (after != now || before == then || now <= then)
        return;
    int month = then + 1;
    while (!kam_decimal_sign(revenue_of(&sides->new, month)))
        month++;
    kam_story_say(story, KAM_SAY_FIRST_REVENUE,
                  KAM_WORDS({"month", kam_speech_month(&story->speech, month)}));
}

/* ---- services ---------------------------------------------------------------------------------
 */

static bool has(struct kam_text set, struct kam_text wanted, struct kam_story *story)
{
    struct kam_buffer scratch = {NULL, 0, 0};
    struct kam_text item;
    bool nomem = false, found = false;

    while (!found && kam_settext_next(&set, &item, &scratch, &nomem))
        found = kam_text_equal(item, wanted);
    story->speech.failed = story->speech.failed || nomem;
    kam_buffer_free(&scratch);
    return found;
}

/* The services of SIDE that OTHER hasn't. */
static void tell_services(const struct kam_sides *sides, const struct kam_story_side *side,
                          const struct kam_story_side *other, enum kam_sentence sentence)
{
    struct kam_text set = kam_side_cell(side, "services"), item;
    struct kam_buffer scratch = {NULL, 0, 0};
    struct kam_story_few few = {.count = 0};
    bool nomem = false;

    while (kam_settext_next(&set, &item, &scratch, &nomem))
        if (!has(kam_side_cell(other, "services"), item, sides->story))
            kam_story_few_add(sides->story, &few, item);
    sides->story->speech.failed = sides->story->speech.failed || nomem;
    kam_buffer_free(&scratch);
    if (few.count)
        kam_story_say(sides->story, sentence,
                      KAM_WORDS({"list", kam_story_few_text(sides->story, &few)}));
}

void kam_storymonths_tell(const struct kam_sides *sides)
{
    static const struct run_words left = {KAM_SAY_MONTH_LEFT, KAM_SAY_MONTHS_LEFT};
    static const struct run_words came = {KAM_SAY_MONTH_CAME, KAM_SAY_MONTHS_CAME};
    const struct kam_window *old = &sides->old.snapshot->window;
    const struct kam_window *new = &sides->new.snapshot->window;
    bool months_alone =
        sides->diff->old_figure != sides->old.snapshot->revenue &&
        kam_column_month(sides->old.snapshot->table.names[sides->diff->old_figure]) !=
            KAM_MONTH_NONE;

    if (old->count && new->count && !months_alone) {
        tell_outside(sides, &sides->old, new, &left);
        tell_outside(sides, &sides->new, old, &came);
        tell_common(sides);
        tell_silence(sides);
    }
    tell_services(sides, &sides->old, &sides->new, KAM_SAY_SERVICES_GONE);
    tell_services(sides, &sides->new, &sides->old, KAM_SAY_SERVICES_NEW);
}
