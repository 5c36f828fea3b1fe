#include "diff/storymove.h"

static enum kam_sentence sentence_of_lost(const struct kam_sides *sides)
{
    const struct kam_snapshot *new = sides->new.snapshot;
    uint32_t row = kam_row_index_row(&new->index, kam_side_cell(&sides->old, "account_id"));

    if (kam_movement_has(sides->movement, KAM_TRAIT_LOST_NEW))
        return KAM_SAY_MOVE_LOST_IDLE;
    return row != KAM_NONE && kam_snapshot_is_prospect(new, row) ? KAM_SAY_MOVE_LOST_PROSPECT
                                                                 : KAM_SAY_MOVE_LOST;
}

static enum kam_sentence sentence_of_silent(const struct kam_movement *movement)
{
    if (movement->new_row == KAM_NONE)
        return KAM_SAY_MOVE_SILENT_GONE;
    return movement->old_row == KAM_NONE ? KAM_SAY_MOVE_SILENT_CAME : KAM_SAY_MOVE_SILENT;
}

static enum kam_sentence sentence_of(const struct kam_sides *sides)
{
    const struct kam_movement *movement = sides->movement;

    switch (movement->move) {
    case KAM_MOVE_UP:
        return KAM_SAY_MOVE_UP;
    case KAM_MOVE_DOWN:
        return KAM_SAY_MOVE_DOWN;
    case KAM_MOVE_NEW:
        return KAM_SAY_MOVE_NEW;
    case KAM_MOVE_WON:
        return KAM_SAY_MOVE_WON;
    case KAM_MOVE_RETURNED:
        return kam_movement_has(movement, KAM_TRAIT_LOST_OLD) ? KAM_SAY_MOVE_RETURNED_IDLE
                                                              : KAM_SAY_MOVE_RETURNED;
    case KAM_MOVE_LOST:
        return sentence_of_lost(sides);
    case KAM_MOVE_MERGED:
        return KAM_SAY_MOVE_MERGED;
    case KAM_MOVE_SPLIT:
        return KAM_SAY_MOVE_SPLIT;
    case KAM_MOVE_RENAMED:
        return KAM_SAY_MOVE_RENAMED;
    case KAM_MOVE_SILENT:
        return sentence_of_silent(movement);
    case KAM_MOVE_SAME:
        break;
    }
    return KAM_SAY_MOVE_SAME;
}

/* The snapshot that has the customer that this one was merged into, or split off. */
static const struct kam_snapshot *snapshot_of_whole(const struct kam_sides *sides)
{
    return sides->movement->move == KAM_MOVE_MERGED ? sides->new.snapshot : sides->old.snapshot;
}

static struct kam_text tier_of_whole(const struct kam_sides *sides)
{
    const struct kam_snapshot *snapshot = snapshot_of_whole(sides);

    return sides->movement->whole == KAM_NONE
               ? KAM_TEXT("")
               : kam_table_cell(&snapshot->table, sides->movement->whole, snapshot->tier);
}

static struct kam_text name_of_whole(const struct kam_sides *sides)
{
    return sides->movement->whole == KAM_NONE
               ? KAM_TEXT("")
               : kam_sides_name(sides, snapshot_of_whole(sides), sides->movement->whole);
}

static struct kam_text tier_of(const struct kam_sides *sides, const struct kam_story_side *side)
{
    return side->row == KAM_NONE ? tier_of_whole(sides) : kam_side_cell(side, "tier");
}

/* What the window still has of a customer that is lost. */
static struct kam_text revenue_left(const struct kam_sides *sides)
{
    struct kam_decimal revenue;

    if (!kam_side_number(&sides->new, "revenue", &revenue))
        return KAM_TEXT("");
    return kam_speech_figure(&sides->story->speech, KAM_TEXT("revenue"), revenue);
}

void kam_storymove_tell(const struct kam_sides *sides)
{
    struct kam_story *story = sides->story;
    struct kam_text id = kam_side_cell(&sides->old, "account_id");

    kam_story_say(story, sentence_of(sides),
                  KAM_WORDS({"old", sides->old.month}, {"new", sides->new.month},
                            {"from", tier_of(sides, &sides->old)},
                            {"to", tier_of(sides, &sides->new)}, {"whole", name_of_whole(sides)},
                            {"idle", kam_side_cell(&sides->old, "idle")},
                            {"revenue", revenue_left(sides)}));
    if (kam_sides_are_both(sides) && !kam_text_equal(id, kam_side_cell(&sides->new, "account_id")))
        kam_story_say(story, KAM_SAY_MOVE_OTHER_ID,
                      KAM_WORDS({"old", sides->old.month}, {"id", id}));
}

void kam_storymove_tell_whole(const struct kam_sides *sides)
{
    if (sides->movement->move == KAM_MOVE_MERGED)
        kam_story_say(sides->story, KAM_SAY_MOVE_WHOLE,
                      KAM_WORDS({"whole", name_of_whole(sides)},
                                {"id", kam_diff_whole(sides->diff, sides->movement)}));
}

void kam_storymove_tell_prospect(const struct kam_story_side *old, const struct kam_story_side *new,
                                 struct kam_story *story)
{
    enum kam_sentence sentence = KAM_SAY_PROSPECT_STILL;

    if (new->row == KAM_NONE)
        sentence = KAM_SAY_PROSPECT_GONE;
    else if (old->row == KAM_NONE)
        sentence = KAM_SAY_PROSPECT_NEW;
    kam_story_say(story, sentence, KAM_WORDS({"old", old->month}, {"new", new->month}));
}
