#include "explain/storydelta.h"

#include "base/fraction.h"

/* TEXT of a NUMBER with a plus before it, if that is positive, and UNIT behind it. */
static struct kam_text dress(struct kam_story *story, struct kam_decimal number,
                             struct kam_text text, const char *unit)
{
    story->scratch.len = 0;
    if (kam_decimal_sign(number) > 0)
        story->failed = story->failed || !kam_buffer_add_byte(&story->scratch, '+');
    story->failed = story->failed || !kam_buffer_add(&story->scratch, text) ||
                    !kam_buffer_add(&story->scratch, kam_text_of(unit));
    return kam_story_keep(story, kam_buffer_text(&story->scratch));
}

struct kam_text kam_story_delta(struct kam_story *story, struct kam_text column,
                                struct kam_decimal delta)
{
    return dress(story, delta, kam_story_figure(story, column, delta), "");
}

struct kam_text kam_story_rate(struct kam_story *story, struct kam_decimal from,
                               struct kam_decimal delta)
{
    struct kam_fraction rate = {delta, from};
    struct kam_decimal percent;

    if (kam_decimal_sign(from) <= 0 ||
        !kam_fraction_multiply(rate, kam_fraction_of(kam_decimal_of(100)), &rate) ||
        kam_fraction_round(rate, 1, &percent) != KAM_NUMBER_OK)
        return KAM_TEXT("");
    return dress(story, percent, kam_story_amount(story, percent, 1), "%");
}
