#include "join/joinprospect.h"

#include <stdlib.h>

/* Where what is known of a prospect stands in the table; KAM_NO_COLUMN: nowhere. */
struct places {
    size_t id, ours, lines, months;
    size_t *attributes;
};

static enum kam_status find_places(struct places *places, const struct kam_join *join,
                                   const struct kam_table *wide, struct kam_error *error)
{
    const struct kam_place place = {.file = NULL};
    enum kam_status status = kam_table_require_for(wide, KAM_TEXT("lines"),
                                                   KAM_TEXT("--prospects, which are rows of 0 "
                                                            "lines"),
                                                   &place, &places->lines, error);

    if (!status)
        status = kam_table_require(wide, KAM_TEXT("account_id"), &places->id, error);
    if (!status)
        status = kam_table_optional(wide, KAM_TEXT("months"), &places->months, error);
    if (!status)
        status = kam_table_require(wide, join->our_key, &places->ours, error);
    for (size_t i = 0; i < join->count && !status; i++)
        status = kam_table_require(wide, join->names[i], &places->attributes[i], error);
    return status;
}

static bool add(const struct kam_join *join, size_t row, const struct places *places,
                struct kam_table *wide, struct kam_text *cells)
{
    struct kam_text key = join->keys.texts[row];
    struct kam_place place = kam_table_place(&join->table, row, join->key);

    for (size_t i = 0; i < wide->width; i++)
        cells[i] = KAM_TEXT("");
    if (places->months != KAM_NO_COLUMN)
        cells[places->months] = KAM_TEXT("0");
    for (size_t i = 0; i < join->count; i++)
        cells[places->attributes[i]] = kam_join_value(join, row, i);
    cells[places->ours] = key;
    cells[places->id] = key;
    cells[places->lines] = KAM_TEXT("0");
    return kam_table_add(wide, cells, place.file, place.line);
}

enum kam_status kam_join_add_prospects(const struct kam_join *join,
                                       const struct kam_join_match *match, struct kam_table *wide,
                                       struct kam_error *error)
{
    struct places places;

    places.attributes = calloc(join->count + 1, sizeof *places.attributes);
    struct kam_text *cells = calloc(wide->width + 1, sizeof *cells);
    enum kam_status status = places.attributes && cells ? find_places(&places, join, wide, error)
                                                        : kam_error_nomem(error);
    for (size_t row = 0; row < join->table.count && !status; row++)
        if (!match->takers[row] && !add(join, row, &places, wide, cells))
            status = kam_error_nomem(error);
    free(places.attributes);
    free(cells);
    return status;
}
