#include "diff/storycause.h"

#include "diff/rulechange.h"

static bool is_up(const struct kam_sides *sides)
{
    return sides->movement->move == KAM_MOVE_UP;
}

/* The figure that was ranked, in the new snapshot, or a limit of one of them, in words. */
static struct kam_text figure_of(const struct kam_sides *sides, struct kam_decimal figure)
{
    return kam_speech_figure(&sides->story->speech, sides->new.snapshot->by, figure);
}

/* The figure that was ranked, if both snapshots ranked the same. */
static bool find_figure(const struct kam_sides *sides, struct kam_decimal *figure)
{
    struct kam_text by = sides->new.snapshot->by;
    const struct kam_table *table = &sides->new.snapshot->table;
    size_t column = kam_table_find(table, by);

    return kam_text_equal(by, sides->old.snapshot->by) && column != KAM_NO_COLUMN &&
           kam_decimal_parse(kam_table_cell(table, sides->new.row, column), figure) ==
               KAM_NUMBER_OK;
}

/* Say SENTENCE with what is known of figures and limits. */
static void say(const struct kam_sides *sides, enum kam_sentence sentence, struct kam_text figure,
                struct kam_text limit, struct kam_text now)
{
    kam_story_say(
        sides->story, sentence,
        KAM_WORDS({"old", sides->old.month},
                  {"by", kam_speech_column(&sides->story->speech, sides->new.snapshot->by)},
                  {"figure", figure}, {"limit", limit}, {"now", now},
                  {"from", kam_side_cell(&sides->old, "tier")},
                  {"to", kam_side_cell(&sides->new, "tier")}));
}

static void say_plain(const struct kam_sides *sides, enum kam_sentence sentence)
{
    const struct kam_text none = KAM_TEXT("");

    say(sides, sentence, none, none, none);
}

/* ---- figures and limits -----------------------------------------------------------------------
 */

/* What is known of one who was where the cut put it. */
struct line {
    struct kam_decimal figure;     /* in the new snapshot */
    struct kam_decimal limit, now; /* of its old tier; now: of the line that it crossed */
    bool has_limit, has_now;
};

static struct line line_of(const struct kam_sides *sides)
{
    const char *column = is_up(sides) ? "limit_up" : "limit_down";
    const char *reverse = is_up(sides) ? "limit_down" : "limit_up";
    uint32_t before = kam_sides_step(sides, &sides->old, "tier_cut");
    uint32_t after = kam_sides_step(sides, &sides->new, "tier_cut");
    struct line line = {.has_limit = before == sides->movement->tier_from};

    line.has_limit = line.has_limit && find_figure(sides, &line.figure) &&
                     kam_side_number(&sides->old, column, &line.limit);
    line.has_now = line.has_limit && before != KAM_NONE && after != KAM_NONE &&
                   (is_up(sides) ? after + 1 == before : after == before + 1) &&
                   kam_side_number(&sides->new, reverse, &line.now);
    return line;
}

static void tell_figures(const struct kam_sides *sides)
{
    struct line line = line_of(sides);
    int order = line.has_limit ? kam_decimal_compare(line.figure, line.limit) : 0;

    if (!line.has_limit || (is_up(sides) ? order < 0 : order >= 0))
        say_plain(sides, KAM_SAY_CAUSE_FIGURES);
    else
        say(sides, is_up(sides) ? KAM_SAY_CAUSE_FIGURES_UP : KAM_SAY_CAUSE_FIGURES_DOWN,
            figure_of(sides, line.figure), figure_of(sides, line.limit), KAM_TEXT(""));
}

static void tell_limits(const struct kam_sides *sides)
{
    struct line line = line_of(sides);
    int order = line.has_now ? kam_decimal_compare(line.figure, line.limit) : 0;

    if (!line.has_now || (is_up(sides) ? order >= 0 : order < 0))
        say_plain(sides, KAM_SAY_CAUSE_LIMITS);
    else
        say(sides, is_up(sides) ? KAM_SAY_CAUSE_LIMITS_UP : KAM_SAY_CAUSE_LIMITS_DOWN,
            figure_of(sides, line.figure), figure_of(sides, line.limit),
            figure_of(sides, line.now));
}

/* ---- rules and patience -----------------------------------------------------------------------
 */

/* The rules of KIND that changed like CHANGE, or that ANYHOW did something. */
static void tell_rules(const struct kam_sides *sides, enum kam_rule_kind kind,
                       enum kam_rule_change change, enum kam_sentence sentence,
                       enum kam_sentence anyhow)
{
    struct kam_story_few few = kam_rule_few(sides, kind, change);

    if (few.count)
        kam_story_say(sides->story, sentence,
                      KAM_WORDS({"old", sides->old.month},
                                {"rules", kam_story_few_text(sides->story, &few)}));
    else
        say_plain(sides, anyhow);
}

static void tell_admission(const struct kam_sides *sides)
{
    if (is_up(sides))
        tell_rules(sides, KAM_RULE_ADMISSION, KAM_RULE_NEW, KAM_SAY_CAUSE_ADMISSION_NEW,
                   KAM_SAY_CAUSE_ADMISSION);
    else
        tell_rules(sides, KAM_RULE_ADMISSION, KAM_RULE_GONE, KAM_SAY_CAUSE_ADMISSION_GONE,
                   KAM_SAY_CAUSE_ADMISSION);
}

static void tell_flag(const struct kam_sides *sides)
{
    if (is_up(sides))
        tell_rules(sides, KAM_RULE_FLAG, KAM_RULE_GONE, KAM_SAY_CAUSE_FLAG_GONE,
                   KAM_SAY_CAUSE_FLAG);
    else
        tell_rules(sides, KAM_RULE_FLAG, KAM_RULE_NEW, KAM_SAY_CAUSE_FLAG_NEW, KAM_SAY_CAUSE_FLAG);
}

