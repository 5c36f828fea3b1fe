#include "model/modelbuild.h"

#include "model/sectionkeys.h"
#include "table/columns.h"

/* While an order is looked for. */
struct sorting {
    const struct kam_model *model;
    bool *done; /* of each column: it has its place */
};

/* Whether NODE is a value that comes from a column. */
static bool has_column(const struct kam_node *node)
{
    return node->kind == KAM_NODE_COLUMN || node->kind == KAM_NODE_TOTAL;
}

/* A column that NUMBER needs and that has no place yet; column_count: none. */
static size_t waits_for(const struct sorting *s, size_t number)
{
    const struct kam_expression *value = &s->model->columns[number].value;

    for (size_t i = 0; i < value->node_count; i++) {
        size_t other = has_column(&value->nodes[i])
                           ? kam_model_find_column(s->model, value->nodes[i].column)
                           : s->model->column_count;
        if (other < s->model->column_count && !s->done[other])
            return other;
    }
    return s->model->column_count;
}

/* KAM_USAGE: "a needs b, b needs a", where each column without a place waits for another one. */
static enum kam_status reject_cycle(const struct sorting *s, size_t number, struct kam_error *error)
{
    const struct kam_model *model = s->model;
    struct kam_buffer chain = {NULL, 0, 0};
    bool ok = true;

    /* After so many steps it is in the cycle, wherever it began. */
    for (size_t i = 0; i < model->column_count; i++)
        number = waits_for(s, number);
    size_t at = number;
    do {
        size_t next = waits_for(s, at);
        ok = ok && kam_buffer_printf(&chain, "%s%s needs %s", at == number ? "" : ", ",
                                     model->columns[at].name.ptr, model->columns[next].name.ptr);
        at = next;
    } while (at != number);
    enum kam_status status =
        ok ? kam_error_at(error, KAM_USAGE, &model->columns[number].place,
                          "[column %s]: computed from itself: %.*s",
                          model->columns[number].name.ptr, (int)chain.len, chain.ptr)
           : kam_error_nomem(error);
    kam_buffer_free(&chain);
    return status;
}

/* The order of computing: the first in the file that waits for nothing, again and again. */
static enum kam_status find_order(struct kam_model *model, struct kam_error *error)
{
    struct kam_arena *arena = &model->file.arena;
    size_t count = model->column_count;
    size_t *order = kam_arena_calloc(arena, count + 1, sizeof *order);
    struct sorting s = {model, kam_arena_calloc(arena, count + 1, sizeof *s.done)};

    if (!order || !s.done)
        return kam_error_nomem(error);
    for (size_t k = 0; k < count; k++) {
        size_t next = 0, blocked = count;
        while (next < count && (s.done[next] || waits_for(&s, next) < count)) {
            if (!s.done[next] && blocked == count)
                blocked = next;
            next++;
        }
        if (next == count)
            return reject_cycle(&s, blocked, error);
        s.done[next] = true;
        order[k] = next;
    }
    model->column_order = order;
    return KAM_OK;
}

/* What COLUMN needs has to be there when kam-score computes it, and be numbers. */
static enum kam_status check_needs(const struct kam_model_column *column,
                                   const struct kam_place *place, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < column->value.node_count && status == KAM_OK; i++) {
        const struct kam_node *node = &column->value.nodes[i];
        const struct kam_column *own = has_column(node) ? kam_column_find(node->column) : NULL;
        if (!own)
            continue;
        status = kam_modelbuild_check_stage(node->column, KAM_TOOL_SCORE, place, error);
        if (status == KAM_OK && own->type != KAM_TYPE_NUMBER)
            status = kam_error_at(error, KAM_USAGE, place, "%s holds no numbers",
                                  kam_show(node->column).s);
    }
    return status;
}

static enum kam_status build_column(struct kam_model_column *column,
                                    const struct kam_section_keys *keys)
{
    const struct kam_modelkey *value = kam_modelfile_key(keys->section, "value");
    const struct kam_modelkey *places = kam_modelfile_key(keys->section, "places");
    uint64_t said = 0;

    column->place = keys->section->place;
    column->name = keys->section->title;
    enum kam_status status =
        kam_expression_parse(&column->value, value->value, &value->place, keys->arena, keys->error);
    if (status == KAM_OK)
        status = kam_section_whole(keys, "places", &said);
    if (status != KAM_OK)
        return status;
    if (places)
        column->places = (int)said;
    else
        column->places =
            kam_expression_divides(&column->value) ? KAM_COLUMN_DIVIDED : KAM_COLUMN_EXACT;
    return check_needs(column, &value->place, keys->error);
}

enum kam_status kam_modelbuild_columns(struct kam_model *model, struct kam_error *error)
{
    struct kam_sections list;
    enum kam_status status =
        kam_modelbuild_select(&list, model, KAM_SECTION_COLUMN, KAM_ANY_CONDITION, error);

    if (status != KAM_OK)
        return status;
    struct kam_arena *arena = &model->file.arena;
    struct kam_model_column *columns = kam_arena_calloc(arena, list.count + 1, sizeof *columns);
    struct kam_text *names = kam_arena_calloc(arena, list.count + 1, sizeof *names);
    if (!columns || !names)
        return kam_error_nomem(error);
    for (size_t i = 0; i < list.count && status == KAM_OK; i++) {
        status = build_column(&columns[i], &(struct kam_section_keys){list.items[i], arena, error});
        names[i] = columns[i].name;
    }
    model->columns = columns;
    model->column_names = names;
    model->column_count = list.count;
    return status == KAM_OK ? find_order(model, error) : status;
}
