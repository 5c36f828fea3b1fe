#include "language/speech.h"

#include "base/month.h"

enum { MONEY_PLACES = 2 };

/* What is in a column, as far as it isn't just a number or a text. */
enum value_kind { VALUE_TEXT, VALUE_NUMBER, VALUE_AMOUNT, VALUE_RATIO, VALUE_MONTH };

static enum value_kind kind_of(struct kam_text column)
{
    static const struct {
        const char *column;
        enum value_kind kind;
    } kinds[] = {
        {"account_id", VALUE_TEXT},      {"account_name", VALUE_TEXT},
        {"group_id", VALUE_TEXT},        {"payer_id", VALUE_TEXT},
        {"first_month", VALUE_MONTH},    {"last_month", VALUE_MONTH},
        {"revenue", VALUE_AMOUNT},       {"period_revenue", VALUE_AMOUNT},
        {"cost", VALUE_AMOUNT},          {"margin", VALUE_AMOUNT},
        {"margin_rate", VALUE_RATIO},    {"average", VALUE_AMOUNT},
        {"peak_share", VALUE_RATIO},     {"growth", VALUE_RATIO},
        {"growth_3", VALUE_RATIO},       {"growth_yoy", VALUE_RATIO},
        {"own_revenue", VALUE_AMOUNT},   {"branch_revenue", VALUE_AMOUNT},
        {"lines", VALUE_NUMBER},         {"months", VALUE_NUMBER},
        {"idle", VALUE_NUMBER},          {"age", VALUE_NUMBER},
        {"service_count", VALUE_NUMBER}, {"member_count", VALUE_NUMBER},
        {"score", VALUE_NUMBER},         {"rank", VALUE_NUMBER},
        {"share", VALUE_RATIO},          {"cumulative_share", VALUE_RATIO},
        {"closeness", VALUE_NUMBER},     {"advantage", VALUE_NUMBER},
        {"advantage_2", VALUE_NUMBER},   {"visits", VALUE_NUMBER},
        {"last_visit", VALUE_MONTH},
    };

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kam_text_equal(column, kam_text_of(kinds[i].column)))
            return kinds[i].kind;
    return kam_month_parse_plain(column) == KAM_MONTH_NONE ? VALUE_TEXT : VALUE_AMOUNT;
}

/* PATTERN with WORDS in place. */
static struct kam_text fill(struct kam_speech *speech, const char *pattern,
                            const struct kam_words *words)
{
    speech->scratch.len = 0;
    speech->failed = speech->failed || !kam_phrase_add(pattern, words, &speech->scratch);
    return kam_speech_keep(speech, kam_buffer_text(&speech->scratch));
}

struct kam_text kam_speech_phrase(struct kam_speech *speech, enum kam_sentence sentence,
                                  const struct kam_words *words)
{
    return fill(speech, speech->language->sentences[sentence], words);
}

struct kam_text kam_speech_keep(struct kam_speech *speech, struct kam_text text)
{
    struct kam_text copy = KAM_TEXT("");

    speech->failed = speech->failed || !kam_arena_copy(&speech->arena, text, &copy);
    return copy;
}

struct kam_text kam_speech_label(const struct kam_speech *speech, enum kam_label label)
{
    return kam_text_of(speech->language->labels[label]);
}

struct kam_text kam_speech_labelled(struct kam_speech *speech, enum kam_label label,
                                    const struct kam_words *words)
{
    return fill(speech, speech->language->labels[label], words);
}

void kam_speech_free(struct kam_speech *speech)
{
    kam_buffer_free(&speech->scratch);
    kam_arena_free(&speech->arena);
}

struct kam_text kam_speech_grouped(struct kam_speech *speech, struct kam_decimal number, int places)
{
    char digits[KAM_DECIMAL_SIZE], grouped[2 * KAM_DECIMAL_SIZE];
    size_t len = kam_decimal_format(number, places, digits), whole = 0, at = 0;
    size_t sign = digits[0] == '-';

    while (sign + whole < len && digits[sign + whole] != '.')
        whole++;
    for (size_t i = 0; i < len; i++) {
        size_t left = sign + whole - i; /* digits, this one included, before the point */
        if (i > sign && i < sign + whole && left % 3 == 0)
            grouped[at++] = ',';
        grouped[at++] = digits[i];
    }
    return kam_speech_keep(speech, (struct kam_text){grouped, at});
}

/* NUMBER / 10^DIGITS in *QUOTIENT, if it is at least 1 and two decimal places hold it. */
static bool shift(struct kam_decimal number, int digits, struct kam_decimal *quotient)
{
    kam_int128 divisor = 1, rest = 1;

    for (int i = 0; i < digits; i++)
        divisor *= 10;
    for (int i = 0; i < KAM_DECIMAL_PLACES - MONEY_PLACES; i++)
        rest *= 10;
    if (number.units % divisor != 0)
        return false;
    quotient->units = number.units / divisor;
    return quotient->units % rest == 0 &&
           kam_decimal_magnitude(*quotient) >= kam_decimal_magnitude(kam_decimal_of(1));
}

struct kam_text kam_speech_amount(struct kam_speech *speech, struct kam_decimal amount, int places)
{
    enum { MYRIAD = 4 };
    const struct kam_language *language = speech->language;
    const char *unit = NULL;
    struct kam_decimal shifted;