static void tell_patience(const struct kam_sides *sides)
{
    struct kam_text tier = kam_side_cell(&sides->old, "tier");
    struct kam_text computed = kam_side_cell(&sides->old, "tier_computed");

    if (!computed.len || kam_text_equal(tier, computed))
        say_plain(sides, KAM_SAY_CAUSE_PATIENCE_ELSE);
    else
        kam_story_say(sides->story, KAM_SAY_CAUSE_PATIENCE,
                      KAM_WORDS({"old", sides->old.month}, {"from", tier}, {"computed", computed}));
}

/* ---- who came and went ------------------------------------------------------------------------
 */

static void tell_group(const struct kam_sides *sides)
{
    struct kam_text revenue = kam_speech_figure(&sides->story->speech, kam_sides_measure(sides),
                                                sides->movement->revenue_from);
    enum kam_sentence sentence = KAM_SAY_CAUSE_GROUP;

    if (sides->movement->move == KAM_MOVE_MERGED)
        sentence = KAM_SAY_CAUSE_MERGED;
    else if (sides->movement->move == KAM_MOVE_SPLIT)
        sentence = KAM_SAY_CAUSE_SPLIT;
    else if (sides->movement->move == KAM_MOVE_RENAMED)
        sentence = KAM_SAY_CAUSE_RENAMED;
    kam_story_say(sides->story, sentence,
                  KAM_WORDS({"old", sides->old.month}, {"revenue", revenue}));
}

static void say_month(const struct kam_sides *sides, enum kam_sentence sentence, int month)
{
    kam_story_say(sides->story, sentence,
                  KAM_WORDS({"month", kam_speech_month(&sides->story->speech, month)},
                            {"old", sides->old.month}, {"new", sides->new.month}));
}

static void tell_arrival(const struct kam_sides *sides)
{
    bool is_again = sides->movement->move == KAM_MOVE_RETURNED;
    int month =
        kam_month_parse_plain(kam_side_cell(&sides->new, is_again ? "last_month" : "first_month"));

    if (month == KAM_MONTH_NONE)
        say_month(sides, KAM_SAY_CAUSE_ARRIVAL, month);
    else
        say_month(sides, is_again ? KAM_SAY_CAUSE_ARRIVAL_AGAIN : KAM_SAY_CAUSE_ARRIVAL_FIRST,
                  month);
}

static void tell_departure(const struct kam_sides *sides)
{
    const struct kam_window *window = &sides->new.snapshot->window;
    int month = kam_month_parse_plain(kam_side_cell(&sides->old, "last_month"));
    enum kam_sentence sentence = KAM_SAY_CAUSE_DEPARTURE_LAST;

    if (month == KAM_MONTH_NONE || window->count == 0)
        sentence = KAM_SAY_CAUSE_DEPARTURE;
    else if (month >= window->first_month)
        sentence = KAM_SAY_CAUSE_DEPARTURE_ODD;
    say_month(sides, sentence, month);
}

static void tell_silence(const struct kam_sides *sides)
{
    kam_story_say(sides->story, KAM_SAY_CAUSE_SILENCE,
                  KAM_WORDS({"idle", kam_side_cell(&sides->new, "idle")},
                            {"most", kam_speech_count(&sides->story->speech,
                                                      sides->model->tiers.patience.lost_after)}));
}

/* ---- all of them ------------------------------------------------------------------------------
 */

/* The same rules, but for the figure that they were put to. */
static void tell_by(const struct kam_sides *sides)
{
    struct kam_story *story = sides->story;

    kam_story_say(story, KAM_SAY_CAUSE_BY,
                  KAM_WORDS({"old", sides->old.month}, {"new", sides->new.month},
                            {"from", kam_speech_column(&story->speech, sides->old.snapshot->by)},
                            {"to", kam_speech_column(&story->speech, sides->new.snapshot->by)}));
}

static void tell_model(const struct kam_sides *sides)
{
    if (kam_text_equal(sides->old.snapshot->model, sides->new.snapshot->model)) {
        tell_by(sides);
        return;
    }
    kam_story_say(sides->story, KAM_SAY_CAUSE_MODEL,
                  KAM_WORDS({"old", sides->old.month}, {"old_model", sides->old.snapshot->model},
                            {"new", sides->new.month}, {"new_model", sides->new.snapshot->model}));
}

static void tell_unknown(const struct kam_sides *sides)
{
    if (kam_move_is_one(sides->movement->move))
        say_plain(sides, KAM_SAY_CAUSE_UNKNOWN);
}

void kam_storycause_tell(const struct kam_sides *sides)
{
    static void (*const tell[KAM_CAUSES + 1])(const struct kam_sides *) = {
        [KAM_CAUSE_GROUP] = tell_group,         [KAM_CAUSE_MODEL] = tell_model,
        [KAM_CAUSE_FIGURES] = tell_figures,     [KAM_CAUSE_LIMITS] = tell_limits,
        [KAM_CAUSE_ADMISSION] = tell_admission, [KAM_CAUSE_FLAG] = tell_flag,
        [KAM_CAUSE_PATIENCE] = tell_patience,   [KAM_CAUSE_ARRIVAL] = tell_arrival,
        [KAM_CAUSE_DEPARTURE] = tell_departure, [KAM_CAUSE_SILENCE] = tell_silence,
        [KAM_CAUSE_NONE] = tell_unknown,
    };

    tell[sides->movement->cause](sides);
}
