#include "report/flowbands.h"

#include "report/canvas.h"

#include <math.h>
#include <stdlib.h>

enum {
    PLACE = 50, /* per bar of the side that has more of them */
    LEAST = 260,
    SLOT = KAM_LINE + KAM_LINE_SMALL, /* that a bar has at least, as its name has two lines */
    GAP = 8,                          /* between two of them, at least */
};

/* As thick a band is at least; less where there are so many that this would fill all. */
static const double thinnest = 1.2;

/* ---- the matrix ------------------------------------------------------------------------------ */

/* Rows, and columns, but for the total. */
static size_t size_of(const struct kam_transition *transition)
{
    return transition->size - 1;
}

enum kam_flowrole kam_flowbands_role(const struct kam_transition *transition, size_t node)
{
    if (node < transition->diff->ladder->tiers.count)
        return KAM_FLOWROLE_TIER;
    return node + 1 == size_of(transition) ? KAM_FLOWROLE_ABSENT : KAM_FLOWROLE_PART;
}

static bool is_tier(const struct kam_transition *transition, size_t node)
{
    return kam_flowbands_role(transition, node) == KAM_FLOWROLE_TIER;
}

/* Customers in a cell, but for those who are there neither before nor after. */
static size_t customers_at(const struct kam_transition *transition, size_t from, size_t to)
{
    if (!is_tier(transition, from) && !is_tier(transition, to))
        return 0;
    return (size_t)kam_decimal_to_double(transition->cells[from * transition->size + to]);
}

static enum kam_flowband_kind kind_of(const struct kam_transition *transition, size_t from,
                                      size_t to)
{
    if (!is_tier(transition, from))
        return KAM_FLOWBAND_CAME;
    if (!is_tier(transition, to))
        return KAM_FLOWBAND_LEFT;
    return from == to ? KAM_FLOWBAND_SAME : to < from ? KAM_FLOWBAND_UP : KAM_FLOWBAND_DOWN;
}

size_t kam_flowbands_moving(const struct kam_transition *transition)
{
    size_t size = size_of(transition), count = 0;

    for (size_t from = 0; from < size; from++)
        for (size_t to = 0; to < size; to++)
            count += from != to && customers_at(transition, from, to) > 0;
    return count;
}

void kam_flowbands_sums(const struct kam_transition *transition, size_t sums[KAM_FLOWBAND_KINDS])
{
    size_t size = size_of(transition);

    memset(sums, 0, KAM_FLOWBAND_KINDS * sizeof *sums);
    for (size_t from = 0; from < size; from++)
        for (size_t to = 0; to < size; to++)
            sums[kind_of(transition, from, to)] += customers_at(transition, from, to);
}

/* ---- bars ------------------------------------------------------------------------------------ */

static size_t customers_of(const struct kam_transition *transition, size_t node,
                           enum kam_flowside side)
{
    size_t size = size_of(transition), sum = 0;

    for (size_t other = 0; other < size; other++)
        sum += side == KAM_FLOWSIDE_BEFORE ? customers_at(transition, node, other)
                                           : customers_at(transition, other, node);
    return sum;
}

/* All tiers, and of the others those with anybody. */
static bool is_shown(const struct kam_transition *transition, size_t node, enum kam_flowside side)
{
    return is_tier(transition, node) || customers_of(transition, node, side) > 0;
}

static size_t shown_on(const struct kam_transition *transition, enum kam_flowside side)
{
    size_t count = 0;

    for (size_t node = 0; node < size_of(transition); node++)
        count += is_shown(transition, node, side);
    return count;
}

double kam_flowbands_height(const struct kam_transition *transition)
{
    size_t before = shown_on(transition, KAM_FLOWSIDE_BEFORE);
    size_t now = shown_on(transition, KAM_FLOWSIDE_NOW);
    double height = PLACE * (double)(before > now ? before : now);

    return height > LEAST ? height : LEAST;
}

/* ---- layout ---------------------------------------------------------------------------------- */

/* The bands in the order of their bars, without their places. */
static void collect(struct kam_flowbands *bands)
{
    const struct kam_transition *transition = bands->transition;

    for (size_t from = 0; from < bands->size; from++)
        for (size_t to = 0; to < bands->size; to++) {
            size_t customers = customers_at(transition, from, to);
            if (customers)
                bands->items[bands->count++] =
                    (struct kam_flowband){.kind = kind_of(transition, from, to),
                                          .ends = {from, to},
                                          .customers = customers};
        }
}

/* How high the place of NODE is, in the middle of which it is. */
static double slot_of(const struct kam_flownode *node)
{
    return node->height > SLOT ? node->height : SLOT;
}

/* The room that is left between two bars of SIDE. */
static double gap_of(const struct kam_flowbands *bands, enum kam_flowside side)
{
    double room = bands->height;

    for (size_t node = 0; node < bands->size; node++)
        room -= bands->nodes[side][node].is_shown ? slot_of(&bands->nodes[side][node]) : 0;
    return bands->shown[side] > 1 ? room / (double)(bands->shown[side] - 1) : room;
}

/* That of the side that has less of it: so tiers are about as high on both. */
static double smaller_gap(const struct kam_flowbands *bands)
{
    double before = gap_of(bands, KAM_FLOWSIDE_BEFORE), now = gap_of(bands, KAM_FLOWSIDE_NOW);

    return before < now ? before : now;
}

