#include "base/month.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/digittext.h"
#include "base/scan.h"

enum {
    MONTHS_PER_YEAR = 12,
    DAYS_OF_EACH = 28,   /* days that every month has */
    NO_DIGITS = 1000000, /* no sum of hundreds with it is a year */
};

/* The value of two digits; NO_DIGITS if they aren't. */
static unsigned two_digits(const char *p)
{
    unsigned tens = (unsigned char)p[0] - (unsigned)'0', ones = (unsigned char)p[1] - (unsigned)'0';

    return tens < 10 && ones < 10 ? tens * 10 + ones : NO_DIGITS;
}

/* The month of a year of four digits at P and a month of two at Q; KAM_MONTH_NONE if it is none. */
static int month_at(const char *p, const char *q)
{
    unsigned year = two_digits(p) * 100 + two_digits(p + 2), month = two_digits(q) - 1;

    if (month >= MONTHS_PER_YEAR || year < KAM_MONTH_FIRST / MONTHS_PER_YEAR ||
        year > KAM_MONTH_LAST / MONTHS_PER_YEAR)
        return KAM_MONTH_NONE;
    return (int)(year * MONTHS_PER_YEAR + month);
}

void kam_months_include(struct kam_months *months, int first, int last)
{
    int end = months->first + (int)months->count;

    if (months->count == 0 || first < months->first)
        months->first = first;
    if (months->count == 0 || end <= last)
        end = last + 1;
    months->count = (unsigned)(end - months->first);
}

int kam_month_parse_plain(struct kam_text text)
{
    return text.len == 7 && text.ptr[4] == '-' ? month_at(text.ptr, text.ptr + 5) : KAM_MONTH_NONE;
}

/* Take a number of one or two digits; NO_DIGITS if there is none. */
static unsigned take_short(struct kam_text *rest)
{
    if (!rest->len || !kam_scan_is_digit(rest->ptr[0]))
        return NO_DIGITS;
    unsigned value = (unsigned)(rest->ptr[0] - '0');
    size_t n = 1;
    if (rest->len > 1 && kam_scan_is_digit(rest->ptr[1]))
        value = value * 10 + (unsigned)(rest->ptr[n++] - '0');
    rest->ptr += n;
    rest->len -= n;
    return value;
}

/* " 23:59:59", which most times look like, or what else clock.h knows. */
static bool is_time(struct kam_text rest)
{
    const char *p = rest.ptr;

    if (rest.len == 9 && (p[0] == ' ' || p[0] == 'T') && p[3] == ':' && p[6] == ':' &&
        two_digits(p + 1) < 24 && two_digits(p + 4) < 60 && two_digits(p + 7) < 60)
        return true;
    return kam_clock_may_follow(rest);
}

/* A year of four digits and more: 2026-10-05, 2026/10/5 23:59:59, 20261005235959. */
static int parse_year_first(struct kam_text text)
{
    unsigned year = two_digits(text.ptr) * 100 + two_digits(text.ptr + 2), month, day;
    struct kam_text rest = {text.ptr + 4, text.len - 4};
    char separator = *rest.ptr;
    bool digits = kam_scan_is_digit(separator);

    if (!digits && separator != '-' && separator != '/' && separator != '.')
        return KAM_MONTH_NONE;
    rest = (struct kam_text){rest.ptr + !digits, rest.len - !digits};
    month = take_short(&rest);
    if (!digits && (!rest.len || *rest.ptr != separator))
        return KAM_MONTH_NONE;
    rest = (struct kam_text){rest.ptr + !digits, rest.len - !digits};
    day = take_short(&rest);
    if (rest.len && !(digits ? kam_clock_is_digits(rest) : is_time(rest)))
        return KAM_MONTH_NONE;
    return kam_calendar_day((int)year, (int)month, (int)day);
}

/*
 * The forms that most files have. A refusal says nothing about a cell but that it has to be looked
 * at closer.
 */
static int parse_common(struct kam_text text)
{
    const char *p = text.ptr;

    switch (text.len) {
    case 6:
        return p[0] == '1' || p[1] <= '1' ? month_at(p, p + 4) : KAM_MONTH_NONE;
    case 7:
        return p[4] == '-' ? month_at(p, p + 5) : KAM_MONTH_NONE;
    case 10:
        if (p[4] == '-' && p[7] == '-' && two_digits(p + 8) - 1 < DAYS_OF_EACH)
            return month_at(p, p + 5);
        break;
    case 8:
        if (two_digits(p + 6) - 1 < DAYS_OF_EACH)
            return month_at(p, p + 4);
        break;
    }
    return text.len >= 8 ? parse_year_first(text) : KAM_MONTH_NONE;
}

int kam_month_parse(struct kam_text text, struct kam_month_style style)
{
    int month = parse_common(text);

    if (month < 0)
        month = kam_date_read(text, style);
    return month < 0 ? KAM_MONTH_NONE : month;
}

void kam_month_format(int month, char out[KAM_MONTH_SIZE])
{
    int year = month / MONTHS_PER_YEAR, number = month % MONTHS_PER_YEAR + 1;

    kam_digittext_pair(out, (unsigned)(year / 100));
    kam_digittext_pair(out + 2, (unsigned)(year % 100));
    out[4] = '-';
    kam_digittext_pair(out + 5, (unsigned)number);
    out[7] = '\0';
}
