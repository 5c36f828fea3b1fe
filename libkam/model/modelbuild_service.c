#include "model/modelbuild.h"

#include "model/hint.h"
#include "model/sectionkeys.h"
#include "table/columns.h"

/* ---- [managers] ---------------------------------------------------------------------------- */

static enum kam_status read_managers(struct kam_model_managers *managers,
                                     const struct kam_section_keys *keys)
{
    const struct kam_modelkey *column = kam_modelfile_key(keys->section, "column");

    managers->place = keys->section->place;
    enum kam_status status = kam_section_name(keys, "column", &managers->column);
    if (status == KAM_OK && column)
        status = kam_modelbuild_check_input(managers->column, &column->place, keys->error);
    if (status == KAM_OK)
        status = kam_section_whole(keys, "count", &managers->count);
    if (status == KAM_OK)
        status = kam_section_whole(keys, "span", &managers->span);
    return status;
}

/* `cut = managers` needs to know how many there are, and without limits, what one can carry. */
static enum kam_status finish_cut(struct kam_model *model, struct kam_error *error)
{
    const struct kam_model_managers *managers = &model->managers;
    struct kam_cut *cut = &model->tiers.cut;

    if (!model->tiers.names.count || cut->kind != KAM_CUT_MANAGERS)
        return KAM_OK;
    if (!managers->count && !managers->column.len)
        return kam_error_at(error, KAM_USAGE, &cut->place,
                            "how many managers are there? say count or column in [managers]");
    if (managers->count && model->tiers.per.len)
        return kam_error_at(error, KAM_USAGE, &cut->place,
                            "each segment of 'per' has its own managers: say column in [managers] "
                            "instead of count");
    if (cut->limit_count)
        return KAM_OK;
    if (model->tiers.names.count > 2)
        return kam_error_at(error, KAM_USAGE, &cut->place,
                            "%zu tiers want %zu limits, customers per manager: managers 10, +30",
                            model->tiers.names.count, model->tiers.names.count - 1);
    if (!managers->span)
        return kam_error_at(error, KAM_USAGE, &cut->place,
                            "how many customers per manager? say it here, or span in [managers]");
    struct kam_decimal *limit = kam_arena_calloc(&model->file.arena, 1, sizeof *limit);
    if (!limit)
        return kam_error_nomem(error);
    *limit = kam_decimal_of((int64_t)managers->span);
    cut->limits = limit;
    cut->limit_count = 1;
    return KAM_OK;
}

static enum kam_status build_managers(struct kam_model *model, struct kam_error *error)
{
    struct kam_sections list;
    enum kam_status status =
        kam_modelbuild_select(&list, model, KAM_SECTION_MANAGERS, KAM_ANY_CONDITION, error);

    if (status == KAM_OK && list.count)
        status = read_managers(
            &model->managers, &(struct kam_section_keys){list.items[0], &model->file.arena, error});
    return status == KAM_OK ? finish_cut(model, error) : status;
}

/* ---- [branch] ------------------------------------------------------------------------------ */

/* KAM_USAGE for a column of kam's own that a members list doesn't have, and for MONTHS. */
static enum kam_status check_member_column(struct kam_text column, bool months,
                                           const struct kam_place *place, struct kam_error *error)
{
    static const struct kam_text listed[] = {
        {"account", 7}, {"customer", 8}, {"via", 3}, {"revenue", 7}, {"share", 5}};
    enum { LISTED = sizeof listed / sizeof *listed };

    if (months)
        return kam_error_at(error, KAM_USAGE, place, "a members list has no months: %s",
                            kam_show(column).s);
    if (!kam_column_find(column) || kam_text_among(listed, LISTED, column))
        return KAM_OK;
    return kam_error_at(error, KAM_USAGE, place, "a members list has no column %s%s",
                        kam_show(column).s, kam_hint_among(column, listed, LISTED).s);
}

static enum kam_status check_members(const struct kam_condition *when,
                                     const struct kam_place *place, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < when->term_count && status == KAM_OK; i++) {
        const struct kam_term *term = &when->terms[i];
        const struct kam_operand *other = kam_term_other(term);
        status = check_member_column(term->column, term->months > 0, place, error);
        if (status == KAM_OK && other)
            status =
                check_member_column(other->text, other->kind == KAM_OPERAND_LAST, place, error);
    }
    return status;
}

static enum kam_status build_branch(struct kam_model *model, struct kam_error *error)
{
    struct kam_model_branch *branch = &model->branch;
    struct kam_sections list;
    enum kam_status status =
        kam_modelbuild_select(&list, model, KAM_SECTION_BRANCH, KAM_ANY_CONDITION, error);

    if (status != KAM_OK || !list.count)
        return status;
    const struct kam_modelkey *desk = kam_modelfile_key(list.items[0], "desk");
    branch->place = list.items[0]->place;
    status = kam_value_desk(&branch->desk, &branch->when, desk->value, &desk->place,
                            &model->file.arena, error);
    return status == KAM_OK ? check_members(&branch->when, &desk->place, error) : status;
}

enum kam_status kam_modelbuild_service(struct kam_model *model, struct kam_error *error)
{
    enum kam_status status = build_managers(model, error);

    return status == KAM_OK ? build_branch(model, error) : status;
}
