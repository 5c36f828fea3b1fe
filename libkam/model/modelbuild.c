#include "model/modelbuild.h"

#include "model/sectionkeys.h"
#include "table/columns.h"

struct kam_place kam_modelbuild_place(const struct kam_modelsection *section)
{
    struct kam_place place = section->place;

    place.column = section->shown.ptr;
    return place;
}

enum kam_status kam_modelbuild_select(struct kam_sections *list, struct kam_model *model,
                                      enum kam_section_kind kind, enum kam_section_filter filter,
                                      struct kam_error *error)
{
    struct kam_text name = kam_text_of(kam_schema_of(kind)->name);
    struct kam_modelfile *file = &model->file;

    list->count = 0;
    list->items = kam_arena_calloc(&file->arena, file->section_count + 1, sizeof *list->items);
    if (!list->items)
        return kam_error_nomem(error);
    for (size_t i = 0; i < file->section_count; i++) {
        const struct kam_modelsection *section = &file->sections[i];
        if (kam_text_equal(section->kind, name) &&
            (filter == KAM_ANY_CONDITION || !section->condition.len))
            list->items[list->count++] = section;
    }
    return KAM_OK;
}

/* True for the columns of kam-tier that are there before it cuts. */
static bool is_rank(struct kam_text column)
{
    return kam_text_equal(column, KAM_TEXT("rank")) || kam_text_equal(column, KAM_TEXT("share")) ||
           kam_text_equal(column, KAM_TEXT("cumulative_share"));
}

static const char *const tool_names[] = {
    [KAM_TOOL_SCORE] = "kam-score", [KAM_TOOL_TIER] = "kam-tier", [KAM_TOOL_DIFF] = "kam-diff"};

enum kam_status kam_modelbuild_check_stage(struct kam_text column, enum kam_tool stage,
                                           const struct kam_place *place, struct kam_error *error)
{
    const struct kam_column *own = kam_column_find(column);
    enum kam_column_stage limit = stage == KAM_TOOL_SCORE  ? KAM_STAGE_SCORE
                                  : stage == KAM_TOOL_DIFF ? KAM_STAGE_DIFF
                                                           : KAM_STAGE_TIER;

    if (!own || own->stage < limit || own->stage == KAM_STAGE_LIST ||
        (stage == KAM_TOOL_TIER && is_rank(column)))
        return KAM_OK;
    return kam_error_at(error, KAM_USAGE, place, "%s doesn't exist yet when %s applies this",
                        kam_show(column).s, tool_names[stage]);
}

enum kam_status kam_modelbuild_check_condition(const struct kam_condition *condition,
                                               enum kam_tool stage, const struct kam_place *place,
                                               struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < condition->term_count && status == KAM_OK; i++) {
        const struct kam_term *term = &condition->terms[i];
        const struct kam_operand *other = kam_term_other(term);
        if (!term->months)
            status = kam_modelbuild_check_stage(term->column, stage, place, error);
        if (status == KAM_OK && other && other->kind == KAM_OPERAND_COLUMN)
            status = kam_modelbuild_check_stage(other->text, stage, place, error);
    }
    return status;
}

struct kam_condition_reader kam_modelbuild_reader(struct kam_model *model,
                                                  const struct kam_place *place,
                                                  struct kam_error *error)
{
    return (struct kam_condition_reader){.place = place,
                                         .arena = &model->file.arena,
                                         .error = error,
                                         .numeric = model->column_names,
                                         .numeric_count = model->column_count};
}

enum kam_status kam_modelbuild_read_condition(struct kam_condition *condition,
                                              struct kam_model *model, struct kam_text text,
                                              const struct kam_place *place,
                                              struct kam_error *error)
{
    const struct kam_condition_reader reader = kam_modelbuild_reader(model, place, error);

    return kam_condition_read(condition, text, &reader);
}

enum kam_status kam_modelbuild_condition(struct kam_condition *condition, struct kam_model *model,
                                         struct kam_text text, enum kam_tool stage,
                                         const struct kam_place *place, struct kam_error *error)
{
    enum kam_status status = kam_modelbuild_read_condition(condition, model, text, place, error);

    return status == KAM_OK ? kam_modelbuild_check_condition(condition, stage, place, error)
                            : status;
}

