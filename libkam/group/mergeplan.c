#include "group/mergeplan.h"
#include "table/view.h"

static struct kam_place header_place(const struct kam_table *table, size_t column)
{
    return (struct kam_place){
        .file = table->files[0], .line = 1, .column = table->names[column].ptr};
}

static enum kam_status check_stages(const struct kam_table *table, struct kam_error *error)
{
    for (size_t i = 0; i < table->width; i++) {
        const struct kam_column *known = kam_column_find(table->names[i]);
        struct kam_place place = header_place(table, i);
        if (known && known->stage >= KAM_STAGE_CONTACT && known->stage <= KAM_STAGE_TIER)
            return kam_error_at(error, KAM_DATA, &place,
                                "what %s says of accounts doesn't hold for customers; merge "
                                "first, then score and tier",
                                known->stage == KAM_STAGE_TIER ? "kam-tier" : "kam-score");
    }
    return KAM_OK;
}

static const struct kam_field *find_field(const struct kam_fields *fields, struct kam_text name)
{
    for (size_t i = 0; i < fields->count; i++)
        if (kam_text_equal(fields->items[i].name, name))
            return &fields->items[i];
    return NULL;
}

/* False for what kam computes. */
static bool may_be_attribute(struct kam_text name)
{
    const struct kam_column *known = kam_column_find(name);

    return !known || known->stage != KAM_STAGE_IMPORT || known->type == KAM_TYPE_ID ||
           kam_text_equal(name, KAM_TEXT("account_name")) ||
           kam_text_equal(name, KAM_TEXT("currency"));
}

static enum kam_status plan_source(struct kam_merge_column *column, const struct kam_table *table,
                                   const struct kam_merge_rules *rules,
                                   const struct kam_fields *fields, struct kam_error *error)
{
    column->merge = rules->columns[column->source].merge;
    column->field = find_field(fields, column->name);
    column->part = KAM_MERGE_PART_ATTRIBUTE;
    if (column->field) {
        column->part =
            column->field->part == KAM_PART_ID ? KAM_MERGE_PART_ID : KAM_MERGE_PART_MEASURE;
    } else if (!may_be_attribute(column->name)) {
        struct kam_place place = header_place(table, column->source);
        return kam_error_at(error, KAM_DATA, &place,
                            "can't be computed for customers without the columns it comes from; "
                            "leave it out, too");
    }
    return KAM_OK;
}

/* The columns of OWN are in the order of enum kam_merge_part. */
static enum kam_status plan_columns(struct kam_merge_plan *plan, const struct kam_view *view,
                                    const struct kam_merge_rules *rules,
                                    const struct kam_fields *fields, struct kam_error *error)
{
    enum kam_merge_part next_own = KAM_MERGE_PART_MEMBER_COUNT;
    enum kam_status status = KAM_OK;

    for (size_t i = 0; !status && i < view->width; i++) {
        struct kam_merge_column *column = &plan->columns[plan->count];
        enum kam_cell_kind *kind = &plan->kinds[plan->count++];
        column->name = view->columns[i].name;
        column->source = view->columns[i].source;
        *kind = kam_column_cell_kind(column->name);
        /* Numbers that are passed on aren't sure to be any, and have to be quoted then. */
        if (*kind == KAM_CELL_NUMBER)
            *kind = KAM_CELL_TEXT;
        if (column->source == KAM_NO_COLUMN)
            column->part = next_own++;
        else
            status = plan_source(column, view->table, rules, fields, error);
    }
    return status;
}

static void find_runs(struct kam_merge_plan *plan)
{
    for (size_t i = plan->count; i-- > 0;) {
        struct kam_merge_column *column = &plan->columns[i];
        bool more = i + 1 < plan->count && column[1].source == column->source + 1;
        if (column->source != KAM_NO_COLUMN)
            column->run = 1 + (more ? column[1].run : 0);
    }
}

enum kam_status kam_merge_plan_make(struct kam_merge_plan *plan, const struct kam_table *table,
                                    const struct kam_merge_rules *rules, struct kam_arena *arena,
                                    struct kam_error *error)
{
    const struct kam_text own[] = {KAM_TEXT("member_count"), KAM_TEXT("members"),
                                   KAM_TEXT("own_revenue"), KAM_TEXT("branch_revenue")};
    const struct kam_view_added added = {.names = own, .count = sizeof own / sizeof *own};
    struct kam_place place = {.file = table->files[0], .line = 1};
    struct kam_view view = {.table = NULL};
    struct kam_fields fields;
    enum kam_status status = check_stages(table, error);

    *plan = (struct kam_merge_plan){.count = 0};
    if (!status)
        status = kam_account_row_find(&plan->row, &rules->layout, table->names, table->width,
                                      &place, arena, error);
    if (!status && !kam_fields_of(&fields, &rules->layout, plan->row.months, arena))
        status = kam_error_nomem(error);
    if (!status)
        status = kam_view_init(&view, table, KAM_STAGE_GROUP, &added, error);
    if (!status && (!(plan->columns = kam_arena_calloc(arena, view.width, sizeof *plan->columns)) ||
                    !(plan->kinds = kam_arena_calloc(arena, view.width, sizeof *plan->kinds))))
        status = kam_error_nomem(error);
    if (!status)
        status = plan_columns(plan, &view, rules, &fields, error);
    if (!status)
        find_runs(plan);
    kam_view_free(&view);
    return status;
}
