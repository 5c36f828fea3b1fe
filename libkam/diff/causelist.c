#include "diff/causelist.h"
#include "diff/cause.h"
#include "tier/tiercell.h"

#include <stdlib.h>

static const char *const header[] = {"cause", "up", "down", "other", "customers", "revenue_delta"};

enum { HEADER_COUNT = sizeof header / sizeof *header };

enum kam_status kam_causelist_check(struct kam_text name, struct kam_error *error)
{
    return kam_strata_check_name(name, header, HEADER_COUNT, error);
}

static bool add(struct kam_causelist_row *row, const struct kam_movement *movement)
{
    row->up += movement->move == KAM_MOVE_UP;
    row->down += movement->move == KAM_MOVE_DOWN;
    row->other += movement->move != KAM_MOVE_UP && movement->move != KAM_MOVE_DOWN;
    return kam_decimal_add(&row->revenue, movement->revenue_delta);
}

static bool add_to_block(struct kam_causelist_block *block, const struct kam_movement *movement)
{
    return (movement->cause == KAM_CAUSE_NONE || add(&block->causes[movement->cause], movement)) &&
           add(&block->total, movement);
}

static bool add_movement(struct kam_causelist *list, size_t i)
{
    const struct kam_movement *movement = &list->diff->movements[i];

    if (!kam_move_is_one(movement->move))
        return true;
    return add_to_block(&list->blocks[list->count - 1], movement) &&
           (!list->strata ||
            add_to_block(&list->blocks[kam_stratum_of(list->strata, i)], movement));
}

static enum kam_status check_columns(const struct kam_diff *diff, struct kam_error *error)
{
    enum kam_status status = kam_causes_check(diff->old, error);

    return status ? status : kam_causes_check(diff->new, error);
}

enum kam_status kam_causelist_compute(struct kam_causelist *list, const struct kam_diff *diff,
                                      const struct kam_strata *strata, struct kam_error *error)
{
    *list = (struct kam_causelist){
        .diff = diff, .strata = strata, .count = strata ? strata->count + 1 : 1};
    enum kam_status status = check_columns(diff, error);

    if (status)
        return status;
    list->blocks = calloc(list->count, sizeof *list->blocks);
    if (!list->blocks)
        return kam_error_nomem(error);
    for (size_t i = 0; i < diff->count; i++)
        if (!add_movement(list, i))
            return kam_diff_too_large(error);
    return KAM_OK;
}

void kam_causelist_free(struct kam_causelist *list)
{
    free(list->blocks);
    memset(list, 0, sizeof *list);
}

/* The row of BLOCK called NAME. */
static void write_row(const struct kam_causelist *list, size_t block, const char *name,
                      const struct kam_causelist_row *row, struct kam_writer *writer)
{
    if (list->strata)
        kam_stratum_write(list->strata, block, writer);
    kam_tiercell_text(writer, kam_text_of(name));
    kam_tiercell_count(writer, row->up);
    kam_tiercell_count(writer, row->down);
    kam_tiercell_count(writer, row->other);
    kam_tiercell_count(writer, row->up + row->down + row->other);
    kam_tiercell_number(writer, row->revenue, list->diff->places);
    kam_writer_end_row(writer);
}

void kam_causelist_write(const struct kam_causelist *list, struct kam_writer *writer)
{
    if (list->strata)
        kam_tiercell_text(writer, list->strata->name);
    kam_tiercell_names(writer, header, HEADER_COUNT);
    kam_writer_end_row(writer);
    for (size_t i = 0; i < list->count; i++) {
        for (int cause = 0; cause < KAM_CAUSES; cause++)
            write_row(list, i, kam_cause_name((enum kam_cause)cause),
                      &list->blocks[i].causes[cause], writer);
        write_row(list, i, "total", &list->blocks[i].total, writer);
    }
}
