#include "diff/sides.h"

struct kam_text kam_side_cell_in(const struct kam_story_side *side, struct kam_text column)
{
    return kam_snapshot_cell(side->snapshot, side->row,
                             kam_table_find(&side->snapshot->table, column));
}

struct kam_text kam_side_cell(const struct kam_story_side *side, const char *column)
{
    return kam_side_cell_in(side, kam_text_of(column));
}

bool kam_side_number(const struct kam_story_side *side, const char *column,
                     struct kam_decimal *number)
{
    return kam_decimal_parse(kam_side_cell(side, column), number) == KAM_NUMBER_OK;
}

struct kam_text kam_sides_measure(const struct kam_sides *sides)
{
    struct kam_text name = sides->diff->new->table.names[sides->diff->new_figure];

    return kam_month_parse_plain(name) == KAM_MONTH_NONE ? name : KAM_TEXT("period_revenue");
}

uint32_t kam_sides_step(const struct kam_sides *sides, const struct kam_story_side *side,
                        const char *column)
{
    return kam_map_find(&sides->diff->ladder->tiers, kam_side_cell(side, column));
}

struct kam_text kam_sides_tier(const struct kam_sides *sides, uint32_t step)
{
    return step == KAM_NONE ? KAM_TEXT("") : sides->diff->ladder->tiers.texts[step];
}

struct kam_text kam_sides_name(const struct kam_sides *sides, const struct kam_snapshot *snapshot,
                               uint32_t row)
{
    const struct kam_subject subject = {&snapshot->table, &snapshot->window, row};

    return kam_subject_name(&subject, sides->story);
}
