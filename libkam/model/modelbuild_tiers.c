#include "model/modelbuild.h"

#include "model/sectionkeys.h"
#include "table/columns.h"

enum { ABC_TIERS = 3 };

static enum kam_status build_names(struct kam_model_tiers *tiers, const struct kam_modelkey *key,
                                   struct kam_arena *arena, struct kam_error *error)
{
    static const struct kam_text taken[] = {{"total", 5},     {"grand_total", 11}, {"absent", 6},
                                            {"tier_from", 9}, {"customers", 9},    {"revenue", 7},
                                            {"load", 4}};
    struct kam_text_list *names = &tiers->names;
    enum kam_status status = kam_list_parse(names, key->value, ',', &key->place, arena, error);

    if (status != KAM_OK)
        return status;
    if (names->count < 2)
        return kam_error_at(error, KAM_USAGE, &key->place, "at least two tiers are needed");
    if (kam_text_among(names->items, names->count, KAM_TEXT("prospect")))
        return kam_error_at(error, KAM_USAGE, &key->place,
                            "a tier can't be called prospect: that is the tier of those who have "
                            "no bills yet");
    for (size_t i = 0; i < names->count; i++)
        if (kam_text_among(taken, sizeof taken / sizeof *taken, names->items[i]))
            return kam_error_at(error, KAM_USAGE, &key->place,
                                "a tier can't be called %s: summaries have a row or a column of "
                                "that name",
                                kam_show(names->items[i]).s);
    for (size_t i = 1; i < names->count; i++)
        for (size_t j = 0; j < i; j++)
            if (kam_text_equal(names->items[i], names->items[j]))
                return kam_error_at(error, KAM_USAGE, &key->place, "the tier %s stands here twice",
                                    kam_show(names->items[i]).s);
    return KAM_OK;
}

/* ---- the cut ------------------------------------------------------------------------------- */

/* As many limits as there are tiers; whether `cut = managers` may go without: see [managers]. */
static enum kam_status check_limits(const struct kam_model_tiers *tiers, struct kam_error *error)
{
    const struct kam_cut *cut = &tiers->cut;
    size_t count = tiers->names.count;

    if (cut->kind == KAM_CUT_ABC && count != ABC_TIERS)
        return kam_error_at(error, KAM_USAGE, &cut->place,
                            "abc makes three tiers, and there are %zu names", count);
    if (cut->kind == KAM_CUT_ABC || (cut->kind == KAM_CUT_MANAGERS && !cut->limit_count))
        return KAM_OK;
    if (cut->limit_count != count - 1)
        return kam_error_at(error, KAM_USAGE, &cut->place,
                            "%zu tiers want %zu limits, and there are %zu", count, count - 1,
                            cut->limit_count);
    if (cut->kind == KAM_CUT_CUSTOMERS &&
        kam_decimal_compare(cut->limits[count - 2], kam_decimal_of(1)) == 0)
        return kam_error_at(error, KAM_USAGE, &cut->place,
                            "with a limit of 100%% nobody is left for the tier %s",
                            kam_show(tiers->names.items[count - 1]).s);
    return KAM_OK;
}

static enum kam_status build_cut(struct kam_model_tiers *tiers, const struct kam_modelkey *key,
                                 struct kam_arena *arena, struct kam_error *error)
{
    enum kam_status status = kam_cut_parse(&tiers->cut, key->value, &key->place, arena, error);

    return status == KAM_OK ? check_limits(tiers, error) : status;
}

/* KAM_USAGE at KEY, which says something that the kind of cut has no use for. */
static enum kam_status reject_with_cut(const struct kam_modelkey *key, const char *reason,
                                       struct kam_error *error)
{
    return kam_error_at(error, KAM_USAGE, &key->place, "%s; remove it or choose another cut",
                        reason);
}

/* What the other keys say has to have a meaning for the kind of cut. */
static enum kam_status check_cut(const struct kam_model_tiers *tiers,
                                 const struct kam_modelsection *section, struct kam_error *error)
{
    enum kam_cut_kind kind = tiers->cut.kind;
    const struct kam_modelkey *crossing = kam_modelfile_key(section, "crossing");
    const struct kam_modelkey *admitted = kam_modelfile_key(section, "admitted");
    const struct kam_modelkey *per = kam_modelfile_key(section, "per");

    if (crossing && kind != KAM_CUT_SHARE)
        return reject_with_cut(crossing, "only a limit of 'share' is crossed by a customer", error);
    if (tiers->admitted == KAM_ADMITTED_INSIDE && kind == KAM_CUT_VALUE)
        return reject_with_cut(admitted, "a cut by value has no places to take", error);
    if (tiers->admitted == KAM_ADMITTED_INSIDE && kind == KAM_CUT_ABC)
        return reject_with_cut(admitted, "a cut by abc has no places to take", error);
    if (per && kind == KAM_CUT_VALUE)
        return reject_with_cut(per, "a value is the same limit in every segment", error);
    return KAM_OK;
}

/* ---- what is ranked, and where ------------------------------------------------------------- */

static enum kam_status build_by(struct kam_model_tiers *tiers, const struct kam_section_keys *keys)
{
    const struct kam_modelkey *key = kam_modelfile_key(keys->section, "by");
    const struct kam_column *own;

    tiers->by = (struct kam_text){"score", 5};
    enum kam_status status = kam_section_name(keys, "by", &tiers->by);
    if (status != KAM_OK || !key)
        return status;
    own = kam_column_find(tiers->by);
    if (own && own->type != KAM_TYPE_NUMBER)
        return kam_error_at(keys->error, KAM_USAGE, &key->place, "%s isn't a number to rank by",
                            kam_show(tiers->by).s);
    return kam_modelbuild_check_input(tiers->by, &key->place, keys->error);
}

