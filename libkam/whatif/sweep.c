#include "whatif/sweep.h"

#include "base/sortkeys.h"

#include <stdlib.h>

/* From a weight on, the customer is to another one, or to a figure, as STATE says. */
struct kam_sweep_event {
    double at;
    uint32_t whom; /* a row, or the number of rows and a figure */
    signed char state;
};

/* What is needed to find the events. */
struct finding {
    struct kam_sweep *sweep;
    struct kam_curve own;
    double *weights;
    size_t dimension;
};

/* ---- events -----------------------------------------------------------------------------------
 */

/* Whether weight A comes before B. */
static bool is_before(const struct kam_sweep *sweep, double a, double b)
{
    return sweep->way == KAM_WAY_UP ? a < b : a > b;
}

/* Those of WEIGHTS[COUNT] that the sweep comes by, in its order; returns how many. */
static size_t sort_changes(const struct kam_sweep *sweep, double *weights, size_t count)
{
    size_t kept = 0;

    for (size_t i = 0; i < count; i++) {
        double weight = weights[i];
        size_t place = kept;
        if (!is_before(sweep, sweep->at, weight) || !is_before(sweep, weight, sweep->end))
            continue;
        for (; place > 0 && is_before(sweep, weight, weights[place - 1]); place--)
            weights[place] = weights[place - 1];
        weights[place] = weight;
        kept++;
    }
    return kept;
}

static bool add_event(struct kam_sweep *sweep, double at, uint32_t whom, signed char state)
{
    if (!kam_array_reserve(&sweep->events, &sweep->capacity, sweep->count + 1,
                           sizeof *sweep->events))
        return false;
    sweep->events[sweep->count++] = (struct kam_sweep_event){at, whom, state};
    return true;
}

/* How the customer is to WHOM, whose score is CURVE, at first and later. */
static bool follow(const struct finding *finding, uint32_t whom, const struct kam_curve *curve)
{
    struct kam_sweep *sweep = finding->sweep;
    double weights[KAM_CURVE_CHANGES];
    size_t count = sort_changes(sweep, weights, kam_curve_changes(&finding->own, curve, weights));
    double from = sweep->at;
    signed char state = 0;

    for (size_t i = 0; i <= count; i++) {
        double to = i < count ? weights[i] : sweep->end;
        signed char now = (signed char)kam_curve_compare(&finding->own, curve, (from + to) / 2);
        if (i == 0)
            sweep->states[whom] = now;
        else if (now != state && !add_event(sweep, from, whom, now))
            return false;
        state = now;
        from = to;
    }
    return true;
}

/* Who has the same score whatever the weight is: as ties has it, which decides for good. */
static signed char state_of_equal(const struct kam_tiering *tiering, uint32_t row, uint32_t other)
{
    const struct kam_ranking *ranking = &tiering->ranking;
    bool same_revenue = kam_decimal_compare(ranking->revenues[row], ranking->revenues[other]) == 0;
    bool is_ahead = tiering->shares.positions[row] < tiering->shares.positions[other];

    switch (tiering->tiers->ties) {
    case KAM_TIES_UP:
        return same_revenue || is_ahead ? 1 : -1;
    case KAM_TIES_SCORE:
        return 1;
    case KAM_TIES_DOWN:
        return same_revenue || !is_ahead ? -1 : 1;
    case KAM_TIES_SPLIT:
        break;
    }
    return is_ahead ? 1 : -1;
}

static bool follow_customer(const struct finding *finding, uint32_t other)
{
    struct kam_sweep *sweep = finding->sweep;
    const struct kam_whatif *whatif = sweep->foresight->whatif;
    struct kam_curve curve =
        kam_curve_of(kam_pointtable_row(&whatif->points, other), finding->weights,
                     whatif->points.count, finding->dimension);

    if (!kam_curve_same(&finding->own, &curve))
        return follow(finding, other, &curve);
    sweep->states[other] = state_of_equal(whatif->tiering, sweep->row, other);
    return true;
}

static bool follow_all(const struct finding *finding)
{
    struct kam_sweep *sweep = finding->sweep;
    const struct kam_foresight *foresight = sweep->foresight;
    const struct kam_tiering *tiering = foresight->whatif->tiering;
    const struct kam_segment *segment = kam_tiering_cutting(tiering, sweep->row)->segment;
    bool ok = true;

    for (size_t i = 0; foresight->ranks_scores && i < segment->count && ok; i++)
        if (segment->order[i] != sweep->row)
            ok = follow_customer(finding, segment->order[i]);
    for (size_t i = 0; i < foresight->figure_count && ok; i++) {
        struct kam_curve figure = kam_curve_constant(foresight->figures[i]);
        ok = follow(finding, (uint32_t)(tiering->table->count + i), &figure);
    }
    return ok;
}

/* ---- counting ---------------------------------------------------------------------------------
 */

