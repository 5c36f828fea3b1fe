#include "diff/storyaccounts.h"

#include "explain/story.h"
#include "explain/storyfew.h"
#include "language/speechdelta.h"

#include <stdlib.h>

/* ---- accounts ---------------------------------------------------------------------------------
 */

/* All accounts that the customer had or has, and whose they are. */
struct accounts {
    struct kam_map ids;
    uint32_t *then, *now; /* rows of the snapshots; KAM_NONE: nobody's */
};

static void accounts_free(struct accounts *accounts)
{
    kam_map_free(&accounts->ids);
    free(accounts->then);
    free(accounts->now);
}

static enum kam_status find_accounts(const struct kam_sides *sides, struct accounts *accounts,
                                     struct kam_error *error)
{
    const struct kam_story_side *old = &sides->old, *new = &sides->new;

    if (!kam_roster_collect(old->roster, old->row, &accounts->ids) ||
        !kam_roster_collect(new->roster, new->row, &accounts->ids))
        return kam_error_nomem(error);
    accounts->then = malloc((accounts->ids.count + 1) * sizeof *accounts->then);
    accounts->now = malloc((accounts->ids.count + 1) * sizeof *accounts->now);
    if (!accounts->then || !accounts->now)
        return kam_error_nomem(error);
    enum kam_status status =
        kam_roster_find(sides->old.roster, &accounts->ids, accounts->then, error);
    return status ? status
                  : kam_roster_find(sides->new.roster, &accounts->ids, accounts->now, error);
}

/* What the members list of SIDE says that ACCOUNT brought. */
static bool find_revenue(const struct kam_story_side *side, struct kam_text account,
                         struct kam_decimal *revenue)
{
    const struct kam_table *list = &side->roster->list.table;
    uint32_t row = kam_roster_listed(side->roster, account);
    size_t column = row == KAM_NONE ? KAM_NO_COLUMN : kam_table_find(list, KAM_TEXT("revenue"));

    return column != KAM_NO_COLUMN &&
           kam_decimal_parse(kam_table_cell(list, row, column), revenue) == KAM_NUMBER_OK;
}

/*
 * ACCOUNT, with what it brings on SIDE, which has it, and the customer in ROW of OTHER, who has it
 * there, if that is another one than itself: that is said by BELONGING.
 */
static struct kam_text describe(const struct kam_sides *sides, struct kam_text account,
                                const struct kam_story_side *side,
                                const struct kam_story_side *other, uint32_t row,
                                enum kam_sentence belonging)
{
    struct kam_story *story = sides->story;
    struct kam_text facts[2], id = KAM_TEXT("");
    struct kam_decimal revenue;
    size_t count = 0;

    if (find_revenue(side, account, &revenue))
        facts[count++] = kam_speech_figure(&story->speech, KAM_TEXT("revenue"), revenue);
    if (row != KAM_NONE)
        id = kam_table_cell(&other->snapshot->table, row, other->snapshot->account_id);
    if (id.len && !kam_text_equal(id, account))
        facts[count++] = kam_speech_phrase(&story->speech, belonging, KAM_WORDS({"id", id}));
    if (count == 0)
        return account;
    return kam_speech_phrase(
        &story->speech, KAM_SAY_ACCOUNT,
        KAM_WORDS({"account", account},
                  {"facts", kam_speech_clauses(&story->speech, facts, count)}));
}

static void say_list(const struct kam_sides *sides, enum kam_sentence sentence,
                     const struct kam_story_few *few)
{
    if (few->count)
        kam_story_say(sides->story, sentence,
                      KAM_WORDS({"list", kam_story_few_text(sides->story, few)}));
}

/* Whether ACCOUNT is but the customer's id, which is another one now: that is said elsewhere. */
static bool is_own_id(const struct kam_sides *sides, const struct kam_story_side *side,
                      struct kam_text account)
{
    return kam_movement_has(sides->movement, KAM_TRAIT_OTHER_ID) &&
           kam_text_equal(account, kam_side_cell(side, "account_id"));
}

