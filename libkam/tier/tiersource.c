#include "tier/tiersource.h"

#include "table/columns.h"
#include "tier/evidence.h"
#include "tier/policy.h"

/* ---- cells ----------------------------------------------------------------------------------- */

/* A cell that is asked for. */
struct asked {
    const struct kam_tierfacts *facts;
    uint32_t row;
    struct kam_buffer *text; /* empty, for what has to be put together */
    bool failed;
};

static struct kam_text finish(struct asked *asked, bool ok)
{
    asked->failed = !ok;
    return kam_buffer_text(asked->text);
}

static struct kam_text finish_number(struct asked *asked, struct kam_decimal number, int places)
{
    char digits[KAM_DECIMAL_SIZE];
    size_t len = kam_decimal_format(number, places, digits);

    return finish(asked, kam_buffer_add(asked->text, (struct kam_text){digits, len}));
}

static const struct kam_verdict *verdict_of(const struct asked *asked)
{
    return &asked->facts->tiering->verdicts[asked->row];
}

static struct kam_text name_of_tier(const struct asked *asked, uint32_t tier)
{
    return asked->facts->tiering->tiers->names.items[tier];
}

static struct kam_text tier_cut(struct asked *asked)
{
    return name_of_tier(asked, verdict_of(asked)->cut);
}

static struct kam_text tier_unflagged(struct asked *asked)
{
    return name_of_tier(asked, verdict_of(asked)->unflagged);
}

static struct kam_text tier_computed(struct asked *asked)
{
    return name_of_tier(asked, verdict_of(asked)->computed);
}

static struct kam_text tier_shown(struct asked *asked)
{
    return kam_tiering_tier_name(asked->facts->tiering, asked->row);
}

static struct kam_text reason(struct asked *asked)
{
    if (kam_tiering_is_prospect(asked->facts->tiering, asked->row))
        return kam_tierfacts_prospect;
    size_t position = asked->facts->tiering->shares.positions[asked->row];

    return finish(asked,
                  kam_reasons_add(&asked->facts->reasons, asked->row, position, asked->text));
}

static struct kam_text categories(struct asked *asked)
{
    return finish(asked,
                  kam_rulesets_add_categories(&asked->facts->rulesets, asked->row, asked->text));
}

static struct kam_text flags(struct asked *asked)
{
    return finish(asked, kam_rulesets_add_flags(&asked->facts->rulesets, asked->row, asked->text));
}

static struct kam_text evidence(struct asked *asked)
{
    return finish(asked,
                  kam_evidence_add_all(&asked->facts->tiering->ruling, asked->row, asked->text));
}

static struct kam_text class_name(struct asked *asked)
{
    return kam_boxes_class_name(&asked->facts->tiering->boxes, asked->row);
}

static struct kam_text by(struct asked *asked)
{
    return asked->facts->tiering->ranking.by;
}

static struct kam_text limit_up(struct asked *asked)
{
    return kam_limits_of(&asked->facts->limits, asked->row)->up.text;
}

static struct kam_text limit_down(struct asked *asked)
{
    return kam_limits_of(&asked->facts->limits, asked->row)->down.text;
}

static struct kam_text gap(struct asked *asked, enum kam_gap which)
{
    const struct kam_limits *limits = &asked->facts->limits;
    struct kam_decimal gap;

    if (!kam_limits_gap(limits, kam_limits_of(limits, asked->row), asked->row, which, &gap))
        return KAM_TEXT("");
    return finish_number(asked, gap, asked->facts->tiering->ranking.places);
}

static struct kam_text gap_up(struct asked *asked)
{
    return gap(asked, KAM_GAP_UP);
}

static struct kam_text gap_down(struct asked *asked)
{
    return gap(asked, KAM_GAP_DOWN);
}

static struct kam_text held(struct asked *asked)
{
    const struct kam_hold *holds = asked->facts->tiering->holds;

    return finish_number(asked, kam_decimal_of(holds ? holds[asked->row].held : 0), 0);
}

static struct kam_planned_visits visits_of(const struct asked *asked)
{
    const struct kam_tierfacts *facts = asked->facts;
    const struct kam_visitplan *plan = &facts->visitplan;

    return kam_visitplan_of(plan, asked->row,
                            kam_policy_text(facts->model, facts->tiering, asked->row, plan->key));
}

static struct kam_text visits_planned(struct asked *asked)
{
    struct kam_planned_visits visits = visits_of(asked);

    return visits.is_planned ? finish_number(asked, visits.planned, 0) : KAM_TEXT("");
}

static struct kam_text visits_gap(struct asked *asked)
{
    struct kam_planned_visits visits = visits_of(asked);

    return visits.is_counted ? finish_number(asked, visits.gap, 0) : KAM_TEXT("");
}

static struct kam_text period(struct asked *asked)
{
    return asked->facts->period;
}

static struct kam_text model(struct asked *asked)
{
    return asked->facts->name;
}

/* ---- columns --------------------------------------------------------------------------------- */

/* Who has something in a column. */
enum owner { OF_ALL, OF_CUSTOMERS };

