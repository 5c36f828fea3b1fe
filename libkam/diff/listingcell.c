#include "diff/listingcell.h"
#include "diff/cause.h"

static struct kam_text format(struct kam_decimal value, int places, struct kam_listingcell *scratch)
{
    size_t length = kam_decimal_format(value, places, scratch->text);

    return (struct kam_text){scratch->text, length};
}

static struct kam_text account_id(const struct kam_diff *diff, const struct kam_movement *movement,
                                  struct kam_listingcell *scratch)
{
    (void)scratch;
    return kam_diff_account(diff, movement);
}

/* The newest name there is. */
static struct kam_text account_name(const struct kam_diff *diff,
                                    const struct kam_movement *movement,
                                    struct kam_listingcell *scratch)
{
    struct kam_text name = kam_snapshot_cell(diff->new, movement->new_row, diff->new->account_name);

    (void)scratch;
    return name.len ? name
                    : kam_snapshot_cell(diff->old, movement->old_row, diff->old->account_name);
}

static bool has_name(const struct kam_diff *diff, const struct kam_details *details)
{
    (void)details;
    return diff->old->account_name != KAM_NO_COLUMN || diff->new->account_name != KAM_NO_COLUMN;
}

static struct kam_text move(const struct kam_diff *diff, const struct kam_movement *movement,
                            struct kam_listingcell *scratch)
{
    (void)diff, (void)scratch;
    return kam_text_of(kam_move_name(movement->move));
}

static struct kam_text tier_from(const struct kam_diff *diff, const struct kam_movement *movement,
                                 struct kam_listingcell *scratch)
{
    (void)scratch;
    return kam_snapshot_cell(diff->old, movement->old_row, diff->old->tier);
}

static struct kam_text tier_to(const struct kam_diff *diff, const struct kam_movement *movement,
                               struct kam_listingcell *scratch)
{
    (void)scratch;
    return kam_snapshot_cell(diff->new, movement->new_row, diff->new->tier);
}

static struct kam_text revenue_from(const struct kam_diff *diff,
                                    const struct kam_movement *movement,
                                    struct kam_listingcell *scratch)
{
    (void)scratch;
    return kam_snapshot_cell(diff->old, movement->old_row, diff->old_figure);
}

static struct kam_text revenue_to(const struct kam_diff *diff, const struct kam_movement *movement,
                                  struct kam_listingcell *scratch)
{
    (void)scratch;
    return kam_snapshot_cell(diff->new, movement->new_row, diff->new_figure);
}

static struct kam_text revenue_delta(const struct kam_diff *diff,
                                     const struct kam_movement *movement,
                                     struct kam_listingcell *scratch)
{
    return format(movement->revenue_delta, diff->places, scratch);
}

static bool has_accounts(const struct kam_diff *diff, const struct kam_details *details)
{
    (void)details;
    return diff->has_accounts;
}

static struct kam_text revenue_transferred(const struct kam_diff *diff,
                                           const struct kam_movement *movement,
                                           struct kam_listingcell *scratch)
{
    struct kam_decimal organic, transferred = movement->revenue_delta;

    if (movement->transfer == KAM_NONE || !kam_diff_organic(diff, movement, &organic) ||
        !kam_decimal_subtract(&transferred, organic))
        return (struct kam_text){NULL, 0};
    return format(transferred, diff->places, scratch);
}

static struct kam_text into(const struct kam_diff *diff, const struct kam_movement *movement,
                            struct kam_listingcell *scratch)
{
    (void)scratch;
    if (movement->move != KAM_MOVE_MERGED)
        return (struct kam_text){NULL, 0};
    return kam_diff_whole(diff, movement);
}

static struct kam_text from(const struct kam_diff *diff, const struct kam_movement *movement,
                            struct kam_listingcell *scratch)
{
    (void)scratch;
    return movement->move == KAM_MOVE_SPLIT ? kam_diff_whole(diff, movement)
                                            : kam_diff_old_account(diff, movement);
}

static bool has_silent(const struct kam_diff *diff, const struct kam_details *details)
{
    (void)details;
    return diff->has_silent;
}

