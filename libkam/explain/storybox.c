#include "explain/storybox.h"

#include "explain/found.h"
#include "model/quantity.h"
#include "table/columns.h"

/* ---- the class ------------------------------------------------------------------------------- */

enum { MONEY_PLACES = 2 };

/* An axis, and the cell that SUBJECT has on it. */
struct side {
    const struct kam_box_axis *axis;
    struct kam_text column; /* in words */
    struct kam_text cell;
};

static struct side side_of(const struct kam_subject *subject, const struct kam_tiering *tiering,
                           const struct kam_box_axis *axis, struct kam_story *story)
{
    struct kam_shares_cells cells;
    const struct kam_row_source rows = kam_ruling_rows(&tiering->ruling, &cells);
    struct kam_text cell = rows.cell(rows.source, subject->row, axis->column);

    return (struct side){axis, kam_speech_column(&story->speech, axis->axis->column),
                         kam_speech_keep(&story->speech, cell)};
}

/* The figure of a column that isn't kam's is taken for money if it has a decimal point. */
static struct kam_text say_figure(const struct side *side, struct kam_story *story)
{
    struct kam_decimal figure;

    if (kam_quantity_parse(side->cell, &figure, NULL) != KAM_NUMBER_OK)
        return side->cell;
    if (!kam_column_find(side->axis->axis->column) && memchr(side->cell.ptr, '.', side->cell.len))
        return kam_speech_amount(&story->speech, figure, MONEY_PLACES);
    return kam_speech_figure(&story->speech, side->axis->axis->column, figure);
}

static struct kam_text say_limit(const struct side *side, size_t limit, struct kam_story *story)
{
    const struct kam_axis *axis = side->axis->axis;
    struct kam_text value =
        kam_speech_quantity(&story->speech, axis->column, side->axis->limits[limit]);

    if (axis->kind == KAM_AXIS_VALUES)
        return value;
    return kam_speech_phrase(
        &story->speech, KAM_SAY_LEVEL_PERCENTILE,
        KAM_WORDS({"value", value},
                  {"percentile", kam_speech_number(&story->speech, axis->limits[limit])}));
}

/* Where SIDE is that is LEVEL limits above the lowest. */
static struct kam_text say_level(const struct side *side, size_t level, struct kam_story *story)
{
    size_t limits = side->axis->limit_count;
    struct kam_text none = KAM_TEXT("");

    if (!side->cell.len)
        return kam_speech_phrase(&story->speech, KAM_SAY_LEVEL_PROSPECT,
                                 KAM_WORDS({"column", side->column}));
    enum kam_sentence sentence = level == 0        ? KAM_SAY_LEVEL_LOWEST
                                 : level == limits ? KAM_SAY_LEVEL_HIGHEST
                                                   : KAM_SAY_LEVEL_BETWEEN;
    return kam_speech_phrase(
        &story->speech, sentence,
        KAM_WORDS({"column", side->column}, {"value", say_figure(side, story)},
                  {"from", level ? say_limit(side, level - 1, story) : none},
                  {"to", level < limits ? say_limit(side, level, story) : none}));
}

/* What is lacking on SIDE: a figure, or others to learn a limit from. */
static struct kam_text say_lacking(const struct side *side, struct kam_story *story)
{
    return kam_speech_phrase(
        &story->speech, side->cell.len ? KAM_SAY_FOUND_IS : KAM_SAY_FOUND_EMPTY,
        KAM_WORDS({"column", side->column}, {"value", say_figure(side, story)}));
}

static void say_no_class(const struct side *sides, struct kam_story *story)
{
    struct kam_text lacking[2];
    size_t count = 0;

    for (size_t i = 0; i < 2; i++)
        if (!sides[i].cell.len || sides[i].axis->limit_count == 0)
            lacking[count++] = say_lacking(&sides[i], story);
    kam_story_say(story, KAM_SAY_CLASS_NONE,
                  KAM_WORDS({"lacking", kam_speech_clauses(&story->speech, lacking, count)}));
}

static void say_class(const struct kam_subject *subject, const struct kam_tiering *tiering,
                      struct kam_story *story)
{
    const struct kam_boxes *boxes = &tiering->boxes;
    const struct side sides[2] = {side_of(subject, tiering, &boxes->contribution, story),
                                  side_of(subject, tiering, &boxes->potential, story)};
    uint32_t box = boxes->of_rows[subject->row];

