#include "model/modelbuild.h"

#include "model/hint.h"
#include "model/outlookword.h"

/* What a column of kam-tier can say under a model; `where` is what has the names. */
struct answers {
    struct kam_text *names;
    size_t count;
    const char *where;
};

static bool is_tier(struct kam_text column)
{
    return kam_text_equal(column, KAM_TEXT("tier")) ||
           kam_text_equal(column, KAM_TEXT("tier_cut")) ||
           kam_text_equal(column, KAM_TEXT("tier_unflagged")) ||
           kam_text_equal(column, KAM_TEXT("tier_computed")) ||
           kam_text_equal(column, KAM_TEXT("tier_from"));
}

static bool add_texts(struct answers *answers, const struct kam_text_list *texts,
                      struct kam_arena *arena)
{
    answers->names = kam_arena_calloc(arena, texts->count + 1, sizeof *answers->names);
    for (size_t i = 0; answers->names && i < texts->count; i++)
        answers->names[answers->count++] = texts->items[i];
    return answers->names;
}

static bool add_rules(struct answers *answers, const struct kam_rule_list *rules,
                      struct kam_arena *arena)
{
    answers->names = kam_arena_calloc(arena, rules->count + 1, sizeof *answers->names);
    for (size_t i = 0; answers->names && i < rules->count; i++)
        answers->names[answers->count++] = rules->items[i].name;
    return answers->names;
}

static bool add_outlooks(struct answers *answers, struct kam_arena *arena)
{
    answers->names = kam_arena_calloc(arena, KAM_OUTLOOKS, sizeof *answers->names);
    for (int i = KAM_OUTLOOK_NONE + 1; answers->names && i < KAM_OUTLOOKS; i++)
        answers->names[answers->count++] = kam_outlook_word((enum kam_outlook)i);
    return answers->names;
}

/* Those of COLUMN; no `where`: it may say anything, or the model names none. False: no memory. */
static bool find_answers(struct answers *answers, struct kam_text column, struct kam_model *model)
{
    struct kam_arena *arena = &model->file.arena;

    *answers = (struct answers){NULL, 0, NULL};
    if (is_tier(column) && model->tiers.names.count) {
        answers->where = "none of the names in [tiers]";
        if (!add_texts(answers, &model->tiers.names, arena))
            return false;
        if (kam_text_equal(column, KAM_TEXT("tier")))
            answers->names[answers->count++] = KAM_TEXT("prospect");
    } else if (kam_text_equal(column, KAM_TEXT("class")) && model->grid.classes.count) {
        answers->where = "none of the classes in the rows of [grid]";
        return add_texts(answers, &model->grid.classes, arena);
    } else if (kam_text_equal(column, KAM_TEXT("categories")) && model->categories.count) {
        answers->where = "no [category] of the model";
        return add_rules(answers, &model->categories, arena);
    } else if (kam_text_equal(column, KAM_TEXT("flags")) && model->flags.count) {
        answers->where = "no [flag] of the model";
        return add_rules(answers, &model->flags, arena);
    } else if (kam_text_equal(column, KAM_TEXT("outlook"))) {
        answers->where = "none of rising, steady, falling and leaving";
        return add_outlooks(answers, arena);
    }
    return true;
}

/* Whether NAME is one of ANSWERS, or a set, which isn't looked into. */
static bool is_known(const struct answers *answers, struct kam_text name)
{
    for (size_t i = 0; i < answers->count; i++)
        if (kam_text_equal(answers->names[i], name))
            return true;
    return memchr(name.ptr, '|', name.len) || memchr(name.ptr, '\\', name.len);
}

static enum kam_status check_term(const struct kam_term *term, struct kam_model *model,
                                  const struct kam_place *place, struct kam_error *error)
{
    struct answers answers;

    if (term->months || kam_operator_is_ordered(term->op))
        return KAM_OK;
    if (!find_answers(&answers, term->column, model))
        return kam_error_nomem(error);
    for (size_t i = 0; i < term->operand_count && answers.where; i++) {
        const struct kam_operand *operand = &term->operands[i];
        if (operand->kind == KAM_OPERAND_TEXT && !is_known(&answers, operand->text))
            return kam_error_at(error, KAM_USAGE, place, "%s: %s is %s%s", kam_show(term->column).s,
                                kam_show(operand->text).s, answers.where,
                                kam_hint_among(operand->text, answers.names, answers.count).s);
    }
    return KAM_OK;
}

enum kam_status kam_modelbuild_check_asked(const struct kam_condition *condition,
                                           struct kam_model *model, const struct kam_place *place,
                                           struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < condition->term_count && !status; i++)
        status = check_term(&condition->terms[i], model, place, error);
    return status;
}
