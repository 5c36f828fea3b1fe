#include "explain/storyscale.h"

#include "explain/storypopulation.h"

/* The last step of SCALE that VALUE reaches; NULL if it reaches none. */
static const struct kam_scale_step *reached(const struct kam_scale *scale, struct kam_decimal value)
{
    const struct kam_scale_step *step = NULL;

    for (size_t i = 0; i < scale->step_count; i++)
        if (kam_decimal_compare(scale->steps[i].from, value) <= 0)
            step = &scale->steps[i];
    return step;
}

static struct kam_text points_of(struct kam_story *story, const struct kam_scale_step *step)
{
    char digits[KAM_DECIMAL_SIZE];
    struct kam_decimal points;
    struct kam_text text = {digits, kam_double_format(step->points, 4, digits)};

    return kam_decimal_parse(text, &points) == KAM_NUMBER_OK
               ? kam_speech_number(&story->speech, points)
               : kam_speech_keep(&story->speech, text);
}

static struct kam_text say_number_scale(const struct kam_scale *scale, struct kam_text column,
                                        struct kam_decimal value, struct kam_story *story)
{
    const struct kam_scale_step *first = scale->steps, *low = reached(scale, value);
    const struct kam_scale_step *from = low ? low : first;
    bool is_last = low == first + scale->step_count - 1;
    const struct kam_scale_step *to = low && !is_last ? low + 1 : from;
    enum kam_sentence sentence;

    if (scale->kind == KAM_SCALE_BANDS)
        sentence = low ? KAM_SAY_SCALE_BAND : KAM_SAY_SCALE_BELOW;
    else if (!low)
        sentence = KAM_SAY_SCALE_UNDER;
    else
        sentence = is_last ? KAM_SAY_SCALE_OVER : KAM_SAY_SCALE_BETWEEN;
    return kam_speech_phrase(
        &story->speech, sentence,
        KAM_WORDS({"from", kam_speech_quantity(&story->speech, column, from->from)},
                  {"to", kam_speech_quantity(&story->speech, column, to->from)},
                  {"from_points", points_of(story, from)}, {"to_points", points_of(story, to)}));
}

static bool is_named(const struct kam_scale *scale, struct kam_text cell)
{
    for (size_t i = 0; i < scale->step_count; i++)
        if (kam_text_equal(scale->steps[i].text, cell))
            return true;
    return false;
}

static struct kam_text say_scale(const struct kam_scale *scale, struct kam_text column,
                                 struct kam_text cell, struct kam_story *story)
{
    struct kam_decimal value;

    switch (scale->kind) {
    case KAM_SCALE_BANDS:
    case KAM_SCALE_LINEAR:
        return kam_decimal_parse(cell, &value) == KAM_NUMBER_OK
                   ? say_number_scale(scale, column, value, story)
                   : KAM_TEXT("");
    case KAM_SCALE_VALUES:
        return is_named(scale, cell) ? KAM_TEXT("")
                                     : kam_speech_phrase(&story->speech, KAM_SAY_SCALE_OTHER, NULL);
    case KAM_SCALE_MINMAX:
    case KAM_SCALE_PERCENTILE:
    case KAM_SCALE_ZSCORE:
    case KAM_SCALE_SHARE:
        break;
    }
    return KAM_TEXT("");
}

struct kam_text kam_storyscale(const struct kam_dimension *dimension, const struct kam_table *table,
                               size_t row, size_t segment, struct kam_story *story)
{
    const struct kam_model_dimension *rule = dimension->rule;
    const struct kam_scale *scale = kam_model_scale(rule, segment);
    struct kam_text clauses[KAM_STORYPOPULATION_CLAUSES + 1];
    size_t count = 0;

    if (kam_scale_is_relative(scale->kind)) {
        count = kam_storypopulation(dimension, table, row, segment, clauses, story);
    } else {
        struct kam_text cell = kam_table_cell(table, row, dimension->column);
        clauses[count] = say_scale(scale, rule->column, cell, story);
        count += clauses[count].len > 0;
    }
    if (segment < rule->segment_count)
        clauses[count++] =
            kam_speech_phrase(&story->speech, KAM_SAY_SCALE_SEGMENT,
                              KAM_WORDS({"condition", rule->segments[segment].condition.text}));
    return kam_speech_clauses(&story->speech, clauses, count);
}
