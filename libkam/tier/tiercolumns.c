#include "tier/tiercolumns.h"

#include "tier/reason.h"

enum { SHARE_PLACES = 6 };

enum column {
    RANK,
    SHARE,
    CUMULATIVE_SHARE,
    TIER_CUT,
    TIER_UNFLAGGED,
    TIER_COMPUTED,
    TIER,
    REASON,
    BY,
    LIMIT_UP,
    LIMIT_DOWN,
    GAP_UP,
    GAP_DOWN,
    HELD,
    PERIOD,
    MODEL,
};

static const char *const names[] = {
    [RANK] = "rank",
    [SHARE] = "share",
    [CUMULATIVE_SHARE] = "cumulative_share",
    [TIER_CUT] = "tier_cut",
    [TIER_UNFLAGGED] = "tier_unflagged",
    [TIER_COMPUTED] = "tier_computed",
    [TIER] = "tier",
    [REASON] = "reason",
    [BY] = "by",
    [LIMIT_UP] = "limit_up",
    [LIMIT_DOWN] = "limit_down",
    [GAP_UP] = "gap_up",
    [GAP_DOWN] = "gap_down",
    [HELD] = "held",
    [PERIOD] = "period",
    [MODEL] = "model",
};
_Static_assert(sizeof names / sizeof *names == KAM_TIERCOLUMNS, "one name per column");

/* The columns under construction: values[column][row]. */
struct making {
    const struct kam_tiering *tiering;
    struct kam_arena *arena;
    struct kam_text *values[KAM_TIERCOLUMNS];
    struct kam_text period, model; /* the same in every row */
};

/* A limit between tiers; absent at the ends of the pyramid. */
struct limit {
    bool present;
    struct kam_decimal figure;
    struct kam_text text;
};

static bool put_decimal(struct kam_arena *arena, struct kam_decimal value, int places,
                        struct kam_text *text)
{
    char digits[KAM_DECIMAL_SIZE];
    size_t len = kam_decimal_format(value, places, digits);

    return kam_arena_copy(arena, (struct kam_text){digits, len}, text);
}

static bool put_share(const struct making *making, struct kam_decimal part, struct kam_text *text)
{
    struct kam_decimal base = making->tiering->base, share;

    if (kam_decimal_sign(base) <= 0 ||
        kam_decimal_divide(part, base, SHARE_PLACES, &share) != KAM_NUMBER_OK)
        return true;
    return put_decimal(making->arena, share, SHARE_PLACES, text);
}

/* The limit that is LIMIT of the cut or, if that counts customers, the figure at POSITION. */
static bool find_limit(const struct making *making, size_t limit, size_t position,
                       struct limit *found)
{
    const struct kam_ranking *ranking = &making->tiering->ranking;
    const struct kam_cut *cut = &making->tiering->tiers->cut;

    *found = (struct limit){0};
    if (cut->kind == KAM_CUT_VALUE) {
        found->present = limit < cut->limit_count;
        found->figure = found->present ? cut->limits[limit] : KAM_DECIMAL_ZERO;
    } else if (position < ranking->count && ranking->has_figure[ranking->order[position]]) {
        found->present = true;
        found->figure = ranking->figures[ranking->order[position]];
    }
    return !found->present ||
           put_decimal(making->arena, found->figure, ranking->places, &found->text);
}

/* GAP = HIGH - LOW; left empty where the figures are so far apart that it doesn't fit. */
static bool put_gap(const struct making *making, struct kam_decimal high, struct kam_decimal low,
                    struct kam_text *gap)
{
    return !kam_decimal_subtract(&high, low) ||
           put_decimal(making->arena, high, making->tiering->ranking.places, gap);
}

static bool put_limits(const struct making *making, uint32_t row, const struct limit *up,
                       const struct limit *down)
{
    const struct kam_ranking *ranking = &making->tiering->ranking;
    struct kam_decimal figure = ranking->figures[row];
    bool known = ranking->has_figure[row];

    making->values[LIMIT_UP][row] = up->text;
    making->values[LIMIT_DOWN][row] = down->text;
    return (!known || !up->present ||
            put_gap(making, up->figure, figure, &making->values[GAP_UP][row])) &&
           (!known || !down->present ||
            put_gap(making, figure, down->figure, &making->values[GAP_DOWN][row]));
}

static bool put_reason(const struct making *making, size_t tier, size_t position,
                       struct kam_buffer *scratch)
{
    uint32_t row = making->tiering->ranking.order[position];

