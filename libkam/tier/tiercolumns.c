#include "tier/tiercolumns.h"

#include "tier/evidence.h"
#include "tier/policy.h"
#include "tier/tiercell.h"

/* In this order write_customer writes their cells; between them are those that the model names. */
static const struct kam_text first_names[] = {
    {"rank", 4},     {"share", 5},           {"cumulative_share", 16},
    {"tier_cut", 8}, {"tier_unflagged", 14}, {"tier_computed", 13},
    {"tier", 4},     {"reason", 6},          {"categories", 10},
    {"flags", 5},    {"evidence", 8},
};
static const struct kam_text middle_names[] = {
    {"by", 2}, {"limit_up", 8}, {"limit_down", 10}, {"gap_up", 6}, {"gap_down", 8}, {"held", 4},
};
static const struct kam_text last_names[] = {{"period", 6}, {"model", 5}};

enum {
    FIRST_COUNT = sizeof first_names / sizeof *first_names,
    MIDDLE_COUNT = sizeof middle_names / sizeof *middle_names,
    LAST_COUNT = sizeof last_names / sizeof *last_names,
    MODEL_COUNT = 3, /* class, strategy, strategy_due */
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

static void write_gap(const struct kam_limits *limits, const struct kam_limit_pair *pair,
                      uint32_t row, enum kam_gap which, struct kam_writer *writer)
{
    struct kam_decimal gap;

    if (kam_limits_gap(limits, pair, row, which, &gap))
        kam_tiercell_number(writer, gap, limits->tiering->ranking.places);
    else
        kam_tiercell_empty(writer, 1);
}

static void write_limits(const struct kam_limits *limits, uint32_t row, struct kam_writer *writer)
{
    const struct kam_limit_pair *pair = kam_limits_of(limits, row);

    kam_writer_cell(writer, pair->up.text, KAM_CELL_NUMBER);
    kam_writer_cell(writer, pair->down.text, KAM_CELL_NUMBER);
    write_gap(limits, pair, row, KAM_GAP_UP, writer);
    write_gap(limits, pair, row, KAM_GAP_DOWN, writer);
}

static bool write_reason(const struct kam_tierfacts *facts, uint32_t row, size_t position,
                         struct kam_buffer *text, struct kam_writer *writer)
{
    text->len = 0;
    bool ok = kam_reasons_add(&facts->reasons, row, position, text);
    kam_tiercell_text(writer, kam_buffer_text(text));
    return ok;
}

/* Categories, flags and evidence. */
static bool write_ruling(const struct kam_tierfacts *facts, uint32_t row, struct kam_buffer *text,
                         struct kam_writer *writer)
{
    const struct kam_ruling *ruling = &facts->tiering->ruling;

    if (!kam_ruling_holds_any(ruling, row)) {
        kam_tiercell_empty(writer, 3);
        return true;
    }
    text->len = 0;
    bool ok = kam_rulesets_add_categories(&facts->rulesets, row, text);
    kam_tiercell_text(writer, kam_buffer_text(text));
    text->len = 0;
    ok = ok && kam_rulesets_add_flags(&facts->rulesets, row, text);
    kam_tiercell_text(writer, kam_buffer_text(text));
    text->len = 0;
    ok = ok && kam_evidence_add_all(ruling, row, text);
    kam_tiercell_text(writer, kam_buffer_text(text));
    return ok;
}

static void write_plan(const struct kam_tiercolumns *columns, uint32_t row,
                       struct kam_writer *writer)
{
    if (columns->tiering->boxes.grid)
        kam_tiercell_text(writer, kam_boxes_class_name(&columns->tiering->boxes, row));
    if (columns->model->strategies.count)
        kam_tiercell_text(writer, kam_strategies_name(&columns->strategies, row));
}

/* What was visited, against what the policy says of visits. */
static void write_visits(const struct kam_tiercolumns *columns, uint32_t row,
                         struct kam_writer *writer)
{
    const struct kam_visitplan *plan = &columns->facts.visitplan;

    if (plan->count)
        kam_visitplan_write(
            plan, row, kam_policy_text(columns->model, columns->tiering, row, plan->key), writer);
}

/* The texts of policies and strategies, and strategy_due. */
static bool write_texts(const struct kam_tiercolumns *columns, uint32_t row,
                        struct kam_buffer *text, struct kam_writer *writer)
{
    const struct kam_model *model = columns->model;
    const struct kam_strategies *strategies = &columns->strategies;

    for (size_t i = 0; i < model->policies.keys.count; i++)
        kam_tiercell_text(writer, kam_policy_text(model, columns->tiering, row, i));
    write_visits(columns, row, writer);
    for (size_t i = 0; i < model->strategies.texts.keys.count; i++)
        kam_tiercell_text(writer, kam_strategies_text(strategies, row, i));
    if (strategies->counted_count == 0)
        return true;
    text->len = 0;
    bool ok = kam_strategies_add_due(strategies, row, text);
    kam_tiercell_text(writer, kam_buffer_text(text));
    return ok;
}

static void write_tiers(const struct kam_text *names, const struct kam_verdict *verdict,
                        struct kam_writer *writer)
{
    kam_tiercell_text(writer, names[verdict->cut]);
    kam_tiercell_text(writer, names[verdict->unflagged]);
    kam_tiercell_text(writer, names[verdict->computed]);
    kam_tiercell_text(writer, names[verdict->tier]);
}

/* A prospect has a tier by name and a reason, categories, class, strategy, policies; no more. */
static bool write_prospect(const struct kam_tiercolumns *columns, uint32_t row,
                           struct kam_buffer *text, struct kam_writer *writer)
{
    enum { BEFORE_TIER = 6, BEHIND_CATEGORIES = 2, LIMITS_AND_HELD = 5 };
    const struct kam_tiering *tiering = columns->tiering;
    const struct kam_tierfacts *facts = &columns->facts;