    if (box == KAM_NONE) {
        say_no_class(sides, story);
        return;
    }
    size_t height = boxes->grid->height, width = boxes->grid->width;
    struct kam_text contribution = say_level(&sides[0], height - 1 - box / width, story);
    kam_story_say(story, KAM_SAY_CLASS,
                  KAM_WORDS({"class", kam_boxes_class_name(boxes, subject->row)},
                            {"contribution", contribution},
                            {"potential", say_level(&sides[1], box % width, story)}));
}

/* ---- the strategy ---------------------------------------------------------------------------- */

/* Who is told of, and what is looked at all the time. */
struct telling {
    const struct kam_subject *subject;
    const struct kam_strategies *strategies;
    struct kam_row_source rows;
    struct kam_story *story;
};

/* SENTENCE on strategy NUMBER, whose condition holds. */
static void say_rule(const struct telling *telling, size_t number, enum kam_sentence sentence)
{
    const struct kam_strategies *strategies = telling->strategies;
    const struct kam_model_strategy *strategy = &strategies->model->items[number];
    struct kam_story *story = telling->story;
    unsigned count = kam_strategies_periods(strategies, telling->subject->row, number);
    struct kam_text evidence =
        kam_found_by(&strategies->bindings[number], &telling->rows, telling->subject, story);

    kam_story_say(story, sentence,
                  KAM_WORDS({"strategy", strategy->name},
                            {"count", kam_speech_count(&story->speech, count)},
                            {"periods", kam_speech_count(&story->speech, strategy->periods)},
                            {"evidence", evidence}));
}

/* Whether it is by its condition that the customer has strategy NUMBER, and not by its class. */
static bool is_by_rule(const struct telling *telling, size_t number)
{
    const struct kam_strategies *strategies = telling->strategies;
    const struct kam_model_strategy *strategy = &strategies->model->items[number];
    uint32_t row = telling->subject->row;
    struct kam_error error;
    bool holds = false;

    if (strategy->periods > 1)
        return kam_strategies_periods(strategies, row, number) >= strategy->periods;
    return strategy->when.term_count > 0 &&
           kam_binding_holds(&strategies->bindings[number], &telling->rows, row, &holds, &error) ==
               KAM_OK &&
           holds;
}

/* Strategies that would follow if what holds now went on. */
static void say_due(const struct telling *telling)
{
    const struct kam_strategies *strategies = telling->strategies;

    for (size_t i = 0; i < strategies->model->count; i++) {
        unsigned count = kam_strategies_periods(strategies, telling->subject->row, i);
        if (count > 0 && count < strategies->model->items[i].periods)
            say_rule(telling, i, KAM_SAY_STRATEGY_DUE);
    }
}

static void say_strategy(const struct telling *telling)
{
    const struct kam_strategies *strategies = telling->strategies;
    uint32_t row = telling->subject->row, chosen = strategies->chosen[row];
    struct kam_text name = kam_strategies_name(strategies, row);

    if (chosen == KAM_NONE)
        kam_story_say(telling->story, KAM_SAY_STRATEGY_NONE, NULL);
    else if (is_by_rule(telling, chosen))
        say_rule(telling, chosen,
                 strategies->model->items[chosen].periods > 1 ? KAM_SAY_STRATEGY_PERIODS
                                                              : KAM_SAY_STRATEGY_RULE);
    else
        kam_story_say(telling->story, KAM_SAY_STRATEGY_CLASS, KAM_WORDS({"strategy", name}));
}

static void say_texts(const struct telling *telling)
{
    const struct kam_text_list *keys = &telling->strategies->model->texts.keys;

    for (size_t i = 0; i < keys->count; i++) {
        struct kam_text text = kam_strategies_text(telling->strategies, telling->subject->row, i);
        if (text.len)
            kam_story_say(telling->story, KAM_SAY_POLICY,
                          KAM_WORDS({"key", keys->items[i]}, {"text", text}));
    }
}

void kam_storybox_tell(const struct kam_subject *subject, const struct kam_tiering *tiering,
                       const struct kam_strategies *strategies, struct kam_story *story)
{
    struct kam_tiersource_cells cells;
    struct telling telling = {.subject = subject, .strategies = strategies, .story = story};

    kam_story_heading(story, KAM_SAY_BOX_HEADING);
    if (tiering->boxes.grid)
        say_class(subject, tiering, story);
    if (strategies->model->count == 0)
        return;
    telling.rows = kam_tiersource_rows(&strategies->source, &cells);
    say_strategy(&telling);
    say_texts(&telling);
    say_due(&telling);
    story->speech.failed = story->speech.failed || cells.failed;
    kam_tiersource_cells_free(&cells);
}
