#include "score/relative.h"

#include "score/points.h"

bool kam_relative_is_needed(const struct kam_model_dimension *rule)
{
    for (size_t i = 0; i <= rule->segment_count; i++)
        if (kam_scale_is_relative(kam_model_scale(rule, i)->kind))
            return true;
    return false;
}

static bool same_population(const struct kam_population *population, const struct kam_scale *scale,
                            size_t section)
{
    const struct kam_population_rule *rule = population->rule;

    return population->kind == scale->kind && rule->kind == scale->population.kind &&
           kam_text_equal(rule->column, scale->population.column) &&
           (rule->kind != KAM_POPULATION_SEGMENT || population->segment == section);
}

/* The column that the population of SCALE is told apart by, for POPULATION. */
static enum kam_status find_peers(struct kam_population *population,
                                  const struct kam_model_dimension *rule,
                                  const struct kam_scale *scale, const struct kam_table *table,
                                  struct kam_arena *arena, struct kam_error *error)
{
    struct kam_buffer needer = {NULL, 0, 0};

    if (scale->population.kind != KAM_POPULATION_PER)
        return KAM_OK;
    if (!kam_buffer_printf(&needer, "[dimension %s] population", rule->name.ptr))
        return kam_error_nomem(error);
    enum kam_status status =
        kam_table_require_for(table, scale->population.column, kam_buffer_text(&needer),
                              &scale->population.place, &population->column, error);
    kam_buffer_free(&needer);
    if (status)
        return status;
    return kam_peers_per(&population->peers, table, population->column, arena)
               ? KAM_OK
               : kam_error_nomem(error);
}

static enum kam_status find_population(struct kam_relative *relative, size_t section,
                                       const struct kam_table *table, struct kam_arena *arena,
                                       struct kam_error *error)
{
    const struct kam_scale *scale = kam_model_scale(relative->rule, section);

    if (!kam_scale_is_relative(scale->kind))
        return KAM_OK;
    for (size_t i = 0; i < relative->population_count; i++)
        if (same_population(&relative->populations[i], scale, section)) {
            relative->of_section[section] = &relative->populations[i];
            return KAM_OK;
        }
    struct kam_population *added = &relative->populations[relative->population_count++];
    *added = (struct kam_population){
        .kind = scale->kind, .rule = &scale->population, .segment = section};
    relative->of_section[section] = added;
    return find_peers(added, relative->rule, scale, table, arena, error);
}

enum kam_status kam_relative_init(struct kam_relative *relative,
                                  const struct kam_model_dimension *rule,
                                  const struct kam_table *table, struct kam_arena *arena,
                                  struct kam_error *error)
{
    size_t sections = rule->segment_count + 1, rows = table->count;
    struct kam_numbers *numbers = &relative->numbers;
    enum kam_status status = KAM_OK;

    *relative = (struct kam_relative){.rule = rule, .numbers.count = rows};
    relative->populations = kam_arena_calloc(arena, sections, sizeof *relative->populations);
    relative->of_section = kam_arena_calloc(arena, sections, sizeof(struct kam_population *));
    numbers->values = kam_arena_alloc(arena, rows * sizeof *numbers->values);
    if (rule->segment_count)
        numbers->segments = kam_arena_alloc(arena, rows * sizeof *numbers->segments);
    if (!relative->populations || !relative->of_section || !numbers->values ||
        (rule->segment_count && !numbers->segments))
        return kam_error_nomem(error);
    for (size_t i = 0; i < sections && !status; i++)
        status = find_population(relative, i, table, arena, error);
    return status;
}

void kam_relative_free(struct kam_relative *relative)
{
    for (size_t i = 0; i < relative->population_count; i++)
        kam_population_free(&relative->populations[i]);
    relative->population_count = 0;
}

/* ---- percentiles ----------------------------------------------------------------------------- */

/* How many of GROUP from FROM on have the same number. */
static size_t count_equals(const struct kam_relative *relative,
                           const struct kam_population *population,
                           const struct kam_population_group *group, size_t from)
{
    const struct kam_decimal *values = relative->numbers.values;
    const uint32_t *order = population->order + group->begin;
    size_t end = from + 1;

    while (end < group->count && kam_decimal_compare(values[order[end]], values[order[from]]) == 0)
        end++;
    return end - from;
}

/* The points of those of GROUP that wait for them. */
static void place_group(const struct kam_relative *relative,
                        const struct kam_population *population,
                        const struct kam_population_group *group, struct kam_pointtable *points,
                        size_t column)
{
    struct kam_population_rank rank;

    for (rank.smaller = 0; rank.smaller < group->count; rank.smaller += rank.equal) {
        rank.equal = count_equals(relative, population, group, rank.smaller);
        for (size_t i = 0; i < rank.equal; i++) {
            size_t row = population->order[group->begin + rank.smaller + i];
            size_t section = kam_relative_section(relative, row);
            int32_t *cell = &kam_pointtable_row(points, row)[column];
            if (relative->of_section[section] == population)
                *cell = kam_points_of_rank(kam_model_scale(relative->rule, section), rank,
                                           group->count, KAM_BELONGING_IN);
        }
    }
}

enum kam_status kam_relative_learn(struct kam_relative *relative, size_t number,
                                   struct kam_pointtable *points, size_t column,
                                   struct kam_error *error)
{
    struct kam_population *population = &relative->populations[number];

    if (!kam_population_learn(population, &relative->numbers))
        return kam_error_nomem(error);
    if (population->kind != KAM_SCALE_PERCENTILE)
        return KAM_OK;
    for (size_t i = 0; i < kam_peers_count(&population->peers); i++)
        place_group(relative, population, &population->groups[i], points, column);
    return KAM_OK;
}

bool kam_relative_points(const struct kam_relative *relative, size_t row, int32_t *points)
{
    const struct kam_numbers *numbers = &relative->numbers;
    size_t section = kam_relative_section(relative, row);
    const struct kam_population *population = relative->of_section[section];
    const struct kam_population_group *group = kam_population_group_of(population, row);
    const struct kam_scale *scale = kam_model_scale(relative->rule, section);
    bool is_outside = numbers->outside && numbers->outside[row];
    struct kam_decimal value = numbers->values[row];

    *points =
        scale->kind == KAM_SCALE_PERCENTILE
            ? kam_points_of_rank(scale, kam_population_rank(population, group, numbers, value),
                                 group->count, KAM_BELONGING_OUTSIDE)
            : kam_points_in_group(scale, group, value);
    return is_outside || scale->kind != KAM_SCALE_SHARE || group->moments.count;
}