/* Whether the id that it has now was one of its accounts: then the old one is no other name. */
static bool had_new_id(const struct kam_sides *sides, const struct accounts *accounts)
{
    uint32_t number = kam_map_find(&accounts->ids, kam_side_cell(&sides->new, "account_id"));

    return accounts->then[number] == sides->old.row;
}

static void tell_accounts(const struct kam_sides *sides, const struct accounts *accounts)
{
    const struct kam_story_side *old = &sides->old, *new = &sides->new;
    struct kam_story_few joined = {.count = 0}, left = {.count = 0};
    bool is_renamed = !had_new_id(sides, accounts);

    for (uint32_t i = 0; i < accounts->ids.count; i++) {
        struct kam_text account = accounts->ids.texts[i];
        uint32_t then = accounts->then[i], now = accounts->now[i];
        if (now == new->row && then != old->row && !is_own_id(sides, new, account))
            kam_story_few_add(sides->story, &joined,
                              describe(sides, account, new, old, then, KAM_SAY_ACCOUNT_FROM));
        if (then == old->row && now != new->row && !(is_renamed && is_own_id(sides, old, account)))
            kam_story_few_add(sides->story, &left,
                              describe(sides, account, old, new, now, KAM_SAY_ACCOUNT_TO));
    }
    say_list(sides, KAM_SAY_ACCOUNTS_JOINED, &joined);
    say_list(sides, KAM_SAY_ACCOUNTS_LEFT, &left);
}

/* ---- customers --------------------------------------------------------------------------------
 */

static void add_customer(const struct kam_sides *sides, const struct kam_story_side *side,
                         uint32_t row, struct kam_decimal revenue, struct kam_story_few *few)
{
    struct kam_story *story = sides->story;

    kam_story_few_add(
        story, few,
        kam_speech_phrase(
            &story->speech, KAM_SAY_CUSTOMER_WITH,
            KAM_WORDS({"who", kam_sides_name(sides, side->snapshot, row)},
                      {"revenue",
                       kam_speech_figure(&story->speech, kam_sides_measure(sides), revenue)})));
}

static void tell_organic(const struct kam_sides *sides, const struct kam_transfer *transfer)
{
    struct kam_decimal organic = sides->movement->revenue_delta;

    if (kam_decimal_subtract(&organic, transfer->merged) &&
        kam_decimal_subtract(&organic, transfer->split))
        kam_story_say(sides->story, KAM_SAY_ORGANIC,
                      KAM_WORDS({"delta", kam_speech_delta(&sides->story->speech,
                                                           kam_sides_measure(sides), organic)}));
}

static void tell_customers(const struct kam_sides *sides)
{
    const struct kam_diff *diff = sides->diff;
    struct kam_story_few merged = {.count = 0}, split = {.count = 0};

    if (sides->movement->transfer == KAM_NONE)
        return;
    for (size_t i = 0; i < diff->count; i++) {
        const struct kam_movement *other = &diff->movements[i];
        if (other->move == KAM_MOVE_MERGED && other->whole == sides->new.row)
            add_customer(sides, &sides->old, other->old_row, other->revenue_from, &merged);
        if (other->move == KAM_MOVE_SPLIT && other->whole == sides->old.row)
            add_customer(sides, &sides->new, other->new_row, other->revenue_to, &split);
    }
    say_list(sides, KAM_SAY_MERGED_IN, &merged);
    say_list(sides, KAM_SAY_SPLIT_OFF, &split);
    tell_organic(sides, &diff->transfers[sides->movement->transfer]);
}

enum kam_status kam_storyaccounts_tell(const struct kam_sides *sides, struct kam_error *error)
{
    struct accounts accounts = {.then = NULL};

    if (!sides->diff->has_accounts)
        return KAM_OK;
    enum kam_status status = find_accounts(sides, &accounts, error);
    if (!status) {
        tell_accounts(sides, &accounts);
        tell_customers(sides);
    }
    accounts_free(&accounts);
    return status;
}
