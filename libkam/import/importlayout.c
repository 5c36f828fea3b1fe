#include "import/importlayout.h"
#include "base/sort.h"
#include "import/importmap.h"
#include "import/rejects.h"
#include "table/columns.h"

#include <stdlib.h>

struct name_list {
    struct kam_text *items;
    size_t count, capacity;
};

static enum kam_status add_name(struct kam_import_plan *plan, struct name_list *list,
                                struct kam_text name, struct kam_error *error)
{
    struct kam_text copy;

    if (kam_text_among(list->items, list->count, name))
        return KAM_OK;
    if (!kam_arena_copy(&plan->arena, name, &copy) ||
        !kam_array_reserve(&list->items, &list->capacity, list->count + 1, sizeof copy))
        return kam_error_nomem(error);
    list->items[list->count++] = copy;
    return KAM_OK;
}

static bool any_has(const struct kam_import_plan *plan, enum kam_role role, struct kam_text name)
{
    for (size_t i = 0; i < plan->file_count; i++) {
        const struct kam_import_file *file = &plan->files[i];
        if (file->kind == KAM_INPUT_TABLE ? kam_text_among(file->names, file->width, name)
                                          : file->columns[role] != KAM_NO_COLUMN)
            return true;
    }
    return false;
}

static bool names_one(const struct kam_renamed_list *list, struct kam_text name)
{
    for (size_t i = 0; i < list->count; i++)
        if (kam_text_equal(list->items[i].name, name))
            return true;
    return false;
}

/* NAME is the count that comes with a collected set. */
static bool is_set_count(const struct kam_renamed_list *sets, struct kam_text name)
{
    static const struct kam_text suffix = {"_count", 6};

    if (name.len <= suffix.len ||
        memcmp(name.ptr + name.len - suffix.len, suffix.ptr, suffix.len) != 0)
        return false;
    return names_one(sets, (struct kam_text){name.ptr, name.len - suffix.len});
}

/* Columns of an account table that nothing else explains are attributes. */
static enum kam_status add_table_attributes(struct kam_import_plan *plan,
                                            const struct kam_import_options *options,
                                            const struct kam_import_file *file,
                                            struct name_list *list, struct kam_error *error)
{
    bool measures = false; /* between `lines` and the first month stand measures only */
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < file->width && !status; i++) {
        struct kam_text name = file->names[i];
        if (kam_text_equal(name, KAM_TEXT("lines")))
            measures = true;
        else if (kam_column_month(name) != KAM_MONTH_NONE)
            measures = false;
        if (kam_column_find(name) || names_one(&options->sum, name) ||
            names_one(&options->collect, name) || is_set_count(&options->collect, name) ||
            kam_text_among(options->joined, options->joined_count, name))
            continue;
        if (measures && !names_one(&options->keep, name)) {
            struct kam_place place = {.file = file->path, .line = file->header_line};
            return kam_error_at(error, KAM_DATA, &place,
                                "column %s stands among the measures: say --sum or --collect as "
                                "when the table was made, or --keep to take it as an attribute",
                                kam_show(name).s);
        }
        status = add_name(plan, list, name, error);
    }
    return status;
}

static int compare_names(uint32_t a, uint32_t b, void *context)
{
    const struct kam_text *names = context;

    return kam_text_order(names[a], names[b]);
}

/* Sort the names from FROM on: they came in the order of the files. */
static enum kam_status sort_names(struct name_list *list, size_t from, struct kam_error *error)
{
    size_t count = list->count - from;
    uint32_t *order = malloc((count + 1) * sizeof *order);
    struct kam_text *copy = malloc((count + 1) * sizeof *copy);
    bool ok = order && copy;

    for (size_t i = 0; ok && i < count; i++) {
        order[i] = (uint32_t)i;
        copy[i] = list->items[from + i];
    }
    ok = ok && kam_sort(order, count, compare_names, copy);
    for (size_t i = 0; ok && i < count; i++)
        list->items[from + i] = copy[order[i]];
    free(order);
    free(copy);
    return ok ? KAM_OK : kam_error_nomem(error);
}

