#include "tier/tiercolumns.h"

#include "account/settext.h"
#include "base/sort.h"
#include "tier/evidence.h"
#include "tier/tiercell.h"

/* In this order write_customer writes their cells; between the two are those of policies. */
static const struct kam_text first_names[] = {
    {"rank", 4},
    {"share", 5},
    {"cumulative_share", 16},
    {"tier_cut", 8},
    {"tier_unflagged", 14},
    {"tier_computed", 13},
    {"tier", 4},
    {"reason", 6},
    {"categories", 10},
    {"flags", 5},
    {"evidence", 8},
    {"by", 2},
    {"limit_up", 8},
    {"limit_down", 10},
    {"gap_up", 6},
    {"gap_down", 8},
    {"held", 4},
};
static const struct kam_text last_names[] = {{"period", 6}, {"model", 5}};

enum {
    FIRST_COUNT = sizeof first_names / sizeof *first_names,
    LAST_COUNT = sizeof last_names / sizeof *last_names,
};

/* A limit between tiers; absent at the ends of the pyramid. */
struct limit {
    bool present;
    struct kam_decimal figure;
    struct kam_text text;
};

/* Of those whom the cut puts into a tier of a segment. */
struct kam_tiercolumns_limits {
    struct limit up, down;
};

/* ---- cells ------------------------------------------------------------------------------------
 */

static void write_shares(const struct kam_shares *shares, size_t position,
                         struct kam_writer *writer)
{
    for (int i = 0; i < KAM_SHARES_COLUMNS; i++) {
        char *text = kam_writer_begin(writer, KAM_DECIMAL_SIZE);
        kam_writer_end(writer,
                       text + kam_shares_format(shares, (enum kam_shares_column)i, position, text));
    }
}

/* HIGH - LOW, if both are there; empty where they are so far apart that it doesn't fit. */
static void write_gap(const struct kam_ranking *ranking, bool present, struct kam_decimal high,
                      struct kam_decimal low, struct kam_writer *writer)
{
    if (present && kam_decimal_subtract(&high, low))
        kam_tiercell_number(writer, high, ranking->places);
    else
        kam_tiercell_empty(writer, 1);
}

static void write_limits(const struct kam_ranking *ranking,
                         const struct kam_tiercolumns_limits *limits, uint32_t row,
                         struct kam_writer *writer)
{
    struct kam_decimal figure = ranking->figures[row];
    bool known = ranking->has_figure[row];

    kam_writer_cell(writer, limits->up.text, KAM_CELL_NUMBER);
    kam_writer_cell(writer, limits->down.text, KAM_CELL_NUMBER);
    write_gap(ranking, known && limits->up.present, limits->up.figure, figure, writer);
    write_gap(ranking, known && limits->down.present, figure, limits->down.figure, writer);
}

static bool write_reason(const struct kam_tiercolumns *columns, uint32_t row, size_t position,
                         struct kam_buffer *text, struct kam_writer *writer)
{
    text->len = 0;
    bool ok = kam_reasons_add(&columns->reasons, row, position, text);
    kam_tiercell_text(writer, kam_buffer_text(text));
    return ok;
}

/* The names of those of RULES[COUNT] that hold for ROW, as a set. */
static bool write_rules(const struct kam_ruling *ruling, uint32_t row, const size_t *rules,
                        size_t count, struct kam_buffer *text, struct kam_writer *writer)
{
    bool ok = true;

    text->len = 0;
    for (size_t i = 0; i < count; i++)
        if (kam_ruling_holds(ruling, row, rules[i]))
            ok &= kam_settext_add(text, kam_ruling_rule(ruling, rules[i])->name);
    kam_tiercell_text(writer, kam_buffer_text(text));
    return ok;
}

/* Categories, flags and evidence. */
static bool write_ruling(const struct kam_tiercolumns *columns, uint32_t row,
                         struct kam_buffer *text, struct kam_writer *writer)
{
    const struct kam_ruling *ruling = &columns->tiering->ruling;

    if (!kam_ruling_holds_any(ruling, row)) {
        kam_tiercell_empty(writer, 3);
        return true;
    }
    bool ok =
        write_rules(ruling, row, columns->categories, ruling->first_flag - ruling->first_category,
                    text, writer) &&
        write_rules(ruling, row, columns->flags, ruling->count - ruling->first_flag, text, writer);
    text->len = 0;
    ok = ok && kam_evidence_add_all(ruling, row, text);
    kam_tiercell_text(writer, kam_buffer_text(text));
    return ok;
}

static void write_policies(const struct kam_model_policies *policies, size_t tier,
                           struct kam_writer *writer)
{
    for (size_t i = 0; i < policies->keys.count; i++)
        kam_tiercell_text(writer, policies->texts[tier * policies->keys.count + i]);
}

