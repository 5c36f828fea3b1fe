#include "tier/segments.h"

#include <stdlib.h>

/* Which segment each row is in, and how many rows each has. */
static enum kam_status number_rows(struct kam_segments *segments, const struct kam_ranking *ranking,
                                   const struct kam_table *table, size_t column,
                                   struct kam_error *error)
{
    size_t capacity = 0;

    for (size_t i = 0; i < ranking->count; i++) {
        uint32_t row = ranking->order[i], number;
        if (!kam_map_intern(&segments->names, kam_table_cell(table, row, column), &number) ||
            !kam_array_reserve(&segments->items, &capacity, (size_t)number + 1,
                               sizeof *segments->items))
            return kam_error_nomem(error);
        if (number == segments->count)
            segments->items[segments->count++] = (struct kam_segment){0};
        segments->of_rows[row] = number;
        segments->places[row] = (uint32_t)segments->items[number].count++;
    }
    return KAM_OK;
}

/* Each segment gets its stretch of the common order. */
static void order_rows(struct kam_segments *segments, const struct kam_ranking *ranking)
{
    size_t start = 0;

    for (size_t s = 0; s < segments->count; s++) {
        segments->items[s].name = segments->names.texts[s];
        segments->items[s].order = segments->order + start;
        start += segments->items[s].count;
    }
    for (size_t i = 0; i < ranking->count; i++) {
        uint32_t row = ranking->order[i];
        size_t first = (size_t)(segments->items[segments->of_rows[row]].order - segments->order);
        segments->order[first + segments->places[row]] = row;
    }
}

static enum kam_status make_one(struct kam_segments *segments, const struct kam_ranking *ranking,
                                struct kam_error *error)
{
    segments->items = malloc(sizeof *segments->items);
    if (!segments->items)
        return kam_error_nomem(error);
    segments->items[0] = (struct kam_segment){.order = ranking->order, .count = ranking->count};
    segments->count = 1;
    return KAM_OK;
}

enum kam_status kam_segments_make(struct kam_segments *segments, const struct kam_ranking *ranking,
                                  const struct kam_table *table,
                                  const struct kam_model_tiers *tiers, struct kam_error *error)
{
    size_t column, room = ranking->rows + 1;

    *segments = (struct kam_segments){.per = tiers->per};
    if (tiers->per.len == 0)
        return make_one(segments, ranking, error);
    enum kam_status status = kam_table_require_for(table, tiers->per, KAM_TEXT("[tiers] per"),
                                                   &tiers->place, &column, error);
    if (status)
        return status;
    segments->of_rows = malloc(room * sizeof *segments->of_rows);
    segments->places = malloc(room * sizeof *segments->places);
    segments->order = malloc(room * sizeof *segments->order);
    if (!segments->of_rows || !segments->places || !segments->order)
        return kam_error_nomem(error);
    status = number_rows(segments, ranking, table, column, error);
    if (!status)
        order_rows(segments, ranking);
    return status;
}

void kam_segments_free(struct kam_segments *segments)
{
    free(segments->items);
    free(segments->of_rows);
    free(segments->places);
    free(segments->order);
    kam_map_free(&segments->names);
    *segments = (struct kam_segments){0};
}