static enum kam_status make_attributes(struct kam_import_plan *plan,
                                       const struct kam_import_options *options,
                                       struct name_list *list, struct kam_error *error)
{
    static const struct {
        enum kam_role role;
        struct kam_text name;
    } roles[] = {
        {KAM_ROLE_NAME, {"account_name", 12}},
        {KAM_ROLE_GROUP, {"group_id", 8}},
        {KAM_ROLE_PAYER, {"payer_id", 8}},
    };
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < sizeof roles / sizeof *roles && !status; i++)
        if (any_has(plan, roles[i].role, roles[i].name))
            status = add_name(plan, list, roles[i].name, error);
    for (size_t i = 0; i < options->keep.count && !status; i++) {
        const struct kam_renamed *keep = &options->keep.items[i];
        bool joined =
            kam_text_among(options->join_columns, options->join_column_count, keep->column) &&
            !kam_import_plan_exports(plan, keep->column);
        if (!joined)
            status = add_name(plan, list, keep->name, error);
    }
    size_t from = list->count;
    for (size_t i = 0; i < plan->file_count && !status; i++)
        if (plan->files[i].kind == KAM_INPUT_TABLE)
            status = add_table_attributes(plan, options, &plan->files[i], list, error);
    return status ? status : sort_names(list, from, error);
}

enum kam_status kam_import_layout_make(struct kam_import_plan *plan,
                                       const struct kam_import_options *options,
                                       struct kam_error *error)
{
    struct name_list attributes = {NULL, 0, 0}, sums = {NULL, 0, 0}, sets = {NULL, 0, 0};
    enum kam_status status = make_attributes(plan, options, &attributes, error);

    plan->layout.attributes = attributes.items;
    plan->layout.attribute_count = attributes.count;
    if (!status && any_has(plan, KAM_ROLE_COST, KAM_TEXT("cost")))
        status = add_name(plan, &sums, KAM_TEXT("cost"), error);
    for (size_t i = 0; i < options->sum.count && !status; i++)
        status = add_name(plan, &sums, options->sum.items[i].name, error);
    plan->layout.sums = sums.items;
    plan->layout.sum_count = sums.count;
    if (!status && any_has(plan, KAM_ROLE_SERVICE, KAM_TEXT("services")))
        status = add_name(plan, &sets, KAM_TEXT("services"), error);
    for (size_t i = 0; i < options->collect.count && !status; i++)
        status = add_name(plan, &sets, options->collect.items[i].name, error);
    plan->layout.sets = sets.items;
    plan->layout.set_count = sets.count;
    return status;
}

static const struct kam_renamed *find_renamed(const struct kam_renamed_list *list,
                                              struct kam_text name)
{
    for (size_t i = 0; i < list->count; i++)
        if (kam_text_equal(list->items[i].name, name))
            return &list->items[i];
    return NULL;
}

/* The column for item NAME of the layout: LIST's, or that of a role; else none. */
static enum kam_status place_item(const struct kam_import_file *file, struct kam_text name,
                                  const struct kam_renamed_list *list, const char *option,
                                  size_t *column, const struct kam_place *place,
                                  struct kam_error *error)
{
    static const struct {
        struct kam_text name;
        enum kam_role role;
    } roles[] = {
        {{"account_name", 12}, KAM_ROLE_NAME}, {{"group_id", 8}, KAM_ROLE_GROUP},
        {{"payer_id", 8}, KAM_ROLE_PAYER},     {{"cost", 4}, KAM_ROLE_COST},
        {{"services", 8}, KAM_ROLE_SERVICE},
    };
    const struct kam_renamed *renamed = find_renamed(list, name);

    *column = KAM_NO_COLUMN;
    if (!renamed) {
        for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
            if (kam_text_equal(name, roles[i].name))
                *column = file->columns[roles[i].role];
        return KAM_OK;
    }
    enum kam_status status = kam_import_map_column(file, renamed->column, column, place, error);
    if (status || *column != KAM_NO_COLUMN)
        return status;
    if (!kam_text_equal(renamed->name, renamed->column) &&
        kam_text_among(file->names, file->width, renamed->name))
        return kam_error_at(error, KAM_DATA, place,
                            "no column %s for --%s; it is NEW=COLUMN, and %s is a column",
                            kam_show(renamed->column).s, option, kam_show(renamed->name).s);
    return kam_import_map_missing(file, renamed->column, option, place, error);
}