/* What was visited, against what the policy of TIER says of visits. */
static void write_visits(const struct kam_tiercolumns *columns, uint32_t row, size_t tier,
                         struct kam_writer *writer)
{
    const struct kam_visitplan *plan = &columns->visitplan;
    const struct kam_model_policies *policies = &columns->model->policies;

    if (plan->count)
        kam_visitplan_write(plan, row, policies->texts[tier * policies->keys.count + plan->key],
                            writer);
}

static void write_tiers(const struct kam_text *names, const struct kam_verdict *verdict,
                        struct kam_writer *writer)
{
    kam_tiercell_text(writer, names[verdict->cut]);
    kam_tiercell_text(writer, names[verdict->unflagged]);
    kam_tiercell_text(writer, names[verdict->computed]);
    kam_tiercell_text(writer, names[verdict->tier]);
}

/* A prospect has a tier by name and a reason, categories, policies; the rest is of customers. */
static bool write_prospect(const struct kam_tiercolumns *columns, uint32_t row,
                           struct kam_buffer *text, struct kam_writer *writer)
{
    enum { BEFORE_TIER = 6, BEHIND_CATEGORIES = 2, LIMITS_AND_HELD = 5 };
    const struct kam_tiering *tiering = columns->tiering;
    const struct kam_ruling *ruling = &tiering->ruling;

    kam_tiercell_empty(writer, BEFORE_TIER);
    kam_tiercell_text(writer, kam_tiering_tier_name(tiering, row));
    kam_tiercell_text(writer, KAM_TEXT("prospect: no bills yet"));
    bool ok = write_rules(ruling, row, columns->categories,
                          ruling->first_flag - ruling->first_category, text, writer);
    kam_tiercell_empty(writer, BEHIND_CATEGORIES);
    kam_tiercell_text(writer, tiering->ranking.by);
    kam_tiercell_empty(writer, LIMITS_AND_HELD);
    write_policies(&columns->model->policies, tiering->verdicts[row].tier, writer);
    kam_writer_cell(writer, columns->period, KAM_CELL_MONTH);
    kam_tiercell_text(writer, columns->name);
    return ok;
}

static bool write_customer(const void *context, uint32_t position, struct kam_buffer *text,
                           struct kam_writer *writer)
{
    const struct kam_tiercolumns *columns = context;
    const struct kam_tiering *tiering = columns->tiering;
    const struct kam_ranking *ranking = &tiering->ranking;
    enum { AHEAD = 16 };
    uint32_t row = ranking->order[position];

    if (position >= ranking->count)
        return write_prospect(columns, row, text, writer);
    const struct kam_verdict *verdict = &tiering->verdicts[row];
    size_t segment = kam_segments_of(&tiering->segments, row);

    if (position + AHEAD < ranking->count)
        kam_tiering_expect(tiering, position + AHEAD);
    write_shares(&tiering->shares, position, writer);
    write_tiers(tiering->tiers->names.items, verdict, writer);
    bool ok = write_reason(columns, row, position, text, writer) &&
              write_ruling(columns, row, text, writer);
    kam_tiercell_text(writer, ranking->by);
    write_limits(ranking, &columns->limits[segment * tiering->tiers->names.count + verdict->cut],
                 row, writer);
    kam_tiercell_number(writer, kam_decimal_of(tiering->holds ? tiering->holds[row].held : 0), 0);
    write_policies(&columns->model->policies, verdict->tier, writer);
    write_visits(columns, row, verdict->tier, writer);
    kam_writer_cell(writer, columns->period, KAM_CELL_MONTH);
    kam_tiercell_text(writer, columns->name);
    return ok;
}

/* ---- what they are made from ------------------------------------------------------------------
 */

/* Write down LIMIT, whose figure is known if it is present. */
static bool note_limit(struct kam_tiercolumns *columns, bool present, struct limit *limit)
{
    char digits[KAM_DECIMAL_SIZE];

    limit->present = present;
    if (!present)
        return true;
    size_t len = kam_decimal_format(limit->figure, columns->tiering->ranking.places, digits);
    return kam_arena_copy(&columns->arena, (struct kam_text){digits, len}, &limit->text);
}

static bool note_limits(struct kam_tiercolumns *columns)
{
    const struct kam_tiering *tiering = columns->tiering;
    size_t tiers = tiering->tiers->names.count;
    struct kam_tiercolumns_limits *limits =
        kam_arena_calloc(&columns->arena, tiering->segments.count * tiers + 1, sizeof *limits);
    bool ok = limits != NULL;

    columns->limits = limits;
    for (size_t i = 0; i < tiering->segments.count * tiers && ok; i++) {
        const struct kam_cutting *cutting = &tiering->cuttings[i / tiers];
        size_t tier = i % tiers;
        struct limit *up = &limits[i].up, *down = &limits[i].down;
        ok = note_limit(columns, tier && kam_cutting_limit(cutting, tier - 1, &up->figure), up) &&
             note_limit(columns, kam_cutting_limit_below(cutting, tier, &down->figure), down);
    }
    return ok;
}

