#include "diff/limitsteps.h"

#include <stdlib.h>

/* The limit to reach STEP, as ROW has it in COLUMN. */
static enum kam_status take(struct kam_limit_step *step, const struct kam_table *table, size_t row,
                            size_t column, struct kam_error *error)
{
    struct kam_text text = kam_table_cell(table, row, column);
    struct kam_decimal figure;
    bool empty;

    if (step->state == KAM_LIMIT_SEVERAL || text.len == 0 ||
        (step->state == KAM_LIMIT_KNOWN && kam_text_equal(text, step->text)))
        return KAM_OK;
    enum kam_status status = kam_table_number(table, row, column, &figure, &empty, error);
    if (status)
        return status;
    if (step->state == KAM_LIMIT_UNKNOWN)
        *step = (struct kam_limit_step){KAM_LIMIT_KNOWN, text, figure};
    else if (kam_decimal_compare(figure, step->figure) != 0)
        step->state = KAM_LIMIT_SEVERAL;
    return KAM_OK;
}

/* Nobody's cut is the tier below: who is below that has the same limit to both. */
static void fill_gaps(struct kam_limit_steps *steps)
{
    for (size_t i = steps->count; i-- > 1;)
        if (steps->items[i - 1].state == KAM_LIMIT_UNKNOWN)
            steps->items[i - 1] = steps->items[i];
}

enum kam_status kam_limit_steps_make(struct kam_limit_steps *steps,
                                     const struct kam_snapshot *snapshot,
                                     const struct kam_ladder *ladder, size_t cut, size_t limit_up,
                                     struct kam_error *error)
{
    const struct kam_table *table = &snapshot->table;
    enum kam_status status = KAM_OK;

    steps->count = ladder->tiers.count;
    steps->items = calloc(steps->count + 1, sizeof *steps->items);
    if (!steps->items)
        return kam_error_nomem(error);
    for (size_t row = 0; row < table->count && !status; row++) {
        uint32_t step = kam_map_find(&ladder->tiers, kam_table_cell(table, row, cut));
        if (step != KAM_NONE && step > 0)
            status = take(&steps->items[step - 1], table, row, limit_up, error);
    }
    fill_gaps(steps);
    return status;
}

uint32_t kam_limit_steps_climb(const struct kam_limit_steps *steps, struct kam_decimal figure,
                               uint32_t from, uint32_t most)
{
    while (from > 0) {
        const struct kam_limit_step *next = &steps->items[from - 1];
        if (next->state != KAM_LIMIT_KNOWN)
            return KAM_NONE;
        int order = kam_decimal_compare(figure, next->figure);
        if (order < 0 || (order == 0 && from <= most))
            break;
        from--;
    }
    return from;
}

void kam_limit_steps_free(struct kam_limit_steps *steps)
{
    free(steps->items);
    *steps = (struct kam_limit_steps){.items = NULL};
}
