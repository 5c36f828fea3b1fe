#include "tier/boxview.h"

#include "tier/tiercell.h"

static const char *const header[] = {"contribution", "potential", "class",        "strategy",
                                     "customers",    "revenue",   "revenue_share"};

enum kam_status kam_boxview_check(const struct kam_model *model, struct kam_error *error)
{
    if (model->grid.classes.count)
        return KAM_OK;
    return kam_error_at(error, KAM_USAGE, &model->place,
                        "the model has no [grid], so there are no boxes to show");
}

static enum kam_status add(struct kam_boxview *view, const struct kam_tiering *tiering,
                           uint32_t row, struct kam_error *error)
{
    uint32_t box = view->boxes->of_rows[row];
    size_t layer = box == KAM_NONE ? view->count : box;
    enum kam_status status = kam_layer_add(&view->layers[layer], tiering, row, error);

    return status ? status : kam_layer_add(&view->all, tiering, row, error);
}

enum kam_status kam_boxview_make(struct kam_boxview *view, const struct kam_tiering *tiering,
                                 const struct kam_model *model, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    *view = (struct kam_boxview){
        .boxes = &tiering->boxes, .model = model, .count = model->grid.height * model->grid.width};
    view->layers = kam_arena_calloc(&view->arena, view->count + 1, sizeof *view->layers);
    if (!view->layers)
        return kam_error_nomem(error);
    for (uint32_t row = 0; row < tiering->table->count && !status; row++)
        if (!kam_tiering_is_prospect(tiering, row))
            status = add(view, tiering, row, error);
    return status;
}

void kam_boxview_free(struct kam_boxview *view)
{
    kam_arena_free(&view->arena);
    *view = (struct kam_boxview){0};
}

/* ---- writing --------------------------------------------------------------------------------- */

static char *add_words(char *at, struct kam_text words)
{
    memcpy(at, words.ptr, words.len);
    return at + words.len;
}

/* What is LEVEL limits above the lowest on AXIS, in words. */
static void write_level(const struct kam_box_axis *axis, size_t level, struct kam_writer *writer)
{
    enum { ROOM = 2 * KAM_DECIMAL_SIZE + 16 };
    const struct kam_decimal *limits = axis->limits;
    char text[ROOM], *at = text;

    if (axis->limit_count == 0) {
        kam_tiercell_empty(writer, 1);
        return;
    }
    if (level == 0)
        at = add_words(at, KAM_TEXT("below "));
    else if (level == axis->limit_count)
        at = add_words(at, KAM_TEXT("at least "));
    if (level > 0)
        at += kam_decimal_format(limits[level - 1], 0, at);
    if (level > 0 && level < axis->limit_count)
        at = add_words(at, KAM_TEXT(" to "));
    if (level < axis->limit_count)
        at += kam_decimal_format(limits[level], 0, at);
    kam_tiercell_text(writer, (struct kam_text){text, (size_t)(at - text)});
}

static void write_class(const struct kam_boxview *view, size_t box, struct kam_writer *writer)
{
    const struct kam_model_grid *grid = &view->model->grid;
    size_t class = grid->boxes[box], strategy = grid->strategies[class];

    kam_tiercell_text(writer, grid->classes.items[class]);
    if (strategy == KAM_NO_STRATEGY)
        kam_tiercell_empty(writer, 1);
    else
        kam_tiercell_text(writer, view->model->strategies.items[strategy].name);
}

static void write_layer(const struct kam_boxview *view, const struct kam_layer *layer,
                        struct kam_writer *writer)
{
    kam_tiercell_count(writer, layer->customers);
    kam_tiercell_number(writer, layer->revenue, KAM_PLACES_MONEY);
    kam_tiercell_ratio(writer, layer->counted, view->all.counted, KAM_PLACES_SHARE);
    kam_writer_end_row(writer);
}

void kam_boxview_write(const struct kam_boxview *view, struct kam_writer *writer)
{
    enum { OF_BOXES = 4 };
    const struct kam_model_grid *grid = &view->model->grid;

    kam_tiercell_names(writer, header, sizeof header / sizeof *header);
    kam_writer_end_row(writer);
    for (size_t box = 0; box < view->count; box++) {
        write_level(&view->boxes->contribution, grid->height - 1 - box / grid->width, writer);
        write_level(&view->boxes->potential, box % grid->width, writer);
        write_class(view, box, writer);
        write_layer(view, &view->layers[box], writer);
    }
    kam_tiercell_empty(writer, OF_BOXES);
    write_layer(view, &view->layers[view->count], writer);
}
