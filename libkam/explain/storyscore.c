#include "explain/storyscore.h"

#include "score/ahp.h"
#include "score/score.h"

/* A number of kam's own, as people read it. */
static struct kam_text number_of(struct kam_story *story, struct kam_text cell)
{
    struct kam_decimal number;

    return kam_decimal_parse(cell, &number) == KAM_NUMBER_OK
               ? kam_speech_number(&story->speech, number)
               : cell;
}

/* The weights that count in this row; they add up, as kam_score_check saw. */
static struct kam_decimal weights_of(const struct kam_storyscore_part *parts, size_t count)
{
    struct kam_decimal sum = KAM_DECIMAL_ZERO;
    bool fits = true;

    for (size_t i = 0; i < count && fits; i++)
        if (parts[i].points.len)
            fits = kam_decimal_add(&sum, parts[i].weight);
    return sum;
}

static enum kam_sentence sentence_of(const struct kam_storyscore_part *part)
{
    if (part->points.len == 0)
        return KAM_SAY_PART_SKIPPED;
    if (!part->has_cell)
        return KAM_SAY_PART_UNKNOWN;
    return part->cell.len ? KAM_SAY_PART : KAM_SAY_PART_MISSING;
}

static struct kam_text say_effect(const struct kam_storyscore_part *part,
                                  enum kam_score_method method, struct kam_text weights,
                                  struct kam_story *story)
{
    static const enum kam_sentence effects[] = {
        [KAM_SCORE_SUM] = KAM_SAY_EFFECT_SUM,
        [KAM_SCORE_PRODUCT] = KAM_SAY_EFFECT_PRODUCT,
        [KAM_SCORE_TOPSIS] = KAM_SAY_EFFECT_TOPSIS,
    };

    return kam_speech_phrase(&story->speech, effects[method],
                             KAM_WORDS({"weight", kam_speech_number(&story->speech, part->weight)},
                                       {"weights", weights},
                                       {"part", number_of(story, part->part)}));
}

static void say_part(const struct kam_storyscore_part *part, struct kam_text effect,
                     struct kam_story *story)
{
    const struct kam_model_dimension *rule = part->rule;
    struct kam_text column = kam_speech_column(&story->speech, rule->column),
                    dimension = rule->name;
    struct kam_text value = kam_speech_cell(&story->speech, rule->column, part->cell);

    if (!kam_text_equal(column, dimension))
        dimension = kam_speech_phrase(&story->speech, KAM_SAY_DIMENSION,
                                      KAM_WORDS({"dimension", dimension}, {"column", column}));
    if (part->scale.len)
        value = kam_speech_phrase(&story->speech, KAM_SAY_SCALED,
                                  KAM_WORDS({"value", value}, {"scale", part->scale}));
    kam_story_say(story, sentence_of(part),
                  KAM_WORDS({"dimension", dimension}, {"value", value},
                            {"points", number_of(story, part->points)}, {"effect", effect}));
}

static void say_score(struct kam_text score, const struct kam_model_score *rule,
                      struct kam_story *story)
{
    enum kam_sentence sentence = KAM_SAY_SCORE_SUM;

    if (rule->method == KAM_SCORE_PRODUCT)
        sentence = KAM_SAY_SCORE_PRODUCT;
    else if (rule->method == KAM_SCORE_TOPSIS)
        sentence = rule->per.len ? KAM_SAY_SCORE_TOPSIS_PEERS : KAM_SAY_SCORE_TOPSIS;
    kam_story_say(story, sentence,
                  KAM_WORDS({"score", number_of(story, score)},
                            {"column", kam_speech_column(&story->speech, rule->per)}));
}

static void say_consistency(const struct kam_model *model, struct kam_story *story)
{
    struct kam_ahp ahp;
    char digits[KAM_DECIMAL_SIZE];

    kam_ahp_solve(&ahp, model->weights.judgements, model->dimension_count);
    size_t len = kam_double_format(ahp.consistency_ratio, 3, digits);
    kam_story_say(
        story, KAM_SAY_WEIGHTS_AHP,
        KAM_WORDS({"ratio", kam_speech_keep(&story->speech, (struct kam_text){digits, len})}));
}

/* Where weights come from, unless the model says them. */
static void say_source(const struct kam_model *model, struct kam_story *story)
{
    switch (model->weights.method) {
    case KAM_WEIGHTS_AHP:
        say_consistency(model, story);
        break;
    case KAM_WEIGHTS_ENTROPY:
        kam_story_say(story, KAM_SAY_WEIGHTS_ENTROPY, NULL);
        break;
    case KAM_WEIGHTS_CRITIC:
        kam_story_say(story, KAM_SAY_WEIGHTS_CRITIC, NULL);
        break;
    case KAM_WEIGHTS_GIVEN:
    case KAM_WEIGHTINGS:
        break;
    }
}

void kam_storyscore_tell(struct kam_text score, const struct kam_storyscore_part *parts,
                         const struct kam_model *model, struct kam_story *story)
{
    size_t count = model->dimension_count;

    if (score.len == 0 || count == 0)
        return;
    struct kam_text weights = kam_speech_number(&story->speech, weights_of(parts, count));

    kam_story_heading(story, KAM_SAY_SCORE_HEADING);
    say_score(score, &model->score, story);
    for (size_t i = 0; i < count; i++)
        say_part(&parts[i], say_effect(&parts[i], model->score.method, weights, story), story);
    say_source(model, story);
}

/* The cell of the column FAMILY and the dimension's name. */
static struct kam_text find_cell(const struct kam_subject *subject, const char *family,
                                 const struct kam_model_dimension *rule, struct kam_story *story)
{
    struct kam_buffer *name = &story->speech.scratch;

    name->len = 0;
    story->speech.failed =
        story->speech.failed || !kam_buffer_printf(name, "%s%s", family, rule->name.ptr);
    return story->speech.failed ? KAM_TEXT("") : kam_subject_cell(subject, name->ptr);
}

/* The weights in force, into PARTS; false where they can't be told. */
static bool find_weights(struct kam_storyscore_part *parts, const struct kam_table *table,
                         const struct kam_model *model, struct kam_story *story)
{
    struct kam_arena arena = {0};
    struct kam_weights weights;
    enum kam_status status = kam_score_weights(&weights, table, model, &arena, NULL);

    for (size_t i = 0; i < model->dimension_count && !status; i++)
        parts[i].weight = weights.items[i];
    kam_arena_free(&arena);
    story->speech.failed = story->speech.failed || status == KAM_NOMEM;
    return !status;
}

void kam_storyscore_tell_columns(const struct kam_subject *subject, const struct kam_model *model,
                                 struct kam_story *story)
{
    size_t count = model->dimension_count;
    struct kam_storyscore_part *parts =
        kam_arena_calloc(&story->speech.arena, count + 1, sizeof *parts);

    if (!parts) {
        story->speech.failed = true;
        return;
    }
    for (size_t i = 0; i < count; i++) {
        const struct kam_model_dimension *rule = &model->dimensions[i];
        parts[i] = (struct kam_storyscore_part){
            .rule = rule,
            .has_cell = kam_table_find(subject->table, rule->column) != KAM_NO_COLUMN,
            .cell = kam_subject_cell(subject, rule->column.ptr),
            .points = find_cell(subject, "points_", rule, story),
            .part = find_cell(subject, "part_", rule, story),
        };
    }
    if (find_weights(parts, subject->table, model, story))
        kam_storyscore_tell(kam_subject_cell(subject, "score"), parts, model, story);
}