enum kam_status kam_modelbuild_check_input(struct kam_text column, const struct kam_place *place,
                                           struct kam_error *error)
{
    const struct kam_column *own = kam_column_find(column);

    if (!own || own->stage < KAM_STAGE_TIER)
        return KAM_OK;
    return kam_error_at(error, KAM_USAGE, place, "%s doesn't exist yet when kam-tier ranks",
                        kam_show(column).s);
}

/* ---- [model] ------------------------------------------------------------------------------- */

static enum kam_status build_model(struct kam_model *model, struct kam_error *error)
{
    struct kam_sections list;
    enum kam_status status =
        kam_modelbuild_select(&list, model, KAM_SECTION_MODEL, KAM_ANY_CONDITION, error);

    if (status != KAM_OK || !list.count)
        return status;
    struct kam_section_keys keys = {list.items[0], &model->file.arena, error};
    const struct kam_modelkey *name = kam_modelfile_key(keys.section, "name");
    uint64_t window = 0;
    size_t missing = KAM_MISSING_SKIP;
    model->place = keys.section->place;
    model->name = name ? name->value : model->name;
    status = kam_section_whole(&keys, "window", &window);
    model->window = (int)window;
    if (status == KAM_OK)
        status = kam_section_word(&keys, "missing", &missing);
    model->missing = (enum kam_missing)missing;
    return status;
}

/* ---- [import] ------------------------------------------------------------------------------ */

/* How the export is written: keys that are options of kam-import, too. */
static enum kam_status read_reading(const struct kam_section_keys *keys,
                                    struct kam_import_reading *reading)
{
    const struct kam_modelkey *header = kam_modelfile_key(keys->section, "header-line");
    const struct kam_modelkey *dates = kam_modelfile_key(keys->section, "dates");
    const struct kam_modelkey *decimal = kam_modelfile_key(keys->section, "decimal");
    const struct kam_modelkey *unit = kam_modelfile_key(keys->section, "unit");
    enum kam_status status = KAM_OK;

    if (header)
        status = kam_value_line_range(&reading->header, header->value, &header->place, keys->error);
    if (!status && dates)
        status = kam_value_dates(&reading->dates, dates->value, &dates->place, keys->error);
    if (!status && decimal)
        status =
            kam_value_decimal_sign(&reading->decimal, decimal->value, &decimal->place, keys->error);
    if (!status && unit)
        status =
            kam_value_units(&reading->units, unit->value, &unit->place, keys->arena, keys->error);
    if (!status)
        status = kam_section_list(keys, "columns", &reading->columns);
    if (!status && header && reading->columns.count)
        status = kam_error_at(keys->error, KAM_USAGE, &header->place,
                              "a file with 'columns' has no header; remove one of the two");
    return status ? status : kam_section_list(keys, "invoice", &reading->invoice);
}

static enum kam_status build_import(struct kam_model_import *import,
                                    const struct kam_section_keys *keys)
{
    const struct {
        const char *name;
        struct kam_text *value;
    } names[] = {
        {"account", &import->account},   {"name", &import->name},
        {"group", &import->group},       {"payer", &import->payer},
        {"month", &import->month},       {"amount", &import->amount},
        {"cost", &import->cost},         {"service", &import->service},
        {"encoding", &import->encoding}, {"prefix", &import->prefix},
        {"currency", &import->currency},
    };
    const struct kam_modelkey *delimiter = kam_modelfile_key(keys->section, "delimiter");
    const struct kam_modelkey *round = kam_modelfile_key(keys->section, "round");
    enum kam_status status = KAM_OK;
    uint64_t places = 0;

    import->place = keys->section->place;
    import->title = keys->section->title;
    for (size_t i = 0; i < sizeof names / sizeof *names && status == KAM_OK; i++)
        status = kam_section_name(keys, names[i].name, names[i].value);
    if (status == KAM_OK)
        status = kam_section_columns(keys, "keep", &import->keep);
    if (status == KAM_OK)
        status = kam_section_columns(keys, "sum", &import->sum);
    if (status == KAM_OK)
        status = kam_section_columns(keys, "collect", &import->collect);
    if (status == KAM_OK)
        status = kam_section_whole(keys, "round", &places);
    import->round = round ? (int)places : -1;
    if (status == KAM_OK)
        status = read_reading(keys, &import->reading);
    if (status == KAM_OK && delimiter)
        status = kam_value_delimiter(&import->delimiter, delimiter->value, &delimiter->place,
                                     keys->arena, keys->error);
    return status;
}