static enum kam_status build_per(struct kam_model_tiers *tiers, const struct kam_section_keys *keys)
{
    const struct kam_modelkey *key = kam_modelfile_key(keys->section, "per");
    enum kam_status status = kam_section_name(keys, "per", &tiers->per);

    return status == KAM_OK && key
               ? kam_modelbuild_check_input(tiers->per, &key->place, keys->error)
               : status;
}

static enum kam_status build_words(struct kam_model_tiers *tiers,
                                   const struct kam_section_keys *keys)
{
    size_t ties = KAM_TIES_UP, base = KAM_BASE_POSITIVE;
    size_t crossing = KAM_CROSSING_INCLUDE, admitted = KAM_ADMITTED_ON_TOP;
    enum kam_status status = kam_section_word(keys, "ties", &ties);

    if (status == KAM_OK)
        status = kam_section_word(keys, "base", &base);
    if (status == KAM_OK)
        status = kam_section_word(keys, "crossing", &crossing);
    if (status == KAM_OK)
        status = kam_section_word(keys, "admitted", &admitted);
    tiers->ties = (enum kam_ties)ties;
    tiers->base = (enum kam_share_base)base;
    tiers->crossing = (enum kam_crossing)crossing;
    tiers->admitted = (enum kam_admitted)admitted;
    return status;
}

/* ---- patience ------------------------------------------------------------------------------ */

static enum kam_status build_keep_factor(struct kam_model_patience *patience,
                                         const struct kam_section_keys *keys)
{
    const struct kam_modelkey *key = kam_modelfile_key(keys->section, "keep-factor");
    struct kam_decimal *factor = &patience->keep_factor;

    if (!key)
        return KAM_OK;
    enum kam_status status = kam_value_number(factor, key->value, &key->place, keys->error);
    if (status == KAM_OK &&
        (kam_decimal_sign(*factor) == 0 || kam_decimal_compare(*factor, kam_decimal_of(1)) > 0))
        return kam_error_at(keys->error, KAM_USAGE, &key->place,
                            "a part of the limit, above 0 and at most 1 (90%% or 0.9), not %s",
                            kam_show(key->value).s);
    return status;
}

/* A customer of the window has at least one month in it, so that it is idle for less than that. */
static enum kam_status check_lost_after(const struct kam_model *model,
                                        const struct kam_section_keys *keys)
{
    const struct kam_modelkey *key = kam_modelfile_key(keys->section, "lost-after");
    unsigned window = model->window ? (unsigned)model->window : KAM_MODEL_WINDOW;

    if (!key || model->tiers.patience.lost_after < window)
        return KAM_OK;
    return kam_error_at(keys->error, KAM_USAGE, &key->place,
                        "nobody in a window of %u months is idle for %u; say fewer, or a longer "
                        "window in [model]",
                        window, model->tiers.patience.lost_after);
}

static enum kam_status build_patience(struct kam_model_patience *patience,
                                      const struct kam_section_keys *keys)
{
    uint64_t promote_after = 1, demote_after = 1, lost_after = 0;
    size_t step = KAM_STEP_FREE;
    enum kam_status status = kam_section_whole(keys, "promote-after", &promote_after);

    if (status == KAM_OK)
        status = kam_section_whole(keys, "demote-after", &demote_after);
    if (status == KAM_OK)
        status = kam_section_whole(keys, "lost-after", &lost_after);
    if (status == KAM_OK)
        status = kam_section_word(keys, "step", &step);
    patience->promote_after = (unsigned)promote_after;
    patience->demote_after = (unsigned)demote_after;
    patience->lost_after = (unsigned)lost_after;
    patience->step = (enum kam_step)step;
    return status == KAM_OK ? build_keep_factor(patience, keys) : status;
}

/* ---- [tiers] ------------------------------------------------------------------------------- */

static enum kam_status build_section(struct kam_model *model, const struct kam_section_keys *keys)
{
    struct kam_model_tiers *tiers = &model->tiers;
    const struct kam_modelsection *section = keys->section;
    struct kam_error *error = keys->error;

    tiers->place = section->place;
    enum kam_status status =
        build_names(tiers, kam_modelfile_key(section, "names"), keys->arena, error);
    if (status == KAM_OK)
        status = build_by(tiers, keys);
    if (status == KAM_OK)
        status = build_cut(tiers, kam_modelfile_key(section, "cut"), keys->arena, error);
    if (status == KAM_OK)
        status = build_words(tiers, keys);
    if (status == KAM_OK)
        status = build_per(tiers, keys);
    if (status == KAM_OK)
        status = check_cut(tiers, section, error);
    if (status == KAM_OK)
        status = build_patience(&tiers->patience, keys);
    return status == KAM_OK ? check_lost_after(model, keys) : status;
}

enum kam_status kam_modelbuild_tiers(struct kam_model *model, struct kam_error *error)
{
    struct kam_sections list;
    enum kam_status status =
        kam_modelbuild_select(&list, model, KAM_SECTION_TIERS, KAM_ANY_CONDITION, error);

    model->tiers.patience = (struct kam_model_patience){.promote_after = 1, .demote_after = 1};
    if (status != KAM_OK || !list.count)
        return status;
    return build_section(model,
                         &(struct kam_section_keys){list.items[0], &model->file.arena, error});
}
