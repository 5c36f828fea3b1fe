#include "join/unmatched.h"

#include "account/prospect.h"
#include "table/ids.h"

#include <stdlib.h>

static void write_row(struct kam_text id, struct kam_text side, struct kam_writer *writer)
{
    kam_writer_cell(writer, id, KAM_CELL_ID);
    kam_writer_cell(writer, side, KAM_CELL_TEXT);
    kam_writer_end_row(writer);
}

void kam_unmatched_begin(struct kam_writer *writer)
{
    kam_writer_cell(writer, KAM_TEXT("account_id"), KAM_CELL_TEXT);
    kam_writer_cell(writer, KAM_TEXT("side"), KAM_CELL_TEXT);
    kam_writer_end_row(writer);
}

void kam_unmatched_account(struct kam_text id, struct kam_writer *writer)
{
    write_row(id, KAM_TEXT("bills"), writer);
}

void kam_unmatched_end(const struct kam_join *join, struct kam_writer *writer)
{
    for (uint32_t row = 0; row < join->keys.count; row++)
        if (!join->met[row])
            write_row(join->keys.texts[row], KAM_TEXT("customers"), writer);
}

enum kam_status kam_unmatched_write(const struct kam_join *join, const struct kam_join_match *match,
                                    const struct kam_table *table, struct kam_writer *writer,
                                    struct kam_error *error)
{
    size_t lines = kam_table_find(table, KAM_TEXT("lines"));
    uint32_t *order;
    enum kam_status status = kam_ids_order(table, match->id, &order, error);

    if (status)
        return status;
    kam_unmatched_begin(writer);
    for (size_t i = 0; i < table->count; i++) {
        size_t row = order ? order[i] : i;
        if (row < match->customers && kam_join_match_count(match, row) == 0 &&
            !kam_is_prospect(table, lines, row))
            kam_unmatched_account(kam_table_cell(table, row, match->id), writer);
    }
    kam_unmatched_end(join, writer);
    free(order);
    return KAM_OK;
}
