/*
 * Every line is a cell. A month that is understood is in range and is the one it is written as;
 * more styles understand no less; a refusal has a reason, and what the reason proposes helps.
 */
#include "fuzz.h"

#include "base/month.h"

/* The month that is written as MONTH is MONTH again, in any style. */
static void hold_written(int month, struct kam_month_style style)
{
    char out[KAM_MONTH_SIZE];

    REQUIRE(month >= KAM_MONTH_FIRST && month <= KAM_MONTH_LAST);
    kam_month_format(month, out);
    REQUIRE(kam_month_parse_plain(kam_text_of(out)) == month);
    REQUIRE(kam_month_parse(kam_text_of(out), style) == month);
}

/* Whether some order that REASON names, as in "say --dates ymd, dmy or mdy", makes LINE a month. */
static void hold_proposal(struct kam_text line, const char *reason)
{
    static const char names[][4] = {"", "ymd", "dmy", "mdy"};
    const char *proposal = strstr(reason, "--dates");

    if (!proposal)
        return;
    for (enum kam_date_order order = KAM_DATES_YMD; order <= KAM_DATES_MDY; order++) {
        struct kam_month_style style = {order, true};
        bool helps = kam_month_parse(line, style) != KAM_MONTH_NONE;
        REQUIRE(helps == (strstr(proposal, names[order]) != NULL));
    }
}

static void hold_style(struct kam_text line, struct kam_month_style style)
{
    int month = kam_month_parse(line, style), clear = kam_month_parse(line, KAM_MONTH_CLEAR);
    const char *reason = kam_month_reason(line, style);

    REQUIRE(kam_month_parse(kam_text_trim(line), style) == month);
    REQUIRE((reason == NULL) == (month != KAM_MONTH_NONE));
    if (month != KAM_MONTH_NONE)
        hold_written(month, style);
    else
        hold_proposal(line, reason);
    /* What is clear is the same in any style; what is short is never read otherwise. */
    REQUIRE(clear == KAM_MONTH_NONE || month == clear);
    style.short_years = false;
    int full = kam_month_parse(line, style);
    REQUIRE(full == KAM_MONTH_NONE || full == month);
}

static void hold_hint(struct kam_text line)
{
    int dmy = kam_month_parse(line, (struct kam_month_style){KAM_DATES_DMY, false});
    int mdy = kam_month_parse(line, (struct kam_month_style){KAM_DATES_MDY, false});
    enum kam_date_hint hint = kam_month_hint(line);

    REQUIRE((hint == KAM_DATE_HINT_NONE) == (dmy == mdy));
    REQUIRE((hint == KAM_DATE_HINT_DMY) == (dmy != mdy && mdy == KAM_MONTH_NONE));
    REQUIRE((hint == KAM_DATE_HINT_MDY) == (dmy != mdy && dmy == KAM_MONTH_NONE));
    if (hint != KAM_DATE_HINT_NONE)
        REQUIRE(kam_month_parse(line, KAM_MONTH_CLEAR) == KAM_MONTH_NONE);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct kam_text rest = {(const char *)data, size};
    bool more = true;

    while (more) {
        struct kam_text line = kam_text_split(&rest, '\n', &more);
        int plain = kam_month_parse_plain(line);
        REQUIRE(plain == KAM_MONTH_NONE || plain == kam_month_parse(line, KAM_MONTH_CLEAR));
        for (enum kam_date_order order = KAM_DATES_UNDECIDED; order <= KAM_DATES_MDY; order++) {
            hold_style(line, (struct kam_month_style){order, false});
            hold_style(line, (struct kam_month_style){order, true});
        }
        hold_hint(line);
    }
    return 0;
}
