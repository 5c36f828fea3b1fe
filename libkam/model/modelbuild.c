#include "model/modelbuild.h"

#include "table/columns.h"

struct kam_place kam_modelbuild_place(const struct kam_modelsection *section)
{
    struct kam_place place = section->place;

    place.column = section->shown.ptr;
    return place;
}

enum kam_status kam_modelbuild_select(struct kam_section_list *list, struct kam_model *model,
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

/* True for the columns of kam-score that are there before it scores: those of contacts. */
static bool is_relationship(struct kam_text column)
{
    return kam_text_equal(column, KAM_TEXT("closeness")) ||
           kam_text_equal(column, KAM_TEXT("advantage")) ||
           kam_text_equal(column, KAM_TEXT("advantage_2"));
}

/* True for the columns of kam-tier that are there before it cuts. */
static bool is_rank(struct kam_text column)
{
    return kam_text_equal(column, KAM_TEXT("rank")) || kam_text_equal(column, KAM_TEXT("share")) ||
           kam_text_equal(column, KAM_TEXT("cumulative_share"));
}

enum kam_status kam_modelbuild_check_stage(struct kam_text column, enum kam_tool stage,
                                           const struct kam_place *place, struct kam_error *error)
{
    const struct kam_column *own = kam_column_find(column);
    enum kam_column_stage limit = stage == KAM_TOOL_SCORE ? KAM_STAGE_SCORE : KAM_STAGE_TIER;

    if (!own || own->stage < limit || own->stage == KAM_STAGE_LIST || is_relationship(column) ||
        (stage == KAM_TOOL_TIER && is_rank(column)))
        return KAM_OK;
    return kam_error_at(error, KAM_USAGE, place, "%s doesn't exist yet when %s applies this",
                        kam_show(column).s, kam_tool_name(stage));
}

/* ---- simple values of keys that may be absent ---------------------------------------------- */

/* The sections being read, and what is needed for reading them. */
struct reader {
    const struct kam_modelsection *section;
    struct kam_arena *arena;
    struct kam_error *error;
};

static enum kam_status read_name(const struct reader *r, const char *name, struct kam_text *value)
{
    const struct kam_modelkey *key = kam_modelfile_key(r->section, name);

    return key ? kam_list_unquote(value, key->value, &key->place, r->arena, r->error) : KAM_OK;
}

static enum kam_status read_list(const struct reader *r, const char *name,
                                 struct kam_text_list *value)
{
    const struct kam_modelkey *key = kam_modelfile_key(r->section, name);

    return key ? kam_list_parse(value, key->value, ',', &key->place, r->arena, r->error) : KAM_OK;
}

static enum kam_status read_columns(const struct reader *r, const char *name,
                                    struct kam_renamed_list *value)
{
    const struct kam_modelkey *key = kam_modelfile_key(r->section, name);

    return key ? kam_value_columns(value, key->value, &key->place, r->arena, r->error) : KAM_OK;
}

static enum kam_status read_whole(const struct reader *r, const char *name, uint64_t *value)
{
    const struct kam_modelkey *key = kam_modelfile_key(r->section, name);

    return key ? kam_value_whole(value, key->value, 0, UINT32_MAX, &key->place, r->error) : KAM_OK;
}

/* ---- [model] ------------------------------------------------------------------------------- */

static enum kam_status build_model(struct kam_model *model, struct kam_error *error)
{
    struct kam_section_list list;
    enum kam_status status =
        kam_modelbuild_select(&list, model, KAM_SECTION_MODEL, KAM_ANY_CONDITION, error);

    if (status != KAM_OK || !list.count)
        return status;
    struct reader r = {list.items[0], &model->file.arena, error};
    const struct kam_modelkey *name = kam_modelfile_key(r.section, "name");
    const struct kam_modelkey *missing = kam_modelfile_key(r.section, "missing");
    uint64_t window = 0;
    model->place = r.section->place;
    model->name = name ? name->value : model->name;
    status = read_whole(&r, "window", &window);
    model->window = (int)window;
    if (status == KAM_OK && missing) {
        size_t word = 0;
        status = kam_value_word(&word, missing->value, "skip zero error", &missing->place, error);
        model->missing = (enum kam_missing)word;
    }
    return status;
}

/* ---- [import] ------------------------------------------------------------------------------ */

/* How the export is written: keys that are options of kam-import, too. */
static enum kam_status read_reading(const struct reader *r, struct kam_import_reading *reading)
{
    const struct kam_modelkey *header = kam_modelfile_key(r->section, "header-line");
    const struct kam_modelkey *dates = kam_modelfile_key(r->section, "dates");
    const struct kam_modelkey *decimal = kam_modelfile_key(r->section, "decimal");
    const struct kam_modelkey *unit = kam_modelfile_key(r->section, "unit");
    enum kam_status status = KAM_OK;

    if (header)
        status = kam_value_line_range(&reading->header, header->value, &header->place, r->error);
    if (!status && dates)
        status = kam_value_dates(&reading->dates, dates->value, &dates->place, r->error);
    if (!status && decimal)
        status =
            kam_value_decimal_sign(&reading->decimal, decimal->value, &decimal->place, r->error);
    if (!status && unit)
        status = kam_value_units(&reading->units, unit->value, &unit->place, r->arena, r->error);
    if (!status)
        status = read_list(r, "columns", &reading->columns);
    if (!status && header && reading->columns.count)
        status = kam_error_at(r->error, KAM_USAGE, &header->place,
                              "a file with 'columns' has no header; remove one of the two");
    return status ? status : read_list(r, "invoice", &reading->invoice);
}

static enum kam_status build_import(struct kam_model_import *import, const struct reader *r)
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
    const struct kam_modelkey *delimiter = kam_modelfile_key(r->section, "delimiter");
    const struct kam_modelkey *round = kam_modelfile_key(r->section, "round");
    enum kam_status status = KAM_OK;
    uint64_t places = 0;

    import->place = r->section->place;
    import->title = r->section->title;
    for (size_t i = 0; i < sizeof names / sizeof *names && status == KAM_OK; i++)
        status = read_name(r, names[i].name, names[i].value);
    if (status == KAM_OK)
        status = read_columns(r, "keep", &import->keep);
    if (status == KAM_OK)
        status = read_columns(r, "sum", &import->sum);
    if (status == KAM_OK)
        status = read_columns(r, "collect", &import->collect);
    if (status == KAM_OK)
        status = read_whole(r, "round", &places);
    import->round = round ? (int)places : -1;
    if (status == KAM_OK)
        status = read_reading(r, &import->reading);
    if (status == KAM_OK && delimiter)
        status = kam_value_delimiter(&import->delimiter, delimiter->value, &delimiter->place,
                                     r->arena, r->error);
    return status;
}

