#include "whatif/flipsearch.h"

#include <math.h>
#include <stdlib.h>

enum {
    MOST_PLACES = 12,
    FINEST = 10000, /* steps in the sum of the weights, at least */
    FINE = 100,     /* and in the weight */
    REACH = 100,    /* sums of the weights up to which is looked */
    EVEN = 100000,  /* steps that are all of one size; beyond, weights have four digits */
    DECADE = 9000,  /* steps from there to ten times as much */
    FEW = 64,       /* so many weights are tried one by one */
    DULL = 64,      /* stands that are known to move nobody */
};

/*
 * Weights are numbered by steps, from FIRST, next to the one in force, to LAST: whole numbers of
 * 10^-PLACES, up to EVEN all of them, from there on those with four digits and zeros.
 */
struct search {
    const struct kam_whatif *whatif;
    struct kam_flip *flip;
    struct kam_decimal weight; /* in force */
    int places;
    double scale; /* steps in 1 */
    int64_t first, last;
    struct kam_decimal *weights;
    uint32_t *tiers;
    struct kam_stand dull[DULL];
    size_t dull_count;
};

static int64_t direction(const struct search *search)
{
    return search->flip->way == KAM_WAY_UP ? 1 : -1;
}

/* How many steps it is from A on to B; negative: it is before. */
static int64_t steps_between(const struct search *search, int64_t a, int64_t b)
{
    return (b - a) * direction(search);
}

static struct kam_decimal weight_of(const struct search *search, int64_t step)
{
    kam_int128 units = step;

    if (step > EVEN) {
        units = EVEN / 100 + (step - EVEN) % DECADE;
        units *= 100;
        for (int64_t decades = (step - EVEN) / DECADE; decades > 0; decades--)
            units *= 10;
    }
    for (int i = search->places; i < KAM_DECIMAL_PLACES; i++)
        units *= 10;
    return (struct kam_decimal){units};
}

/* The step of WEIGHT, or the next one below it (as ROUND is floor) or above it (ceil). */
static int64_t step_of(const struct search *search, double weight, double (*round)(double))
{
    double units = weight * search->scale, size = 100;
    int64_t decades = 0;

    if (units <= EVEN)
        return (int64_t)round(units);
    while (units >= size * 10000) {
        size *= 10;
        decades++;
    }
    return EVEN + decades * DECADE + (int64_t)round(units / size) - EVEN / 100;
}

/* Whether STEP moves the customer; if so, it is noted. */
static enum kam_status try_step(struct search *search, int64_t step, bool *moves,
                                struct kam_error *error)
{
    const struct kam_whatif *whatif = search->whatif;
    struct kam_flip *flip = search->flip;

    search->weights[flip->dimension] = weight_of(search, step);
    enum kam_status status = kam_whatif_reweigh(whatif, search->weights, search->tiers, error);
    if (status)
        return status;
    *moves = search->tiers[flip->row] != whatif->tiering->verdicts[flip->row].tier;
    if (*moves) {
        flip->found = true;
        flip->to = search->weights[flip->dimension];
        flip->tier = search->tiers[flip->row];
    }
    return KAM_OK;
}

/* STILL doesn't move the customer, MOVING does: as near to the former as halving finds. */
static enum kam_status halve(struct search *search, int64_t still, int64_t moving,
                             struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    while (steps_between(search, still, moving) > 1 && !status) {
        int64_t middle = still + (moving - still) / 2;
        bool moves = false;
        status = try_step(search, middle, &moves, error);
        if (moves)
            moving = middle;
        else
            still = middle;
    }
    return status;
}

/* ---- what is known ahead ----------------------------------------------------------------------
 */

static bool is_dull(const struct search *search, const struct kam_stand *stand)
{
    for (size_t i = 0; i < search->dull_count; i++)
        if (search->dull[i].tier == stand->tier && search->dull[i].sides == stand->sides)
            return true;
    return false;
}

static void note_dull(struct search *search, const struct kam_stand *stand)
{
    if (search->dull_count < DULL && !is_dull(search, stand))
        search->dull[search->dull_count++] = *stand;
}

/* The tier isn't known from FROM to TO. */
static enum kam_status try_unclear(struct search *search, int64_t from, int64_t to,
                                   struct kam_error *error)
{
    bool is_long = steps_between(search, from, to) >= FEW, moves = false;
    enum kam_status status = KAM_OK;

    for (int64_t step = from; steps_between(search, step, to) >= 0 && !moves && !status;
         step += is_long && step == from ? to - from : direction(search)) {
        status = try_step(search, step, &moves, error);
        if (!status && moves && is_long && step == to)
            status = halve(search, from, to, error);
    }
    return status;
}

static enum kam_status try_clear(struct search *search, const struct kam_stand *stand, int64_t step,
                                 struct kam_error *error)
{
    bool moves = false;

    if (is_dull(search, stand))
        return KAM_OK;
    enum kam_status status = try_step(search, step, &moves, error);
    if (!status && !moves)
        note_dull(search, stand);
    return status;
}

