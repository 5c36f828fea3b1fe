#include "tier/tiercolumns.h"

#include "tier/reason.h"

enum { SHARE_PLACES = 6 };

/* In this order write_customer writes their cells. */
static const struct kam_text names[] = {
    {"rank", 4},
    {"share", 5},
    {"cumulative_share", 16},
    {"tier_cut", 8},
    {"tier_unflagged", 14},
    {"tier_computed", 13},
    {"tier", 4},
    {"reason", 6},
    {"by", 2},
    {"limit_up", 8},
    {"limit_down", 10},
    {"gap_up", 6},
    {"gap_down", 8},
    {"held", 4},
    {"period", 6},
    {"model", 5},
};

/* A limit between tiers; absent at the ends of the pyramid. */
struct limit {
    bool present;
    struct kam_decimal figure;
    struct kam_text text;
};

struct kam_tiercolumns_tier {
    struct kam_text name;
    struct limit up, down;
    struct kam_reason reason;
};

/* ---- cells ------------------------------------------------------------------------------------
 */

static void write_text(struct kam_writer *writer, struct kam_text text)
{
    kam_writer_cell(writer, text, KAM_CELL_TEXT);
}

static void write_decimal(struct kam_writer *writer, struct kam_decimal value, int places)
{
    char *digits = kam_writer_begin(writer, KAM_DECIMAL_SIZE);

    kam_writer_end(writer, digits + kam_decimal_format(value, places, digits));
}

static void write_empty(struct kam_writer *writer)
{
    kam_writer_cell(writer, KAM_TEXT(""), KAM_CELL_NUMBER);
}

static void write_share(const struct kam_tiering *tiering, struct kam_decimal part,
                        struct kam_writer *writer)
{
    struct kam_decimal base = tiering->base, share;

    if (kam_decimal_sign(base) > 0 &&
        kam_decimal_divide(part, base, SHARE_PLACES, &share) == KAM_NUMBER_OK)
        write_decimal(writer, share, SHARE_PLACES);
    else
        write_empty(writer);
}

/* HIGH - LOW, if both are there; empty where they are so far apart that it doesn't fit. */
static void write_gap(const struct kam_ranking *ranking, bool present, struct kam_decimal high,
                      struct kam_decimal low, struct kam_writer *writer)
{
    if (present && kam_decimal_subtract(&high, low))
        write_decimal(writer, high, ranking->places);
    else
        write_empty(writer);
}

static void write_limits(const struct kam_ranking *ranking, const struct kam_tiercolumns_tier *tier,
                         uint32_t row, struct kam_writer *writer)
{
    struct kam_decimal figure = ranking->figures[row];
    bool known = ranking->has_figure[row];

    kam_writer_cell(writer, tier->up.text, KAM_CELL_NUMBER);
    kam_writer_cell(writer, tier->down.text, KAM_CELL_NUMBER);
    write_gap(ranking, known && tier->up.present, tier->up.figure, figure, writer);
    write_gap(ranking, known && tier->down.present, figure, tier->down.figure, writer);
}

static void write_customer(const void *context, uint32_t position, struct kam_writer *writer)
{
    const struct kam_tiercolumns *columns = context;
    const struct kam_tiering *tiering = columns->tiering;
    const struct kam_ranking *ranking = &tiering->ranking;
    enum { AHEAD = 16 };
    uint32_t row = ranking->order[position];
    size_t t = 0;

    if (position + AHEAD < ranking->count)
        kam_ranking_expect(ranking, position + AHEAD);
    while (position >= tiering->ends[t])
        t++;
    const struct kam_tiercolumns_tier *tier = &columns->tiers[t];
    write_decimal(writer, kam_decimal_of((int64_t)position + 1), 0);
    write_share(tiering, ranking->revenues[row], writer);
    write_share(tiering, columns->cumulative[position], writer);
    for (int i = 0; i < 4; i++) /* by the cut, unflagged, computed, in the end */
        write_text(writer, tier->name);
    size_t len = kam_reason_write(&tier->reason, tiering, position, columns->scratch);
    write_text(writer, (struct kam_text){columns->scratch, len});
    write_text(writer, ranking->by);
    write_limits(ranking, tier, row, writer);
    kam_writer_cell(writer, KAM_TEXT("0"), KAM_CELL_NUMBER);
    kam_writer_cell(writer, columns->period, KAM_CELL_MONTH);
    write_text(writer, columns->model);
}

/* ---- what they are made from ------------------------------------------------------------------
 */