static enum kam_status build_imports(struct kam_model *model, struct kam_error *error)
{
    struct kam_section_list list;
    enum kam_status status =
        kam_modelbuild_select(&list, model, KAM_SECTION_IMPORT, KAM_ANY_CONDITION, error);

    if (status != KAM_OK)
        return status;
    struct kam_model_import *imports =
        kam_arena_calloc(&model->file.arena, list.count + 1, sizeof *imports);
    if (!imports)
        return kam_error_nomem(error);
    for (size_t i = 0; i < list.count && status == KAM_OK; i++)
        status =
            build_import(&imports[i], &(struct reader){list.items[i], &model->file.arena, error});
    model->imports = imports;
    model->import_count = list.count;
    return status;
}

/* ---- [group], [attribute], [column] -------------------------------------------------------- */

static enum kam_status build_group(struct kam_model *model, struct kam_error *error)
{
    struct kam_section_list list;
    struct kam_model_group *group = &model->group;
    enum kam_status status =
        kam_modelbuild_select(&list, model, KAM_SECTION_GROUP, KAM_ANY_CONDITION, error);

    if (status != KAM_OK || !list.count)
        return status;
    struct reader r = {list.items[0], &model->file.arena, error};
    group->place = r.section->place;
    status = read_list(&r, "same", &group->same);
    if (status == KAM_OK)
        status = read_name(&r, "relations", &group->relations);
    if (status == KAM_OK)
        status = read_list(&r, "ignore-payer", &group->ignore_payer);
    if (status == KAM_OK)
        status = read_whole(&r, "max-members", &group->max_members);
    return status;
}

static enum kam_status build_attributes(struct kam_model *model, struct kam_error *error)
{
    struct kam_section_list list;
    enum kam_status status =
        kam_modelbuild_select(&list, model, KAM_SECTION_ATTRIBUTE, KAM_ANY_CONDITION, error);

    if (status != KAM_OK)
        return status;
    struct kam_model_attribute *attributes =
        kam_arena_calloc(&model->file.arena, list.count + 1, sizeof *attributes);
    if (!attributes)
        return kam_error_nomem(error);
    for (size_t i = 0; i < list.count && status == KAM_OK; i++) {
        const struct kam_modelkey *merge = kam_modelfile_key(list.items[i], "merge");
        size_t word = 0;
        status = kam_value_word(&word, merge->value, "sum max min set head", &merge->place, error);
        attributes[i] = (struct kam_model_attribute){list.items[i]->place, list.items[i]->title,
                                                     (enum kam_attribute_merge)word};
    }
    model->attributes = attributes;
    model->attribute_count = list.count;
    return status;
}

static enum kam_status build_columns(struct kam_model *model, struct kam_error *error)
{
    struct kam_section_list list;
    enum kam_status status =
        kam_modelbuild_select(&list, model, KAM_SECTION_COLUMN, KAM_ANY_CONDITION, error);

    if (status != KAM_OK)
        return status;
    struct kam_arena *arena = &model->file.arena;
    struct kam_model_column *columns = kam_arena_calloc(arena, list.count + 1, sizeof *columns);
    if (!columns)
        return kam_error_nomem(error);
    for (size_t i = 0; i < list.count && status == KAM_OK; i++) {
        const struct kam_modelkey *value = kam_modelfile_key(list.items[i], "value");
        columns[i].place = list.items[i]->place;
        columns[i].name = list.items[i]->title;
        status = kam_expression_parse(&columns[i].value, value->value, &value->place, arena, error);
    }
    model->columns = columns;
    model->column_count = list.count;
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
        status = build_columns(model, error);
    if (status == KAM_OK)
        status = kam_modelbuild_dimensions(model, error);
    if (status == KAM_OK)
        status = kam_modelbuild_tiers(model, error);
    return status;
}
