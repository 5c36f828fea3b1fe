#include "report/boxchart.h"

#include "report/boxlevel.h"
#include "report/reportpyramid.h"

#include <stdlib.h>

enum { CELLS_OF_BOX = KAM_BUBBLES_ACROSS * KAM_BUBBLES_ACROSS };

/* What is needed on the way through all rows. */
struct boxing {
    struct kam_reportboxes *boxes;
    const struct kam_boxplaces *places;
    const struct kam_reportside *side;
    size_t class;       /* the column, or KAM_NO_COLUMN */
    struct cell *cells; /* CELLS_OF_BOX of each box, row by row from the bottom */
};

/* The customers of a part of a box. */
struct cell {
    size_t customers;
    uint64_t x, y; /* sums of their places */
    struct kam_decimal revenue;
};

/* ---- rows into boxes ------------------------------------------------------------------------- */

static bool add_to_box(struct kam_reportbox *box, enum kam_share_base base,
                       struct kam_decimal revenue)
{
    box->customers++;
    return kam_decimal_add(&box->revenue, revenue) &&
           kam_decimal_add(&box->counted, kam_base_counted(base, revenue));
}

static bool add_to_cell(const struct boxing *boxing, uint32_t row, uint32_t box)
{
    const unsigned side = KAM_BOX_SIDE / KAM_BUBBLES_ACROSS;
    unsigned x = boxing->places->widths[row], y = boxing->places->heights[row];
    size_t across = x / side, above = y / side;
    struct cell *cell =
        &boxing->cells[(size_t)box * CELLS_OF_BOX + above * KAM_BUBBLES_ACROSS + across];

    cell->customers++;
    cell->x += x;
    cell->y += y;
    return kam_decimal_add(&cell->revenue, boxing->side->revenues[row]);
}

static bool add_customer(const struct boxing *boxing, uint32_t row, uint32_t box)
{
    struct kam_reportboxes *boxes = boxing->boxes;
    enum kam_share_base base = boxes->model->tiers.base;
    struct kam_decimal revenue = boxing->side->revenues[row];

    return add_to_box(&boxes->all, base, revenue) &&
           (box == KAM_NONE
                ? add_to_box(&boxes->unknown, base, revenue)
                : add_to_box(&boxes->boxes[box], base, revenue) && add_to_cell(boxing, row, box));
}

static bool has_other_class(const struct boxing *boxing, uint32_t row)
{
    struct kam_text own = kam_boxes_class_name(&boxing->places->boxes, row);

    return boxing->class != KAM_NO_COLUMN &&
           !kam_text_equal(kam_snapshot_cell(&boxing->side->snapshot, row, boxing->class), own);
}

static enum kam_status add_rows(const struct boxing *boxing, const struct kam_reportrows *rows,
                                struct kam_error *error)
{
    struct kam_reportboxes *boxes = boxing->boxes;

    for (size_t i = 0; i < rows->count; i++) {
        uint32_t row = rows->items[i], box = boxing->places->boxes.of_rows[row];
        if (kam_snapshot_is_prospect(&boxing->side->snapshot, row)) {
            boxes->prospects += box != KAM_NONE;
            continue;
        }
        if (!add_customer(boxing, row, box))
            return kam_error_set(error, KAM_DATA, "the sum of the revenue is too large");
        boxes->other_class += has_other_class(boxing, row);
    }
    return KAM_OK;
}

/* ---- bubbles --------------------------------------------------------------------------------- */

static double mean_place(uint64_t sum, size_t count)
{
    return (double)sum / (double)count / KAM_BOX_SIDE;
}

/* The COUNT cells with somebody in them become bubbles. */
static bool keep_bubbles(struct kam_reportboxes *boxes, const struct cell *cells, size_t count,
                         struct kam_arena *arena)
{
    size_t used = 0;

    for (size_t i = 0; i < count; i++)
        used += cells[i].customers > 0;
    boxes->bubbles = kam_arena_calloc(arena, used + 1, sizeof *boxes->bubbles);
    if (!boxes->bubbles)
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct cell *cell = &cells[i];
        if (cell->customers)
            boxes->bubbles[boxes->bubble_count++] =
                (struct kam_reportbubble){.box = i / CELLS_OF_BOX,
                                          .x = mean_place(cell->x, cell->customers),
                                          .y = mean_place(cell->y, cell->customers),
                                          .customers = cell->customers,
                                          .revenue = cell->revenue};
    }
    return true;
}

static enum kam_status fill(struct boxing *boxing, const struct kam_reportrows *rows,
                            struct kam_arena *arena, struct kam_error *error)
{
    struct kam_reportboxes *boxes = boxing->boxes;
    size_t count = boxes->model->grid.height * boxes->model->grid.width;
    enum kam_status status = KAM_NOMEM;

    boxes->boxes = kam_arena_calloc(arena, count, sizeof *boxes->boxes);
    boxing->cells = calloc(count, CELLS_OF_BOX * sizeof *boxing->cells);
    if (boxes->boxes && boxing->cells)
        status = add_rows(boxing, rows, error);
    if (!status && !keep_bubbles(boxes, boxing->cells, count * CELLS_OF_BOX, arena))
        status = KAM_NOMEM;
    free(boxing->cells);
    return status == KAM_NOMEM ? kam_error_nomem(error) : status;
}

enum kam_status kam_reportboxes_make(struct kam_reportboxes *boxes,
                                     const struct kam_reportsource *source,
                                     const struct kam_reportscope *scope, struct kam_arena *arena,
                                     struct kam_error *error)
{
    const struct kam_boxplaces *places = &source->places;
    const struct kam_box_axis *axes[] = {&places->boxes.contribution, &places->boxes.potential};
    struct boxing boxing = {.boxes = boxes, .places = places, .side = &source->now};

