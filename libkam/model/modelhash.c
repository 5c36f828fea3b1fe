#include "model/model.h"

#include <inttypes.h>
#include <stdio.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

/*
 * A canonical rendering of the model: every text with its length in front, every number as
 * its exact value, every list with its count, so that no two models render alike by accident.
 */
struct rendering {
    struct kam_buffer bytes;
    bool failed;
};

static void add_text(struct rendering *r, struct kam_text text)
{
    r->failed = r->failed || !kam_buffer_printf(&r->bytes, "%zu:", text.len) ||
                !kam_buffer_add(&r->bytes, text) || !kam_buffer_add_byte(&r->bytes, '\n');
}

static void add_count(struct rendering *r, size_t count)
{
    r->failed = r->failed || !kam_buffer_printf(&r->bytes, "%zu\n", count);
}

static void add_int(struct rendering *r, int number)
{
    r->failed = r->failed || !kam_buffer_printf(&r->bytes, "%d\n", number);
}

static void add_decimal(struct rendering *r, struct kam_decimal value)
{
    char text[KAM_DECIMAL_SIZE];

    add_text(r, (struct kam_text){text, kam_decimal_format(value, 0, text)});
}

/* Points and judgements come from decimal text, so the same number always has the same bits. */
static void add_points(struct rendering *r, double points)
{
    uint64_t bits;

    memcpy(&bits, &points, sizeof bits);
    r->failed = r->failed || !kam_buffer_printf(&r->bytes, "%" PRIx64 "\n", bits);
}

static void add_operand(struct rendering *r, const struct kam_operand *operand)
{
    add_int(r, (int)operand->kind);
    switch (operand->kind) {
    case KAM_OPERAND_TEXT:
        add_text(r, operand->text);
        break;
    case KAM_OPERAND_NUMBER:
        add_decimal(r, operand->number);
        break;
    case KAM_OPERAND_MONTH:
    case KAM_OPERAND_PERIOD:
        add_int(r, operand->month);
        break;
    case KAM_OPERAND_COLUMN:
        add_decimal(r, operand->number);
        add_text(r, operand->text);
        break;
    case KAM_OPERAND_LAST:
        add_decimal(r, operand->number);
        add_int(r, operand->month);
        break;
    }
}

static void add_condition(struct rendering *r, const struct kam_condition *condition)
{
    add_count(r, condition->term_count);
    for (size_t i = 0; i < condition->term_count; i++) {
        const struct kam_term *term = &condition->terms[i];
        /* No column has an empty name. */
        add_text(r, term->months ? KAM_TEXT("") : term->column);
        if (term->months)
            add_count(r, term->months);
        add_int(r, (int)term->op);
        add_count(r, term->operand_count);
        for (size_t j = 0; j < term->operand_count; j++)
            add_operand(r, &term->operands[j]);
    }
}

/* A setting that isn't the default: so a model hashes as it did before there was such a setting. */
static void add_setting(struct rendering *r, const char *name, size_t value, size_t standard)
{
    if (value == standard)
        return;
    add_text(r, kam_text_of(name));
    add_count(r, value);
}

static void add_scale(struct rendering *r, const struct kam_scale *scale)
{
    add_int(r, (int)scale->kind);
    add_count(r, scale->step_count);
    for (size_t i = 0; i < scale->step_count; i++) {
        add_text(r, scale->steps[i].text);
        add_decimal(r, scale->steps[i].from);
        add_points(r, scale->steps[i].points);
    }
    add_int(r, scale->has_other);
    add_points(r, scale->other_points);
    add_setting(r, "direction", scale->direction, KAM_DIRECTION_UP);
    add_setting(r, "population", scale->population.kind, KAM_POPULATION_ALL);
    if (scale->population.kind == KAM_POPULATION_PER)
        add_text(r, scale->population.column);
}

static void add_column(struct rendering *r, const struct kam_model_column *column)
{
    add_text(r, column->name);
    add_int(r, column->places);
    add_count(r, column->value.node_count);
    for (size_t i = 0; i < column->value.node_count; i++) {
        add_int(r, (int)column->value.nodes[i].kind);
        add_text(r, column->value.nodes[i].column);
        add_decimal(r, column->value.nodes[i].number);
    }
}

static void add_dimension(struct rendering *r, const struct kam_model_dimension *dimension,
                          struct kam_decimal weight)
{
    add_text(r, dimension->name);
    add_text(r, dimension->column);
    add_decimal(r, weight);
    add_int(r, (int)dimension->missing);
    add_points(r, dimension->missing_points);
    add_scale(r, &dimension->scale);
    add_count(r, dimension->segment_count);
    for (size_t i = 0; i < dimension->segment_count; i++) {
        add_condition(r, &dimension->segments[i].condition);
        add_scale(r, &dimension->segments[i].scale);
    }
}

/* What counts in a closeness, where it isn't the default. */
static void add_contacts(struct rendering *r, const struct kam_model_contacts *contacts)
{
    const struct {
        const char *name;
        struct kam_decimal value;
    } weights[] = {{"contacts attitude", contacts->attitude},
                   {"contacts depth", contacts->depth},
                   {"contacts importance", contacts->importance}};

    for (size_t i = 0; i < sizeof weights / sizeof *weights; i++) {
        if (kam_decimal_compare(weights[i].value, kam_decimal_of(1)) == 0)
            continue;
        add_text(r, kam_text_of(weights[i].name));
        add_decimal(r, weights[i].value);
    }
    add_setting(r, "contacts stale-after", contacts->stale_after, 0);
}

