#include "explain/storyscore.h"

/* A number of kam's own, as people read it. */
static struct kam_text number_of(struct kam_story *story, struct kam_text cell)
{
    struct kam_decimal number;

    return kam_decimal_parse(cell, &number) == KAM_NUMBER_OK ? kam_story_number(story, number)
                                                             : cell;
}

/* The weights that count in this row; they add up, as kam_score_check saw. */
static struct kam_decimal weights_of(const struct kam_storyscore_part *parts, size_t count)
{
    struct kam_decimal sum = KAM_DECIMAL_ZERO;
    bool fits = true;

    for (size_t i = 0; i < count && fits; i++)
        if (parts[i].points.len)
            fits = kam_decimal_add(&sum, parts[i].rule->weight);
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

static void say_part(const struct kam_storyscore_part *part, struct kam_text weights,
                     struct kam_story *story)
{
    const struct kam_model_dimension *rule = part->rule;
    struct kam_text column = kam_story_column(story, rule->column), dimension = rule->name;
    struct kam_text value = kam_story_cell(story, rule->column, part->cell);

    if (!kam_text_equal(column, dimension))
        dimension = kam_story_phrase(story, KAM_SAY_DIMENSION,
                                     KAM_WORDS({"dimension", dimension}, {"column", column}));
    if (part->scale.len)
        value = kam_story_phrase(story, KAM_SAY_SCALED,
                                 KAM_WORDS({"value", value}, {"scale", part->scale}));
    kam_story_say(story, sentence_of(part),
                  KAM_WORDS({"dimension", dimension}, {"value", value},
                            {"points", number_of(story, part->points)},
                            {"weight", kam_story_number(story, rule->weight)}, {"weights", weights},
                            {"part", number_of(story, part->part)}));
}

void kam_storyscore_tell(struct kam_text score, const struct kam_storyscore_part *parts,
                         size_t count, struct kam_story *story)
{
    if (score.len == 0 || count == 0)
        return;
    struct kam_text weights = kam_story_number(story, weights_of(parts, count));

    kam_story_heading(story, KAM_SAY_SCORE_HEADING);
    kam_story_say(story, KAM_SAY_SCORE_SUM, KAM_WORDS({"score", number_of(story, score)}));
    for (size_t i = 0; i < count; i++)
        say_part(&parts[i], weights, story);
}

/* The cell of the column FAMILY and the dimension's name. */
static struct kam_text find_cell(const struct kam_subject *subject, const char *family,
                                 const struct kam_model_dimension *rule, struct kam_story *story)
{
    struct kam_buffer *name = &story->scratch;

    name->len = 0;
    story->failed = story->failed || !kam_buffer_printf(name, "%s%s", family, rule->name.ptr);
    return story->failed ? KAM_TEXT("") : kam_subject_cell(subject, name->ptr);
}

void kam_storyscore_tell_columns(const struct kam_subject *subject, const struct kam_model *model,
                                 struct kam_story *story)
{
    size_t count = model->dimension_count;
    struct kam_storyscore_part *parts = kam_arena_calloc(&story->arena, count + 1, sizeof *parts);

    if (!parts) {
        story->failed = true;
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
    kam_storyscore_tell(kam_subject_cell(subject, "score"), parts, count, story);
}