static int compare_names(uint32_t a, uint32_t b, void *context)
{
    const struct kam_ruling *const *ruling = context;

    return kam_text_order(kam_ruling_rule(*ruling, a)->name, kam_ruling_rule(*ruling, b)->name);
}

/* The rules FIRST to END - 1 in the order of their names, as sets have them. */
static const size_t *sort_rules(struct kam_tiercolumns *columns, size_t first, size_t end)
{
    const struct kam_ruling *ruling = &columns->tiering->ruling;
    size_t count = end - first;
    uint32_t *numbers = kam_arena_calloc(&columns->arena, count + 1, sizeof *numbers);
    size_t *rules = kam_arena_calloc(&columns->arena, count + 1, sizeof *rules);

    if (!numbers || !rules)
        return NULL;
    for (size_t i = 0; i < count; i++)
        numbers[i] = (uint32_t)(first + i);
    if (!kam_sort(numbers, count, compare_names, &ruling))
        return NULL;
    for (size_t i = 0; i < count; i++)
        rules[i] = numbers[i];
    return rules;
}

static bool name_columns(struct kam_tiercolumns *columns)
{
    const struct kam_model_policies *policies = &columns->model->policies;
    size_t policy_count = policies->keys.count, visit_count = columns->visitplan.count;
    size_t count = FIRST_COUNT + policy_count + visit_count + LAST_COUNT;
    struct kam_text *names = kam_arena_calloc(&columns->arena, count, sizeof *names);

    if (!names)
        return false;
    for (size_t i = 0; i < FIRST_COUNT; i++)
        names[i] = first_names[i];
    for (size_t i = 0; i < policy_count; i++)
        names[FIRST_COUNT + i] = policies->columns[i];
    for (size_t i = 0; i < visit_count; i++)
        names[FIRST_COUNT + policy_count + i] = kam_visitplan_names[i];
    for (size_t i = 0; i < LAST_COUNT; i++)
        names[count - LAST_COUNT + i] = last_names[i];
    columns->added = (struct kam_view_added){names, count, write_customer, columns};
    return true;
}

enum kam_status kam_tiercolumns_period(const struct kam_table *table, struct kam_text *period,
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
    *period = table->names[window.first_column + window.count - 1];
    return KAM_OK;
}

static enum kam_status name_model(struct kam_tiercolumns *columns, const struct kam_model *model,
                                  struct kam_text origin, struct kam_error *error)
{
    char hash[KAM_MODEL_HASH_SIZE];
    struct kam_buffer name = {NULL, 0, 0};
    enum kam_status status = origin.len ? kam_model_hash_tier_of(model, origin, hash, error)
                                        : kam_model_hash_tier(model, hash, error);

    if (!status &&
        (!kam_buffer_add(&name, model->name) || (name.len && !kam_buffer_add_byte(&name, ' ')) ||
         !kam_buffer_add(&name, kam_text_of(hash)) ||
         !kam_arena_copy(&columns->arena, kam_buffer_text(&name), &columns->name)))
        status = kam_error_nomem(error);
    kam_buffer_free(&name);
    return status;
}

static bool prepare(struct kam_tiercolumns *columns)
{
    const struct kam_ruling *ruling = &columns->tiering->ruling;

    columns->categories = sort_rules(columns, ruling->first_category, ruling->first_flag);
    columns->flags = sort_rules(columns, ruling->first_flag, ruling->count);
    return columns->categories && columns->flags && name_columns(columns) && note_limits(columns) &&
           kam_reasons_init(&columns->reasons, columns->tiering);
}

enum kam_status kam_tiercolumns_make(struct kam_tiercolumns *columns, const struct kam_table *table,
                                     const struct kam_tiering *tiering,
                                     const struct kam_model *model, struct kam_text origin,
                                     struct kam_error *error)
{
    *columns = (struct kam_tiercolumns){.tiering = tiering, .model = model};
    enum kam_status status = kam_tiercolumns_period(table, &columns->period, error);
    if (!status)
        status = name_model(columns, model, origin, error);
    if (!status)
        status = kam_visitplan_make(&columns->visitplan, table, &model->policies.keys,
                                    model->policies.texts, model->tiers.names.count, error);
    if (!status && !prepare(columns))
        status = kam_error_nomem(error);
    return status;
}

void kam_tiercolumns_free(struct kam_tiercolumns *columns)
{
    kam_reasons_free(&columns->reasons);
    kam_arena_free(&columns->arena);
}
