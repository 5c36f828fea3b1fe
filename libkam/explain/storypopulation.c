#include "explain/storypopulation.h"

/* What is told of. */
struct telling {
    const struct kam_relative *relative;
    const struct kam_scale *scale;
    const struct kam_population *population;
    const struct kam_population_group *group;
    size_t row;
    struct kam_decimal value;
    bool is_outside;
    struct kam_story *story;
};

/* PART of WHOLE, which isn't 0, rounded down: nobody is above all who isn't. */
static struct kam_text say_percent(struct kam_story *story, size_t part, size_t whole)
{
    enum { STEPS = 10000 };
    struct kam_decimal ratio = kam_decimal_of((int64_t)(part * STEPS / whole));

    ratio.units /= STEPS;
    return kam_speech_percent(&story->speech, ratio);
}

/* VALUE with two digits that say something, two places at least: it isn't a cell, but computed. */
static struct kam_text say_figure(const struct telling *telling, struct kam_decimal value)
{
    const kam_uint128 ten = (kam_uint128)kam_decimal_of(10).units;
    int places = 2;

    for (kam_uint128 size = kam_decimal_magnitude(value) * 100; places < KAM_DECIMAL_PLACES;
         size *= 10, places++)
        if (size >= ten || size == 0 || kam_decimal_magnitude(value) > ten)
            break;
    if (kam_decimal_round(value, places, &value) != KAM_NUMBER_OK)
        return KAM_TEXT("");
    return kam_speech_figure(&telling->story->speech, telling->relative->rule->column, value);
}

static struct kam_text say_minmax(const struct telling *telling)
{
    const struct kam_population_group *group = telling->group;
    struct kam_story *story = telling->story;
    struct kam_text column = telling->relative->rule->column;

    return kam_speech_phrase(
        &story->speech, KAM_SAY_SCALE_MINMAX,
        KAM_WORDS({"least", kam_speech_figure(&story->speech, column, group->least)},
                  {"most", kam_speech_figure(&story->speech, column, group->most)}));
}

static struct kam_text say_percentile(const struct telling *telling)
{
    const struct kam_population_group *group = telling->group;
    struct kam_story *story = telling->story;
    size_t self = !telling->is_outside, others = group->count - self;
    struct kam_population_rank rank = kam_population_rank(
        telling->population, group, &telling->relative->numbers, telling->value);
    size_t equal = rank.equal - self;

    return kam_speech_phrase(&story->speech, equal ? KAM_SAY_SCALE_RANK_TIED : KAM_SAY_SCALE_RANK,
                             KAM_WORDS({"smaller", say_percent(story, rank.smaller, others)},
                                       {"equal", kam_speech_count(&story->speech, equal)}));
}

static struct kam_text say_zscore(const struct telling *telling)
{
    const struct kam_moments *moments = &telling->group->moments;
    char digits[KAM_DECIMAL_SIZE];
    size_t len = kam_double_format(kam_moments_z(moments, telling->value), 2, digits);

    return kam_speech_phrase(
        &telling->story->speech, KAM_SAY_SCALE_ZSCORE,
        KAM_WORDS({"z", kam_speech_keep(&telling->story->speech, (struct kam_text){digits, len})},
                  {"mean", say_figure(telling, kam_moments_mean(moments))},
                  {"deviation", say_figure(telling, kam_moments_deviation(moments))}));
}

static struct kam_text say_share(const struct telling *telling)
{
    struct kam_story *story = telling->story;
    struct kam_decimal total, share;

    if (kam_decimal_sign(telling->value) <= 0)
        return kam_speech_phrase(&story->speech, KAM_SAY_SCALE_SHARE_NONE, NULL);
    if (!kam_moments_total(&telling->group->moments, &total) ||
        kam_decimal_divide(telling->value, total, 6, &share) != KAM_NUMBER_OK)
        return KAM_TEXT("");
    return kam_speech_phrase(
        &story->speech, KAM_SAY_SCALE_SHARE,
        KAM_WORDS(
            {"share", kam_speech_percent(&story->speech, share)},
            {"total", kam_speech_figure(&story->speech, telling->relative->rule->column, total)}));
}

/* True where all have the same number, so that it decides nothing. */
static bool is_constant(const struct telling *telling)
{
    return telling->scale->kind != KAM_SCALE_SHARE &&
           kam_decimal_compare(telling->group->least, telling->group->most) == 0;
}

static struct kam_text say_place(const struct telling *telling)
{
    if (is_constant(telling))
        return kam_speech_phrase(&telling->story->speech, KAM_SAY_SCALE_CONSTANT, NULL);
    switch (telling->scale->kind) {
    case KAM_SCALE_MINMAX:
        return say_minmax(telling);
    case KAM_SCALE_PERCENTILE:
        return say_percentile(telling);
    case KAM_SCALE_ZSCORE:
        return say_zscore(telling);
    case KAM_SCALE_SHARE:
        return say_share(telling);
    case KAM_SCALE_BANDS:
    case KAM_SCALE_LINEAR:
    case KAM_SCALE_VALUES:
        break;
    }
    return KAM_TEXT("");
}

static struct kam_text say_population(const struct telling *telling, const struct kam_table *table)
{
    struct kam_story *story = telling->story;
    const struct kam_population *population = telling->population;
    struct kam_text count = kam_speech_count(&story->speech, telling->group->count);
    struct kam_text value = KAM_TEXT("");
    enum kam_sentence sentence = KAM_SAY_AMONG_ALL;

    switch (population->rule->kind) {
    case KAM_POPULATION_ALL:
        break;
    case KAM_POPULATION_SEGMENT:
        sentence = KAM_SAY_AMONG_SEGMENT;
        break;
    case KAM_POPULATION_PER:
        value = kam_table_cell(table, telling->row, population->column);
        sentence = value.len ? KAM_SAY_AMONG_PER : KAM_SAY_AMONG_WITHOUT;
        break;
    }
    return kam_speech_phrase(
        &story->speech, sentence,
        KAM_WORDS({"count", count},
                  {"column", kam_speech_column(&story->speech, population->rule->column)},
                  {"value", value}));
}

size_t kam_storypopulation(const struct kam_dimension *dimension, const struct kam_table *table,
                           size_t row, size_t section,
                           struct kam_text clauses[KAM_STORYPOPULATION_CLAUSES],
                           struct kam_story *story)
{
    const struct kam_relative *relative = dimension->relative;
    const struct kam_population *population = relative->of_section[section];
    const struct kam_numbers *numbers = &relative->numbers;
    const struct telling telling = {
        .relative = relative,
        .scale = kam_model_scale(dimension->rule, section),
        .population = population,
        .group = kam_population_group_of(population, row),
        .row = row,
        .value = numbers->values[row],
        .is_outside = numbers->outside && numbers->outside[row],
        .story = story,
    };
    size_t count = 0;

    if (telling.group->count)
        clauses[count++] = say_place(&telling);
    clauses[count++] = say_population(&telling, table);
    if (telling.is_outside)
        clauses[count++] = kam_speech_phrase(&story->speech, KAM_SAY_AMONG_OUTSIDE, NULL);
    if (telling.scale->direction == KAM_DIRECTION_DOWN)
        clauses[count++] = kam_speech_phrase(&story->speech, KAM_SAY_SCALE_DOWN, NULL);
    return count;
}
