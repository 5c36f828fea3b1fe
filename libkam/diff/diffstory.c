#include "diff/diffstory.h"

#include "diff/commonmonths.h"
#include "diff/diffwhom.h"
#include "diff/storyaccounts.h"
#include "diff/storyback.h"
#include "diff/storycause.h"
#include "diff/storychange.h"
#include "diff/storyheld.h"
#include "diff/storymonths.h"
#include "diff/storymove.h"
#include "diff/storyparts.h"
#include "diff/storyruled.h"

/* ---- the head of a story ----------------------------------------------------------------------
 */

/* Which snapshots are compared, and that their windows overlap. */
static void say_windows(const struct kam_sides *sides)
{
    const struct kam_window *old = &sides->old.snapshot->window;
    const struct kam_window *new = &sides->new.snapshot->window;
    struct kam_commonmonths common = kam_commonmonths_of(old, new);
    struct kam_story *story = sides->story;
    enum kam_sentence sentence = KAM_SAY_COMPARED_APART;

    if (kam_text_equal(kam_sides_measure(sides), KAM_TEXT("period_revenue")))
        sentence = KAM_SAY_COMPARED_MONTHS;
    else if (!old->count || !new->count)
        sentence = KAM_SAY_COMPARED;
    else if (common.count)
        sentence = KAM_SAY_COMPARED_OVERLAP;
    kam_story_say(story, sentence,
                  KAM_WORDS({"old", sides->old.month}, {"new", sides->new.month},
                            {"old_first", kam_speech_month(&story->speech, old->first_month)},
                            {"new_first", kam_speech_month(&story->speech, new->first_month)},
                            {"count", kam_speech_count(&story->speech, common.count)}));
}

/* The snapshot that knows a customer best: the newest that it is in. */
static struct kam_subject subject_of(const struct kam_sides *sides)
{
    const struct kam_story_side *side = sides->new.row == KAM_NONE ? &sides->old : &sides->new;

    return (struct kam_subject){&side->snapshot->table, &side->snapshot->window, side->row};
}

static void say_asked(const struct kam_sides *sides, struct kam_text asked,
                      enum kam_diff_membership membership)
{
    switch (membership) {
    case KAM_MEMBER_OF_NONE:
        break;
    case KAM_MEMBER_OF_NEW:
        kam_story_say(sides->story, KAM_SAY_ASKED, KAM_WORDS({"asked", asked}));
        break;
    case KAM_MEMBER_OF_OLD:
        kam_story_say(sides->story, KAM_SAY_ASKED_THEN,
                      KAM_WORDS({"asked", asked}, {"old", sides->old.month}));
        break;
    }
}

static void begin_story(const struct kam_sides *sides)
{
    const struct kam_subject subject = subject_of(sides);

    kam_story_begin(sides->story);
    say_windows(sides);
    kam_story_say_text(sides->story, kam_subject_name(&subject, sides->story));
}

/* ---- stories ----------------------------------------------------------------------------------
 */

/* What made the difference, of one who is in both snapshots. */
static enum kam_status tell_difference(const struct kam_sides *sides, struct kam_error *error)
{
    kam_story_heading(sides->story, KAM_SAY_DIFFERENCE_HEADING);
    kam_storymonths_tell(sides);
    enum kam_status status = kam_storyaccounts_tell(sides, error);
    if (!status)
        kam_storyparts_tell(sides);
    return status;
}

static enum kam_status tell(const struct kam_sides *sides, struct kam_text asked,
                            enum kam_diff_membership membership, struct kam_error *error)
{
    const struct kam_subject subject = subject_of(sides);
    enum kam_status status = KAM_OK;

    begin_story(sides);
    kam_storymove_tell(sides);
    kam_storycause_tell(sides);
    kam_storymove_tell_whole(sides);
    kam_subject_tell_accounts(&subject, sides->story);
    say_asked(sides, asked, membership);
    kam_storychange_tell(sides);
    if (kam_sides_are_both(sides))
        status = tell_difference(sides, error);
    if (!status && sides->new.row != KAM_NONE) {
        kam_storyruled_tell(sides);
        kam_storyheld_tell(sides);
    }
    if (!status)
        kam_storyback_tell(sides);
    return status;
}

static struct kam_story_side side_of(const struct kam_snapshot *snapshot,
                                     const struct kam_roster *roster, uint32_t row,
                                     struct kam_story *story)
{
    return (struct kam_story_side){snapshot, roster, row,
                                   kam_speech_month(&story->speech, snapshot->period)};
}

static enum kam_status explain(const struct kam_diff *diff, const struct kam_model *model,
                               struct kam_text asked, struct kam_story *story,
                               struct kam_error *error)
{
    struct kam_diff_whom whom;
    enum kam_status status = kam_diff_whom_find(diff, asked, &whom, error);
    const struct kam_movement *movement = whom.movement;

    if (status)
        return status;
    struct kam_sides sides = {
        .diff = diff,
        .model = model,
        .movement = movement,
        .old = side_of(diff->old, diff->old_roster, movement ? movement->old_row : whom.old_row,
                       story),
        .new = side_of(diff->new, diff->new_roster, movement ? movement->new_row : whom.new_row,
                       story),
        .story = story,
    };
    if (movement)
        return tell(&sides, asked, whom.membership, error);
    begin_story(&sides);
    kam_storymove_tell_prospect(&sides.old, &sides.new, story);
    return KAM_OK;
}

enum kam_status kam_diff_explain(const struct kam_diff *diff, const struct kam_model *model,
                                 const char *const *asked, size_t count, struct kam_story *story,
                                 struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < count && !status; i++)
        status = explain(diff, model, kam_text_of(asked[i]), story, error);
    return !status && story->speech.failed ? kam_error_nomem(error) : status;
}
