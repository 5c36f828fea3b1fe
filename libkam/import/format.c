#include "import/format.h"

/* One more than the longest list, which ends by NULL. */
enum { SIGNATURE = 6, CHOICES = 3 };

struct kam_export_format {
    const char *name;
    enum kam_date_order dates;
    const char *signature[SIGNATURE]; /* columns that all have to be there */
    const char *columns[KAM_ROLES][CHOICES];
};

/*
 * Names as the providers document them; a more special format stands before a more general one.
 * The month is that of the bill, not of the usage: a correction belongs to the bill it is on.
 */
static const struct kam_export_format formats[] = {
    {
        .name = "FOCUS",
        .signature = {"BilledCost", "BillingAccountId", "BillingCurrency", "BillingPeriodStart",
                      "SubAccountId"},
        .columns =
            {
                [KAM_ROLE_ACCOUNT] = {"SubAccountId"},
                [KAM_ROLE_NAME] = {"SubAccountName"},
                [KAM_ROLE_PAYER] = {"BillingAccountId"},
                [KAM_ROLE_MONTH] = {"BillingPeriodStart"},
                [KAM_ROLE_AMOUNT] = {"BilledCost"},
                [KAM_ROLE_SERVICE] = {"ServiceName"},
                [KAM_ROLE_CURRENCY] = {"BillingCurrency"},
            },
    },
    {
        /* A provider without accounts below the one it bills leaves their columns out. */
        .name = "FOCUS",
        .signature = {"BilledCost", "BillingAccountId", "BillingCurrency", "BillingPeriodStart",
                      "ChargeCategory"},
        .columns =
            {
                [KAM_ROLE_ACCOUNT] = {"BillingAccountId"},
                [KAM_ROLE_NAME] = {"BillingAccountName"},
                [KAM_ROLE_MONTH] = {"BillingPeriodStart"},
                [KAM_ROLE_AMOUNT] = {"BilledCost"},
                [KAM_ROLE_SERVICE] = {"ServiceName"},
                [KAM_ROLE_CURRENCY] = {"BillingCurrency"},
            },
    },
    {
        /* Also 2.0, whose names differ in case and punctuation only. */
        .name = "AWS CUR",
        .signature = {"lineItem/UsageAccountId", "lineItem/LineItemType", "lineItem/UnblendedCost",
                      "lineItem/UsageStartDate"},
        .columns =
            {
                [KAM_ROLE_ACCOUNT] = {"lineItem/UsageAccountId"},
                [KAM_ROLE_NAME] = {"lineItem/UsageAccountName"},
                [KAM_ROLE_PAYER] = {"bill/PayerAccountId"},
                [KAM_ROLE_MONTH] = {"bill/BillingPeriodStartDate", "lineItem/UsageStartDate"},
                [KAM_ROLE_AMOUNT] = {"lineItem/UnblendedCost"},
                [KAM_ROLE_SERVICE] = {"product/ProductName", "lineItem/ProductCode"},
                [KAM_ROLE_CURRENCY] = {"lineItem/CurrencyCode"},
            },
    },
    {
        /* The billing account is the partner's own, so its customers are no payer's: a group. */
        .name = "Azure partner cost details",
        .dates = KAM_DATES_MDY,
        .signature = {"SubscriptionId", "MeterCategory", "CostInBillingCurrency",
                      "CustomerTenantId", "Date"},
        .columns =
            {
                [KAM_ROLE_ACCOUNT] = {"SubscriptionId"},
                [KAM_ROLE_NAME] = {"CustomerName", "SubscriptionName"},
                [KAM_ROLE_GROUP] = {"CustomerTenantId"},
                [KAM_ROLE_MONTH] = {"BillingPeriodStartDate", "Date"},
                [KAM_ROLE_AMOUNT] = {"CostInBillingCurrency"},
                [KAM_ROLE_SERVICE] = {"MeterCategory", "ConsumedService"},
                [KAM_ROLE_CURRENCY] = {"BillingCurrencyCode", "BillingCurrency"},
            },
    },
    {
        /* Of a customer agreement (MCA). */
        .name = "Azure cost details",
        .dates = KAM_DATES_MDY,
        .signature = {"SubscriptionId", "MeterCategory", "CostInBillingCurrency", "Date"},
        .columns =
            {
                [KAM_ROLE_ACCOUNT] = {"SubscriptionId"},
                [KAM_ROLE_NAME] = {"SubscriptionName"},
                [KAM_ROLE_PAYER] = {"BillingAccountId"},
                [KAM_ROLE_MONTH] = {"BillingPeriodStartDate", "Date"},
                [KAM_ROLE_AMOUNT] = {"CostInBillingCurrency"},
                [KAM_ROLE_SERVICE] = {"MeterCategory", "ConsumedService"},
                [KAM_ROLE_CURRENCY] = {"BillingCurrencyCode", "BillingCurrency"},
            },
    },
    {
        /* Of an enterprise agreement (EA), or pay as you go. */
        .name = "Azure cost details",
        .dates = KAM_DATES_MDY,
        .signature = {"SubscriptionId", "MeterCategory", "MeterSubCategory", "Cost", "Date"},
        .columns =
            {
                [KAM_ROLE_ACCOUNT] = {"SubscriptionId"},
                [KAM_ROLE_NAME] = {"SubscriptionName"},
                [KAM_ROLE_PAYER] = {"BillingAccountId"},
                [KAM_ROLE_MONTH] = {"BillingPeriodStartDate", "Date"},
                [KAM_ROLE_AMOUNT] = {"Cost"},
                [KAM_ROLE_SERVICE] = {"MeterCategory", "ConsumedService"},
                [KAM_ROLE_CURRENCY] = {"BillingCurrency", "Currency"},
            },
    },
    {
        .name = "Azure usage details",
        .signature = {"SubscriptionGuid", "MeterCategory", "PreTaxCost", "UsageDateTime"},
        .columns =
            {
                [KAM_ROLE_ACCOUNT] = {"SubscriptionGuid"},
                [KAM_ROLE_NAME] = {"SubscriptionName"},
                [KAM_ROLE_MONTH] = {"UsageDateTime"},
                [KAM_ROLE_AMOUNT] = {"PreTaxCost"},
                [KAM_ROLE_SERVICE] = {"MeterCategory", "ConsumedService"},
                [KAM_ROLE_CURRENCY] = {"Currency"},
            },
    },
    {
        .name = "OCI cost report",
        .signature = {"lineItem/tenantId", "lineItem/intervalUsageStart", "cost/myCost",
                      "product/service"},
        .columns =
            {
                [KAM_ROLE_ACCOUNT] = {"lineItem/tenantId"},
                [KAM_ROLE_PAYER] = {"cost/subscriptionId"},
                [KAM_ROLE_MONTH] = {"lineItem/intervalUsageStart"},
                [KAM_ROLE_AMOUNT] = {"cost/myCost"},
                [KAM_ROLE_SERVICE] = {"product/service"},
                [KAM_ROLE_CURRENCY] = {"cost/currencyCode"},
            },
    },
};

