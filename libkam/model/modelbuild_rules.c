#include "model/modelbuild.h"

/* A rule that can't change anything is a mistake. */
static enum kam_status check_tier(const struct kam_model_rule *rule, const struct kam_model *model,
                                  const struct kam_modelkey *key, enum kam_section_kind kind,
                                  struct kam_error *error)
{
    if (kind == KAM_SECTION_ADMIT && rule->tier == model->tiers.names.count - 1)
        return kam_error_at(error, KAM_USAGE, &key->place,
                            "%s is the lowest tier, to which nobody needs to be admitted",
                            kam_show(model->tiers.names.items[rule->tier]).s);
    if (kind == KAM_SECTION_FLAG && rule->tier == 0)
        return kam_error_at(error, KAM_USAGE, &key->place,
                            "%s is the highest tier, which keeps nobody down",
                            kam_show(model->tiers.names.items[rule->tier]).s);
    return KAM_OK;
}

static enum kam_status build_rule(struct kam_model_rule *rule, struct kam_model *model,
                                  const struct kam_modelsection *section,
                                  enum kam_section_kind kind, struct kam_error *error)
{
    const struct kam_modelkey *when = kam_modelfile_key(section, "when");
    const struct kam_modelkey *tier =
        kam_modelfile_key(section, kind == KAM_SECTION_FLAG ? "at-most" : "tier");
    struct kam_arena *arena = &model->file.arena;

    rule->place = section->place;
    rule->name = section->title;
    rule->tier = KAM_NO_TIER;
    enum kam_status status = kam_modelbuild_condition(&rule->when, model, when->value,
                                                      KAM_TOOL_TIER, &when->place, error);
    if (status != KAM_OK || !tier)
        return status;
    status =
        kam_value_tier(&rule->tier, tier->value, &model->tiers.names, &tier->place, arena, error);
    return status == KAM_OK ? check_tier(rule, model, tier, kind, error) : status;
}

static enum kam_status build_rules(struct kam_rule_list *rules, struct kam_model *model,
                                   enum kam_section_kind kind, struct kam_error *error)
{
    struct kam_sections list;
    enum kam_status status = kam_modelbuild_select(&list, model, kind, KAM_ANY_CONDITION, error);

    if (status != KAM_OK)
        return status;
    struct kam_model_rule *items =
        kam_arena_calloc(&model->file.arena, list.count + 1, sizeof *items);
    if (!items)
        return kam_error_nomem(error);
    for (size_t i = 0; i < list.count && status == KAM_OK; i++)
        status = build_rule(&items[i], model, list.items[i], kind, error);
    *rules = (struct kam_rule_list){items, list.count};
    return status;
}

enum kam_status kam_modelbuild_rules(struct kam_model *model, struct kam_error *error)
{
    enum kam_status status = build_rules(&model->admits, model, KAM_SECTION_ADMIT, error);

    if (status == KAM_OK)
        status = build_rules(&model->categories, model, KAM_SECTION_CATEGORY, error);
    if (status == KAM_OK)
        status = build_rules(&model->flags, model, KAM_SECTION_FLAG, error);
    return status;
}
