#include "model/modelbuild.h"

#include "model/hint.h"
#include "model/sectionkeys.h"
#include "table/columns.h"

/* ---- [grid] -------------------------------------------------------------------------------- */

/* The index of NAME among NAMES, or their number. */
static size_t find_name(const struct kam_text_list *names, struct kam_text name)
{
    size_t i = 0;

    while (i < names->count && !kam_text_equal(names->items[i], name))
        i++;
    return i;
}

static enum kam_status read_axis(struct kam_axis *axis, const struct kam_section_keys *keys,
                                 const char *name)
{
    const struct kam_modelkey *key = kam_modelfile_key(keys->section, name);
    enum kam_status status =
        kam_axis_parse(axis, key->value, &key->place, keys->arena, keys->error);

    if (!status)
        status = kam_modelbuild_check_stage(axis->column, KAM_TOOL_TIER, &key->place, keys->error);
    if (status)
        return status;
    const struct kam_column *own = kam_column_find(axis->column);
    if (own && own->type != KAM_TYPE_NUMBER)
        return kam_error_at(keys->error, KAM_USAGE, &key->place,
                            "%s holds no numbers that limits could divide",
                            kam_show(axis->column).s);
    return KAM_OK;
}

static enum kam_status read_classes(struct kam_model_grid *grid,
                                    const struct kam_section_keys *keys)
{
    const struct kam_modelkey *key = kam_modelfile_key(keys->section, "rows");
    struct kam_matrix matrix;
    enum kam_status status =
        kam_value_matrix(&matrix, key->value, &key->place, keys->arena, keys->error);

    if (status)
        return status;
    if (matrix.height != grid->contribution.limit_count + 1 ||
        matrix.width != grid->potential.limit_count + 1)
        return kam_error_at(keys->error, KAM_USAGE, &key->place,
                            "%zu by %zu classes, but the limits of contribution and potential "
                            "make %zu by %zu",
                            matrix.height, matrix.width, grid->contribution.limit_count + 1,
                            grid->potential.limit_count + 1);
    size_t count = matrix.height * matrix.width;
    struct kam_text *classes = kam_arena_calloc(keys->arena, count, sizeof *classes);
    size_t *boxes = kam_arena_calloc(keys->arena, count, sizeof *boxes);
    if (!classes || !boxes)
        return kam_error_nomem(keys->error);
    grid->height = matrix.height;
    grid->width = matrix.width;
    grid->classes.items = classes;
    grid->boxes = boxes;
    for (size_t i = 0; i < count; i++) {
        boxes[i] = find_name(&grid->classes, matrix.cells[i]);
        if (boxes[i] == grid->classes.count)
            classes[grid->classes.count++] = matrix.cells[i];
    }
    return KAM_OK;
}

static enum kam_status build_grid(struct kam_model *model, const struct kam_section_keys *keys)
{
    struct kam_model_grid *grid = &model->grid;
    enum kam_status status = read_axis(&grid->contribution, keys, "contribution");

    grid->place = keys->section->place;
    if (!status)
        status = read_axis(&grid->potential, keys, "potential");
    return status ? status : read_classes(grid, keys);
}

/* ---- [strategy NAME] ----------------------------------------------------------------------- */

/* KAM_USAGE where COLUMN isn't there yet when strategies are chosen. */
static enum kam_status check_column(struct kam_text column, const struct kam_place *place,
                                    struct kam_error *error)
{
    const struct kam_column *own = kam_column_find(column);

    if (!own || (own->stage != KAM_STAGE_DIFF &&
                 (own->stage != KAM_STAGE_TIER ||
                  !kam_text_starts_with(kam_text_of(own->name), KAM_TEXT("strategy")))))
        return KAM_OK;
    return kam_error_at(error, KAM_USAGE, place,
                        "%s doesn't exist yet when kam-tier chooses strategies",
                        kam_show(column).s);
}

