#include <config.h>

#include "whatifview.h"

#include "explain/whom.h"
#include "model/quantity.h"
#include "whatif/flip.h"
#include "whatif/sensitivity.h"

#include <stdlib.h>

void kam_whatifview_step(const struct kam_front *front, struct kam_whatifview *view,
                         const char *argument)
{
    struct kam_text text = kam_text_of(argument ? argument : "10%");
    enum kam_quantity_unit unit;

    if (kam_quantity_parse(text, &view->step, &unit) != KAM_NUMBER_OK ||
        unit != KAM_QUANTITY_PERCENT || kam_decimal_sign(view->step) <= 0 ||
        kam_decimal_compare(view->step, kam_decimal_of(1)) >= 0)
        kam_front_usage(front,
                        "--sensitivity: %s: a percentage above 0 and below 100 is needed, such as "
                        "10%%",
                        kam_show(text).s);
}

void kam_whatifview_check(const struct kam_front *front)
{
    struct kam_decimal step;
    enum kam_quantity_unit unit;

    for (size_t i = 0; i < front->file_count; i++)
        if (kam_quantity_parse(kam_text_of(front->files[i]), &step, &unit) == KAM_NUMBER_OK &&
            unit == KAM_QUANTITY_PERCENT)
            kam_front_usage(front, "--sensitivity: write --sensitivity=%s", front->files[i]);
}

void kam_whatifview_ask(const struct kam_front *front, struct kam_whatifview *view,
                        const char *argument)
{
    if (!*argument)
        kam_front_usage(front, "--flip: '': an id, or name:TEXT, is needed");
    if (!kam_array_reserve(&view->asked, &view->capacity, view->count + 1, sizeof *view->asked))
        kam_front_out_of_memory(front);
    view->asked[view->count++] = argument;
}

static enum kam_status write_sensitivity(struct kam_front *front, const struct kam_whatif *whatif,
                                         struct kam_decimal step, struct kam_error *error)
{
    struct kam_sensitivity sensitivity;
    struct kam_output *output;
    struct kam_writer writer;
    enum kam_status status = kam_sensitivity_make(&sensitivity, whatif, step, error);

    if (!status)
        status = kam_front_open_output(front, &output, &writer, error);
    if (!status) {
        kam_sensitivity_write(&sensitivity, &writer);
        status = kam_output_commit(output, error);
    }
    kam_sensitivity_free(&sensitivity);
    return status;
}

/* The customer that ARGUMENT means. */
static enum kam_status find_customer(const struct kam_table *table, const char *argument,
                                     uint32_t *row, struct kam_error *error)
{
    struct kam_text asked = kam_text_of(argument);
    struct kam_whom whom;
    enum kam_status status = kam_whom_find(table, asked, &whom, error);

    if (!status && whom.row == KAM_NONE)
        status = kam_whom_reject(table, asked, error);
    *row = whom.row;
    return status;
}

static enum kam_status write_flips(struct kam_front *front, const struct kam_whatif *whatif,
                                   const struct kam_whatifview *view, struct kam_error *error)
{
    struct kam_flips flips = {.whatif = whatif};
    struct kam_output *output;
    struct kam_writer writer;
    enum kam_status status = kam_flips_check(whatif, error);
    uint32_t row;

    for (size_t i = 0; i < view->count && !status; i++) {
        status = find_customer(whatif->tiering->table, view->asked[i], &row, error);
        if (!status)
            status = kam_flips_add(&flips, row, error);
    }
    if (!status)
        status = kam_front_open_output(front, &output, &writer, error);
    if (!status) {
        kam_flips_write(&flips, &writer);
        status = kam_output_commit(output, error);
    }
    kam_flips_free(&flips);
    return status;
}

enum kam_status kam_whatifview_write(struct kam_front *front, const struct kam_whatifview *view,
                                     const struct kam_tiering *tiering,
                                     const struct kam_model *model, unsigned threads,
                                     struct kam_error *error)
{
    struct kam_whatif whatif;
    enum kam_status status = kam_whatif_init(&whatif, tiering, model, threads, error);

    if (!status)
        status = view->count ? write_flips(front, &whatif, view, error)
                             : write_sensitivity(front, &whatif, view->step, error);
    kam_whatif_free(&whatif);
    return status;
}

void kam_whatifview_free(struct kam_whatifview *view)
{
    free(view->asked);
}
