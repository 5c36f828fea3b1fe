#include "model/quantity.h"

static const struct {
    const char *suffix;
    enum kam_quantity_unit unit;
    const char *factor;
} units[] = {
    {"%", KAM_QUANTITY_PERCENT, "0.01"},
    {"万", KAM_QUANTITY_WAN, "10000"},
    {"亿", KAM_QUANTITY_YI, "100000000"},
};

static bool strip_suffix(struct kam_text *text, struct kam_text suffix)
{
    if (text->len < suffix.len ||
        memcmp(text->ptr + text->len - suffix.len, suffix.ptr, suffix.len) != 0)
        return false;
    text->len -= suffix.len;
    return true;
}

enum kam_number kam_quantity_parse(struct kam_text text, struct kam_decimal *value,
                                   enum kam_quantity_unit *unit)
{
    struct kam_decimal factor;

    if (unit)
        *unit = KAM_QUANTITY_NONE;
    /* Most end in a digit, as no unit does. */
    if (text.len && text.ptr[text.len - 1] >= '0' && text.ptr[text.len - 1] <= '9')
        return kam_decimal_parse(text, value);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (!strip_suffix(&text, kam_text_of(units[i].suffix)))
            continue;
        if (unit)
            *unit = units[i].unit;
        enum kam_number outcome = kam_decimal_parse(text, value);
        if (outcome != KAM_NUMBER_OK)
            return outcome;
        outcome = kam_decimal_parse(kam_text_of(units[i].factor), &factor);
        return outcome == KAM_NUMBER_OK ? kam_decimal_multiply(*value, factor, -1, value) : outcome;
    }
    return kam_decimal_parse(text, value);
}
