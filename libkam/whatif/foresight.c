#include "whatif/foresight.h"

static bool add_figure(struct kam_foresight *foresight, struct kam_decimal figure)
{
    if (foresight->figure_count == KAM_FORESIGHT_FIGURES)
        return false;
    foresight->figures[foresight->figure_count++] = kam_decimal_to_double(figure);
    return true;
}

/* Whether the column called NAME depends on weights. */
static bool is_weighted(struct kam_text name)
{
    return kam_text_equal(name, KAM_TEXT("score")) || kam_text_starts_with(name, KAM_TEXT("part_"));
}

/* Whether it depends on the weights of others, or in another way than the score. */
static bool is_obscure(struct kam_text name)
{
    return kam_text_equal(name, KAM_TEXT("rank")) ||
           kam_text_equal(name, KAM_TEXT("cumulative_share")) ||
           kam_text_starts_with(name, KAM_TEXT("part_"));
}

static bool add_term(struct kam_foresight *foresight, const struct kam_term *term)
{
    bool is_score = !term->months && kam_text_equal(term->column, KAM_TEXT("score"));

    if (!term->months && is_obscure(term->column))
        return false;
    for (size_t i = 0; i < term->operand_count; i++) {
        const struct kam_operand *operand = &term->operands[i];
        if (operand->kind == KAM_OPERAND_COLUMN &&
            (is_obscure(operand->text) || is_weighted(operand->text)))
            return false;
        if (is_score &&
            (operand->kind != KAM_OPERAND_NUMBER || !add_figure(foresight, operand->number)))
            return false;
    }
    return true;
}

static bool add_rules(struct kam_foresight *foresight, const struct kam_rule_list *rules)
{
    for (size_t i = 0; i < rules->count; i++)
        for (size_t t = 0; t < rules->items[i].when.term_count; t++)
            if (!add_term(foresight, &rules->items[i].when.terms[t]))
                return false;
    return true;
}

static bool add_limits(struct kam_foresight *foresight, const struct kam_model_tiers *tiers)
{
    switch (tiers->cut.kind) {
    case KAM_CUT_CUSTOMERS:
    case KAM_CUT_COUNT:
    case KAM_CUT_MANAGERS:
        return true;
    case KAM_CUT_SHARE:
        return tiers->base == KAM_BASE_POSITIVE && tiers->crossing == KAM_CROSSING_INCLUDE;
    case KAM_CUT_VALUE:
        for (size_t i = 0; i < tiers->cut.limit_count && foresight->ranks_scores; i++)
            if (!add_figure(foresight, tiers->cut.limits[i]))
                return false;
        return true;
    case KAM_CUT_ABC:
        break;
    }
    return false;
}

bool kam_foresight_make(struct kam_foresight *foresight, const struct kam_whatif *whatif)
{
    const struct kam_model *model = whatif->model;
    const struct kam_model_tiers *tiers = &model->tiers;
    bool may_keep = whatif->tiering->holds && kam_decimal_sign(tiers->patience.keep_factor);

    *foresight = (struct kam_foresight){.whatif = whatif};
    foresight->ranks_scores = kam_text_equal(tiers->by, KAM_TEXT("score"));
    return model->score.method == KAM_SCORE_SUM && !may_keep &&
           (foresight->ranks_scores || !is_weighted(tiers->by)) &&
           tiers->admitted == KAM_ADMITTED_ON_TOP && add_limits(foresight, tiers) &&
           add_rules(foresight, &model->admits) && add_rules(foresight, &model->flags);
}

/* Whether a customer is above the limit of TIER who has BEFORE above it. */
static bool is_within(const struct kam_cutting *cutting, size_t tier, struct kam_decimal before)
{
    return kam_decimal_sign(cutting->base) > 0 &&
           kam_decimal_compare_products(before, kam_decimal_of(1), cutting->tiers->cut.limits[tier],
                                        cutting->base) < 0;
}

size_t kam_foresight_tier(const struct kam_foresight *foresight, uint32_t row, size_t count,
                          struct kam_decimal revenue)
{
    const struct kam_tiering *tiering = foresight->whatif->tiering;
    const struct kam_cutting *cutting = kam_tiering_cutting(tiering, row);
    size_t lowest = tiering->tiers->names.count - 1, tier = 0;

    if (tiering->tiers->cut.kind == KAM_CUT_VALUE)
        return lowest;
    if (tiering->tiers->cut.kind == KAM_CUT_SHARE) {
        while (tier < lowest && !is_within(cutting, tier, revenue))
            tier++;
        return tier;
    }
    while (tier < lowest && count >= cutting->untied[tier])
        tier++;
    return tier;
}
