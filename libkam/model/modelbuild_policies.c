#include "model/modelbuild.h"

#include "model/hint.h"

/* The row of the class that TITLE, "class NAME", is about. */
static enum kam_status find_class(const struct kam_model *model, struct kam_text title,
                                  const struct kam_place *place, size_t *row,
                                  struct kam_error *error)
{
    const struct kam_text_list *classes = &model->grid.classes;
    const struct kam_text word = KAM_TEXT("class ");
    struct kam_text name =
        kam_text_trim((struct kam_text){title.ptr + word.len, title.len - word.len});

    for (size_t i = 0; i < classes->count; i++) {
        if (!kam_text_equal(classes->items[i], name))
            continue;
        *row = model->tiers.names.count + 1 + i;
        return KAM_OK;
    }
    if (classes->count == 0)
        return kam_error_at(error, KAM_USAGE, place, "the model has no [grid] with classes");
    return kam_error_at(error, KAM_USAGE, place,
                        "%s is none of the classes in the rows of [grid]%s", kam_show(name).s,
                        kam_hint_among(name, classes->items, classes->count).s);
}

/* Tiers come first, and so a tier called `class A` isn't the class A. */
static enum kam_status find_row(const struct kam_model *model,
                                const struct kam_modelsection *policy, size_t *row,
                                struct kam_error *error)
{
    struct kam_place place = kam_modelbuild_place(policy);

    if (kam_value_find_tier(row, policy->title, &model->tiers.names))
        return KAM_OK;
    if (kam_text_starts_with(policy->title, KAM_TEXT("class ")))
        return find_class(model, policy->title, &place, row, error);
    *row = model->tiers.names.count;
    return KAM_OK;
}

enum kam_status kam_modelbuild_policies(struct kam_model *model, struct kam_error *error)
{
    struct kam_arena *arena = &model->file.arena;
    struct kam_sections list;
    enum kam_status status =
        kam_modelbuild_select(&list, model, KAM_SECTION_POLICY, KAM_ANY_CONDITION, error);

    if (status)
        return status;
    size_t *rows = kam_arena_calloc(arena, list.count + 1, sizeof *rows);
    if (!rows)
        return kam_error_nomem(error);
    for (size_t i = 0; i < list.count && !status; i++)
        status = find_row(model, list.items[i], &rows[i], error);
    return status ? status
                  : kam_modelbuild_texts(&model->policies, &list, rows,
                                         model->tiers.names.count + 1 + model->grid.classes.count,
                                         "policy_", arena, error);
}
