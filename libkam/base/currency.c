#include "base/currency.h"

/* A name that ends as another one does stands before it. */
static const struct name {
    const char *name;
    enum kam_currency currency;
} names[] = {
    {"人民币", KAM_CURRENCY_CNY},     {"美元", KAM_CURRENCY_USD},
    {"欧元", KAM_CURRENCY_EUR},       {"日元", KAM_CURRENCY_JPY},
    {"港元", KAM_CURRENCY_HKD},       {"港币", KAM_CURRENCY_HKD},
    {"英镑", KAM_CURRENCY_GBP},       {"新台币", KAM_CURRENCY_TWD},
    {"元", KAM_CURRENCY_CNY},         {"￥", KAM_CURRENCY_YUAN_SIGN},
    {"¥", KAM_CURRENCY_YUAN_SIGN},    {"CNY", KAM_CURRENCY_CNY},
    {"RMB", KAM_CURRENCY_CNY},        {"US$", KAM_CURRENCY_USD},
    {"USD", KAM_CURRENCY_USD},        {"HK$", KAM_CURRENCY_HKD},
    {"HKD", KAM_CURRENCY_HKD},        {"NT$", KAM_CURRENCY_TWD},
    {"TWD", KAM_CURRENCY_TWD},        {"$", KAM_CURRENCY_DOLLAR_SIGN},
    {"＄", KAM_CURRENCY_DOLLAR_SIGN}, {"€", KAM_CURRENCY_EUR},
    {"EUR", KAM_CURRENCY_EUR},        {"£", KAM_CURRENCY_GBP},
    {"￡", KAM_CURRENCY_GBP},         {"GBP", KAM_CURRENCY_GBP},
    {"JPY", KAM_CURRENCY_JPY},        {"円", KAM_CURRENCY_JPY},
};

const char *kam_currency_code(enum kam_currency currency)
{
    switch (currency) {
    case KAM_CURRENCY_NONE:
        break;
    case KAM_CURRENCY_CNY:
    case KAM_CURRENCY_YUAN_SIGN:
        return "CNY";
    case KAM_CURRENCY_USD:
    case KAM_CURRENCY_DOLLAR_SIGN:
        return "USD";
    case KAM_CURRENCY_EUR:
        return "EUR";
    case KAM_CURRENCY_GBP:
        return "GBP";
    case KAM_CURRENCY_JPY:
        return "JPY";
    case KAM_CURRENCY_HKD:
        return "HKD";
    case KAM_CURRENCY_TWD:
        return "TWD";
    }
    return "";
}

enum kam_currency kam_currency_usual(enum kam_currency currency)
{
    if (currency == KAM_CURRENCY_YUAN_SIGN)
        return KAM_CURRENCY_CNY;
    return currency == KAM_CURRENCY_DOLLAR_SIGN ? KAM_CURRENCY_USD : currency;
}

bool kam_currency_may_be(enum kam_currency currency, struct kam_text code)
{
    static const char *const dollars[] = {"ARS", "AUD", "CAD", "CLP", "COP", "HKD",
                                          "MXN", "NZD", "SGD", "TWD", NULL};
    static const char *const yuan[] = {"JPY", NULL};
    const char *const *others = NULL;

    if (currency == KAM_CURRENCY_NONE ||
        kam_text_equal(code, kam_text_of(kam_currency_code(currency))))
        return true;
    if (currency == KAM_CURRENCY_DOLLAR_SIGN)
        others = dollars;
    if (currency == KAM_CURRENCY_YUAN_SIGN)
        others = yuan;
    for (; others && *others; others++)
        if (kam_text_equal(code, kam_text_of(*others)))
            return true;
    return false;
}

bool kam_currency_join(enum kam_currency *currency, enum kam_currency other)
{
    bool is_open = !*currency || *currency != kam_currency_usual(*currency);

    if (is_open && kam_currency_may_be(*currency, kam_text_of(kam_currency_code(other)))) {
        *currency = other;
        return true;
    }
    return kam_currency_may_be(other, kam_text_of(kam_currency_code(*currency)));
}

static enum kam_currency take(struct kam_text *text,
                              bool (*take_name)(struct kam_text *text, struct kam_text name))
{
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (take_name(text, kam_text_of(names[i].name)))
            return names[i].currency;
    return KAM_CURRENCY_NONE;
}

/* What stands there most often, and no name begins or ends with it. */
static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

enum kam_currency kam_currency_take_front(struct kam_text *text)
{
    if (!text->len || is_digit(text->ptr[0]))
        return KAM_CURRENCY_NONE;
    return take(text, kam_text_take_front);
}

enum kam_currency kam_currency_take_back(struct kam_text *text)
{
    if (!text->len || is_digit(text->ptr[text->len - 1]))
        return KAM_CURRENCY_NONE;
    return take(text, kam_text_take_back);
}
