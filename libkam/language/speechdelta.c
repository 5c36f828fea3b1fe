#include "language/speechdelta.h"

#include "base/fraction.h"

/* TEXT of a NUMBER with a plus before it, if that is positive, and UNIT behind it. */
static struct kam_text dress(struct kam_speech *speech, struct kam_decimal number,
                             struct kam_text text, const char *unit)
{
    speech->scratch.len = 0;
    if (kam_decimal_sign(number) > 0)
        speech->failed = speech->failed || !kam_buffer_add_byte(&speech->scratch, '+');
    speech->failed = speech->failed || !kam_buffer_add(&speech->scratch, text) ||
                     !kam_buffer_add(&speech->scratch, kam_text_of(unit));
    return kam_speech_keep(speech, kam_buffer_text(&speech->scratch));
}

struct kam_text kam_speech_delta(struct kam_speech *speech, struct kam_text column,
                                 struct kam_decimal delta)
{
    return dress(speech, delta, kam_speech_figure(speech, column, delta), "");
}

struct kam_text kam_speech_rate(struct kam_speech *speech, struct kam_decimal from,
                                struct kam_decimal delta)
{
    struct kam_fraction rate = {delta, from};
    struct kam_decimal percent;

    if (kam_decimal_sign(from) <= 0 ||
        !kam_fraction_multiply(rate, kam_fraction_of(kam_decimal_of(100)), &rate) ||
        kam_fraction_round(rate, 1, &percent) != KAM_NUMBER_OK)
        return KAM_TEXT("");
    return dress(speech, percent, kam_speech_amount(speech, percent, 1), "%");
}
