#include "base/clock.h"
#include "base/scan.h"

enum half { WHOLE_DAY, HALF_DAY };

/* "+08:00", "+0800", "+08", and "+8" where LEAST is 1. */
static bool is_offset(struct kam_text rest, size_t least)
{
    if (!kam_scan_one_of(&rest, "+-"))
        return false;
    int hours = kam_scan_number(&rest, least, 2);
    if (hours < 0 || hours > 14)
        return false;
    if (!rest.len)
        return true;
    kam_scan_skip(&rest, KAM_TEXT(":"));
    int minutes = kam_scan_number(&rest, 2, 2);
    return minutes >= 0 && minutes <= 59 && !rest.len;
}

/* A zone or nothing, up to the end. */
static bool is_zone(struct kam_text rest)
{
    if (!rest.len)
        return true;
    kam_scan_skip(&rest, KAM_TEXT(" "));
    if (kam_scan_one_of(&rest, "Zz"))
        return !rest.len;
    if (kam_scan_skip(&rest, KAM_TEXT("UTC")) || kam_scan_skip(&rest, KAM_TEXT("GMT")))
        return !rest.len || is_offset(rest, 1);
    return is_offset(rest, 2);
}

/* Take ".000" away, if there is one; false if it has no digits. */
static bool skip_fraction(struct kam_text *rest)
{
    if (!kam_scan_one_of(rest, ".,"))
        return true;
    size_t n = kam_scan_digits(*rest);
    rest->ptr += n;
    rest->len -= n;
    return n > 0;
}

/* Take "AM" or "PM" away, if it is there. */
static enum half skip_half(struct kam_text *rest)
{
    struct kam_text after = *rest;

    kam_scan_skip(&after, KAM_TEXT(" "));
    if (!kam_scan_one_of(&after, "AaPp"))
        return WHOLE_DAY;
    kam_scan_skip(&after, KAM_TEXT("."));
    if (!kam_scan_one_of(&after, "Mm"))
        return WHOLE_DAY;
    kam_scan_skip(&after, KAM_TEXT("."));
    *rest = after;
    return HALF_DAY;
}

/* Take 上午 or 下午 away, if it is there. */
static enum half skip_chinese_half(struct kam_text *rest)
{
    if (!kam_scan_skip(rest, KAM_TEXT("上午")) && !kam_scan_skip(rest, KAM_TEXT("下午")))
        return WHOLE_DAY;
    kam_scan_skip(rest, KAM_TEXT(" "));
    return HALF_DAY;
}

static bool is_clock(struct kam_text rest)
{
    enum half half = skip_chinese_half(&rest);
    int hour = kam_scan_number(&rest, 1, 2);
    if (hour < 0 || !kam_scan_skip(&rest, KAM_TEXT(":")))
        return false;
    int minute = kam_scan_number(&rest, 2, 2);
    if (minute < 0 || minute > 59)
        return false;
    if (kam_scan_skip(&rest, KAM_TEXT(":"))) {
        int second = kam_scan_number(&rest, 2, 2);
        if (second < 0 || second > 60 || !skip_fraction(&rest))
            return false;
    }
    if (half == WHOLE_DAY)
        half = skip_half(&rest);
    return hour <= (half == HALF_DAY ? 12 : 23) && is_zone(rest);
}

bool kam_clock_is_digits(struct kam_text digits)
{
    if (kam_scan_digits(digits) != 6)
        return false;
    int hour = kam_scan_number(&digits, 2, 2);
    int minute = kam_scan_number(&digits, 2, 2);
    int second = kam_scan_number(&digits, 2, 2);
    return hour <= 23 && minute <= 59 && second <= 60 && skip_fraction(&digits) && is_zone(digits);
}

bool kam_clock_may_follow(struct kam_text rest)
{
    if (!rest.len)
        return true;
    return kam_scan_one_of(&rest, "Tt ") && (is_clock(rest) || kam_clock_is_digits(rest));
}
