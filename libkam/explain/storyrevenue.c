#include "explain/storyrevenue.h"

enum { MONEY_PLACES = 2, QUARTER = 3 };

static struct kam_text amount_of(struct kam_story *story, struct kam_decimal amount)
{
    return kam_speech_amount(&story->speech, amount, MONEY_PLACES);
}

/* How many customers bring more than ROW does, and 1. */
static size_t rank_of(const struct kam_ranking *ranking, uint32_t row)
{
    size_t rank = 1;

    for (size_t other = 0; other < ranking->count; other++)
        rank += kam_decimal_compare(ranking->revenues[ranking->order[other]],
                                    ranking->revenues[row]) > 0;
    return rank;
}

static bool find_share(const struct kam_shares *shares, uint32_t row, struct kam_decimal *share)
{
    char cell[KAM_DECIMAL_SIZE];
    size_t len = kam_shares_format(shares, KAM_SHARES_SHARE, shares->positions[row], cell);

    return kam_decimal_parse((struct kam_text){cell, len}, share) == KAM_NUMBER_OK;
}

static void say_revenue(const struct kam_subject *subject, const struct kam_tiering *tiering,
                        struct kam_story *story)
{
    const struct kam_ranking *ranking = &tiering->ranking;
    struct kam_decimal revenue = ranking->revenues[subject->row], share;
    struct kam_text currency = kam_subject_cell(subject, "currency");
    struct kam_text amount = amount_of(story, revenue);
    struct kam_text rank = kam_speech_count(&story->speech, rank_of(ranking, subject->row));
    struct kam_text count = kam_speech_count(&story->speech, ranking->count);

    if (currency.len)
        amount = kam_speech_phrase(&story->speech, KAM_SAY_AMOUNT_CURRENCY,
                                   KAM_WORDS({"amount", amount}, {"currency", currency}));
    if (find_share(&tiering->shares, subject->row, &share))
        kam_story_say(story, KAM_SAY_REVENUE_SHARE,
                      KAM_WORDS({"revenue", amount},
                                {"share", kam_speech_percent(&story->speech, share)},
                                {"rank", rank}, {"count", count}));
    else
        kam_story_say(story, KAM_SAY_REVENUE,
                      KAM_WORDS({"revenue", amount}, {"rank", rank}, {"count", count}));
}

static void say_own(const struct kam_subject *subject, struct kam_story *story)
{
    struct kam_decimal own, members;

    if (kam_subject_number(subject, "own_revenue", &own) &&
        kam_subject_number(subject, "member_count", &members) &&
        kam_decimal_compare(members, kam_decimal_of(1)) > 0)
        kam_story_say(story, KAM_SAY_REVENUE_OWN, KAM_WORDS({"revenue", amount_of(story, own)}));
}

static void say_activity(const struct kam_subject *subject, struct kam_story *story)
{
    struct kam_decimal window = kam_decimal_of((int64_t)subject->window->count), months, idle;
    struct kam_text all = kam_speech_number(&story->speech, window);
    struct kam_text first = kam_speech_cell(&story->speech, KAM_TEXT("first_month"),
                                            kam_subject_cell(subject, "first_month"));
    struct kam_text last = kam_speech_cell(&story->speech, KAM_TEXT("last_month"),
                                           kam_subject_cell(subject, "last_month"));

    if (kam_subject_number(subject, "months", &months)) {
        if (kam_decimal_compare(months, window) == 0)
            kam_story_say(story, KAM_SAY_ACTIVE_ALL, KAM_WORDS({"window", all}));
        else if (first.len && kam_text_equal(first, last))
            kam_story_say(story, KAM_SAY_ACTIVE_ONE, KAM_WORDS({"first", first}, {"window", all}));
        else if (first.len && last.len)
            kam_story_say(story, KAM_SAY_ACTIVE,
                          KAM_WORDS({"months", kam_speech_number(&story->speech, months)},
                                    {"window", all}, {"first", first}, {"last", last}));
    }
    if (kam_subject_number(subject, "idle", &idle) && kam_decimal_sign(idle) > 0)
        kam_story_say(story, KAM_SAY_IDLE,
                      KAM_WORDS({"idle", kam_speech_number(&story->speech, idle)}));
}

