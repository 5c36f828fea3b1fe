#include "diff/storyparts.h"

#include "explain/story.h"
#include "explain/storyfew.h"
#include "language/speechdelta.h"

static struct kam_text part_of(const struct kam_sides *sides, const struct kam_story_side *side,
                               size_t column, struct kam_decimal *number)
{
    struct kam_text cell = kam_table_cell(&side->snapshot->table, side->row, column);

    /* An empty part counts as 0, as it did for the driver. */
    if (kam_decimal_parse(cell, number) == KAM_NUMBER_OK)
        return kam_speech_number(&sides->story->speech, *number);
    *number = KAM_DECIMAL_ZERO;
    return kam_speech_phrase(&sides->story->speech, KAM_SAY_VALUE_NONE, NULL);
}

/* False where it is what it was. */
static bool tell_part(const struct kam_sides *sides, size_t number)
{
    const struct kam_driver_dimension *dimension = &sides->diff->drivers.dimensions[number];
    struct kam_story *story = sides->story;
    struct kam_decimal before, delta;
    struct kam_text from = part_of(sides, &sides->old, dimension->old_column, &before);
    struct kam_text to = part_of(sides, &sides->new, dimension->new_column, &delta);

    if (!kam_decimal_subtract(&delta, before) || kam_text_equal(from, to))
        return false;
    kam_story_say(
        story, number == sides->movement->driver ? KAM_SAY_PART_DRIVER : KAM_SAY_VALUE_CHANGED_BY,
        KAM_WORDS({"what", dimension->name}, {"from", from}, {"to", to},
                  {"delta", kam_speech_delta(&story->speech, KAM_TEXT("score"), delta)}));
    return true;
}

void kam_storyparts_tell(const struct kam_sides *sides)
{
    const struct kam_drivers *drivers = &sides->diff->drivers;
    struct kam_story_few same = {.count = 0};

    kam_story_heading(sides->story, KAM_SAY_SCORE_HEADING);
    for (size_t i = 0; i < drivers->count; i++)
        if (!tell_part(sides, i))
            kam_story_few_add(sides->story, &same, drivers->dimensions[i].name);
    if (same.count)
        kam_story_say(sides->story, KAM_SAY_PARTS_SAME,
                      KAM_WORDS({"list", kam_story_few_text(sides->story, &same)}));
}