static enum kam_status check_columns(const struct kam_condition *when,
                                     const struct kam_place *place, struct kam_error *error)
{
    struct kam_text column;
    enum kam_status status = KAM_OK;

    for (size_t i = 0; !status && kam_condition_column(when, &i, &column);)
        status = check_column(column, place, error);
    return status;
}

/* Whether WHEN asks for a history: for COLUMN, the first such. */
static bool is_historic(const struct kam_condition *when, struct kam_text *column)
{
    for (size_t i = 0; kam_condition_column(when, &i, column);) {
        const struct kam_column *own = kam_column_find(*column);
        if (own && own->stage == KAM_STAGE_HISTORY)
            return true;
    }
    return false;
}

/* kam-tier counts periods, and doesn't know what WHEN asks for. */
static enum kam_status check_periods(struct kam_model_strategy *strategy,
                                     const struct kam_modelkey *given,
                                     const struct kam_section_keys *keys)
{
    struct kam_text column;

    strategy->is_historic = is_historic(&strategy->when, &column);
    if (!strategy->is_historic || !given)
        return KAM_OK;
    return kam_error_at(keys->error, KAM_USAGE, &given->place,
                        "kam-tier counts these, and doesn't know %s, which kam-diff --history "
                        "finds; say in how many periods in the condition, periods >= %u",
                        kam_show(column).s, strategy->periods);
}

static enum kam_status build_strategy(struct kam_model_strategy *strategy, struct kam_model *model,
                                      const struct kam_section_keys *keys)
{
    const struct kam_modelkey *when = kam_modelfile_key(keys->section, "when");
    const struct kam_modelkey *given = kam_modelfile_key(keys->section, "periods");
    uint64_t periods = 1;
    enum kam_status status = kam_section_whole(keys, "periods", &periods);

    *strategy = (struct kam_model_strategy){
        .place = keys->section->place, .name = keys->section->title, .periods = (unsigned)periods};
    if (!status && given && !when)
        return kam_error_at(keys->error, KAM_USAGE, &given->place,
                            "periods of what? say a condition, when = ...");
    if (status || !when)
        return status;
    status = kam_modelbuild_read_condition(&strategy->when, model, when->value, &when->place,
                                           keys->error);
    if (!status)
        status = check_columns(&strategy->when, &when->place, keys->error);
    if (!status)
        status = check_periods(strategy, given, keys);
    return status ? status
                  : kam_modelbuild_check_asked(&strategy->when, model, &when->place, keys->error);
}

/* The index of the strategy NAME, which joins those there are if it is new; there is room. */
static size_t intern_strategy(struct kam_model_strategy *items, size_t *count, struct kam_text name,
                              const struct kam_place *place)
{
    size_t i = 0;

    while (i < *count && !kam_text_equal(items[i].name, name))
        i++;
    if (i == *count)
        items[(*count)++] =
            (struct kam_model_strategy){.place = *place, .name = name, .periods = 1};
    return i;
}

/* A class gives its strategy without asking for the condition. */
static enum kam_status check_of_class(const struct kam_model_strategy *strategy,
                                      const struct kam_modelkey *key, struct kam_error *error)
{
    struct kam_text column;

    if (!strategy->is_historic || !is_historic(&strategy->when, &column))
        return KAM_OK;
    return kam_error_at(error, KAM_USAGE, &key->place,
                        "strategy %s is for whom kam-diff --history finds by %s, and can't be that "
                        "of a whole class",
                        kam_show(strategy->name).s, kam_show(column).s);
}

/* The strategies of classes: CLASS = STRATEGY. */
static enum kam_status name_strategies(struct kam_model_grid *grid,
                                       const struct kam_section_keys *keys,
                                       struct kam_model_strategy *items, size_t *count)
{
    const struct kam_schema_section *schema = kam_schema_of(KAM_SECTION_GRID);
    size_t *strategies = kam_arena_calloc(keys->arena, grid->classes.count + 1, sizeof *strategies);
    enum kam_status status = strategies ? KAM_OK : kam_error_nomem(keys->error);

