#include "base/month.h"

enum { MONTHS_PER_YEAR = 12 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Take LITERAL away from the front of REST, or say that it isn't there. */
static bool skip(struct kam_text *rest, struct kam_text literal)
{
    if (rest->len < literal.len || memcmp(rest->ptr, literal.ptr, literal.len) != 0)
        return false;
    rest->ptr += literal.len;
    rest->len -= literal.len;
    return true;
}

static bool skip_one_of(struct kam_text *rest, const char *bytes)
{
    if (!rest->len || !rest->ptr[0] || !strchr(bytes, rest->ptr[0]))
        return false;
    rest->ptr++;
    rest->len--;
    return true;
}

/* Take a number of LEAST to MOST digits away from the front of REST; -1 if it isn't there. */
static int take_number(struct kam_text *rest, size_t least, size_t most)
{
    int value = 0;
    size_t n = 0;

    for (; n < most && n < rest->len && is_digit(rest->ptr[n]); n++)
        value = value * 10 + (rest->ptr[n] - '0');
    if (n < least)
        return -1;
    rest->ptr += n;
    rest->len -= n;
    return value;
}

static int days_in(int year, int month)
{
    static const int days[MONTHS_PER_YEAR] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return days[month - 1] + (month == 2 && leap);
}

static int month_of(int year, int month)
{
    if (year < KAM_MONTH_FIRST / MONTHS_PER_YEAR || year > KAM_MONTH_LAST / MONTHS_PER_YEAR ||
        month < 1 || month > MONTHS_PER_YEAR)
        return KAM_MONTH_NONE;
    return year * MONTHS_PER_YEAR + month - 1;
}

static int month_of_day(int year, int month, int day)
{
    int result = month_of(year, month);

    if (result == KAM_MONTH_NONE || day < 1 || day > days_in(year, month))
        return KAM_MONTH_NONE;
    return result;
}

/* "Z", "+08:00", "+0800", "+08" or nothing, up to the end. */
static bool is_zone(struct kam_text rest)
{
    if (!rest.len)
        return true;
    if (skip(&rest, KAM_TEXT("Z")))
        return !rest.len;
    if (!skip_one_of(&rest, "+-"))
        return false;
    int hours = take_number(&rest, 2, 2);
    if (hours < 0 || hours > 14)
        return false;
    if (!rest.len)
        return true;
    skip(&rest, KAM_TEXT(":"));
    int minutes = take_number(&rest, 2, 2);
    return minutes >= 0 && minutes <= 59 && !rest.len;
}

/* "23:59", "23:59:59", "23:59:59.000", each with a zone or without. A leap second is one. */
static bool is_clock(struct kam_text rest)
{
    int hour = take_number(&rest, 1, 2);
    if (hour < 0 || hour > 23 || !skip(&rest, KAM_TEXT(":")))
        return false;
    int minute = take_number(&rest, 2, 2);
    if (minute < 0 || minute > 59)
        return false;
    if (skip(&rest, KAM_TEXT(":"))) {
        int second = take_number(&rest, 2, 2);
        if (second < 0 || second > 60)
            return false;
        if (skip(&rest, KAM_TEXT("."))) {
            if (take_number(&rest, 1, 1) < 0)
                return false;
            while (take_number(&rest, 1, 1) >= 0)
                ;
        }
    }
    return is_zone(rest);
}

/* What may follow a day: nothing, or a time of day after a 'T' or spaces. */
static bool is_time_or_end(struct kam_text rest)
{
    if (!rest.len)
        return true;
    if (!skip(&rest, KAM_TEXT("T"))) {
        if (!skip(&rest, KAM_TEXT(" ")))
            return false;
        while (skip(&rest, KAM_TEXT(" ")))
            ;
    }
    return is_clock(rest);
}

/* What may follow the day in 20261005: also "235959". */
static bool is_compact_time_or_end(struct kam_text rest)
{
    if (!rest.len || !is_digit(rest.ptr[0]))
        return is_time_or_end(rest);
    int hour = take_number(&rest, 2, 2);
    int minute = take_number(&rest, 2, 2);
    int second = take_number(&rest, 2, 2);
    return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 60 &&
           !rest.len;
}

/* After the year: "10", "1005", "1005235959". */
static int parse_compact(int year, struct kam_text rest)
{
    int month = take_number(&rest, 2, 2);

    if (!rest.len)
        return month_of(year, month);
    int day = take_number(&rest, 2, 2);
    return is_compact_time_or_end(rest) ? month_of_day(year, month, day) : KAM_MONTH_NONE;
}

/* After the year: "-10", "/10/5", ".10.5" with a time or without. */
static int parse_separated(int year, struct kam_text rest)
{
    struct kam_text separator = {rest.ptr, 1};

    if (!skip_one_of(&rest, "-/."))
        return KAM_MONTH_NONE;
    int month = take_number(&rest, 1, 2);
    /* 2026.1 alone may be a number that was 2026.10 once. */
    if (!rest.len && separator.ptr[0] != '.')
        return month_of(year, month);
    if (!skip(&rest, separator))
        return KAM_MONTH_NONE;
    int day = take_number(&rest, 1, 2);
    return is_time_or_end(rest) ? month_of_day(year, month, day) : KAM_MONTH_NONE;
}

/* After "2026年": "10月", "10月5日" with a time or without. */
static int parse_chinese(int year, struct kam_text rest)
{
    int month = take_number(&rest, 1, 2);

    if (!skip(&rest, KAM_TEXT("月")))
        return KAM_MONTH_NONE;
    if (!rest.len)
        return month_of(year, month);
    int day = take_number(&rest, 1, 2);
    if (!skip(&rest, KAM_TEXT("日")))
        return KAM_MONTH_NONE;
    return is_time_or_end(rest) ? month_of_day(year, month, day) : KAM_MONTH_NONE;
}

int kam_month_parse(struct kam_text text)
{
    struct kam_text rest = kam_text_trim(text);
    int year = take_number(&rest, 4, 4);

    if (year < 0 || !rest.len)
        return KAM_MONTH_NONE;
    if (is_digit(rest.ptr[0]))
        return parse_compact(year, rest);
    if (skip(&rest, KAM_TEXT("年")))
        return parse_chinese(year, rest);
    return parse_separated(year, rest);
}

int kam_month_parse_plain(struct kam_text text)
{
    int year = take_number(&text, 4, 4);

    if (!skip(&text, KAM_TEXT("-")))
        return KAM_MONTH_NONE;
    int month = take_number(&text, 2, 2);
    return text.len ? KAM_MONTH_NONE : month_of(year, month);
}

void kam_month_format(int month, char out[KAM_MONTH_SIZE])
{
    int year = month / MONTHS_PER_YEAR, number = month % MONTHS_PER_YEAR + 1;

    out[0] = (char)('0' + year / 1000);
    out[1] = (char)('0' + year / 100 % 10);
    out[2] = (char)('0' + year / 10 % 10);
    out[3] = (char)('0' + year % 10);
    out[4] = '-';
    out[5] = (char)('0' + number / 10);
    out[6] = (char)('0' + number % 10);
    out[7] = '\0';
}
