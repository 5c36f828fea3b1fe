#include <config.h>

#include "diff/commonmonths.h"
#include "diffnote.h"

/* Moves that can't occur, or don't, aren't worth a word, except for the plain ones. */
static bool add_moves(const struct kam_diff *diff, struct kam_buffer *text)
{
    static const bool always[KAM_MOVES] = {[KAM_MOVE_UP] = true,
                                           [KAM_MOVE_DOWN] = true,
                                           [KAM_MOVE_NEW] = true,
                                           [KAM_MOVE_LOST] = true,
                                           [KAM_MOVE_SAME] = true};
    bool ok = kam_buffer_printf(text, "%zu customers:", diff->count);

    for (int move = 0; ok && move < KAM_MOVES; move++)
        if (always[move] || diff->moves[move] || (move == KAM_MOVE_WON && diff->has_prospects))
            ok = kam_buffer_printf(text, "%s %zu %s", move ? "," : "", diff->moves[move],
                                   kam_move_name((enum kam_move)move));
    return ok;
}

/* What many months of both windows hide. */
static void note_overlap(const struct kam_front *front, const struct kam_diff *diff)
{
    const struct kam_window *old = &diff->old->window, *new = &diff->new->window;
    struct kam_commonmonths common = kam_commonmonths_of(old, new);
    char months[4][KAM_MONTH_SIZE];

    if (common.count == 0)
        return;
    kam_month_format(old->first_month, months[0]);
    kam_month_format(kam_window_last(old), months[1]);
    kam_month_format(new->first_month, months[2]);
    kam_month_format(kam_window_last(new), months[3]);
    kam_front_note(front,
                   "the windows %s to %s and %s to %s have %zu month%s in common; --measure month "
                   "compares the last ones alone",
                   months[0], months[1], months[2], months[3], common.count,
                   common.count == 1 ? "" : "s");
}

static void note_moves(const struct kam_front *front, const struct kam_bridge *bridge)
{
    const struct kam_diff *diff = bridge->diff;
    struct kam_buffer moves = {NULL, 0, 0};
    char old[KAM_DECIMAL_SIZE], new[KAM_DECIMAL_SIZE], change[KAM_DECIMAL_SIZE];

    kam_decimal_format(bridge->steps[KAM_BRIDGE_OLD_TOTAL].revenue, diff->places, old);
    kam_decimal_format(bridge->steps[KAM_BRIDGE_NEW_TOTAL].revenue, diff->places, new);
    kam_decimal_format(bridge->change, diff->places, change);
    if (add_moves(diff, &moves))
        kam_front_note(front, "%s; revenue from %s to %s (%s%s)", moves.ptr, old, new,
                       kam_decimal_sign(bridge->change) > 0 ? "+" : "", change);
    kam_buffer_free(&moves);
}

void kam_diffnote_say(const struct kam_front *front, const struct kam_bridge *bridge,
                      enum kam_measure measure)
{
    if (measure != KAM_MEASURE_MONTH)
        note_overlap(front, bridge->diff);
    note_moves(front, bridge);
}