static void say_best(const struct kam_subject *subject, struct kam_story *story)
{
    struct kam_decimal revenue, share;
    int month;

    if (!kam_subject_peak(subject, &month, &revenue) || kam_decimal_sign(revenue) <= 0)
        return;
    struct kam_text best = kam_speech_month(&story->speech, month),
                    amount = amount_of(story, revenue);
    if (kam_subject_number(subject, "peak_share", &share))
        kam_story_say(story, KAM_SAY_BEST_SHARE,
                      KAM_WORDS({"month", best}, {"revenue", amount},
                                {"share", kam_speech_percent(&story->speech, share)}));
    else
        kam_story_say(story, KAM_SAY_BEST, KAM_WORDS({"month", best}, {"revenue", amount}));
}

/* Of the last month, unless it was the best one. */
static void say_period(const struct kam_subject *subject, struct kam_story *story)
{
    const struct kam_window *window = subject->window;
    int best = KAM_MONTH_NONE, last = kam_window_last(window);
    struct kam_decimal revenue;

    if (!kam_subject_peak(subject, &best, &revenue) || best == last)
        return;
    struct kam_text cell =
        kam_table_cell(subject->table, subject->row, window->first_column + window->count - 1);
    if (kam_decimal_parse(cell, &revenue) == KAM_NUMBER_OK)
        kam_story_say(story, KAM_SAY_PERIOD,
                      KAM_WORDS({"month", kam_speech_month(&story->speech, last)},
                                {"revenue", amount_of(story, revenue)}));
}

/* What a growth is said with: less, none, more. */
struct growth {
    const char *column;
    enum kam_sentence less, none, more;
};

static void say_growth(const struct kam_subject *subject, const struct growth *said,
                       struct kam_story *story)
{
    struct kam_decimal growth;

    if (!kam_subject_number(subject, said->column, &growth))
        return;
    int sign = kam_decimal_sign(growth);
    enum kam_sentence sentence = sign > 0 ? said->more : sign < 0 ? said->less : said->none;
    if (sign < 0)
        growth = kam_decimal_negate(growth);
    kam_story_say(
        story, sentence,
        KAM_WORDS({"months", kam_speech_count(&story->speech, subject->window->count / 2)},
                  {"growth", kam_speech_percent(&story->speech, growth)}));
}

static void say_margin(const struct kam_subject *subject, struct kam_story *story)
{
    struct kam_decimal margin, rate;

    if (!kam_subject_number(subject, "margin", &margin))
        return;
    struct kam_text amount = amount_of(story, margin);
    if (kam_subject_number(subject, "margin_rate", &rate))
        kam_story_say(
            story, KAM_SAY_MARGIN_RATE,
            KAM_WORDS({"margin", amount}, {"rate", kam_speech_percent(&story->speech, rate)}));
    else
        kam_story_say(story, KAM_SAY_MARGIN, KAM_WORDS({"margin", amount}));
}

void kam_storyrevenue_tell(const struct kam_subject *subject, const struct kam_tiering *tiering,
                           struct kam_story *story)
{
    static const struct growth halves = {"growth", KAM_SAY_GROWTH_LESS, KAM_SAY_GROWTH_NONE,
                                         KAM_SAY_GROWTH_MORE};
    static const struct growth quarters = {"growth_3", KAM_SAY_GROWTH_3_LESS, KAM_SAY_GROWTH_3_NONE,
                                           KAM_SAY_GROWTH_3_MORE};

    kam_story_heading(story, KAM_SAY_REVENUE_HEADING);
    say_revenue(subject, tiering, story);
    say_own(subject, story);
    say_activity(subject, story);
    say_best(subject, story);
    say_period(subject, story);
    say_growth(subject, &halves, story);
    if (subject->window->count / 2 != QUARTER) /* else it was said */
        say_growth(subject, &quarters, story);
    say_margin(subject, story);
}