static void add_score_method(struct rendering *r, const struct kam_model_score *score)
{
    add_setting(r, "score method", score->method, KAM_SCORE_SUM);
    if (score->method != KAM_SCORE_TOPSIS || !score->per.len)
        return;
    add_text(r, KAM_TEXT("score per"));
    add_text(r, score->per);
}

/* How weights come about, where that isn't said by themselves. */
static void add_weighting(struct rendering *r, const struct kam_model *model)
{
    size_t count = model->dimension_count;

    add_setting(r, "weighting", model->weights.method, KAM_WEIGHTS_GIVEN);
    if (model->weights.method == KAM_WEIGHTS_AHP)
        for (size_t i = 0; i < count * count; i++)
            add_points(r, model->weights.judgements[i]);
}

static struct kam_decimal weight_of(const struct kam_model *model, size_t dimension,
                                    const struct kam_decimal *weights)
{
    if (weights)
        return weights[dimension];
    return model->weights.method == KAM_WEIGHTS_GIVEN ? model->dimensions[dimension].weight
                                                      : KAM_DECIMAL_ZERO;
}

static void add_score_part(struct rendering *r, const struct kam_model *model,
                           const struct kam_decimal *weights)
{
    add_count(r, model->column_count);
    for (size_t i = 0; i < model->column_count; i++)
        add_column(r, &model->columns[i]);
    add_contacts(r, &model->contacts);
    add_count(r, model->dimension_count);
    for (size_t i = 0; i < model->dimension_count; i++)
        add_dimension(r, &model->dimensions[i], weight_of(model, i, weights));
    add_score_method(r, &model->score);
}

static void add_rules(struct rendering *r, const struct kam_rule_list *rules)
{
    add_count(r, rules->count);
    for (size_t i = 0; i < rules->count; i++) {
        add_text(r, rules->items[i].name);
        add_condition(r, &rules->items[i].when);
        add_count(r, rules->items[i].tier);
    }
}

static void add_patience(struct rendering *r, const struct kam_model_patience *patience)
{
    add_setting(r, "promote-after", patience->promote_after, 1);
    add_setting(r, "demote-after", patience->demote_after, 1);
    add_setting(r, "lost-after", patience->lost_after, 0);
    add_setting(r, "step", patience->step, KAM_STEP_FREE);
    if (kam_decimal_sign(patience->keep_factor) == 0)
        return;
    add_text(r, KAM_TEXT("keep-factor"));
    add_decimal(r, patience->keep_factor);
}

/* How many managers there are decides where such a cut is; what each can carry is in its limits. */
static void add_managers(struct rendering *r, const struct kam_model *model)
{
    if (model->tiers.cut.kind != KAM_CUT_MANAGERS)
        return;
    add_setting(r, "managers", model->managers.count, 0);
    if (model->managers.count)
        return;
    add_text(r, KAM_TEXT("managers of"));
    add_text(r, model->managers.column);
}

static void add_settings(struct rendering *r, const struct kam_model *model)
{
    const struct kam_model_tiers *tiers = &model->tiers;

    add_setting(r, "crossing", tiers->crossing, KAM_CROSSING_INCLUDE);
    add_setting(r, "admitted", tiers->admitted, KAM_ADMITTED_ON_TOP);
    if (tiers->per.len) {
        add_text(r, KAM_TEXT("per"));
        add_text(r, tiers->per);
    }
    add_patience(r, &tiers->patience);
    add_managers(r, model);
}

static void add_tier_part(struct rendering *r, const struct kam_model *model)
{
    const struct kam_model_tiers *tiers = &model->tiers;

    add_count(r, tiers->names.count);
    for (size_t i = 0; i < tiers->names.count; i++)
        add_text(r, tiers->names.items[i]);
    add_text(r, tiers->by);
    add_int(r, (int)tiers->cut.kind);
    add_count(r, tiers->cut.limit_count);
    for (size_t i = 0; i < tiers->cut.limit_count; i++)
        add_decimal(r, tiers->cut.limits[i]);
    add_int(r, (int)tiers->ties);
    add_int(r, (int)tiers->base);
    add_rules(r, &model->admits);
    add_rules(r, &model->categories);
    add_rules(r, &model->flags);
    add_settings(r, model);
}

static enum kam_status finish(struct rendering *r, char out[KAM_MODEL_HASH_SIZE],
                              struct kam_error *error)
{
    if (!r->failed)
        snprintf(out, KAM_MODEL_HASH_SIZE, "%016" PRIx64,
                 (uint64_t)XXH3_64bits(r->bytes.ptr, r->bytes.len));
    kam_buffer_free(&r->bytes);
    return r->failed ? kam_error_nomem(error) : KAM_OK;
}

enum kam_status kam_model_hash_score(const struct kam_model *model,
                                     const struct kam_decimal *weights,
                                     char out[KAM_MODEL_HASH_SIZE], struct kam_error *error)
{
    struct rendering r = {0};

    add_score_part(&r, model, weights);
    return finish(&r, out, error);
}

enum kam_status kam_model_hash_tier(const struct kam_model *model, char out[KAM_MODEL_HASH_SIZE],
                                    struct kam_error *error)
{
    struct rendering r = {0};

    add_score_part(&r, model, NULL);
    add_weighting(&r, model);
    add_tier_part(&r, model);
    return finish(&r, out, error);
}

enum kam_status kam_model_hash_tier_of(const struct kam_model *model, struct kam_text origin,
                                       char out[KAM_MODEL_HASH_SIZE], struct kam_error *error)
{
    struct rendering r = {0};

    add_text(&r, KAM_TEXT("scores"));
    add_text(&r, origin);
    add_tier_part(&r, model);
    return finish(&r, out, error);
}