static struct kam_text lost_in(const struct kam_diff *diff, const struct kam_movement *movement,
                               struct kam_listingcell *scratch)
{
    (void)diff, (void)scratch;
    return kam_text_of(kam_lost_name(movement->traits));
}

static bool has_scores(const struct kam_diff *diff, const struct kam_details *details)
{
    (void)details;
    return diff->old->score != KAM_NO_COLUMN && diff->new->score != KAM_NO_COLUMN;
}

static struct kam_text score_from(const struct kam_diff *diff, const struct kam_movement *movement,
                                  struct kam_listingcell *scratch)
{
    (void)scratch;
    return kam_snapshot_cell(diff->old, movement->old_row, diff->old->score);
}

static struct kam_text score_to(const struct kam_diff *diff, const struct kam_movement *movement,
                                struct kam_listingcell *scratch)
{
    (void)scratch;
    return kam_snapshot_cell(diff->new, movement->new_row, diff->new->score);
}

static struct kam_text score_delta(const struct kam_diff *diff, const struct kam_movement *movement,
                                   struct kam_listingcell *scratch)
{
    enum { SCORE_PLACES = 4 };

    (void)diff;
    if (!kam_movement_has(movement, KAM_TRAIT_SCORED))
        return (struct kam_text){NULL, 0};
    return format(movement->score_delta, SCORE_PLACES, scratch);
}

static bool has_drivers(const struct kam_diff *diff, const struct kam_details *details)
{
    (void)details;
    return diff->drivers.count > 0;
}

static struct kam_text driver(const struct kam_diff *diff, const struct kam_movement *movement,
                              struct kam_listingcell *scratch)
{
    (void)scratch;
    if (movement->driver == KAM_NONE)
        return (struct kam_text){NULL, 0};
    return diff->drivers.dimensions[movement->driver].name;
}

static bool has_details(const struct kam_diff *diff, const struct kam_details *details)
{
    (void)diff;
    return kam_details_are_there(details);
}

static struct kam_text detail(const struct kam_diff *diff, const struct kam_movement *movement,
                              struct kam_listingcell *scratch)
{
    (void)diff;
    scratch->longer.len = 0;
    if (!kam_details_add(scratch->details, movement, &scratch->longer))
        scratch->nomem = true;
    return kam_buffer_text(&scratch->longer);
}

static bool has_causes(const struct kam_diff *diff, const struct kam_details *details)
{
    (void)details;
    return diff->has_causes;
}

static struct kam_text cause(const struct kam_diff *diff, const struct kam_movement *movement,
                             struct kam_listingcell *scratch)
{
    (void)diff, (void)scratch;
    return kam_text_of(kam_cause_name(movement->cause));
}

static bool has_strategies(const struct kam_diff *diff, const struct kam_details *details)
{
    (void)details;
    return diff->new->strategy != KAM_NO_COLUMN;
}

static struct kam_text strategy(const struct kam_diff *diff, const struct kam_movement *movement,
                                struct kam_listingcell *scratch)
{
    (void)scratch;
    return kam_snapshot_cell(diff->new, movement->new_row, diff->new->strategy);
}

const struct kam_listingcolumn kam_listingcolumns[] = {
    {"account_id", NULL, account_id},
    {"account_name", has_name, account_name},
    {"move", NULL, move},
    {"tier_from", NULL, tier_from},
    {"tier_to", NULL, tier_to},
    {"revenue_from", NULL, revenue_from},
    {"revenue_to", NULL, revenue_to},
    {"revenue_delta", NULL, revenue_delta},
    {"revenue_transferred", has_accounts, revenue_transferred},
    {"into", has_accounts, into},
    {"from", has_accounts, from},
    {"lost_in", has_silent, lost_in},
    {"score_from", has_scores, score_from},
    {"score_to", has_scores, score_to},
    {"score_delta", has_scores, score_delta},
    {"driver", has_drivers, driver},
    {"detail", has_details, detail},
    {"cause", has_causes, cause},
    {"strategy", has_strategies, strategy},
};

const size_t kam_listingcolumn_count = sizeof kam_listingcolumns / sizeof *kam_listingcolumns;

void kam_listingcell_free(struct kam_listingcell *scratch)
{
    kam_buffer_free(&scratch->longer);
}
