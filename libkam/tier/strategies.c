#include "tier/strategies.h"

#include "account/settext.h"
#include "base/ranges.h"
#include "base/sort.h"
#include "tier/due.h"

#include <stdlib.h>

/* What a thread needs for itself. */
struct slot {
    struct kam_tiersource_cells cells;
    struct kam_row_source rows;
    struct kam_buffer scratch;
};

struct choosing {
    struct kam_strategies *strategies;
    const struct kam_tiering *tiering;
    struct kam_due due;
    struct slot slots[KAM_RANGES_SLOTS];
};

static bool is_counted(const struct kam_model_strategy *strategy)
{
    return strategy->periods > 1;
}

/* Whether it is given by its condition, here: what asks for a history is passed over. */
static bool is_judged(const struct kam_model_strategy *strategy)
{
    return strategy->when.term_count > 0 && !strategy->is_historic;
}

/* ---- a row ----------------------------------------------------------------------------------- */

static enum kam_status holds(struct choosing *choosing, struct slot *slot, uint32_t row,
                             size_t strategy, bool *holds, struct kam_error *error)
{
    enum kam_status status = kam_binding_holds(&choosing->strategies->bindings[strategy],
                                               &slot->rows, row, holds, error);

    if (slot->cells.failed)
        return kam_error_nomem(error);
    if (status)
        kam_table_place_error(choosing->tiering->table, row, error);
    return status;
}

/* Strategies with periods are counted whether another goes before them or not. */
static enum kam_status count_periods(struct choosing *choosing, struct slot *slot, uint32_t row,
                                     struct kam_error *error)
{
    struct kam_strategies *strategies = choosing->strategies;
    uint16_t *periods = strategies->periods + row * strategies->counted_count;
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < strategies->counted_count && !status; i++) {
        size_t number = strategies->counted[i];
        unsigned count = 0;
        bool now = false;
        status = holds(choosing, slot, row, number, &now, error);
        if (!status && now)
            status = kam_due_count(&choosing->due, row, strategies->model->items[number].name,
                                   &slot->scratch, &count, error);
        periods[i] = (uint16_t)count;
    }
    return status;
}

static enum kam_status choose(struct choosing *choosing, struct slot *slot, uint32_t row,
                              struct kam_error *error)
{
    struct kam_strategies *strategies = choosing->strategies;
    const struct kam_model_strategies *model = strategies->model;
    size_t of_class = kam_boxes_strategy(&choosing->tiering->boxes, row);
    enum kam_status status = count_periods(choosing, slot, row, error);

    strategies->chosen[row] = of_class == KAM_NO_STRATEGY ? KAM_NONE : (uint32_t)of_class;
    for (size_t i = 0; i < model->count && !status; i++) {
        const struct kam_model_strategy *strategy = &model->items[i];
        bool applies = false;
        if (!is_judged(strategy))
            continue;
        if (is_counted(strategy))
            applies = kam_strategies_periods(strategies, row, i) >= strategy->periods;
        else
            status = holds(choosing, slot, row, i, &applies, error);
        if (status || !applies)
            continue;
        strategies->chosen[row] = (uint32_t)i;
        break;
    }
    return status;
}

/* ---- all rows -------------------------------------------------------------------------------- */

static enum kam_status choose_for_rows(void *context, size_t slot, size_t from, size_t to,
                                       struct kam_error *error)
{
    struct choosing *choosing = context;
    enum kam_status status = KAM_OK;

    for (size_t row = from; row < to && !status; row++)
        status = choose(choosing, &choosing->slots[slot], (uint32_t)row, error);
    return status;
}

static enum kam_status choose_all(struct choosing *choosing, struct kam_error *error)
{
    struct kam_strategies *strategies = choosing->strategies;
    const struct kam_ranges ranges = {choose_for_rows, choosing, choosing->tiering->table->count,
                                      choosing->tiering->threads, 0};
    size_t slots = kam_ranges_slots(&ranges);
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < slots; i++) {
        struct slot *slot = &choosing->slots[i];
        slot->rows = kam_tiersource_rows(&strategies->source, &slot->cells);
        slot->rows.memory = kam_arena_calloc(&strategies->arena, strategies->source.width,
                                             sizeof *slot->rows.memory);
        if (!slot->rows.memory)
            status = kam_error_nomem(error);
    }
    if (!status)
        status = kam_ranges_run(&ranges, error);
    for (size_t i = 0; i < slots; i++) {
        kam_tiersource_cells_free(&choosing->slots[i].cells);
        kam_buffer_free(&choosing->slots[i].scratch);
    }
    return status;
}

/* ---- what they are made from ----------------------------------------------------------------- */

static int compare_names(uint32_t a, uint32_t b, void *context)
{
    const struct kam_model_strategies *const *model = context;

    return kam_text_order((*model)->items[a].name, (*model)->items[b].name);
}