static enum kam_status place_invoice(struct kam_import_plan *plan, struct kam_import_file *file,
                                     const struct kam_import_options *options,
                                     const struct kam_place *place, struct kam_error *error)
{
    const struct kam_text_list *parts = &options->reading.invoice;
    enum kam_status status = KAM_OK;

    file->invoice = kam_arena_calloc(&plan->arena, parts->count, sizeof *file->invoice);
    if (!file->invoice)
        return kam_error_nomem(error);
    for (size_t i = 0; i < parts->count && !status; i++) {
        status = kam_import_map_column(file, parts->items[i], &file->invoice[i], place, error);
        if (!status && file->invoice[i] == KAM_NO_COLUMN)
            status = kam_import_map_missing(file, parts->items[i], "invoice", place, error);
    }
    return status;
}

static enum kam_status place_raw(struct kam_import_plan *plan, struct kam_import_file *file,
                                 const struct kam_import_options *options,
                                 const struct kam_place *place, struct kam_error *error)
{
    const struct kam_layout *layout = &plan->layout;
    enum kam_status status = KAM_OK;

    file->attributes =
        kam_arena_calloc(&plan->arena, layout->attribute_count, sizeof *file->attributes);
    file->sums = kam_arena_calloc(&plan->arena, layout->sum_count, sizeof *file->sums);
    file->sets = kam_arena_calloc(&plan->arena, layout->set_count, sizeof *file->sets);
    if (!file->attributes || !file->sums || !file->sets)
        return kam_error_nomem(error);
    for (size_t i = 0; i < layout->attribute_count && !status; i++)
        status = place_item(file, layout->attributes[i], &options->keep, "keep",
                            &file->attributes[i], place, error);
    for (size_t i = 0; i < layout->sum_count && !status; i++) {
        status =
            place_item(file, layout->sums[i], &options->sum, "sum", &file->sums[i], place, error);
        if (!status && file->sums[i] == KAM_NO_COLUMN)
            status = kam_import_map_missing(file, layout->sums[i], "cost, which other inputs have",
                                            place, error);
    }
    for (size_t i = 0; i < layout->set_count && !status; i++) {
        status = place_item(file, layout->sets[i], &options->collect, "collect", &file->sets[i],
                            place, error);
        if (!status && file->sets[i] == KAM_NO_COLUMN)
            status = kam_import_map_missing(file, layout->sets[i],
                                            "service, which other inputs have", place, error);
    }
    return status ? status : place_invoice(plan, file, options, place, error);
}

enum kam_status kam_import_layout_place(struct kam_import_plan *plan,
                                        const struct kam_import_options *options,
                                        struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < plan->file_count && !status; i++) {
        struct kam_import_file *file = &plan->files[i];
        const char *name = strcmp(file->path, "-") == 0 ? "standard input" : file->path;
        struct kam_place place = {name, (unsigned)i, file->header_line, NULL};
        status = file->kind == KAM_INPUT_TABLE
                     ? kam_account_row_find(&file->row, &plan->layout, file->names, file->width,
                                            &place, &plan->arena, error)
                     : place_raw(plan, file, options, &place, error);
    }
    return status;
}

static enum kam_status check_names(const struct kam_renamed_list *list, const char *option,
                                   const struct kam_import_options *options,
                                   struct kam_error *error)
{
    for (size_t i = 0; i < list->count; i++) {
        struct kam_text name = list->items[i].name;
        int uses = 0;
        const struct kam_renamed_list *const lists[] = {&options->keep, &options->sum,
                                                        &options->collect};
        for (size_t l = 0; l < sizeof lists / sizeof *lists; l++)
            for (size_t j = 0; j < lists[l]->count; j++)
                uses += kam_text_equal(lists[l]->items[j].name, name);
        if (uses > 1 || is_set_count(&options->collect, name))
            return kam_error_set(error, KAM_USAGE, "--%s: two columns would be called %s", option,
                                 kam_show(name).s);
    }
    return KAM_OK;
}

enum kam_status kam_import_layout_check_names(const struct kam_import_options *options,
                                              struct kam_error *error)
{
    enum kam_status status = check_names(&options->keep, "keep", options, error);

    if (!status)
        status = check_names(&options->sum, "sum", options, error);
    return status ? status : check_names(&options->collect, "collect", options, error);
}