    if (language->myriad_myriad && shift(amount, 2 * MYRIAD, &shifted))
        unit = language->myriad_myriad;
    else if (language->myriad && shift(amount, MYRIAD, &shifted))
        unit = language->myriad;
    if (!unit)
        return kam_speech_grouped(speech, amount, places);
    struct kam_text number = kam_speech_grouped(speech, shifted, 0);
    speech->scratch.len = 0;
    speech->failed = speech->failed || !kam_buffer_add(&speech->scratch, number) ||
                     !kam_buffer_add(&speech->scratch, kam_text_of(unit));
    return kam_speech_keep(speech, kam_buffer_text(&speech->scratch));
}

struct kam_text kam_speech_number(struct kam_speech *speech, struct kam_decimal number)
{
    return kam_speech_grouped(speech, number, 0);
}

struct kam_text kam_speech_count(struct kam_speech *speech, size_t count)
{
    return kam_speech_grouped(speech, kam_decimal_of((int64_t)count), 0);
}

struct kam_text kam_speech_percent(struct kam_speech *speech, struct kam_decimal ratio)
{
    struct kam_decimal percent;

    if (kam_decimal_multiply(ratio, kam_decimal_of(100), -1, &percent) != KAM_NUMBER_OK)
        return kam_speech_grouped(speech, ratio, 0);
    struct kam_text number = kam_speech_grouped(speech, percent, 0);
    speech->scratch.len = 0;
    speech->failed = speech->failed || !kam_buffer_add(&speech->scratch, number) ||
                     !kam_buffer_add_byte(&speech->scratch, '%');
    return kam_speech_keep(speech, kam_buffer_text(&speech->scratch));
}

struct kam_text kam_speech_month(struct kam_speech *speech, int month)
{
    char year[KAM_MONTH_SIZE];

    if (month == KAM_MONTH_NONE)
        return KAM_TEXT("");
    kam_month_format(month, year);
    const char *name = speech->language->months[month % KAM_MONTHS_OF_YEAR];
    return kam_speech_phrase(speech, KAM_SAY_MONTH,
                             KAM_WORDS({"year", {year, 4}}, {"month", kam_text_of(name)}));
}

/* ITEMS with COMMA between them, and LAST before the last one. */
static struct kam_text join(struct kam_speech *speech, const struct kam_text *items, size_t count,
                            const char *comma, const char *last)
{
    speech->scratch.len = 0;
    for (size_t i = 0; i < count && !speech->failed; i++) {
        const char *between = i == 0 ? "" : i + 1 < count ? comma : last;
        speech->failed = !kam_buffer_add(&speech->scratch, kam_text_of(between)) ||
                         !kam_buffer_add(&speech->scratch, items[i]);
    }
    return kam_speech_keep(speech, kam_buffer_text(&speech->scratch));
}

struct kam_text kam_speech_list(struct kam_speech *speech, const struct kam_text *items,
                                size_t count)
{
    return join(speech, items, count, speech->language->comma, speech->language->and);
}

struct kam_text kam_speech_enumerate(struct kam_speech *speech, const struct kam_text *items,
                                     size_t count)
{
    return join(speech, items, count, speech->language->comma, speech->language->comma);
}

struct kam_text kam_speech_clauses(struct kam_speech *speech, const struct kam_text *items,
                                   size_t count)
{
    return join(speech, items, count, speech->language->clause, speech->language->clause);
}

struct kam_text kam_speech_column(const struct kam_speech *speech, struct kam_text column)
{
    return kam_language_column(speech->language, column);
}

static struct kam_text say_number(struct kam_speech *speech, enum value_kind kind,
                                  struct kam_decimal number, int money_places)
{
    switch (kind) {
    case VALUE_AMOUNT:
        return kam_speech_amount(speech, number, money_places);
    case VALUE_RATIO:
        return kam_speech_percent(speech, number);
    case VALUE_TEXT:
    case VALUE_NUMBER:
    case VALUE_MONTH:
        break;
    }
    return kam_speech_number(speech, number);
}

struct kam_text kam_speech_figure(struct kam_speech *speech, struct kam_text column,
                                  struct kam_decimal figure)
{
    return say_number(speech, kind_of(column), figure, MONEY_PLACES);
}

struct kam_text kam_speech_quantity(struct kam_speech *speech, struct kam_text column,
                                    struct kam_decimal quantity)
{
    return say_number(speech, kind_of(column), quantity, 0);
}

struct kam_text kam_speech_cell(struct kam_speech *speech, struct kam_text column,
                                struct kam_text cell)
{
    enum value_kind kind = kind_of(column);
    struct kam_decimal number;
    int month = kind == VALUE_MONTH ? kam_month_parse_plain(cell) : (int)KAM_MONTH_NONE;

    if (month != KAM_MONTH_NONE)
        return kam_speech_month(speech, month);
    if (kind == VALUE_TEXT || kind == VALUE_MONTH ||
        kam_decimal_parse(cell, &number) != KAM_NUMBER_OK)
        return cell;
    return say_number(speech, kind, number, MONEY_PLACES);
}