static enum kam_status build_imports(struct kam_model *model, struct kam_error *error)
{
    struct kam_sections list;
    enum kam_status status =
        kam_modelbuild_select(&list, model, KAM_SECTION_IMPORT, KAM_ANY_CONDITION, error);

    if (status != KAM_OK)
        return status;
    struct kam_model_import *imports =
        kam_arena_calloc(&model->file.arena, list.count + 1, sizeof *imports);
    if (!imports)
        return kam_error_nomem(error);
    for (size_t i = 0; i < list.count && status == KAM_OK; i++)
        status = build_import(&imports[i],
                              &(struct kam_section_keys){list.items[i], &model->file.arena, error});
    model->imports = imports;
    model->import_count = list.count;
    return status;
}

/* ---- [group], [attribute] ------------------------------------------------------------------ */

static enum kam_status build_group(struct kam_model *model, struct kam_error *error)
{
    struct kam_sections list;
    struct kam_model_group *group = &model->group;
    enum kam_status status =
        kam_modelbuild_select(&list, model, KAM_SECTION_GROUP, KAM_ANY_CONDITION, error);

    if (status != KAM_OK || !list.count)
        return status;
    struct kam_section_keys keys = {list.items[0], &model->file.arena, error};
    group->place = keys.section->place;
    status = kam_section_list(&keys, "same", &group->same);
    if (status == KAM_OK)
        status = kam_section_name(&keys, "relations", &group->relations);
    if (status == KAM_OK)
        status = kam_section_list(&keys, "ignore-payer", &group->ignore_payer);
    if (status == KAM_OK)
        status = kam_section_whole(&keys, "max-members", &group->max_members);
    return status;
}

static enum kam_status build_attributes(struct kam_model *model, struct kam_error *error)
{
    struct kam_sections list;
    enum kam_status status =
        kam_modelbuild_select(&list, model, KAM_SECTION_ATTRIBUTE, KAM_ANY_CONDITION, error);

    if (status != KAM_OK)
        return status;
    struct kam_model_attribute *attributes =
        kam_arena_calloc(&model->file.arena, list.count + 1, sizeof *attributes);
    if (!attributes)
        return kam_error_nomem(error);
    for (size_t i = 0; i < list.count && status == KAM_OK; i++) {
        struct kam_section_keys keys = {list.items[i], &model->file.arena, error};
        size_t merge = 0;
        status = kam_section_word(&keys, "merge", &merge);
        attributes[i] = (struct kam_model_attribute){list.items[i]->place, list.items[i]->title,
                                                     (enum kam_attribute_merge)merge};
    }
    model->attributes = attributes;
    model->attribute_count = list.count;
    return status;
}

enum kam_status kam_modelbuild(struct kam_model *model, struct kam_error *error)
{
    enum kam_status status = build_model(model, error);

    if (status == KAM_OK)
        status = build_imports(model, error);
    if (status == KAM_OK)
        status = build_group(model, error);
    if (status == KAM_OK)
        status = build_attributes(model, error);
    if (status == KAM_OK)
        status = kam_modelbuild_columns(model, error);
    if (status == KAM_OK)
        status = kam_modelbuild_contacts(model, error);
    if (status == KAM_OK)
        status = kam_modelbuild_weights(model, error);
    if (status == KAM_OK)
        status = kam_modelbuild_dimensions(model, error);
    if (status == KAM_OK)
        status = kam_modelbuild_weights_fit(model, error);
    if (status == KAM_OK)
        status = kam_modelbuild_tiers(model, error);
    if (status == KAM_OK)
        status = kam_modelbuild_rules(model, error);
    if (status == KAM_OK)
        status = kam_modelbuild_grid(model, error);
    if (status == KAM_OK)
        status = kam_modelbuild_policies(model, error);
    if (status == KAM_OK)
        status = kam_modelbuild_service(model, error);
    if (status == KAM_OK)
        status = kam_modelbuild_risks(model, error);
    return status;
}