/* Bands of UNIT times the root of their customers, on bars as high as those together. */
static void make_thick(struct kam_flowbands *bands, double unit)
{
    double least = bands->height / (4 * (double)(bands->count + 1));

    least = least < thinnest ? least : thinnest;
    for (enum kam_flowside side = 0; side < KAM_FLOWSIDES; side++)
        for (size_t node = 0; node < bands->size; node++)
            bands->nodes[side][node].height = 0;
    for (size_t i = 0; i < bands->count; i++) {
        struct kam_flowband *band = &bands->items[i];
        double thickness = sqrt((double)band->customers) * unit;
        band->thickness = thickness > least ? thickness : least;
        for (enum kam_flowside side = 0; side < KAM_FLOWSIDES; side++) {
            struct kam_flownode *node = &bands->nodes[side][band->ends[side]];
            band->top[side] = node->height;
            node->height += band->thickness;
        }
    }
}

/* So thick that all bars find room on either side, however small they are. */
static void fill(struct kam_flowbands *bands)
{
    enum { MOST_TRIES = 100 };
    double roots = 0;

    for (size_t i = 0; i < bands->count; i++)
        roots += sqrt((double)bands->items[i].customers);
    double unit = roots > 0 ? bands->height / roots : 0;
    make_thick(bands, unit);
    for (int i = 0; i < MOST_TRIES && smaller_gap(bands) < GAP; i++) {
        unit *= 0.96;
        make_thick(bands, unit);
    }
}

/* The bars of SIDE from TOP on, and on each the bands that end there, which come in their order. */
static void place_side(struct kam_flowbands *bands, enum kam_flowside side, double top)
{
    struct kam_flownode *nodes = bands->nodes[side];
    double gap = smaller_gap(bands), y = top;

    for (size_t node = 0; node < bands->size; node++) {
        double slot = slot_of(&nodes[node]);
        nodes[node].top = y + (slot - nodes[node].height) / 2;
        y += nodes[node].is_shown ? slot + gap : 0;
    }
    for (size_t i = 0; i < bands->count; i++) {
        struct kam_flowband *band = &bands->items[i];
        band->top[side] += nodes[band->ends[side]].top;
        nodes[band->ends[side]].customers += band->customers;
    }
}

/* In the order of drawing: those that stay, then the largest; else as the matrix has them. */
static int by_drawing(const void *a, const void *b)
{
    const struct kam_flowband *left = a, *right = b;
    bool left_moves = left->kind != KAM_FLOWBAND_SAME,
         right_moves = right->kind != KAM_FLOWBAND_SAME;

    if (left_moves != right_moves)
        return left_moves - right_moves;
    if (left->customers != right->customers)
        return left->customers > right->customers ? -1 : 1;
    if (left->ends[0] != right->ends[0])
        return left->ends[0] < right->ends[0] ? -1 : 1;
    return (left->ends[1] > right->ends[1]) - (left->ends[1] < right->ends[1]);
}

bool kam_flowbands_make(struct kam_flowbands *bands, const struct kam_transition *transition,
                        double top, struct kam_arena *arena)
{
    size_t size = size_of(transition);

    *bands = (struct kam_flowbands){.transition = transition, .size = size};
    bands->items = kam_arena_calloc(arena, size * size, sizeof *bands->items);
    bands->height = kam_flowbands_height(transition);
    for (enum kam_flowside side = 0; side < KAM_FLOWSIDES; side++) {
        bands->shown[side] = shown_on(transition, side);
        bands->nodes[side] = kam_arena_calloc(arena, size, sizeof *bands->nodes[side]);
    }
    if (!bands->items || !bands->nodes[0] || !bands->nodes[1])
        return false;
    collect(bands);
    for (enum kam_flowside side = 0; side < KAM_FLOWSIDES; side++)
        for (size_t node = 0; node < size; node++)
            bands->nodes[side][node].is_shown = is_shown(transition, node, side);
    fill(bands);
    for (enum kam_flowside side = 0; side < KAM_FLOWSIDES; side++)
        place_side(bands, side, top);
    qsort(bands->items, bands->count, sizeof *bands->items, by_drawing);
    return true;
}

/* ---- what is labelled ------------------------------------------------------------------------ */

double *kam_flowbands_places(const struct kam_flowbands *bands, enum kam_flowside side,
                             struct kam_arena *arena)
{
    const struct kam_flownode *nodes = bands->nodes[side];
    double *places = kam_arena_calloc(arena, bands->size, sizeof *places);
    size_t count = 0;

    for (size_t i = 0; places && i < bands->size; i++)
        if (nodes[i].is_shown)
            places[count++] = nodes[i].top + nodes[i].height / 2;
    return places;
}

static int by_end(const void *a, const void *b)
{
    const struct kam_flowband *left = *(const struct kam_flowband *const *)a;
    const struct kam_flowband *right = *(const struct kam_flowband *const *)b;
    double x = left->top[KAM_FLOWSIDE_NOW], y = right->top[KAM_FLOWSIDE_NOW];

    return (x > y) - (x < y);
}

size_t kam_flowbands_largest(const struct kam_flowbands *bands, const struct kam_flowband **largest,
                             size_t most)
{
    size_t count = 0;

    for (size_t i = 0; i < bands->count && count < most; i++)
        if (bands->items[i].kind != KAM_FLOWBAND_SAME)
            largest[count++] = &bands->items[i];
    qsort(largest, count, sizeof *largest, by_end);
    return count;
}