static const struct own {
    struct kam_text name;
    enum owner owner;
    struct kam_text (*cell)(struct asked *asked);
} owns[] = {
    {{"tier_cut", 8}, OF_CUSTOMERS, tier_cut},
    {{"tier_unflagged", 14}, OF_CUSTOMERS, tier_unflagged},
    {{"tier_computed", 13}, OF_CUSTOMERS, tier_computed},
    {{"tier", 4}, OF_ALL, tier_shown},
    {{"reason", 6}, OF_ALL, reason},
    {{"categories", 10}, OF_ALL, categories},
    {{"flags", 5}, OF_CUSTOMERS, flags},
    {{"evidence", 8}, OF_CUSTOMERS, evidence},
    {{"class", 5}, OF_ALL, class_name},
    {{"by", 2}, OF_ALL, by},
    {{"limit_up", 8}, OF_CUSTOMERS, limit_up},
    {{"limit_down", 10}, OF_CUSTOMERS, limit_down},
    {{"gap_up", 6}, OF_CUSTOMERS, gap_up},
    {{"gap_down", 8}, OF_CUSTOMERS, gap_down},
    {{"held", 4}, OF_CUSTOMERS, held},
    {{"visits_planned", 14}, OF_ALL, visits_planned},
    {{"visits_gap", 10}, OF_ALL, visits_gap},
    {{"period", 6}, OF_ALL, period},
    {{"model", 5}, OF_ALL, model},
};
_Static_assert(sizeof owns / sizeof *owns == KAM_TIERSOURCE_OWN, "as many as the header says");

/* Whether FACTS have the column. */
static bool is_there(const struct kam_tierfacts *facts, const struct own *own)
{
    if (own->cell == class_name)
        return facts->tiering->boxes.grid;
    if (own->cell == visits_planned || own->cell == visits_gap)
        return facts->visitplan.count > 0;
    return true;
}

/* The name of a column that rules see; none where an earlier kam-tier left it in the table. */
static struct kam_text name_seen(const struct kam_ruling *ruling, size_t column)
{
    const struct kam_column *known = kam_column_find(ruling->names[column]);
    bool is_fresh = false;

    for (int i = 0; i < KAM_SHARES_COLUMNS; i++)
        is_fresh = is_fresh || ruling->places[i] == column;
    return known && known->stage == KAM_STAGE_TIER && !is_fresh ? KAM_TEXT("")
                                                                : ruling->names[column];
}

bool kam_tiersource_make(struct kam_tiersource *source, const struct kam_tierfacts *facts,
                         struct kam_arena *arena)
{
    const struct kam_ruling *ruling = &facts->tiering->ruling;
    const struct kam_model_texts *policies = &facts->model->policies;
    size_t first = ruling->width, width = first + KAM_TIERSOURCE_OWN + policies->keys.count;
    struct kam_text *names = kam_arena_calloc(arena, width, sizeof *names);

    *source = (struct kam_tiersource){facts, names, width, first};
    if (!names)
        return false;
    for (size_t i = 0; i < first; i++)
        names[i] = name_seen(ruling, i);
    for (size_t i = 0; i < KAM_TIERSOURCE_OWN; i++)
        names[first + i] = is_there(facts, &owns[i]) ? owns[i].name : KAM_TEXT("");
    for (size_t i = 0; i < policies->keys.count; i++)
        names[first + KAM_TIERSOURCE_OWN + i] = policies->columns[i];
    return true;
}

static struct kam_text own_cell(struct kam_tiersource_cells *cells, uint32_t row, size_t number)
{
    const struct kam_tierfacts *facts = cells->source->facts;
    const struct own *own = &owns[number];
    struct asked asked = {.facts = facts, .row = row, .text = &cells->texts[number]};

    if (own->owner == OF_CUSTOMERS && kam_tiering_is_prospect(facts->tiering, row))
        return KAM_TEXT("");
    asked.text->len = 0;
    struct kam_text cell = own->cell(&asked);
    cells->failed = cells->failed || asked.failed;
    return cell;
}

static struct kam_text find_cell(const void *context, size_t row, size_t column)
{
    struct kam_tiersource_cells *cells = *(struct kam_tiersource_cells *const *)context;
    const struct kam_tiersource *source = cells->source;

    if (column < source->first)
        return cells->seen_by_rules.cell(cells->seen_by_rules.source, row, column);
    size_t number = column - source->first;
    if (number < KAM_TIERSOURCE_OWN)
        return own_cell(cells, (uint32_t)row, number);
    return kam_policy_text(source->facts->model, source->facts->tiering, (uint32_t)row,
                           number - KAM_TIERSOURCE_OWN);
}

struct kam_row_source kam_tiersource_rows(const struct kam_tiersource *source,
                                          struct kam_tiersource_cells *cells)
{
    *cells = (struct kam_tiersource_cells){.source = source, .self = cells};
    cells->seen_by_rules = kam_ruling_rows(&source->facts->tiering->ruling, &cells->shares);
    return (struct kam_row_source){.cell = find_cell, .source = &cells->self};
}

void kam_tiersource_cells_free(struct kam_tiersource_cells *cells)
{
    for (size_t i = 0; i < KAM_TIERSOURCE_OWN; i++)
        kam_buffer_free(&cells->texts[i]);
}
