/*
 * A model file, perhaps with a first line "--set SECTION:KEY=VALUE". What is accepted is the same
 * model each time it is read, and keeps what model.h promises; what isn't has a message.
 */
#include "fuzz.h"

#include "model/model.h"

static void check_scale(const struct kam_scale *scale)
{
    for (size_t i = 0; i < scale->step_count; i++) {
        REQUIRE(scale->steps[i].points >= 0 && scale->steps[i].points <= 100);
        if (i && scale->kind != KAM_SCALE_VALUES)
            REQUIRE(kam_decimal_compare(scale->steps[i - 1].from, scale->steps[i].from) < 0);
    }
    REQUIRE(scale->kind != KAM_SCALE_LINEAR || scale->step_count >= 2);
}

static void check_cut(const struct kam_model *model)
{
    const struct kam_model_tiers *tiers = &model->tiers;
    const struct kam_cut *cut = &tiers->cut;

    if (!tiers->names.count)
        return;
    REQUIRE(tiers->names.count >= 2);
    REQUIRE(cut->kind != KAM_CUT_MANAGERS || model->managers.count || model->managers.column.len);
    REQUIRE(cut->kind != KAM_CUT_ABC || (tiers->names.count == 3 && !cut->limit_count));
    REQUIRE(cut->kind == KAM_CUT_ABC || cut->limit_count == tiers->names.count - 1);
    for (size_t i = 1; i < cut->limit_count; i++)
        REQUIRE((kam_decimal_compare(cut->limits[i - 1], cut->limits[i]) > 0) ==
                (cut->kind == KAM_CUT_VALUE));
}

static void check_patience(const struct kam_model_patience *patience)
{
    REQUIRE(patience->promote_after >= 1 && patience->demote_after >= 1);
    REQUIRE(kam_decimal_sign(patience->keep_factor) >= 0 &&
            kam_decimal_compare(patience->keep_factor, kam_decimal_of(1)) <= 0);
}

static void check_policies(const struct kam_model *model)
{
    for (size_t i = 0; i < model->policies.keys.count; i++) {
        bool said = false;
        for (size_t tier = 0; tier < model->tiers.names.count; tier++)
            said |= model->policies.texts[tier * model->policies.keys.count + i].len > 0;
        REQUIRE(model->policies.keys.items[i].len && said);
    }
}

static void check_rules(const struct kam_rule_list *rules, const struct kam_model_tiers *tiers)
{
    for (size_t i = 0; i < rules->count; i++)
        REQUIRE(rules->items[i].tier == KAM_NO_TIER || rules->items[i].tier < tiers->names.count);
}

static void check_model(const struct kam_model *model, char hash[KAM_MODEL_HASH_SIZE])
{
    bool weighted = model->dimension_count == 0;
    struct kam_error error;

    for (size_t i = 0; i < model->dimension_count; i++) {
        const struct kam_model_dimension *dimension = &model->dimensions[i];
        REQUIRE(kam_decimal_sign(dimension->weight) >= 0);
        weighted |= kam_decimal_sign(dimension->weight) > 0;
        check_scale(&dimension->scale);
        for (size_t j = 0; j < dimension->segment_count; j++)
            check_scale(&dimension->segments[j].scale);
    }
    check_cut(model);
    check_patience(&model->tiers.patience);
    check_policies(model);
    check_rules(&model->admits, &model->tiers);
    check_rules(&model->flags, &model->tiers);
    REQUIRE(kam_model_hash_tier(model, hash, &error) == KAM_OK);
    REQUIRE(weighted || model->weights.method != KAM_WEIGHTS_GIVEN);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct kam_text text = {(const char *)data, size}, option = KAM_TEXT("--set ");
    char hashes[2][KAM_MODEL_HASH_SIZE], *override = NULL;
    struct kam_error error = {.status = KAM_OK};
    bool more;

    if (kam_text_starts_with(text, option)) {
        struct kam_text line = kam_text_split(&text, '\n', &more);
        override = strndup(line.ptr + option.len, line.len - option.len);
        REQUIRE(override);
    }
    for (int i = 0; i < 2; i++) {
        struct kam_model *model;
        enum kam_status status = kam_model_load_text(
            &model, "m.kam", text, (const char *const *)&override, override != NULL, &error);
        if (status != KAM_OK) {
            REQUIRE(status == KAM_USAGE && error.status == KAM_USAGE && error.text[0]);
            /* An archive or picture is none as a whole. */
            REQUIRE(error.line || !error.column[0] || strncmp(error.column, "--set", 5) == 0);
            break;
        }
        check_model(model, hashes[i]);
        REQUIRE(strcmp(hashes[0], hashes[i]) == 0);
        kam_model_free(model);
    }
    free(override);
    return 0;
}
