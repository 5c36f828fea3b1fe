#include "tier/load.h"

#include "tier/tiercell.h"

enum kam_status kam_load_check(const struct kam_model *model, struct kam_error *error)
{
    const struct kam_model_managers *managers = &model->managers;

    if (managers->column.len)
        return KAM_OK;
    return kam_error_at(error, KAM_USAGE, managers->place.line ? &managers->place : &model->place,
                        "--managers needs to know who answers for a customer: say column = COLUMN "
                        "in [managers]");
}

static enum kam_status group(struct kam_load *load, const struct kam_table *table,
                             const struct kam_model_managers *managers, struct kam_error *error)
{
    size_t column;
    const struct kam_text_list by = {&managers->column, 1};
    enum kam_status status = kam_table_require_for(
        table, managers->column, KAM_TEXT("[managers] column"), &managers->place, &column, error);

    if (!status)
        status = kam_grouping_make(&load->grouping, table, &by, error);
    if (!status)
        status = kam_pyramids_make(&load->managers, load->tiering, table, load->grouping.of_rows,
                                   load->grouping.count, error);
    return status;
}

enum kam_status kam_load_make(struct kam_load *load, const struct kam_tiering *tiering,
                              const struct kam_table *table, const struct kam_model *model,
                              struct kam_error *error)
{
    const struct kam_ranking *ranking = &tiering->ranking;
    const struct kam_model_managers *managers = &model->managers;

    *load = (struct kam_load){.tiering = tiering, .span = kam_decimal_of((int64_t)managers->span)};
    enum kam_status status = group(load, table, managers, error);
    if (!status)
        status = kam_pyramids_make(&load->all, tiering, table, NULL, 1, error);
    if (!status)
        status = kam_managers_capacity(managers, table, ranking->order, ranking->count,
                                       &load->capacity, error);
    return status;
}

/* ---- writing ----------------------------------------------------------------------------------
 */

static void write_header(const struct kam_load *load, struct kam_writer *writer)
{
    static const char *const first[] = {"manager", "customers"}, *const last[] = {"revenue",
                                                                                  "load"};
    const struct kam_text_list *tiers = &load->tiering->tiers->names;

    kam_tiercell_names(writer, first, sizeof first / sizeof *first);
    for (size_t t = 0; t < tiers->count; t++)
        kam_tiercell_text(writer, tiers->items[t]);
    kam_tiercell_names(writer, last, sizeof last / sizeof *last);
    kam_writer_end_row(writer);
}

/* CAN_CARRY of 0: isn't known. */
static void write_row(const struct kam_load *load, struct kam_text name,
                      const struct kam_pyramid *pyramid, struct kam_decimal can_carry,
                      struct kam_writer *writer)
{
    kam_tiercell_text(writer, name);
    kam_tiercell_count(writer, pyramid->all.customers);
    for (size_t t = 0; t < load->tiering->tiers->names.count; t++)
        kam_tiercell_count(writer, pyramid->layers[t].customers);
    kam_tiercell_number(writer, pyramid->all.revenue, KAM_PLACES_MONEY);
    kam_tiercell_ratio(writer, kam_decimal_of((int64_t)pyramid->all.customers), can_carry,
                       KAM_PLACES_RATIO);
    kam_writer_end_row(writer);
}

void kam_load_write(const struct kam_load *load, struct kam_writer *writer)
{
    const struct kam_grouping *grouping = &load->grouping;
    uint32_t nobody = KAM_NONE;

    write_header(load, writer);
    for (size_t i = 0; i < grouping->count; i++) {
        uint32_t manager = grouping->sorted[i];
        struct kam_text name = kam_grouping_cell(grouping, manager, 0);
        if (name.len)
            write_row(load, name, &load->managers.items[manager], load->span, writer);
        else
            nobody = manager;
    }
    if (nobody != KAM_NONE)
        write_row(load, KAM_TEXT(""), &load->managers.items[nobody], KAM_DECIMAL_ZERO, writer);
    write_row(load, KAM_TEXT("total"), load->all.items, load->capacity.customers, writer);
}

void kam_load_free(struct kam_load *load)
{
    kam_grouping_free(&load->grouping);
    kam_pyramids_free(&load->managers);
    kam_pyramids_free(&load->all);
}
