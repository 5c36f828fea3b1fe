#include "model/modelbuild.h"

#include "table/columns.h"

static enum kam_status build_names(struct kam_model_tiers *tiers, const struct kam_modelkey *key,
                                   struct kam_arena *arena, struct kam_error *error)
{
    struct kam_text_list *names = &tiers->names;
    enum kam_status status = kam_list_parse(names, key->value, ',', &key->place, arena, error);

    if (status != KAM_OK)
        return status;
    if (names->count < 2)
        return kam_error_at(error, KAM_USAGE, &key->place, "at least two tiers are needed");
    for (size_t i = 0; i < names->count; i++)
        if (kam_text_equal(names->items[i], KAM_TEXT("total")) ||
            kam_text_equal(names->items[i], KAM_TEXT("absent")))
            return kam_error_at(error, KAM_USAGE, &key->place,
                                "a tier can't be called %s: summaries have a row of that name",
                                kam_show(names->items[i]).s);
    for (size_t i = 1; i < names->count; i++)
        for (size_t j = 0; j < i; j++)
            if (kam_text_equal(names->items[i], names->items[j]))
                return kam_error_at(error, KAM_USAGE, &key->place, "the tier %s stands here twice",
                                    kam_show(names->items[i]).s);
    return KAM_OK;
}

static enum kam_status build_cut(struct kam_model_tiers *tiers, const struct kam_modelkey *key,
                                 struct kam_arena *arena, struct kam_error *error)
{
    enum kam_status status = kam_cut_parse(&tiers->cut, key->value, &key->place, arena, error);
    bool computed = tiers->cut.kind == KAM_CUT_ABC || tiers->cut.kind == KAM_CUT_MANAGERS;

    if (status != KAM_OK || computed || tiers->cut.limit_count == tiers->names.count - 1)
        return status;
    return kam_error_at(error, KAM_USAGE, &key->place,
                        "%zu tiers want %zu limits, and there are %zu", tiers->names.count,
                        tiers->names.count - 1, tiers->cut.limit_count);
}

static enum kam_status build_by(struct kam_model_tiers *tiers, const struct kam_modelkey *key,
                                struct kam_arena *arena, struct kam_error *error)
{
    const struct kam_column *own;

    if (!key) {
        tiers->by = (struct kam_text){"score", 5};
        return KAM_OK;
    }
    enum kam_status status = kam_list_unquote(&tiers->by, key->value, &key->place, arena, error);
    if (status != KAM_OK)
        return status;
    own = kam_column_find(tiers->by);
    if (own && own->type != KAM_TYPE_NUMBER)
        return kam_error_at(error, KAM_USAGE, &key->place, "%s isn't a number to rank by",
                            kam_show(tiers->by).s);
    if (own && own->stage >= KAM_STAGE_TIER)
        return kam_error_at(error, KAM_USAGE, &key->place,
                            "%s doesn't exist yet when kam-tier ranks", kam_show(tiers->by).s);
    return KAM_OK;
}

static enum kam_status build_section(struct kam_model *model,
                                     const struct kam_modelsection *section,
                                     struct kam_error *error)
{
    struct kam_model_tiers *tiers = &model->tiers;
    struct kam_arena *arena = &model->file.arena;
    const struct kam_modelkey *ties = kam_modelfile_key(section, "ties");
    const struct kam_modelkey *base = kam_modelfile_key(section, "base");
    size_t word = 0;

    tiers->place = section->place;
    enum kam_status status = build_names(tiers, kam_modelfile_key(section, "names"), arena, error);
    if (status == KAM_OK)
        status = build_by(tiers, kam_modelfile_key(section, "by"), arena, error);
    if (status == KAM_OK)
        status = build_cut(tiers, kam_modelfile_key(section, "cut"), arena, error);
    if (status == KAM_OK && ties) {
        status = kam_value_word(&word, ties->value, "up score down split", &ties->place, error);
        tiers->ties = (enum kam_ties)word;
    }
    if (status == KAM_OK && base) {
        status = kam_value_word(&word, base->value, "positive net", &base->place, error);
        tiers->base = (enum kam_share_base)word;
    }
    return status;
}

static enum kam_status build_rule(struct kam_model_rule *rule, struct kam_model *model,
                                  const struct kam_modelsection *section, struct kam_error *error)
{
    const struct kam_modelkey *when = kam_modelfile_key(section, "when");
    const struct kam_modelkey *tier = kam_modelfile_key(section, "tier");
    struct kam_arena *arena = &model->file.arena;

    if (!tier)
        tier = kam_modelfile_key(section, "at-most");
    rule->place = section->place;
    rule->name = section->title;
    rule->tier = KAM_NO_TIER;
    enum kam_status status =
        kam_condition_parse(&rule->when, when->value, &when->place, arena, error);
    for (size_t i = 0; i < rule->when.term_count && status == KAM_OK; i++)
        status = kam_modelbuild_check_stage(rule->when.terms[i].column, KAM_TOOL_TIER, &when->place,
                                            error);
    if (status == KAM_OK && tier)
        status = kam_value_tier(&rule->tier, tier->value, &model->tiers.names, &tier->place, arena,
                                error);
    return status;
}

static enum kam_status build_rules(struct kam_rule_list *rules, struct kam_model *model,
                                   enum kam_section_kind kind, struct kam_error *error)
{
    struct kam_section_list list;
    enum kam_status status = kam_modelbuild_select(&list, model, kind, KAM_ANY_CONDITION, error);

    if (status != KAM_OK)
        return status;
    struct kam_model_rule *items =
        kam_arena_calloc(&model->file.arena, list.count + 1, sizeof *items);
    if (!items)
        return kam_error_nomem(error);
    for (size_t i = 0; i < list.count && status == KAM_OK; i++)
        status = build_rule(&items[i], model, list.items[i], error);
    *rules = (struct kam_rule_list){items, list.count};
    return status;
}

enum kam_status kam_modelbuild_tiers(struct kam_model *model, struct kam_error *error)
{
    struct kam_section_list list;
    enum kam_status status =
        kam_modelbuild_select(&list, model, KAM_SECTION_TIERS, KAM_ANY_CONDITION, error);

    if (status == KAM_OK && list.count)
        status = build_section(model, list.items[0], error);
    if (status == KAM_OK)
        status = build_rules(&model->admits, model, KAM_SECTION_ADMIT, error);
    if (status == KAM_OK)
        status = build_rules(&model->categories, model, KAM_SECTION_CATEGORY, error);
    if (status == KAM_OK)
        status = build_rules(&model->flags, model, KAM_SECTION_FLAG, error);
    return status;
}