/* Count the customer OTHER, or no more (SIGN is -1), where its state says. */
static void count_customer(struct kam_sweep *sweep, uint32_t other, int sign)
{
    const struct kam_tiering *tiering = sweep->foresight->whatif->tiering;
    struct kam_decimal revenue =
        kam_base_counted(tiering->tiers->base, tiering->ranking.revenues[other]);
    signed char state = sweep->states[other];
    struct kam_decimal *sum = state < 0 ? &sweep->above_revenue : &sweep->unclear_revenue;
    size_t *number = state < 0 ? &sweep->above : &sweep->unclear;

    if (state > 0)
        return;
    *number += (size_t)sign;
    /* They add up to no more than the base of shares, which fits. */
    (void)!kam_decimal_add(sum, sign > 0 ? revenue : kam_decimal_negate(revenue));
}

static void count_all(struct kam_sweep *sweep)
{
    const struct kam_tiering *tiering = sweep->foresight->whatif->tiering;
    const struct kam_segment *segment = kam_tiering_cutting(tiering, sweep->row)->segment;

    for (size_t i = 0; sweep->foresight->ranks_scores && i < segment->count; i++)
        if (segment->order[i] != sweep->row)
            count_customer(sweep, segment->order[i], 1);
}

static void take_event(struct kam_sweep *sweep, const struct kam_sweep_event *event)
{
    bool is_customer = event->whom < sweep->foresight->whatif->tiering->table->count;

    if (is_customer)
        count_customer(sweep, event->whom, -1);
    sweep->states[event->whom] = event->state;
    if (is_customer)
        count_customer(sweep, event->whom, 1);
}

/* ---- all of it --------------------------------------------------------------------------------
 */

/* Weights are above 0, so that their bits are in their order. */
static bool sort_events(struct kam_sweep *sweep)
{
    uint64_t *keys = malloc((sweep->count + 1) * sizeof *keys);

    sweep->order = malloc((sweep->count + 1) * sizeof *sweep->order);
    bool ok = keys && sweep->order;
    for (size_t i = 0; ok && i < sweep->count; i++) {
        memcpy(&keys[i], &sweep->events[i].at, sizeof keys[i]);
        if (sweep->way == KAM_WAY_DOWN)
            keys[i] = ~keys[i];
        sweep->order[i] = (uint32_t)i;
    }
    ok = ok && kam_sort_by_keys(sweep->order, keys, sweep->count);
    free(keys);
    return ok;
}

enum kam_status kam_sweep_start(struct kam_sweep *sweep, const struct kam_foresight *foresight,
                                uint32_t row, size_t dimension, enum kam_way way, double end,
                                struct kam_error *error)
{
    const struct kam_whatif *whatif = foresight->whatif;
    size_t dimensions = whatif->points.count;
    struct finding finding = {.sweep = sweep, .dimension = dimension};

    *sweep = (struct kam_sweep){.foresight = foresight, .row = row, .way = way, .end = end};
    sweep->at = kam_decimal_to_double(whatif->weights.items[dimension]);
    sweep->states = calloc(whatif->tiering->table->count + KAM_FORESIGHT_FIGURES, 1);
    finding.weights = calloc(dimensions, sizeof *finding.weights);
    bool ok = sweep->states && finding.weights;
    for (size_t d = 0; ok && d < dimensions; d++)
        finding.weights[d] = kam_decimal_to_double(whatif->weights.items[d]);
    if (ok)
        finding.own = kam_curve_of(kam_pointtable_row(&whatif->points, row), finding.weights,
                                   dimensions, dimension);
    ok = ok && follow_all(&finding) && sort_events(sweep);
    free(finding.weights);
    if (!ok)
        return kam_error_nomem(error);
    count_all(sweep);
    return KAM_OK;
}

void kam_sweep_free(struct kam_sweep *sweep)
{
    free(sweep->events);
    free(sweep->order);
    free(sweep->states);
    *sweep = (struct kam_sweep){0};
}

/* What decides now; false where that isn't clear. */
static bool find_stand(const struct kam_sweep *sweep, struct kam_stand *stand)
{
    const struct kam_foresight *foresight = sweep->foresight;
    const signed char *figures = sweep->states + foresight->whatif->tiering->table->count;
    struct kam_decimal most = sweep->above_revenue;

    (void)!kam_decimal_add(&most, sweep->unclear_revenue);
    stand->tier = kam_foresight_tier(foresight, sweep->row, sweep->above, sweep->above_revenue);
    stand->sides = 0;
    for (size_t i = 0; i < foresight->figure_count; i++) {
        if (figures[i] == 0)
            return false;
        stand->sides |= (uint64_t)(figures[i] > 0) << i;
    }
    return kam_foresight_tier(foresight, sweep->row, sweep->above + sweep->unclear, most) ==
           stand->tier;
}

bool kam_sweep_next(struct kam_sweep *sweep, struct kam_stretch *stretch)
{
    bool is_last = sweep->next == sweep->count;

    if (sweep->at == sweep->end)
        return false;
    stretch->from = sweep->at;
    stretch->to = is_last ? sweep->end : sweep->events[sweep->order[sweep->next]].at;
    stretch->is_clear = find_stand(sweep, &stretch->stand);
    sweep->at = stretch->to;
    while (sweep->next < sweep->count && sweep->events[sweep->order[sweep->next]].at == stretch->to)
        take_event(sweep, &sweep->events[sweep->order[sweep->next++]]);
    return true;
}