    kam_tiercell_empty(writer, BEFORE_TIER);
    kam_tiercell_text(writer, kam_tiering_tier_name(tiering, row));
    kam_tiercell_text(writer, kam_tierfacts_prospect);
    text->len = 0;
    bool ok = kam_rulesets_add_categories(&facts->rulesets, row, text);
    kam_tiercell_text(writer, kam_buffer_text(text));
    kam_tiercell_empty(writer, BEHIND_CATEGORIES);
    write_plan(columns, row, writer);
    kam_tiercell_text(writer, tiering->ranking.by);
    kam_tiercell_empty(writer, LIMITS_AND_HELD);
    ok = write_texts(columns, row, text, writer) && ok;
    kam_writer_cell(writer, facts->period, KAM_CELL_MONTH);
    kam_tiercell_text(writer, facts->name);
    return ok;
}

static bool write_customer(const void *context, uint32_t position, struct kam_buffer *text,
                           struct kam_writer *writer)
{
    const struct kam_tiercolumns *columns = context;
    const struct kam_tiering *tiering = columns->tiering;
    const struct kam_tierfacts *facts = &columns->facts;
    enum { AHEAD = 16 };
    uint32_t row = tiering->ranking.order[position];

    if (position >= tiering->ranking.count)
        return write_prospect(columns, row, text, writer);
    if (position + AHEAD < tiering->ranking.count) {
        kam_tiering_expect(tiering, position + AHEAD);
        kam_strategies_expect(&columns->strategies, tiering->ranking.order[position + AHEAD]);
    }
    write_shares(&tiering->shares, position, writer);
    write_tiers(tiering->tiers->names.items, &tiering->verdicts[row], writer);
    bool ok =
        write_reason(facts, row, position, text, writer) && write_ruling(facts, row, text, writer);
    write_plan(columns, row, writer);
    kam_tiercell_text(writer, tiering->ranking.by);
    write_limits(&facts->limits, row, writer);
    kam_tiercell_number(writer, kam_decimal_of(tiering->holds ? tiering->holds[row].held : 0), 0);
    ok = write_texts(columns, row, text, writer) && ok;
    kam_writer_cell(writer, facts->period, KAM_CELL_MONTH);
    kam_tiercell_text(writer, facts->name);
    return ok;
}

/* ---- names ------------------------------------------------------------------------------------
 */

static void add_names(struct kam_text *all, size_t *count, const struct kam_text *names,
                      size_t name_count)
{
    for (size_t i = 0; i < name_count; i++)
        all[(*count)++] = names[i];
}

static bool name_columns(struct kam_tiercolumns *columns)
{
    const struct kam_model *model = columns->model;
    const struct kam_model_texts *texts = &model->strategies.texts;
    size_t most = FIRST_COUNT + MIDDLE_COUNT + LAST_COUNT + MODEL_COUNT +
                  model->policies.keys.count + columns->facts.visitplan.count + texts->keys.count;
    size_t count = 0;
    struct kam_text *names = kam_arena_calloc(&columns->arena, most, sizeof *names);

    if (!names)
        return false;
    add_names(names, &count, first_names, FIRST_COUNT);
    add_names(names, &count, &KAM_TEXT("class"), columns->tiering->boxes.grid != NULL);
    add_names(names, &count, &KAM_TEXT("strategy"), model->strategies.count > 0);
    add_names(names, &count, middle_names, MIDDLE_COUNT);
    add_names(names, &count, model->policies.columns, model->policies.keys.count);
    add_names(names, &count, kam_visitplan_names, columns->facts.visitplan.count);
    add_names(names, &count, texts->columns, texts->keys.count);
    add_names(names, &count, &KAM_TEXT("strategy_due"), columns->strategies.counted_count > 0);
    add_names(names, &count, last_names, LAST_COUNT);
    columns->added = (struct kam_view_added){names, count, write_customer, columns};
    return true;
}

enum kam_status kam_tiercolumns_make(struct kam_tiercolumns *columns,
                                     const struct kam_tiering *tiering,
                                     const struct kam_model *model, struct kam_text origin,
                                     struct kam_error *error)
{
    *columns = (struct kam_tiercolumns){.tiering = tiering, .model = model};
    enum kam_status status = kam_tierfacts_make(&columns->facts, tiering, model, origin, error);

    if (!status)
        status = kam_strategies_make(&columns->strategies, &columns->facts, error);
    if (!status && !name_columns(columns))
        status = kam_error_nomem(error);
    return status;
}

void kam_tiercolumns_free(struct kam_tiercolumns *columns)
{
    kam_strategies_free(&columns->strategies);
    kam_tierfacts_free(&columns->facts);
    kam_arena_free(&columns->arena);
}