    *boxes = (struct kam_reportboxes){
        .lack = places->lack, .model = source->model, .file = source->files.snapshot};
    if (boxes->lack.is)
        return KAM_OK;
    for (size_t i = 0; i < 2; i++)
        boxes->limits[i] = axes[i]->limit_count ? axes[i]->limits : NULL;
    boxing.class = kam_table_find_kept(&source->now.snapshot.table, KAM_TEXT("class"));
    return fill(&boxing, &scope->now, arena, error);
}

/* ---- what is said of a box ------------------------------------------------------------------- */

struct kam_text kam_reportboxes_strategy(const struct kam_reportboxes *boxes, size_t box)
{
    const struct kam_model_grid *grid = &boxes->model->grid;
    size_t strategy = grid->strategies[grid->boxes[box]];

    return strategy == KAM_NO_STRATEGY ? KAM_TEXT("")
                                       : boxes->model->strategies.items[strategy].name;
}

struct kam_decimal kam_reportboxes_share(const struct kam_reportboxes *boxes,
                                         const struct kam_reportbox *box)
{
    return kam_reportpyramid_share(box->counted, boxes->all.counted);
}

/* ---- as a table ------------------------------------------------------------------------------ */

static void add_columns(struct kam_reporttable *table, struct kam_speech *speech)
{
    static const struct {
        enum kam_label title;
        enum kam_reportcell_kind kind;
    } columns[] = {{KAM_LABEL_COLUMN_CONTRIBUTION, KAM_REPORTCELL_WORD},
                   {KAM_LABEL_COLUMN_POTENTIAL, KAM_REPORTCELL_WORD},
                   {KAM_LABEL_COLUMN_CLASS, KAM_REPORTCELL_NAME},
                   {KAM_LABEL_COLUMN_STRATEGY, KAM_REPORTCELL_NAME},
                   {KAM_LABEL_COLUMN_CUSTOMERS, KAM_REPORTCELL_NUMBER},
                   {KAM_LABEL_COLUMN_REVENUE, KAM_REPORTCELL_NUMBER},
                   {KAM_LABEL_COLUMN_REVENUE_SHARE, KAM_REPORTCELL_NUMBER}};

    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        kam_reporttable_column(table, kam_speech_label(speech, columns[i].title), columns[i].kind);
}

static void add_names(const struct kam_reportboxes *boxes, size_t box, struct kam_speech *speech,
                      struct kam_reporttable *table)
{
    const struct kam_model_grid *grid = &boxes->model->grid;
    size_t level = grid->height - 1 - box / grid->width;

    kam_reporttable_cell(table,
                         kam_boxlevel_words(&grid->contribution, boxes->limits[0], level, speech));
    kam_reporttable_cell(
        table, kam_boxlevel_words(&grid->potential, boxes->limits[1], box % grid->width, speech));
    kam_reporttable_cell(table, grid->classes.items[grid->boxes[box]]);
    kam_reporttable_cell(table, kam_reportboxes_strategy(boxes, box));
}

static void add_figures(const struct kam_reportboxes *boxes, const struct kam_reportbox *box,
                        struct kam_speech *speech, struct kam_reporttable *table)
{
    kam_reporttable_count(table, speech, box->customers);
    kam_reporttable_money(table, speech, box->revenue);
    kam_reporttable_share(table, speech, kam_reportboxes_share(boxes, box));
}

/* A row of those in no box of their own. */
static void add_rest(const struct kam_reportboxes *boxes, const struct kam_reportbox *box,
                     enum kam_label name, struct kam_speech *speech, struct kam_reporttable *table)
{
    kam_reporttable_cell(table, kam_speech_label(speech, name));
    for (size_t i = 0; i < 3; i++)
        kam_reporttable_cell(table, KAM_TEXT(""));
    add_figures(boxes, box, speech, table);
}

static struct kam_text note_of(const struct kam_reportboxes *boxes, struct kam_speech *speech)
{
    struct kam_text notes[2];
    size_t count = 0;

    if (boxes->prospects)
        notes[count++] =
            kam_speech_labelled(speech, KAM_LABEL_BOX_PROSPECTS,
                                KAM_WORDS({"count", kam_speech_count(speech, boxes->prospects)}));
    if (boxes->other_class)
        notes[count++] =
            kam_speech_labelled(speech, KAM_LABEL_BOX_OTHER_CLASS,
                                KAM_WORDS({"file", kam_text_of(boxes->file)},
                                          {"count", kam_speech_count(speech, boxes->other_class)}));
    if (count < 2)
        return count ? notes[0] : KAM_TEXT("");
    return kam_speech_labelled(speech, KAM_LABEL_BOX_NOTES,
                               KAM_WORDS({"first", notes[0]}, {"second", notes[1]}));
}

void kam_reportboxes_table(const struct kam_reportboxes *boxes, struct kam_speech *speech,
                           struct kam_reporttable *table)
{
    const struct kam_model_grid *grid = &boxes->model->grid;

    add_columns(table, speech);
    for (size_t box = 0; box < grid->height * grid->width; box++) {
        add_names(boxes, box, speech, table);
        add_figures(boxes, &boxes->boxes[box], speech, table);
    }
    if (boxes->unknown.customers)
        add_rest(boxes, &boxes->unknown, KAM_LABEL_BOX_NO_CLASS, speech, table);
    add_rest(boxes, &boxes->all, KAM_LABEL_TOTAL, speech, table);
    table->totals = 1;
    table->note = note_of(boxes, speech);
}
