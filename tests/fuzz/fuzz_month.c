/* Every line is a cell; a month that is understood is in range, and is the one it is written as. */
#include "fuzz.h"

#include "base/month.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct kam_text rest = {(const char *)data, size};
    char out[KAM_MONTH_SIZE];
    bool more = true;

    while (more) {
        struct kam_text line = kam_text_split(&rest, '\n', &more);
        int month = kam_month_parse(line, KAM_MONTH_CLEAR), plain = kam_month_parse_plain(line);
        REQUIRE(plain == KAM_MONTH_NONE || plain == month);
        REQUIRE(kam_month_parse(kam_text_trim(line), KAM_MONTH_CLEAR) == month);
        if (month == KAM_MONTH_NONE)
            continue;
        REQUIRE(month >= KAM_MONTH_FIRST && month <= KAM_MONTH_LAST);
        kam_month_format(month, out);
        REQUIRE(kam_month_parse_plain(kam_text_of(out)) == month);
        REQUIRE(kam_month_parse(kam_text_of(out), KAM_MONTH_CLEAR) == month);
    }
    return 0;
}
