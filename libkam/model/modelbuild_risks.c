#include "model/modelbuild.h"

#include "model/hint.h"
#include "model/sectionkeys.h"
#include "table/columns.h"
#include "table/paircolumn.h"

/* ---- what a [risk] asks for -------------------------------------------------------------------
 */

/* What a risk sees of kam-diff's own, but for pairs of columns; and what each can say. */
static const struct made {
    struct kam_text name;
    const char *words; /* NULL: a number */
    bool of_dependence;
} mades[] = {
    {{"move", 4}, "up down new won returned lost merged split renamed same silent", false},
    {{"cause", 5},
     "arrival departure silence group model patience figures limits admission flag",
     false},
    {{"references_lost", 15}, NULL, true},
    {{"segment_share", 13}, NULL, true},
    {{"dependence", 10}, "monopoly selective intensive", true},
};
enum { MADES = sizeof mades / sizeof *mades, MOST_WORDS = 16 };

static const struct made *find_made(struct kam_text column)
{
    for (size_t i = 0; i < MADES; i++)
        if (kam_text_equal(mades[i].name, column))
            return &mades[i];
    return NULL;
}

/* A difference of what holds no numbers. */
static enum kam_status check_difference(struct kam_text column, struct kam_text base,
                                        const struct kam_place *place, struct kam_error *error)
{
    const struct kam_column *own = kam_column_find(base);

    if (!own || own->type == KAM_TYPE_NUMBER)
        return KAM_OK;
    return kam_error_at(error, KAM_USAGE, place, "%s: %s holds no numbers, so it has no difference",
                        kam_show(column).s, kam_show(base).s);
}

/* One of kam-diff's own columns, as its name says, which may be a pair of any tool's. */
static enum kam_status check_own(struct kam_text column, const struct kam_place *place,
                                 struct kam_error *error)
{
    const struct kam_column *own = kam_column_find(column);
    struct kam_text names[MADES];

    if (!own || own->stage < KAM_STAGE_DIFF || own->stage == KAM_STAGE_LIST)
        return KAM_OK;
    for (size_t i = 0; i < MADES; i++)
        names[i] = mades[i].name;
    return kam_error_at(error, KAM_USAGE, place, "%s isn't there yet when kam-diff applies this%s",
                        kam_show(column).s, kam_hint_among(column, names, MADES).s);
}

static enum kam_status check_column(struct kam_text column, const struct kam_model *model,
                                    const struct kam_place *place, struct kam_error *error)
{
    const struct made *made = find_made(column);
    struct kam_text base;

    if (made && made->of_dependence && !model->dependence.segment.len)
        return kam_error_at(error, KAM_USAGE, place,
                            "%s is of a customer's segment; say which column has that: segment in "
                            "[dependence]",
                            kam_show(column).s);
    if (made)
        return KAM_OK;
    enum kam_pair_part part = kam_pair_column(column, &base);
    if (part != KAM_PAIR_NEW && find_made(base))
        return kam_error_at(error, KAM_USAGE, place,
                            "%s: %s is of the comparison, and not of one snapshot",
                            kam_show(column).s, kam_show(base).s);
    enum kam_status status = check_own(base, place, error);
    if (status)
        return status;
    switch (part) {
    case KAM_PAIR_NEW:
    case KAM_PAIR_FROM:
        break;
    case KAM_PAIR_DELTA:
    case KAM_PAIR_CHANGE:
        return check_difference(column, base, place, error);
    }
    return KAM_OK;
}

/* A word that none of these columns says is a condition that never holds. */
static enum kam_status check_words(const struct kam_term *term, const struct kam_place *place,
                                   struct kam_error *error)
{
    const struct made *made = find_made(term->column);
    struct kam_text names[MOST_WORDS], rest;
    size_t count = 0;
    bool more = made && made->words;

    if (!more || kam_operator_is_ordered(term->op))
        return KAM_OK;
    rest = kam_text_of(made->words);
    while (more && count < MOST_WORDS)
        names[count++] = kam_text_split(&rest, ' ', &more);
    for (size_t i = 0; i < term->operand_count; i++) {
        struct kam_text asked = term->operands[i].text;
        if (!kam_text_among(names, count, asked))
            return kam_error_at(error, KAM_USAGE, place, "%s: %s is none of %s%s",
                                kam_show(term->column).s, kam_show(asked).s, made->words,
                                kam_hint_among(asked, names, count).s);
    }
    return KAM_OK;
}

static enum kam_status check_risk(const struct kam_condition *when, struct kam_model *model,
                                  const struct kam_place *place, struct kam_error *error)
{
    enum kam_status status = kam_modelbuild_check_asked(when, model, place, error);

    for (size_t i = 0; i < when->term_count && !status; i++) {
        const struct kam_term *term = &when->terms[i];
        const struct kam_operand *other = kam_term_other(term);
        if (!term->months)
            status = check_column(term->column, model, place, error);
        if (!status && other && other->kind == KAM_OPERAND_COLUMN)
            status = check_column(other->text, model, place, error);
        if (!status)
            status = check_words(term, place, error);
    }
    return status;
}

