#include "diff/historystrategy.h"

/* ---- cells ----------------------------------------------------------------------------------- */

/* A cell of a history that is asked for; TEXT is room for a number. */
struct asked {
    const struct kam_courses *courses;
    uint32_t track;
    char *text;
};

static const struct kam_track *track_of(const struct asked *asked)
{
    return &asked->courses->history->tracks[asked->track];
}

static struct kam_text number_text(const struct asked *asked, struct kam_decimal value)
{
    if (!kam_is_number(value))
        return KAM_TEXT("");
    return (struct kam_text){asked->text, kam_decimal_format(value, 0, asked->text)};
}

static struct kam_text periods(const struct asked *asked)
{
    return number_text(asked, kam_decimal_of(track_of(asked)->periods));
}

static struct kam_text ups(const struct asked *asked)
{
    return number_text(asked, kam_decimal_of(track_of(asked)->ups));
}

static struct kam_text downs(const struct asked *asked)
{
    return number_text(asked, kam_decimal_of(track_of(asked)->downs));
}

static struct kam_text months_in_tier(const struct asked *asked)
{
    return number_text(asked, kam_decimal_of((int64_t)kam_history_months_in_tier(
                                  asked->courses->history, asked->track)));
}

static struct kam_text revenue_trend(const struct asked *asked)
{
    return number_text(asked, asked->courses->items[asked->track].figure_trend);
}

static struct kam_text score_trend(const struct asked *asked)
{
    return number_text(asked, asked->courses->items[asked->track].score_trend);
}

static struct kam_text outlook(const struct asked *asked)
{
    return kam_outlook_word((enum kam_outlook)asked->courses->items[asked->track].outlook);
}

static const struct own {
    struct kam_text name;
    struct kam_text (*cell)(const struct asked *asked);
} owns[KAM_HISTORY_COLUMNS] = {
    {{"periods", 7}, periods},
    {{"ups", 3}, ups},
    {{"downs", 5}, downs},
    {{"months_in_tier", 14}, months_in_tier},
    {{"revenue_trend", 13}, revenue_trend},
    {{"score_trend", 11}, score_trend},
    {{"outlook", 7}, outlook},
};

/* The row of a table is a track here. */
struct cells {
    const struct kam_historystrategies *strategies;
    struct kam_historyslot *slot;
};

static struct kam_text find_cell(const void *source, size_t row, size_t column)
{
    const struct cells *cells = source;
    const struct kam_historystrategies *strategies = cells->strategies;
    const struct kam_history *history = strategies->courses->history;

    if (column < strategies->first)
        return kam_table_cell(&history->last->table, history->tracks[row].place, column);
    size_t own = column - strategies->first;
    struct asked asked = {strategies->courses, (uint32_t)row, cells->slot->texts[own]};
    return owns[own].cell(&asked);
}

/* ---- strategies ------------------------------------------------------------------------------ */

bool kam_historystrategies_exist(const struct kam_model *model)
{
    for (size_t i = 0; i < model->strategies.count; i++)
        if (model->strategies.items[i].is_historic)
            return true;
    return false;
}

/* The name of a column of the last snapshot that conditions may ask for. */
static struct kam_text name_seen(const struct kam_table *table, size_t column)
{
    for (size_t i = 0; i < KAM_HISTORY_COLUMNS; i++)
        if (kam_text_equal(table->names[column], owns[i].name))
            return KAM_TEXT("");
    return table->places[column] == KAM_NO_COLUMN ? KAM_TEXT("") : table->names[column];
}

static enum kam_status bind(struct kam_historystrategies *strategies, const struct kam_text *names,
                            struct kam_error *error)
{
    const struct kam_model_strategies *model = &strategies->courses->model->strategies;
    const struct kam_history *history = strategies->courses->history;
    int period = kam_window_last(&history->last->window);
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < model->count && !status; i++)
        if (model->items[i].is_historic)
            status = kam_binding_make(&strategies->bindings[i], &model->items[i].when, names,
                                      strategies->width, period, &strategies->arena, error);
    return status;
}

enum kam_status kam_historystrategies_make(struct kam_historystrategies *strategies,
                                           const struct kam_courses *courses,
                                           struct kam_error *error)
{
    const struct kam_table *table = &courses->history->last->table;

    *strategies = (struct kam_historystrategies){
        .courses = courses, .first = table->width, .width = table->width + KAM_HISTORY_COLUMNS};
    if (!kam_historystrategies_exist(courses->model))
        return KAM_OK;
    struct kam_text *names = kam_arena_calloc(&strategies->arena, strategies->width, sizeof *names);
    strategies->bindings = kam_arena_calloc(&strategies->arena, courses->model->strategies.count,
                                            sizeof *strategies->bindings);
    if (!names || !strategies->bindings)
        return kam_error_nomem(error);
    for (size_t i = 0; i < table->width; i++)
        names[i] = name_seen(table, i);
    for (size_t i = 0; i < KAM_HISTORY_COLUMNS; i++)
        names[table->width + i] = owns[i].name;
    return bind(strategies, names, error);
}

void kam_historystrategies_free(struct kam_historystrategies *strategies)
{
    kam_arena_free(&strategies->arena);
    *strategies = (struct kam_historystrategies){.courses = NULL};
}

enum kam_status kam_historystrategies_choose(const struct kam_historystrategies *strategies,
                                             uint32_t track, struct kam_historyslot *slot,
                                             uint32_t *number, struct kam_error *error)
{
    const struct kam_courses *courses = strategies->courses;
    const struct kam_model_strategies *model = &courses->model->strategies;
    const struct cells cells = {strategies, slot};
    const struct kam_row_source rows = {find_cell, &cells, slot->memory};
    bool holds = false;

    *number = KAM_NONE;
    for (size_t i = 0; strategies->bindings && i < model->count; i++) {
        if (!model->items[i].is_historic)
            continue;
        enum kam_status status =
            kam_binding_holds(&strategies->bindings[i], &rows, track, &holds, error);
        if (status) {
            kam_table_place_error(&courses->history->last->table,
                                  courses->history->tracks[track].place, error);
            return status;
        }
        if (holds) {
            *number = (uint32_t)i;
            break;
        }
    }
    return KAM_OK;
}

/* ---- what has to be read --------------------------------------------------------------------- */

bool kam_historystrategies_columns(const struct kam_model *model, struct kam_text **columns,
                                   size_t *count, size_t *capacity)
{
    for (size_t i = 0; i < model->strategies.count; i++) {
        const struct kam_model_strategy *strategy = &model->strategies.items[i];
        struct kam_text column;
        for (size_t at = 0;
             strategy->is_historic && kam_condition_column(&strategy->when, &at, &column);) {
            if (!kam_array_reserve(columns, capacity, *count + 1, sizeof **columns))
                return false;
            (*columns)[(*count)++] = column;
        }
    }
    return true;
}

static bool asks_for_months(const struct kam_condition *when)
{
    for (size_t i = 0; i < when->term_count; i++) {
        const struct kam_operand *other = kam_term_other(&when->terms[i]);
        if (when->terms[i].months || (other && other->kind == KAM_OPERAND_LAST))
            return true;
    }
    return false;
}

bool kam_historystrategies_ask_for_months(const struct kam_model *model)
{
    for (size_t i = 0; i < model->strategies.count; i++)
        if (model->strategies.items[i].is_historic &&
            asks_for_months(&model->strategies.items[i].when))
            return true;
    return false;
}