/* The last step that isn't beyond WEIGHT. */
static int64_t last_step_to(const struct search *search, double weight)
{
    int64_t step = step_of(search, weight, search->flip->way == KAM_WAY_UP ? floor : ceil);

    return steps_between(search, step, search->last) < 0 ? search->last : step;
}

static enum kam_status follow(struct search *search, struct kam_sweep *sweep,
                              struct kam_error *error)
{
    int64_t next = search->first;
    struct kam_stretch stretch;
    enum kam_status status = KAM_OK;
    bool is_first = true;

    while (!status && !search->flip->found && kam_sweep_next(sweep, &stretch)) {
        int64_t to = last_step_to(search, stretch.to);
        /* It begins with the weight in force; but nothing follows from one of 0 (see look). */
        if (is_first && stretch.is_clear && kam_decimal_sign(search->weight))
            note_dull(search, &stretch.stand);
        is_first = false;
        if (steps_between(search, next, to) < 0)
            continue;
        status = stretch.is_clear ? try_clear(search, &stretch.stand, next, error)
                                  : try_unclear(search, next, to, error);
        next = to + direction(search);
    }
    return status;
}

/* ---- the search -------------------------------------------------------------------------------
 */

/* Growing steps up, equal ones down: the step by which to go on. */
static int64_t next_try(const struct search *search, int64_t step, double *size)
{
    double now = (double)step, next;
    enum { DOWN_STEPS = 40 };

    if (search->flip->way == KAM_WAY_UP) {
        next = now + *size;
        *size *= 1.25;
    } else {
        next = now - (double)search->first / DOWN_STEPS;
    }
    int64_t whole = (int64_t)next;
    if (steps_between(search, step, whole) <= 0)
        whole = step + direction(search);
    return steps_between(search, whole, search->last) < 0 ? search->last : whole;
}

static enum kam_status feel(struct search *search, struct kam_error *error)
{
    double size = (double)search->first / FINE;
    int64_t step = search->first, before = step - direction(search);
    enum kam_status status = KAM_OK;
    bool moves = false;

    for (;;) {
        status = try_step(search, step, &moves, error);
        if (status || moves || step == search->last)
            break;
        before = step;
        step = next_try(search, step, &size);
    }
    return moves && !status ? halve(search, before, step, error) : status;
}

/* Choose the steps. False where there is none on that side. */
static bool choose_steps(struct search *search)
{
    double sum = kam_decimal_to_double(search->whatif->weights.sum);
    double weight = kam_decimal_to_double(search->weight);
    double others = sum - weight;

    search->places = 0;
    search->scale = 1;
    while (search->places < MOST_PLACES &&
           (sum * search->scale < FINEST || (weight > 0 && weight * search->scale < FINE))) {
        search->places++;
        search->scale *= 10;
    }
    if (search->flip->way == KAM_WAY_UP) {
        search->first = step_of(search, weight, floor) + 1;
        search->last = step_of(search, sum * REACH, floor);
    } else {
        search->first = step_of(search, weight, ceil) - 1;
        search->last = others > 0 ? 0 : 1;
    }
    return steps_between(search, search->first, search->last) >= 0;
}

static enum kam_status look(struct search *search, struct kam_error *error)
{
    const struct kam_flip *flip = search->flip;
    struct kam_foresight foresight;
    struct kam_sweep sweep = {0};
    bool moves;

    if (!kam_foresight_make(&foresight, search->whatif))
        return feel(search, error);
    /* A weight of 0 is a case of its own, as nothing may be left to count then. */
    double end =
        flip->way == KAM_WAY_UP ? kam_decimal_to_double(weight_of(search, search->last)) : 0;
    enum kam_status status =
        kam_sweep_start(&sweep, &foresight, flip->row, flip->dimension, flip->way, end, error);
    if (!status)
        status = follow(search, &sweep, error);
    kam_sweep_free(&sweep);
    if (!status && !flip->found && search->last == 0)
        status = try_step(search, 0, &moves, error);
    return status;
}

enum kam_status kam_flip_search(const struct kam_whatif *whatif, struct kam_flip *flip,
                                struct kam_error *error)
{
    const struct kam_weights *weights = &whatif->weights;
    struct search search = {
        .whatif = whatif, .flip = flip, .weight = weights->items[flip->dimension]};
    enum kam_status status = KAM_OK;

    flip->found = false;
    if (!choose_steps(&search))
        return KAM_OK;
    search.weights = calloc(weights->count + 1, sizeof *search.weights);
    search.tiers = kam_pages_alloc((whatif->tiering->table->count + 1) * sizeof *search.tiers);
    if (!search.weights || !search.tiers) {
        status = kam_error_nomem(error);
    } else {
        memcpy(search.weights, weights->items, weights->count * sizeof *search.weights);
        status = look(&search, error);
    }
    free(search.weights);
    free(search.tiers);
    return status;
}
