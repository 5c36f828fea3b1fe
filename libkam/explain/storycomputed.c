#include "explain/storycomputed.h"

#include "score/computed.h"

struct telling {
    const struct kam_subject *subject;
    const struct kam_model *model;
    struct kam_story *story;
    bool *wanted; /* of each computed column: it is to be told */
};

/* ---- which columns ------------------------------------------------------------------------- */

static void want(const struct telling *t, struct kam_text name)
{
    size_t column = kam_model_find_column(t->model, name);

    if (column < t->model->column_count)
        t->wanted[column] = true;
}

static void want_condition(const struct telling *t, const struct kam_condition *condition)
{
    for (size_t i = 0; i < condition->term_count; i++) {
        const struct kam_operand *other = kam_term_other(&condition->terms[i]);
        want(t, condition->terms[i].column);
        if (other)
            want(t, other->text);
    }
}

static void want_needed(const struct telling *t, const struct kam_expression *value)
{
    for (size_t i = 0; i < value->node_count; i++)
        want(t, value->nodes[i].column);
}

static void choose(const struct telling *t)
{
    const struct kam_model *model = t->model;

    for (size_t d = 0; d < model->dimension_count; d++) {
        const struct kam_model_dimension *dimension = &model->dimensions[d];
        want(t, dimension->column);
        for (size_t i = 0; i < dimension->segment_count; i++)
            want_condition(t, &dimension->segments[i].condition);
    }
    /* From the last one computed back: what a column needs comes before it. */
    for (size_t k = model->column_count; k-- > 0;)
        if (t->wanted[model->column_order[k]])
            want_needed(t, &model->columns[model->column_order[k]].value);
}

/* ---- one column ---------------------------------------------------------------------------- */

/* What stands for NODE, a column, a total or a number; empty for an empty cell. */
static enum kam_status value_of(const struct telling *t, const struct kam_node *node,
                                struct kam_text *value, struct kam_error *error)
{
    const struct kam_table *table = t->subject->table;
    struct kam_decimal total;

    if (node->kind == KAM_NODE_NUMBER) {
        *value = node->written;
        return KAM_OK;
    }
    if (node->kind == KAM_NODE_COLUMN) {
        *value = kam_speech_cell(&t->story->speech, node->column,
                                 kam_subject_cell(t->subject, node->column.ptr));
        return KAM_OK;
    }
    enum kam_status status =
        kam_computed_total(table, kam_table_find(table, node->column), &total, error);
    if (!status)
        *value = kam_speech_figure(&t->story->speech, node->column, total);
    return status;
}

/* VALUES: the formula of RULE with values for its names; MISSING[*MISSING_COUNT]: the empty ones.
 */
static enum kam_status put_values(const struct telling *t, const struct kam_model_column *rule,
                                  struct kam_buffer *values, struct kam_text *missing,
                                  size_t *missing_count, struct kam_error *error)
{
    const struct kam_expression *formula = &rule->value;
    const char *at = formula->text.ptr, *end = at + formula->text.len;
    bool ok = true;

    *missing_count = 0;
    for (size_t i = 0; i < formula->node_count; i++) {
        const struct kam_node *node = &formula->nodes[i];
        struct kam_text value = {NULL, 0}, between = {at, (size_t)(node->written.ptr - at)};
        if (!node->written.len)
            continue;
        enum kam_status status = value_of(t, node, &value, error);
        if (status)
            return status;
        if (!value.len)
            missing[(*missing_count)++] = kam_speech_column(&t->story->speech, node->column);
        ok = ok && kam_buffer_add(values, between) && kam_buffer_add(values, value);
        at = node->written.ptr + node->written.len;
    }
    ok = ok && kam_buffer_add(values, (struct kam_text){at, (size_t)(end - at)});
    return ok ? KAM_OK : kam_error_nomem(error);
}

static enum kam_status tell_column(const struct telling *t, const struct kam_model_column *rule,
                                   struct kam_error *error)
{
    struct kam_story *story = t->story;
    struct kam_text cell = kam_subject_cell(t->subject, rule->name.ptr);
    struct kam_text *missing =
        kam_arena_calloc(&story->speech.arena, rule->value.node_count, sizeof *missing);
    struct kam_buffer values = {NULL, 0, 0};
    size_t count;

    if (!missing)
        return kam_error_nomem(error);
    enum kam_status status = put_values(t, rule, &values, missing, &count, error);
    if (!status)
        kam_story_say(
            story,
            cell.len ? KAM_SAY_COMPUTED
            : count  ? KAM_SAY_COMPUTED_MISSING
                     : KAM_SAY_COMPUTED_ZERO,
            KAM_WORDS({"column", kam_speech_column(&story->speech, rule->name)},
                      {"formula", rule->value.text},
                      {"values", kam_speech_keep(&story->speech, kam_buffer_text(&values))},
                      {"missing", kam_speech_list(&story->speech, missing, count)},
                      {"value", kam_speech_cell(&story->speech, rule->name, cell)}));
    kam_buffer_free(&values);
    return status;
}

enum kam_status kam_storycomputed_tell(const struct kam_subject *subject,
                                       const struct kam_model *model, struct kam_story *story,
                                       struct kam_error *error)
{
    struct telling t = {.subject = subject, .model = model, .story = story};
    enum kam_status status = KAM_OK;

    t.wanted = kam_arena_calloc(&story->speech.arena, model->column_count + 1, sizeof *t.wanted);
    if (!t.wanted)
        return kam_error_nomem(error);
    choose(&t);
    kam_story_heading(story, KAM_SAY_COMPUTED_HEADING);
    for (size_t i = 0; i < model->column_count && !status; i++)
        if (t.wanted[i])
            status = tell_column(&t, &model->columns[i], error);
    return status;
}
