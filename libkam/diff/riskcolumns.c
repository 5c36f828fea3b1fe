#include "diff/riskcolumns.h"

#include "table/paircolumn.h"

struct finding {
    struct kam_text *items;
    size_t count;
    bool months;
};

/* COLUMN, and what it is a pair of. */
static void add(struct finding *finding, struct kam_text column)
{
    struct kam_text base;

    finding->items[finding->count++] = column;
    if (kam_pair_column(column, &base) != KAM_PAIR_NEW)
        finding->items[finding->count++] = base;
    /* What is said of the best month needs all of them. */
    finding->months = finding->months || kam_text_equal(base, KAM_TEXT("peak_share"));
}

static void add_condition(struct finding *finding, const struct kam_condition *condition)
{
    for (size_t i = 0; i < condition->term_count; i++) {
        const struct kam_term *term = &condition->terms[i];
        const struct kam_operand *other = kam_term_other(term);
        bool is_sum = other && other->kind == KAM_OPERAND_LAST;
        finding->months = finding->months || term->months || is_sum;
        if (!term->months)
            add(finding, term->column);
        if (other && !is_sum)
            add(finding, other->text);
    }
}

enum kam_status kam_riskcolumns_find(const struct kam_model *model, struct kam_text_list *columns,
                                     bool *months, struct kam_arena *arena, struct kam_error *error)
{
    enum { PER_TERM = 4 };
    const struct kam_rule_list *risks = &model->risks;
    const struct kam_model_dependence *dependence = &model->dependence;
    size_t terms = dependence->reference.term_count;

    if (risks->count == 0)
        return kam_error_at(error, KAM_USAGE, &model->place,
                            "the model says nobody is at risk; give it sections such as "
                            "[risk silent] with when = idle >= 2");
    for (size_t i = 0; i < risks->count; i++)
        terms += risks->items[i].when.term_count;
    struct finding finding = {
        .items = kam_arena_calloc(arena, (terms + 1) * PER_TERM, sizeof *finding.items)};
    if (!finding.items)
        return kam_error_nomem(error);
    if (dependence->segment.len)
        add(&finding, dependence->segment);
    add_condition(&finding, &dependence->reference);
    for (size_t i = 0; i < risks->count; i++)
        add_condition(&finding, &risks->items[i].when);
    *columns = (struct kam_text_list){finding.items, finding.count};
    *months = finding.months;
    return KAM_OK;
}