/* The limit that is LIMIT of the cut or, if that counts customers, the figure at POSITION. */
static bool find_limit(struct kam_tiercolumns *columns, size_t limit, size_t position,
                       struct limit *found)
{
    const struct kam_ranking *ranking = &columns->tiering->ranking;
    const struct kam_cut *cut = &columns->tiering->tiers->cut;
    char digits[KAM_DECIMAL_SIZE];

    *found = (struct limit){0};
    if (cut->kind == KAM_CUT_VALUE) {
        found->present = limit < cut->limit_count;
        found->figure = found->present ? cut->limits[limit] : KAM_DECIMAL_ZERO;
    } else if (position < ranking->count && ranking->has_figure[ranking->order[position]]) {
        found->present = true;
        found->figure = ranking->figures[ranking->order[position]];
    }
    if (!found->present)
        return true;
    size_t len = kam_decimal_format(found->figure, ranking->places, digits);
    return kam_arena_copy(&columns->arena, (struct kam_text){digits, len}, &found->text);
}

static bool prepare_tiers(struct kam_tiercolumns *columns)
{
    const struct kam_tiering *tiering = columns->tiering;
    size_t count = tiering->tiers->names.count, room = 0;
    struct kam_tiercolumns_tier *tiers = kam_arena_calloc(&columns->arena, count, sizeof *tiers);
    bool ok = tiers != NULL;

    columns->tiers = tiers;
    for (size_t t = 0; t < count && ok; t++) {
        size_t start = kam_tiering_start(tiering, t), end = tiering->ends[t];
        tiers[t].name = tiering->tiers->names.items[t];
        ok = (t == 0 || find_limit(columns, t - 1, start ? start - 1 : SIZE_MAX, &tiers[t].up)) &&
             find_limit(columns, t, end, &tiers[t].down) &&
             kam_reason_prepare(&tiers[t].reason, tiering, t, &columns->arena);
        if (ok && kam_reason_room(&tiers[t].reason, tiering) > room)
            room = kam_reason_room(&tiers[t].reason, tiering);
    }
    columns->scratch = kam_arena_alloc(&columns->arena, room);
    return ok && columns->scratch;
}

static bool add_up(struct kam_tiercolumns *columns)
{
    const struct kam_tiering *tiering = columns->tiering;
    const struct kam_ranking *ranking = &tiering->ranking;
    struct kam_decimal sum = KAM_DECIMAL_ZERO;
    bool ok = true;

    columns->cumulative =
        kam_arena_calloc(&columns->arena, ranking->count, sizeof *columns->cumulative);
    if (!columns->cumulative)
        return false;
    /* It can't leave the range, which the sums of all that is positive, or negative, are in. */
    for (size_t i = 0; i < ranking->count && ok; i++) {
        ok = kam_decimal_add(&sum,
                             kam_tiering_counted(tiering, ranking->revenues[ranking->order[i]]));
        columns->cumulative[i] = sum;
    }
    return ok;
}

static enum kam_status find_period(struct kam_tiercolumns *columns, const struct kam_table *table,
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
    columns->period = table->names[window.first_column + window.count - 1];
    return KAM_OK;
}

static enum kam_status name_model(struct kam_tiercolumns *columns, const struct kam_model *model,
                                  struct kam_error *error)
{
    char hash[KAM_MODEL_HASH_SIZE];
    struct kam_buffer name = {NULL, 0, 0};
    enum kam_status status = kam_model_hash_tier(model, hash, error);

    if (!status &&
        (!kam_buffer_add(&name, model->name) || (name.len && !kam_buffer_add_byte(&name, ' ')) ||
         !kam_buffer_add(&name, kam_text_of(hash)) ||
         !kam_arena_copy(&columns->arena, kam_buffer_text(&name), &columns->model)))
        status = kam_error_nomem(error);
    kam_buffer_free(&name);
    return status;
}

enum kam_status kam_tiercolumns_make(struct kam_tiercolumns *columns, const struct kam_table *table,
                                     const struct kam_tiering *tiering,
                                     const struct kam_model *model, struct kam_error *error)
{
    *columns = (struct kam_tiercolumns){.tiering = tiering};
    columns->added =
        (struct kam_view_added){names, sizeof names / sizeof *names, write_customer, columns};
    enum kam_status status = find_period(columns, table, error);
    if (!status)
        status = name_model(columns, model, error);
    if (!status && (!prepare_tiers(columns) || !add_up(columns)))
        status = kam_error_nomem(error);
    return status;
}

void kam_tiercolumns_free(struct kam_tiercolumns *columns)
{
    kam_arena_free(&columns->arena);
}