static enum kam_status build_risk(struct kam_model_rule *risk, struct kam_model *model,
                                  const struct kam_modelsection *section, struct kam_error *error)
{
    const struct kam_modelkey *when = kam_modelfile_key(section, "when");
    struct kam_condition_reader reader = kam_modelbuild_reader(model, &when->place, error);

    *risk = (struct kam_model_rule){
        .place = section->place, .name = section->title, .tier = KAM_NO_TIER};
    reader.of_pair = true;
    enum kam_status status = kam_condition_read(&risk->when, when->value, &reader);
    return status ? status : check_risk(&risk->when, model, &when->place, error);
}

static enum kam_status build_risks(struct kam_model *model, struct kam_error *error)
{
    struct kam_sections list;
    enum kam_status status =
        kam_modelbuild_select(&list, model, KAM_SECTION_RISK, KAM_ANY_CONDITION, error);

    if (status)
        return status;
    struct kam_model_rule *items =
        kam_arena_calloc(&model->file.arena, list.count + 1, sizeof *items);
    if (!items)
        return kam_error_nomem(error);
    for (size_t i = 0; i < list.count && !status; i++)
        status = build_risk(&items[i], model, list.items[i], error);
    model->risks = (struct kam_rule_list){items, list.count};
    return status;
}

/* ---- [dependence] -----------------------------------------------------------------------------
 */

/* A part of something: 0 to 1, or 0% to 100%. */
static enum kam_status read_part(const struct kam_section_keys *keys, const char *name,
                                 struct kam_decimal *part)
{
    const struct kam_modelkey *key = kam_modelfile_key(keys->section, name);

    if (!key)
        return KAM_OK;
    enum kam_status status = kam_value_number(part, key->value, &key->place, keys->error);
    if (status || kam_decimal_compare(*part, kam_decimal_of(1)) <= 0)
        return status;
    return kam_error_at(keys->error, KAM_USAGE, &key->place,
                        "a part is 100%% at most; with a percent sign, such as 50%%: %s",
                        kam_show(key->value).s);
}

static enum kam_status read_parts(const struct kam_section_keys *keys,
                                  struct kam_model_dependence *dependence)
{
    const struct kam_modelkey *selective = kam_modelfile_key(keys->section, "selective");
    enum kam_status status = read_part(keys, "monopoly", &dependence->monopoly);

    if (!status)
        status = read_part(keys, "selective", &dependence->selective);
    if (!status)
        status = read_part(keys, "follow", &dependence->follow);
    if (status || kam_decimal_compare(dependence->selective, dependence->monopoly) <= 0)
        return status;
    if (!selective) {
        dependence->selective = dependence->monopoly;
        return KAM_OK;
    }
    return kam_error_at(keys->error, KAM_USAGE, &selective->place,
                        "more than monopoly, from which on a customer is that instead: %s",
                        kam_show(selective->value).s);
}

static enum kam_status read_dependence(struct kam_model *model, const struct kam_section_keys *keys)
{
    const struct kam_modelkey *segment = kam_modelfile_key(keys->section, "segment");
    const struct kam_modelkey *reference = kam_modelfile_key(keys->section, "reference");
    struct kam_model_dependence *dependence = &model->dependence;

    *dependence = (struct kam_model_dependence){
        .place = keys->section->place,
        .monopoly = {kam_decimal_of(1).units / 2},
        .selective = {kam_decimal_of(1).units / 10},
        .follow = kam_decimal_of(1),
    };
    enum kam_status status = kam_section_name(keys, "segment", &dependence->segment);
    if (!status)
        status = kam_modelbuild_check_stage(dependence->segment, KAM_TOOL_DIFF, &segment->place,
                                            keys->error);
    if (!status)
        status = read_parts(keys, dependence);
    if (status || !reference)
        return status;
    status = kam_modelbuild_condition(&dependence->reference, model, reference->value,
                                      KAM_TOOL_DIFF, &reference->place, keys->error);
    return status ? status
                  : kam_modelbuild_check_asked(&dependence->reference, model, &reference->place,
                                               keys->error);
}

enum kam_status kam_modelbuild_risks(struct kam_model *model, struct kam_error *error)
{
    struct kam_sections list;
    enum kam_status status =
        kam_modelbuild_select(&list, model, KAM_SECTION_DEPENDENCE, KAM_ANY_CONDITION, error);

    if (!status && list.count)
        status = read_dependence(
            model, &(struct kam_section_keys){list.items[0], &model->file.arena, error});
    return status ? status : build_risks(model, error);
}
