#include "language/speechround.h"

enum { SHORT_PLACES = 2, MYRIAD = 10000 };

static struct kam_text join(struct kam_speech *speech, const char *front, struct kam_text number,
                            const char *unit)
{
    speech->scratch.len = 0;
    speech->failed = speech->failed || !kam_buffer_add(&speech->scratch, kam_text_of(front)) ||
                     !kam_buffer_add(&speech->scratch, number) ||
                     !kam_buffer_add(&speech->scratch, kam_text_of(unit));
    return kam_speech_keep(speech, kam_buffer_text(&speech->scratch));
}

/* NUMBER, or what is nearest to it and fits, with PLACES places. */
static struct kam_decimal rounded(struct kam_decimal number, int places)
{
    struct kam_decimal result;

    return kam_decimal_round(number, places, &result) == KAM_NUMBER_OK ? result : number;
}

struct kam_text kam_speech_short(struct kam_speech *speech, struct kam_decimal amount)
{
    const struct kam_language *language = speech->language;
    kam_uint128 size = kam_decimal_magnitude(amount);
    kam_uint128 myriad = kam_decimal_magnitude(kam_decimal_of(MYRIAD));
    bool is_double = language->myriad_myriad && size >= myriad * MYRIAD;
    struct kam_decimal shown;

    if (!is_double && (!language->myriad || size < myriad))
        return kam_speech_grouped(speech, rounded(amount, 0), 0);
    struct kam_decimal unit = kam_decimal_of(is_double ? (int64_t)MYRIAD * MYRIAD : MYRIAD);
    if (kam_decimal_divide(amount, unit, SHORT_PLACES, &shown) != KAM_NUMBER_OK)
        return kam_speech_grouped(speech, amount, 0);
    return join(speech, "", kam_speech_grouped(speech, shown, SHORT_PLACES),
                is_double ? language->myriad_myriad : language->myriad);
}

struct kam_text kam_speech_short_delta(struct kam_speech *speech, struct kam_decimal amount)
{
    struct kam_text text = kam_speech_short(speech, amount);

    return kam_decimal_sign(amount) > 0 ? join(speech, "+", text, "") : text;
}

struct kam_text kam_speech_share(struct kam_speech *speech, struct kam_decimal ratio)
{
    struct kam_decimal percent, shown;

    if (kam_decimal_multiply(ratio, kam_decimal_of(100), -1, &percent) != KAM_NUMBER_OK)
        return kam_speech_grouped(speech, ratio, 0);
    shown = rounded(percent, 1);
    if (kam_decimal_sign(shown) == 0 && kam_decimal_sign(percent) > 0)
        return join(speech, "<", KAM_TEXT("0.1"), "%");
    return join(speech, "", kam_speech_grouped(speech, shown, 1), "%");
}
