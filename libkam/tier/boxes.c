#include "tier/boxes.h"

#include <stdlib.h>

/* What is needed while rows are put on one axis after the other. */
struct boxing {
    const struct kam_boxrows *rows;
    const struct kam_boxwatch *watch;
    struct kam_boxfigures figures;
    uint32_t *contributions;
};

/* Find the LEVELS of all rows on AXIS, which BOX is bound to. */
static enum kam_status put_on_axis(struct boxing *boxing, struct kam_boxes *boxes,
                                   const struct kam_axis *axis, struct kam_box_axis *box,
                                   uint32_t *levels, struct kam_error *error)
{
    const struct kam_boxwatch *watch = boxing->watch;
    size_t count = boxing->rows->table->count;
    bool is_contribution = box == &boxes->contribution;
    enum kam_status status =
        kam_boxaxis_make(box, axis, boxing->rows, &boxing->figures, &boxes->arena, error);

    if (status)
        return status;
    kam_boxaxis_levels(box, &boxing->figures,
                       is_contribution ? KAM_BOX_UNKNOWN_IS_LOWEST : KAM_BOX_UNKNOWN_IS_NOWHERE,
                       levels, count);
    return watch ? watch->see(watch->context, box, &boxing->figures, levels, error) : KAM_OK;
}

/* LEVELS of potential become the boxes that they make with CONTRIBUTIONS. */
static void number_boxes(const struct kam_model_grid *grid, const uint32_t *contributions,
                         uint32_t *levels, size_t count)
{
    for (size_t row = 0; row < count; row++) {
        if (levels[row] == KAM_NONE)
            continue;
        size_t below_top = grid->height - 1 - contributions[row];
        levels[row] = contributions[row] == KAM_NONE
                          ? KAM_NONE
                          : (uint32_t)(below_top * grid->width + levels[row]);
    }
}

static enum kam_status put_into_boxes(struct kam_boxes *boxes, struct boxing *boxing,
                                      struct kam_error *error)
{
    const struct kam_model_grid *grid = boxes->grid;
    enum kam_status status = put_on_axis(boxing, boxes, &grid->contribution, &boxes->contribution,
                                         boxing->contributions, error);

    if (!status)
        status =
            put_on_axis(boxing, boxes, &grid->potential, &boxes->potential, boxes->of_rows, error);
    if (!status)
        number_boxes(grid, boxing->contributions, boxes->of_rows, boxing->rows->table->count);
    return status;
}

enum kam_status kam_boxes_of(struct kam_boxes *boxes, const struct kam_model *model,
                             const struct kam_boxrows *rows, const struct kam_boxwatch *watch,
                             struct kam_error *error)
{
    struct boxing boxing = {.rows = rows, .watch = watch};
    size_t count = rows->table->count + 1;

    *boxes = (struct kam_boxes){.grid = model->grid.classes.count ? &model->grid : NULL};
    if (!boxes->grid)
        return KAM_OK;
    boxing.contributions = kam_pages_alloc(count * sizeof *boxing.contributions);
    boxes->of_rows = kam_pages_alloc(count * sizeof *boxes->of_rows);
    bool ok = kam_boxfigures_init(&boxing.figures, rows->table->count) && boxing.contributions &&
              boxes->of_rows;
    enum kam_status status = ok ? put_into_boxes(boxes, &boxing, error) : kam_error_nomem(error);
    free(boxing.contributions);
    kam_boxfigures_free(&boxing.figures);
    return status;
}

/* ---- rows that rules saw --------------------------------------------------------------------- */

static struct kam_row_source cells_of_ruling(const void *context, struct kam_shares_cells *room)
{
    return kam_ruling_rows(context, room);
}

static bool is_prospect(const void *context, size_t row)
{
    return kam_ruling_is_prospect(context, row);
}

enum kam_status kam_boxes_make(struct kam_boxes *boxes, const struct kam_model *model,
                               const struct kam_ruling *ruling, unsigned threads,
                               struct kam_error *error)
{
    const struct kam_boxrows rows = {.table = ruling->table,
                                     .names = ruling->names,
                                     .width = ruling->width,
                                     .cells = cells_of_ruling,
                                     .is_prospect = is_prospect,
                                     .context = ruling,
                                     .threads = threads};

    return kam_boxes_of(boxes, model, &rows, NULL, error);
}

/* ---------------------------------------------------------------------------------------------- */

void kam_boxes_free(struct kam_boxes *boxes)
{
    free(boxes->of_rows);
    kam_arena_free(&boxes->arena);
    *boxes = (struct kam_boxes){0};
}

struct kam_text kam_boxes_class_name(const struct kam_boxes *boxes, uint32_t row)
{
    size_t class = kam_boxes_class(boxes, row);

    return class == KAM_NO_CLASS ? KAM_TEXT("") : boxes->grid->classes.items[class];
}

size_t kam_boxes_strategy(const struct kam_boxes *boxes, uint32_t row)
{
    size_t class = kam_boxes_class(boxes, row);

    return class == KAM_NO_CLASS ? KAM_NO_STRATEGY : boxes->grid->strategies[class];
}
