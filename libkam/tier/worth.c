#include "tier/worth.h"

static enum kam_answer answer_of(bool known, bool holds)
{
    return !known ? KAM_ANSWER_UNKNOWN : holds ? KAM_ANSWER_YES : KAM_ANSWER_NO;
}

struct kam_worth kam_worth_of(const struct kam_pyramid *pyramid, bool knows_repeaters,
                              const struct kam_capacity *capacity)
{
    size_t customers = pyramid->all.customers;
    bool exceeds = kam_decimal_compare(kam_decimal_of((int64_t)customers), capacity->customers) > 0;

    return (struct kam_worth){
        .capacity = answer_of(customers && capacity->known, exceeds),
        .repeat = answer_of(customers && knows_repeaters, 2 * pyramid->repeaters >= customers),
        .spread = answer_of(pyramid->spread.known, pyramid->spread.top_has_half),
    };
}

struct kam_text kam_answer_text(enum kam_answer answer)
{
    switch (answer) {
    case KAM_ANSWER_NO:
        return KAM_TEXT("no");
    case KAM_ANSWER_YES:
        return KAM_TEXT("yes");
    case KAM_ANSWER_UNKNOWN:
        break;
    }
    return KAM_TEXT("");
}

/* ---- in words ---------------------------------------------------------------------------------
 */

static bool add_verdict(const struct kam_worth *worth, struct kam_buffer *buffer)
{
    const enum kam_answer answers[] = {worth->capacity, worth->repeat, worth->spread};
    enum kam_answer verdict = KAM_ANSWER_YES;

    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        if (verdict != KAM_ANSWER_NO && answers[i] != KAM_ANSWER_YES)
            verdict = answers[i];
    switch (verdict) {
    case KAM_ANSWER_NO:
        return kam_buffer_add(buffer, KAM_TEXT("tiering may not be worth it: "));
    case KAM_ANSWER_YES:
        return kam_buffer_add(buffer, KAM_TEXT("tiering is worth it: "));
    case KAM_ANSWER_UNKNOWN:
        break;
    }
    return kam_buffer_add(buffer, KAM_TEXT("whether tiering is worth it isn't known: "));
}

static bool add_capacity(enum kam_answer answer, size_t customers,
                         const struct kam_capacity *capacity, struct kam_buffer *buffer)
{
    char places[KAM_DECIMAL_SIZE];

    kam_decimal_format(capacity->customers, 0, places);
    switch (answer) {
    case KAM_ANSWER_NO:
        return kam_buffer_printf(buffer, "the managers can carry all %zu customers (%s), ",
                                 customers, places);
    case KAM_ANSWER_YES:
        return kam_buffer_printf(
            buffer, "%zu customers are more than the managers can carry (%s), ", customers, places);
    case KAM_ANSWER_UNKNOWN:
        break;
    }
    return kam_buffer_add(buffer, KAM_TEXT("[managers] doesn't say how many they can carry, "));
}

/* PART / WHOLE as 93.1%, half to even. */
static bool add_percent(struct kam_decimal part, struct kam_decimal whole,
                        struct kam_buffer *buffer)
{
    struct kam_decimal rate;
    char digits[KAM_DECIMAL_SIZE] = "";

    if (kam_decimal_divide(part, whole, 3, &rate) == KAM_NUMBER_OK &&
        kam_decimal_multiply(rate, kam_decimal_of(100), -1, &rate) == KAM_NUMBER_OK)
        kam_decimal_format(rate, 1, digits);
    return kam_buffer_printf(buffer, "%s%%", digits);
}

static bool add_repeat(enum kam_answer answer, const struct kam_pyramid *pyramid,
                       struct kam_buffer *buffer)
{
    if (answer == KAM_ANSWER_UNKNOWN)
        return kam_buffer_add(buffer, KAM_TEXT("who buys again isn't known, "));
    return (answer == KAM_ANSWER_YES || kam_buffer_add(buffer, KAM_TEXT("only "))) &&
           add_percent(kam_decimal_of((int64_t)pyramid->repeaters),
                       kam_decimal_of((int64_t)pyramid->all.customers), buffer) &&
           kam_buffer_add(buffer, KAM_TEXT(" of them buy again, "));
}

static bool add_spread(enum kam_answer answer, const struct kam_pyramid *pyramid,
                       struct kam_buffer *buffer)
{
    if (answer == KAM_ANSWER_UNKNOWN)
        return kam_buffer_add(buffer, KAM_TEXT("nobody brings any revenue"));
    return kam_buffer_add(buffer, KAM_TEXT("the top 20% bring ")) &&
           (answer == KAM_ANSWER_YES || kam_buffer_add(buffer, KAM_TEXT("only "))) &&
           add_percent(pyramid->spread.top_share, kam_decimal_of(1), buffer) &&
           kam_buffer_add(buffer, KAM_TEXT(" of the positive revenue"));
}

bool kam_worth_explain(const struct kam_worth *worth, const struct kam_pyramid *pyramid,
                       const struct kam_capacity *capacity, struct kam_buffer *buffer)
{
    return add_verdict(worth, buffer) &&
           add_capacity(worth->capacity, pyramid->all.customers, capacity, buffer) &&
           add_repeat(worth->repeat, pyramid, buffer) && add_spread(worth->spread, pyramid, buffer);
}
