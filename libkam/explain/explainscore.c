#include "explain/explainscore.h"

#include "base/minor.h"
#include "explain/storycomputed.h"
#include "explain/storyprospect.h"
#include "explain/storyrelationship.h"
#include "explain/storyscale.h"
#include "explain/storyscore.h"
#include "explain/whom.h"
#include "score/dimension.h"

/* What the stories of a table have in common. */
struct telling {
    const struct kam_scores *scores;
    const struct kam_table *table;
    const struct kam_model *model;
    const struct kam_relationships *relationships;
    struct kam_window window;
    struct kam_story *story;
};

static struct kam_text write_minor(const struct telling *telling, int64_t minor)
{
    char digits[KAM_DECIMAL_SIZE];
    size_t len = kam_minor_format(minor, KAM_MINOR_PLACES, digits);

    return kam_speech_keep(&telling->story->speech, (struct kam_text){digits, len});
}

static enum kam_status describe(const struct telling *telling, uint32_t row, size_t number,
                                struct kam_storyscore_part *part, struct kam_error *error)
{
    const struct kam_dimension *dimension = &telling->scores->judging.dimensions[number];
    int32_t points = kam_pointtable_row(&telling->scores->judging.points, row)[number];
    const struct kam_row_source rows = kam_row_source_of_table(telling->table);
    size_t segment;

    *part = (struct kam_storyscore_part){
        .rule = dimension->rule,
        .weight = telling->scores->weights.items[number],
        .has_cell = true,
        .cell = kam_table_cell(telling->table, row, dimension->column),
    };
    if (points != KAM_POINTS_NONE) {
        part->points = write_minor(telling, points);
        part->part = write_minor(
            telling, telling->scores->parts[row * telling->scores->dimension_count + number]);
    }
    if (part->cell.len == 0) /* and so no segment was looked for */
        return KAM_OK;
    enum kam_status status =
        kam_dimension_find_segment(dimension, telling->table, &rows, row, &segment, error);
    if (!status)
        part->scale = kam_storyscale(dimension, telling->table, row, segment, telling->story);
    return status;
}

static enum kam_status tell(const struct telling *telling, uint32_t row, struct kam_text asked,
                            struct kam_error *error)
{
    const struct kam_subject subject = {telling->table, &telling->window, row};
    size_t count = telling->scores->dimension_count;
    struct kam_storyscore_part *parts =
        kam_arena_calloc(&telling->story->speech.arena, count, sizeof *parts);
    enum kam_status status = parts ? KAM_OK : kam_error_nomem(error);

    for (size_t i = 0; i < count && !status; i++)
        status = describe(telling, row, i, &parts[i], error);
    if (status)
        return status;
    kam_subject_title(&subject, telling->story);
    kam_storyprospect_tell(&subject, telling->story);
    kam_subject_introduce(&subject, asked, telling->story);
    kam_storyrelationship_tell(&subject, kam_relationship_of(telling->relationships, row),
                               telling->story);
    kam_storyscore_tell(write_minor(telling, telling->scores->totals[row]), parts, telling->model,
                        telling->story);
    return kam_storycomputed_tell(&subject, telling->model, telling->story, error);
}

static enum kam_status explain(const struct telling *telling, struct kam_text asked,
                               struct kam_error *error)
{
    struct kam_whom whom;
    enum kam_status status = kam_whom_find(telling->table, asked, &whom, error);

    if (status)
        return status;
    if (whom.row == KAM_NONE)
        return kam_whom_reject(telling->table, asked, error);
    return tell(telling, whom.row, whom.is_member ? asked : KAM_TEXT(""), error);
}

enum kam_status kam_explain_scores(const struct kam_scores *scores, const struct kam_table *table,
                                   const struct kam_model *model,
                                   const struct kam_relationships *relationships,
                                   const char *const *asked, size_t count, struct kam_story *story,
                                   struct kam_error *error)
{
    struct telling telling = {.scores = scores,
                              .table = table,
                              .model = model,
                              .relationships = relationships,
                              .story = story};
    enum kam_status status = kam_table_window(table, &telling.window, error);

    for (size_t i = 0; i < count && !status; i++)
        status = explain(&telling, kam_text_of(asked[i]), error);
    return !status && story->speech.failed ? kam_error_nomem(error) : status;
}