    scratch->len = 0;
    return kam_reason_write(making->tiering, tier, position, scratch) &&
           kam_arena_copy(making->arena, kam_buffer_text(scratch), &making->values[REASON][row]);
}

static bool put_row(const struct making *making, size_t tier, size_t position,
                    struct kam_decimal *cumulative)
{
    const struct kam_ranking *ranking = &making->tiering->ranking;
    uint32_t row = ranking->order[position];
    struct kam_decimal revenue = ranking->revenues[row];

    for (int column = TIER_CUT; column <= TIER; column++)
        making->values[column][row] = making->tiering->tiers->names.items[tier];
    making->values[BY][row] = ranking->by;
    making->values[HELD][row] = KAM_TEXT("0");
    making->values[PERIOD][row] = making->period;
    making->values[MODEL][row] = making->model;
    return put_decimal(making->arena, kam_decimal_of((int64_t)position + 1), 0,
                       &making->values[RANK][row]) &&
           put_share(making, revenue, &making->values[SHARE][row]) &&
           kam_decimal_add(cumulative, kam_tiering_counted(making->tiering, revenue)) &&
           put_share(making, *cumulative, &making->values[CUMULATIVE_SHARE][row]);
}

static bool put_rows(const struct making *making)
{
    const struct kam_tiering *tiering = making->tiering;
    struct kam_decimal cumulative = KAM_DECIMAL_ZERO;
    struct kam_buffer scratch = {NULL, 0, 0};
    bool ok = true;

    for (size_t tier = 0; tier < tiering->tiers->names.count && ok; tier++) {
        size_t start = kam_tiering_start(tiering, tier), end = tiering->ends[tier];
        struct limit up = {0}, down = {0};
        ok = (tier == 0 || find_limit(making, tier - 1, start ? start - 1 : SIZE_MAX, &up)) &&
             find_limit(making, tier, end, &down);
        for (size_t position = start; position < end && ok; position++)
            ok = put_row(making, tier, position, &cumulative) &&
                 put_limits(making, tiering->ranking.order[position], &up, &down) &&
                 put_reason(making, tier, position, &scratch);
    }
    kam_buffer_free(&scratch);
    return ok;
}

static enum kam_status find_period(struct making *making, const struct kam_table *table,
                                   struct kam_error *error)
{
    struct kam_window window;
    struct kam_place place = {.file = table->files[0]};
    enum kam_status status = kam_table_window(table, &window, error);

    if (status)
        return status;
    if (window.count == 0)
        return kam_error_at(error, KAM_DATA, &place,
                            "no month columns (YYYY-MM), so the snapshot has no period and can't "
                            "be compared: keep those that kam-import writes");
    making->period = table->names[window.first_column + window.count - 1];
    return KAM_OK;
}

static enum kam_status name_model(struct making *making, const struct kam_model *model,
                                  struct kam_error *error)
{
    char hash[KAM_MODEL_HASH_SIZE];
    struct kam_buffer name = {NULL, 0, 0};
    enum kam_status status = kam_model_hash_tier(model, hash, error);

    if (!status &&
        (!kam_buffer_add(&name, model->name) || (name.len && !kam_buffer_add_byte(&name, ' ')) ||
         !kam_buffer_add(&name, kam_text_of(hash)) ||
         !kam_arena_copy(making->arena, kam_buffer_text(&name), &making->model)))
        status = kam_error_nomem(error);
    kam_buffer_free(&name);
    return status;
}

enum kam_status kam_tiercolumns_make(struct kam_tiercolumns *columns, const struct kam_table *table,
                                     const struct kam_tiering *tiering,
                                     const struct kam_model *model, struct kam_error *error)
{
    struct making making = {.tiering = tiering, .arena = &columns->arena};

    memset(columns, 0, sizeof *columns);
    enum kam_status status = find_period(&making, table, error);
    if (!status)
        status = name_model(&making, model, error);
    if (status)
        return status;
    for (size_t c = 0; c < KAM_TIERCOLUMNS; c++) {
        making.values[c] = kam_arena_calloc(making.arena, table->count, sizeof *making.values[c]);
        if (!making.values[c])
            return kam_error_nomem(error);
        columns->columns[c] =
            (struct kam_view_column){kam_text_of(names[c]), KAM_NO_COLUMN, making.values[c]};
    }
    return put_rows(&making) ? KAM_OK : kam_error_nomem(error);
}

void kam_tiercolumns_free(struct kam_tiercolumns *columns)
{
    kam_arena_free(&columns->arena);
}