    grid->strategies = strategies;
    for (size_t i = 0; i < grid->classes.count && !status; i++)
        strategies[i] = KAM_NO_STRATEGY;
    for (size_t i = 0; i < keys->section->key_count && !status; i++) {
        const struct kam_modelkey *key = &keys->section->keys[i];
        struct kam_text class, name;
        if (kam_schema_key(schema, key->name))
            continue;
        status = kam_list_unquote(&class, key->name, &key->place, keys->arena, keys->error);
        if (!status)
            status = kam_list_unquote(&name, key->value, &key->place, keys->arena, keys->error);
        if (status)
            return status;
        size_t number = find_name(&grid->classes, class);
        if (number == grid->classes.count)
            return kam_error_at(keys->error, KAM_USAGE, &key->place,
                                "neither a key of [grid] nor a class in its rows%s",
                                kam_hint_among(class, grid->classes.items, grid->classes.count).s);
        strategies[number] = intern_strategy(items, count, name, &key->place);
        status = check_of_class(&items[strategies[number]], key, keys->error);
    }
    return status;
}

static bool has_class(const struct kam_model_grid *grid, size_t strategy)
{
    for (size_t i = 0; i < grid->classes.count; i++)
        if (grid->strategies[i] == strategy)
            return true;
    return false;
}

/* A strategy that can be nobody's is a mistake. */
static enum kam_status check_used(const struct kam_model *model, const struct kam_sections *list,
                                  struct kam_error *error)
{
    for (size_t i = 0; i < list->count; i++) {
        struct kam_place place = kam_modelbuild_place(list->items[i]);
        if (model->strategies.items[i].when.term_count == 0 && !has_class(&model->grid, i))
            return kam_error_at(error, KAM_USAGE, &place,
                                "nobody gets this: say for whom, when = ..., or name it in [grid]");
    }
    return KAM_OK;
}

static enum kam_status build_texts(struct kam_model *model, const struct kam_sections *list,
                                   struct kam_error *error)
{
    struct kam_arena *arena = &model->file.arena;
    size_t *rows = kam_arena_calloc(arena, list->count + 1, sizeof *rows);

    if (!rows)
        return kam_error_nomem(error);
    for (size_t i = 0; i < list->count; i++)
        rows[i] = i;
    return kam_modelbuild_texts(&model->strategies.texts, list, rows, model->strategies.count,
                                "strategy_", arena, error);
}

enum kam_status kam_modelbuild_grid(struct kam_model *model, struct kam_error *error)
{
    struct kam_arena *arena = &model->file.arena;
    struct kam_sections grids, list;
    enum kam_status status =
        kam_modelbuild_select(&grids, model, KAM_SECTION_GRID, KAM_ANY_CONDITION, error);

    if (!status)
        status =
            kam_modelbuild_select(&list, model, KAM_SECTION_STRATEGY, KAM_ANY_CONDITION, error);
    if (status)
        return status;
    struct kam_section_keys grid = {grids.count ? grids.items[0] : NULL, arena, error};
    size_t named = grids.count ? grids.items[0]->key_count : 0, count = list.count;
    struct kam_model_strategy *items =
        kam_arena_calloc(arena, list.count + named + 1, sizeof *items);
    if (!items)
        return kam_error_nomem(error);
    if (grids.count)
        status = build_grid(model, &grid);
    for (size_t i = 0; i < list.count && !status; i++)
        status = build_strategy(&items[i], model,
                                &(struct kam_section_keys){list.items[i], arena, error});
    if (!status && grids.count)
        status = name_strategies(&model->grid, &grid, items, &count);
    model->strategies.items = items;
    model->strategies.count = count;
    if (!status)
        status = check_used(model, &list, error);
    return status ? status : build_texts(model, &list, error);
}
