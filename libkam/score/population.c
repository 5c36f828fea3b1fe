#include "score/population.h"

#include "base/minor.h"
#include "base/radix.h"
#include "base/sort.h"
#include "base/sortkeys.h"

#include <stdlib.h>

/* What is only needed while a population learns. */
struct learning {
    struct kam_population *population;
    const struct kam_numbers *numbers;
};

static bool belongs(const struct learning *learning, size_t row)
{
    const struct kam_numbers *numbers = learning->numbers;
    const struct kam_population *population = learning->population;

    if (!kam_is_number(numbers->values[row]) || (numbers->outside && numbers->outside[row]))
        return false;
    return population->rule->kind != KAM_POPULATION_SEGMENT || !numbers->segments ||
           numbers->segments[row] == population->segment;
}

static struct kam_population_group *group_of(const struct learning *learning, size_t row)
{
    const struct kam_population *population = learning->population;

    return &population->groups[kam_peers_of(&population->peers, row)];
}

static void learn_row(struct kam_population_group *group, enum kam_scale_kind kind,
                      struct kam_decimal value)
{
    if (group->count == 0 || kam_decimal_compare(value, group->least) < 0)
        group->least = value;
    if (group->count == 0 || kam_decimal_compare(value, group->most) > 0)
        group->most = value;
    group->count++;
    if (kind == KAM_SCALE_ZSCORE || (kind == KAM_SCALE_SHARE && kam_decimal_sign(value) > 0))
        kam_moments_add(&group->moments, value);
}

static void learn_rows(const struct learning *learning)
{
    struct kam_population *population = learning->population;

    for (size_t row = 0; row < learning->numbers->count; row++)
        if (belongs(learning, row))
            learn_row(group_of(learning, row), population->kind, learning->numbers->values[row]);
    for (size_t i = 0; i < kam_peers_count(&population->peers); i++)
        kam_moments_finish(&population->groups[i].moments);
}

/* ---- order ----------------------------------------------------------------------------------- */

/*
 * The rows that belong, with a key each, as long as all numbers are minor units, which are keys in
 * themselves. False where one is not.
 */
static bool key_minor(const struct learning *learning, struct kam_keyed *keyed)
{
    const uint64_t middle = UINT64_C(1) << 63;
    int64_t minor;

    for (size_t row = 0; row < learning->numbers->count; row++) {
        if (!belongs(learning, row))
            continue;
        if (!kam_minor_of(learning->numbers->values[row], &minor))
            return false;
        *keyed++ = (struct kam_keyed){(uint64_t)minor ^ middle, (uint32_t)row};
    }
    return true;
}

static void key_any(const struct learning *learning, struct kam_keyed *keyed)
{
    for (size_t row = 0; row < learning->numbers->count; row++)
        if (belongs(learning, row))
            *keyed++ =
                (struct kam_keyed){kam_sort_key(learning->numbers->values[row]), (uint32_t)row};
}

static int compare_values(uint32_t a, uint32_t b, void *context)
{
    const struct kam_numbers *numbers = context;

    return kam_decimal_compare(numbers->values[a], numbers->values[b]);
}

/* Rows whose keys are equal, though their numbers perhaps are not. */
static bool sort_equal_keys(const struct kam_keyed *keyed, size_t count, uint32_t *order,
                            const struct kam_numbers *numbers)
{
    struct kam_numbers context = *numbers;
    bool ok = true;

    for (size_t i = 0, end; i < count && ok; i = end) {
        end = i + 1;
        while (end < count && keyed[end].key == keyed[i].key)
            end++;
        ok = end == i + 1 || kam_sort(order + i, end - i, compare_values, &context);
    }
    return ok;
}

/* ORDER, which is by number, becomes one by group, then by number. */
static void part_groups(struct kam_population *population, const uint32_t *sorted, size_t count)
{
    size_t begin = 0;

    for (size_t i = 0; i < kam_peers_count(&population->peers); i++) {
        population->groups[i].begin = begin;
        begin += population->groups[i].count;
    }
    for (size_t i = 0; i < count; i++) {
        struct kam_population_group *group =
            &population->groups[kam_peers_of(&population->peers, sorted[i])];
        population->order[group->begin++] = sorted[i];
    }
    for (size_t i = 0; i < kam_peers_count(&population->peers); i++)
        population->groups[i].begin -= population->groups[i].count;
}

/* Sort the COUNT rows that belong; KEYED has room for twice as many. */
static bool sort_rows(const struct learning *learning, struct kam_keyed *keyed, size_t count)
{
    struct kam_population *population = learning->population;
    bool is_exact = key_minor(learning, keyed);

    if (!is_exact)
        key_any(learning, keyed);
    kam_radix_sort(keyed, keyed + count, count);
    if (!population->peers.groups && is_exact) {
        for (size_t i = 0; i < count; i++)
            population->order[i] = keyed[i].item;
        return true;
    }
    uint32_t *sorted = (uint32_t *)(keyed + count); /* the spare room */
    for (size_t i = 0; i < count; i++)
        sorted[i] = keyed[i].item;
    if (!is_exact && !sort_equal_keys(keyed, count, sorted, learning->numbers))
        return false;
    part_groups(population, sorted, count);
    return true;
}

static bool find_order(const struct learning *learning)
{
    struct kam_population *population = learning->population;
    size_t count = 0;

    for (size_t i = 0; i < kam_peers_count(&population->peers); i++)
        count += population->groups[i].count;
    struct kam_keyed *keyed = kam_pages_alloc(2 * (count + 1) * sizeof *keyed);
    population->order = kam_pages_alloc((count + 1) * sizeof *population->order);
    bool ok = keyed && population->order && sort_rows(learning, keyed, count);
    free(keyed);
    return ok;
}

bool kam_population_learn(struct kam_population *population, const struct kam_numbers *numbers)
{
    const struct learning learning = {population, numbers};

    population->groups =
        calloc(kam_peers_count(&population->peers) + 1, sizeof *population->groups);
    if (!population->groups)
        return false;
    learn_rows(&learning);
    return population->kind != KAM_SCALE_PERCENTILE || find_order(&learning);
}

void kam_population_free(struct kam_population *population)
{
    free(population->groups);
    free(population->order);
    population->groups = NULL;
    population->order = NULL;
}

/* How many of GROUP have a number below VALUE, or, with LEAST 1, not above it. */
static size_t count_below(const struct kam_population *population,
                          const struct kam_population_group *group,
                          const struct kam_numbers *numbers, struct kam_decimal value, int least)
{
    const uint32_t *order = population->order + group->begin;
    size_t low = 0, high = group->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (kam_decimal_compare(numbers->values[order[middle]], value) < least)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct kam_population_rank kam_population_rank(const struct kam_population *population,
                                               const struct kam_population_group *group,
                                               const struct kam_numbers *numbers,
                                               struct kam_decimal value)
{
    size_t smaller = count_below(population, group, numbers, value, 0);

    return (struct kam_population_rank){smaller, count_below(population, group, numbers, value, 1) -
                                                     smaller};
}