static bool find_counted(struct kam_strategies *strategies)
{
    const struct kam_model_strategies *model = strategies->model;
    uint32_t *numbers = kam_arena_calloc(&strategies->arena, model->count + 1, sizeof *numbers);
    size_t *counted = kam_arena_calloc(&strategies->arena, model->count + 1, sizeof *counted);

    if (!numbers || !counted)
        return false;
    for (size_t i = 0; i < model->count; i++)
        if (is_counted(&model->items[i]))
            numbers[strategies->counted_count++] = (uint32_t)i;
    if (!kam_sort(numbers, strategies->counted_count, compare_names, &model))
        return false;
    for (size_t i = 0; i < strategies->counted_count; i++)
        counted[i] = numbers[i];
    strategies->counted = counted;
    return true;
}

static bool allocate(struct kam_strategies *strategies, const struct kam_tierfacts *facts)
{
    size_t rows = facts->tiering->table->count + 1;

    if (!find_counted(strategies) ||
        !kam_tiersource_make(&strategies->source, facts, &strategies->arena))
        return false;
    strategies->bindings = kam_arena_calloc(&strategies->arena, strategies->model->count + 1,
                                            sizeof *strategies->bindings);
    strategies->chosen = kam_pages_alloc(rows * sizeof *strategies->chosen);
    strategies->periods =
        kam_pages_alloc((rows * strategies->counted_count + 1) * sizeof *strategies->periods);
    return strategies->bindings && strategies->chosen && strategies->periods;
}

static enum kam_status bind(struct kam_strategies *strategies, const struct kam_ruling *ruling,
                            struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < strategies->model->count && !status; i++) {
        const struct kam_model_strategy *strategy = &strategies->model->items[i];
        if (is_judged(strategy))
            status = kam_binding_make(&strategies->bindings[i], &strategy->when,
                                      strategies->source.names, strategies->source.width,
                                      kam_window_last(&ruling->window), &strategies->arena, error);
    }
    return status;
}

enum kam_status kam_strategies_make(struct kam_strategies *strategies,
                                    const struct kam_tierfacts *facts, struct kam_error *error)
{
    *strategies = (struct kam_strategies){.model = &facts->model->strategies};
    if (strategies->model->count == 0)
        return KAM_OK;
    struct choosing *choosing = calloc(1, sizeof *choosing);
    enum kam_status status =
        choosing && allocate(strategies, facts) ? KAM_OK : kam_error_nomem(error);
    if (!status) {
        choosing->strategies = strategies;
        choosing->tiering = facts->tiering;
        status = bind(strategies, &facts->tiering->ruling, error);
    }
    if (!status)
        status = kam_due_find(&choosing->due, facts->tiering, error);
    if (!status)
        status = choose_all(choosing, error);
    free(choosing);
    return status;
}

void kam_strategies_free(struct kam_strategies *strategies)
{
    free(strategies->chosen);
    free(strategies->periods);
    kam_arena_free(&strategies->arena);
    *strategies = (struct kam_strategies){0};
}

/* ---- what is asked for ----------------------------------------------------------------------- */

struct kam_text kam_strategies_name(const struct kam_strategies *strategies, uint32_t row)
{
    uint32_t chosen = strategies->chosen[row];

    return chosen == KAM_NONE ? KAM_TEXT("") : strategies->model->items[chosen].name;
}

struct kam_text kam_strategies_text(const struct kam_strategies *strategies, uint32_t row,
                                    size_t key)
{
    const struct kam_model_texts *texts = &strategies->model->texts;
    uint32_t chosen = strategies->chosen[row];

    return chosen == KAM_NONE ? KAM_TEXT("") : texts->texts[chosen * texts->keys.count + key];
}

unsigned kam_strategies_periods(const struct kam_strategies *strategies, uint32_t row,
                                size_t number)
{
    for (size_t i = 0; i < strategies->counted_count; i++)
        if (strategies->counted[i] == number)
            return strategies->periods[row * strategies->counted_count + i];
    return 0;
}

/* NAME:COUNT may have to be escaped as a whole, so it is put together aside. */
static bool add_due(struct kam_text name, unsigned count, struct kam_buffer *buffer)
{
    struct kam_buffer item = {NULL, 0, 0};
    bool ok = kam_buffer_add(&item, name) && kam_buffer_printf(&item, ":%u", count) &&
              kam_settext_add(buffer, kam_buffer_text(&item));

    kam_buffer_free(&item);
    return ok;
}

bool kam_strategies_add_due(const struct kam_strategies *strategies, uint32_t row,
                            struct kam_buffer *buffer)
{
    const uint16_t *periods = strategies->periods + row * strategies->counted_count;
    bool ok = true;

    for (size_t i = 0; i < strategies->counted_count && ok; i++)
        if (periods[i])
            ok = add_due(strategies->model->items[strategies->counted[i]].name, periods[i], buffer);
    return ok;
}
