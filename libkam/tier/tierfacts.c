#include "tier/tierfacts.h"

const struct kam_text kam_tierfacts_prospect = {"prospect: no bills yet", 22};

enum kam_status kam_tierfacts_period(const struct kam_table *table, struct kam_text *period,
                                     struct kam_error *error)
{
    struct kam_window window;
    struct kam_place place = {.file = table->files[0]};
    enum kam_status status = kam_table_window(table, &window, error);

    if (status)
        return status;
    if (window.count == 0)
        return kam_error_at(error, KAM_DATA, &place,
                            "no month columns (YYYY-MM), so the snapshot has no period and can't "
                            "be compared: keep those that kam-import writes");
    *period = table->names[window.first_column + window.count - 1];
    return KAM_OK;
}

static enum kam_status name_model(struct kam_tierfacts *facts, struct kam_text origin,
                                  struct kam_error *error)
{
    char hash[KAM_MODEL_HASH_SIZE];
    struct kam_buffer name = {NULL, 0, 0};
    enum kam_status status = origin.len ? kam_model_hash_tier_of(facts->model, origin, hash, error)
                                        : kam_model_hash_tier(facts->model, hash, error);

    if (!status && (!kam_buffer_add(&name, facts->model->name) ||
                    (name.len && !kam_buffer_add_byte(&name, ' ')) ||
                    !kam_buffer_add(&name, kam_text_of(hash)) ||
                    !kam_arena_copy(&facts->arena, kam_buffer_text(&name), &facts->name)))
        status = kam_error_nomem(error);
    kam_buffer_free(&name);
    return status;
}

enum kam_status kam_tierfacts_make(struct kam_tierfacts *facts, const struct kam_tiering *tiering,
                                   const struct kam_model *model, struct kam_text origin,
                                   struct kam_error *error)
{
    *facts = (struct kam_tierfacts){.tiering = tiering, .model = model};
    enum kam_status status = kam_tierfacts_period(tiering->table, &facts->period, error);

    if (!status)
        status = name_model(facts, origin, error);
    if (!status)
        status = kam_visitplan_make(
            &facts->visitplan, tiering->table, &model->policies.keys, model->policies.texts,
            model->tiers.names.count + 1 + model->grid.classes.count, error);
    if (!status &&
        !(kam_reasons_init(&facts->reasons, tiering) && kam_limits_make(&facts->limits, tiering) &&
          kam_rulesets_make(&facts->rulesets, &tiering->ruling)))
        status = kam_error_nomem(error);
    return status;
}

void kam_tierfacts_free(struct kam_tierfacts *facts)
{
    kam_reasons_free(&facts->reasons);
    kam_limits_free(&facts->limits);
    kam_rulesets_free(&facts->rulesets);
    kam_arena_free(&facts->arena);
}
