#include "diff/causelist.h"
#include "diff/cause.h"

#include <inttypes.h>
#include <stdio.h>

static bool add(struct kam_causelist_row *row, const struct kam_movement *movement)
{
    row->up += movement->move == KAM_MOVE_UP;
    row->down += movement->move == KAM_MOVE_DOWN;
    row->other += movement->move != KAM_MOVE_UP && movement->move != KAM_MOVE_DOWN;
    return kam_decimal_add(&row->revenue, movement->revenue_delta);
}

static enum kam_status check(const struct kam_diff *diff, struct kam_error *error)
{
    enum kam_status status = kam_causes_check(diff->old, error);

    return status ? status : kam_causes_check(diff->new, error);
}

enum kam_status kam_causelist_compute(struct kam_causelist *list, const struct kam_diff *diff,
                                      struct kam_error *error)
{
    enum kam_status status = check(diff, error);
    bool ok = true;

    *list = (struct kam_causelist){.diff = diff};
    for (size_t i = 0; ok && !status && i < diff->count; i++) {
        const struct kam_movement *movement = &diff->movements[i];
        ok = (movement->cause == KAM_CAUSE_NONE || add(&list->causes[movement->cause], movement)) &&
             (movement->move == KAM_MOVE_SAME || add(&list->total, movement));
    }
    if (!ok)
        return kam_error_set(error, KAM_DATA, "the sum of revenues is too large a number");
    return status;
}

static void write_row(const struct kam_causelist *list, const char *name,
                      const struct kam_causelist_row *row, struct kam_writer *writer)
{
    const uint64_t counts[] = {row->up, row->down, row->other, row->up + row->down + row->other};
    char text[KAM_DECIMAL_SIZE];

    kam_writer_cell(writer, kam_text_of(name), KAM_CELL_TEXT);
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        snprintf(text, sizeof text, "%" PRIu64, counts[i]);
        kam_writer_cell(writer, kam_text_of(text), KAM_CELL_NUMBER);
    }
    kam_decimal_format(row->revenue, list->diff->places, text);
    kam_writer_cell(writer, kam_text_of(text), KAM_CELL_NUMBER);
    kam_writer_end_row(writer);
}

void kam_causelist_write(const struct kam_causelist *list, struct kam_writer *writer)
{
    static const char *const header[] = {"cause", "up",        "down",
                                         "other", "customers", "revenue_delta"};

    for (size_t i = 0; i < sizeof header / sizeof *header; i++)
        kam_writer_cell(writer, kam_text_of(header[i]), KAM_CELL_TEXT);
    kam_writer_end_row(writer);
    for (int cause = 0; cause < KAM_CAUSES; cause++)
        write_row(list, kam_cause_name((enum kam_cause)cause), &list->causes[cause], writer);
    write_row(list, "total", &list->total, writer);
}
