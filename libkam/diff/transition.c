#include "diff/transition.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* Rows and columns: the tiers, absent, total. */
static size_t size_of(const struct kam_ladder *ladder)
{
    return (size_t)ladder->tiers.count + 2;
}

static enum kam_status check_names(const struct kam_ladder *ladder, struct kam_error *error)
{
    const struct kam_text taken[] = {KAM_TEXT("tier_from"), KAM_TEXT("absent"), KAM_TEXT("total")};

    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        if (kam_map_find(&ladder->tiers, taken[i]) != KAM_NONE)
            return kam_error_set(error, KAM_DATA,
                                 "a tier is called %s, which is a column of the summary by itself",
                                 kam_show(taken[i]).s);
    return KAM_OK;
}

enum kam_status kam_transition_compute(struct kam_transition *transition,
                                       const struct kam_diff *diff, struct kam_error *error)
{
    size_t size = size_of(diff->ladder), absent = size - 2, total = size - 1;
    enum kam_status status = check_names(diff->ladder, error);

    if (status)
        return status;
    transition->ladder = diff->ladder;
    transition->cells = calloc(size, size * sizeof *transition->cells);
    if (!transition->cells)
        return kam_error_nomem(error);
    for (size_t i = 0; i < diff->count; i++) {
        const struct kam_movement *movement = &diff->movements[i];
        size_t from = movement->tier_from == KAM_NONE ? absent : movement->tier_from;
        size_t to = movement->tier_to == KAM_NONE ? absent : movement->tier_to;
        transition->cells[from * size + to]++;
        transition->cells[from * size + total]++;
        transition->cells[total * size + to]++;
        transition->cells[total * size + total]++;
    }
    return KAM_OK;
}

void kam_transition_free(struct kam_transition *transition)
{
    free(transition->cells);
    memset(transition, 0, sizeof *transition);
}

static void write_count(uint64_t count, struct kam_writer *writer)
{
    char text[24];

    snprintf(text, sizeof text, "%" PRIu64, count);
    kam_writer_cell(writer, kam_text_of(text), KAM_CELL_NUMBER);
}

/* The name of row or column I. */
static struct kam_text name_of(const struct kam_transition *transition, size_t i)
{
    size_t tiers = transition->ladder->tiers.count;

    if (i < tiers)
        return transition->ladder->tiers.texts[i];
    return i == tiers ? KAM_TEXT("absent") : KAM_TEXT("total");
}

void kam_transition_write(const struct kam_transition *transition, struct kam_writer *writer)
{
    size_t size = size_of(transition->ladder);

    kam_writer_cell(writer, KAM_TEXT("tier_from"), KAM_CELL_TEXT);
    for (size_t column = 0; column < size; column++)
        kam_writer_cell(writer, name_of(transition, column), KAM_CELL_TEXT);
    kam_writer_end_row(writer);
    for (size_t row = 0; row < size; row++) {
        kam_writer_cell(writer, name_of(transition, row), KAM_CELL_TEXT);
        for (size_t column = 0; column < size; column++)
            write_count(transition->cells[row * size + column], writer);
        kam_writer_end_row(writer);
    }
}