/* The next byte of *TEXT that counts, in lower case; -1 at its end. */
static int next_byte(struct kam_text *text)
{
    static const char ignored[] = {' ', '_', '-', '/', ':', '.'};

    while (text->len) {
        char c = *text->ptr++;
        text->len--;
        if (!memchr(ignored, c, sizeof ignored))
            return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : (unsigned char)c;
    }
    return -1;
}

static bool is_called(struct kam_text name, const char *documented)
{
    struct kam_text wanted = kam_text_of(documented);
    int c;

    do {
        c = next_byte(&wanted);
        if (next_byte(&name) != c)
            return false;
    } while (c >= 0);
    return true;
}

static size_t find(const struct kam_text *names, size_t count, const char *documented)
{
    for (size_t i = 0; i < count; i++)
        if (is_called(names[i], documented))
            return i;
    return KAM_NO_COLUMN;
}

static bool has_signature(const struct kam_export_format *format, const struct kam_text *names,
                          size_t count)
{
    for (const char *const *column = format->signature; *column; column++)
        if (find(names, count, *column) == KAM_NO_COLUMN)
            return false;
    return true;
}

const struct kam_export_format *kam_export_format_recognise(const struct kam_text *names,
                                                            size_t count)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (has_signature(&formats[i], names, count))
            return &formats[i];
    return NULL;
}

const char *kam_export_format_name(const struct kam_export_format *format)
{
    return format->name;
}

/* The first of CHOICES, which end by NULL, from *NEXT on that is there; *NEXT is moved behind it.
 */
static size_t find_choice(const char *const *choices, size_t *next, const struct kam_text *names,
                          size_t count)
{
    while (choices[*next]) {
        size_t column = find(names, count, choices[(*next)++]);
        if (column != KAM_NO_COLUMN)
            return column;
    }
    return KAM_NO_COLUMN;
}

size_t kam_export_format_column(const struct kam_export_format *format,
                                const struct kam_text *names, size_t count, enum kam_role role)
{
    size_t next = 0;

    return find_choice(format->columns[role], &next, names, count);
}

size_t kam_export_format_fallback(const struct kam_export_format *format,
                                  const struct kam_text *names, size_t count, enum kam_role role)
{
    size_t next = 0;
    size_t first = find_choice(format->columns[role], &next, names, count);

    return first == KAM_NO_COLUMN ? first : find_choice(format->columns[role], &next, names, count);
}

enum kam_date_order kam_export_format_dates(const struct kam_export_format *format)
{
    return format ? format->dates : KAM_DATES_UNDECIDED;
}
