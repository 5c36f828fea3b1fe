#include "base/date.h"
#include "base/clock.h"
#include "base/datedigits.h"
#include "base/datefields.h"
#include "base/glyph.h"
#include "base/scan.h"

/* A longer cell is no date, whatever it begins with. */
enum { LONGEST = 64 };

/* Whether there is nothing to fold in TEXT, as in nearly all. */
static bool is_folded(struct kam_text text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((signed char)text.ptr[i] <= ' ' && (text.ptr[i] != ' ' || text.ptr[i + 1] == ' '))
            return false;
    return text.len <= LONGEST;
}

/*
 * TEXT with full-width characters folded to ASCII and spaces of all kinds to single ones, in
 * FOLDED. False if it is too long to be a date.
 */
static bool fold(struct kam_text *text, char folded[LONGEST])
{
    struct kam_text rest = *text;
    size_t n = 0;

    while (rest.len) {
        const char *from = rest.ptr;
        uint32_t glyph = kam_glyph_take_folded(&rest);
        bool space = kam_glyph_is_space(glyph), ascii = space || glyph < 0x80;
        size_t size = ascii ? 1 : (size_t)(rest.ptr - from);
        if (space && n && folded[n - 1] == ' ')
            continue;
        if (n + size > LONGEST)
            return false;
        if (ascii)
            folded[n] = space ? ' ' : (char)glyph;
        else
            memcpy(folded + n, from, size);
        n += size;
    }
    *text = (struct kam_text){folded, n};
    return true;
}

/* Take a mark such as 年 away, with white space around it. */
static bool skip_mark(struct kam_text *rest, struct kam_text mark)
{
    struct kam_text after = *rest;

    kam_scan_skip(&after, KAM_TEXT(" "));
    if (!kam_scan_skip(&after, mark))
        return false;
    *rest = after;
    return true;
}

/* "2026年10月", "2026年10月份", "2026年10月5日" with a time or without. */
static int read_chinese(struct kam_date_field year, struct kam_text rest,
                        struct kam_month_style style)
{
    kam_scan_skip(&rest, KAM_TEXT(" "));
    int full = year.digits == 4 ? year.value : kam_calendar_full_year(year.value);
    int month = kam_scan_number(&rest, 1, 2);

    if (month < 0 || !skip_mark(&rest, KAM_TEXT("月")))
        return KAM_NO_MONTH;
    if (year.digits == 2 && !style.short_years)
        return KAM_NO_MONTH_SHORT_YEAR;
    if (year.digits != 4 && year.digits != 2)
        return KAM_NO_MONTH;
    kam_scan_skip(&rest, KAM_TEXT("份"));
    if (!rest.len)
        return kam_calendar_month(full, month);
    kam_scan_skip(&rest, KAM_TEXT(" "));
    int day = kam_scan_number(&rest, 1, 2);
    if (day < 0 || !skip_mark(&rest, KAM_TEXT("日")))
        return KAM_NO_MONTH_MORE;
    int result = kam_calendar_day(full, month, day);
    return result < 0 || kam_clock_may_follow(rest) ? result : KAM_NO_MONTH_TIME;
}

/* "2026-10", "10/2026", and with years of two digits "26-10" or "10/26". */
static int read_two(const struct kam_date_fields *fields, struct kam_month_style style)
{
    struct kam_date_field a = fields->at[0], b = fields->at[1];
    char separator = fields->separators[0];

    if (a.digits == 4 && kam_date_field_is_short(b))
        return separator == '.' ? KAM_NO_MONTH_NUMBER : kam_calendar_month(a.value, b.value);
    if (kam_date_field_is_short(a) && b.digits == 4)
        return separator == '.' && !kam_calendar_is_likely(b.value)
                   ? KAM_NO_MONTH
                   : kam_calendar_month(b.value, a.value);
    if (!kam_date_field_is_short(a) || !kam_date_field_is_short(b) || separator == '.')
        return KAM_NO_MONTH;
    if (!style.short_years)
        return KAM_NO_MONTH_SHORT_YEAR;
    struct kam_date_field year = style.order == KAM_DATES_YMD ? a : b;
    struct kam_date_field month = style.order == KAM_DATES_YMD ? b : a;
    if (style.order == KAM_DATES_UNDECIDED || year.digits != 2)
        return KAM_NO_MONTH_ORDER;
    return kam_calendar_month(kam_calendar_full_year(year.value), month.value);
}

/* The day whose year comes last: 5/10/2026. */
static int read_year_last(int year, int a, int b, enum kam_date_order order)
{
    int dmy = kam_calendar_day(year, b, a), mdy = kam_calendar_day(year, a, b);

    if (order == KAM_DATES_DMY || a == b)
        return dmy;
    if (order == KAM_DATES_MDY)
        return mdy;
    if (dmy >= 0 || mdy >= 0)
        return KAM_NO_MONTH_ORDER;
    return mdy == KAM_NO_MONTH_SUCH_DAY ? mdy : dmy;
}

/* "2026-10-05", "5/10/2026", and with years of two digits "26-10-05" or "5/10/26". */
static int read_three(const struct kam_date_fields *fields, struct kam_month_style style)
{
    struct kam_date_field a = fields->at[0], b = fields->at[1], c = fields->at[2];

    if (fields->separators[0] != fields->separators[1] || !kam_date_field_is_short(b))
        return KAM_NO_MONTH;
    if (a.digits == 4 && kam_date_field_is_short(c))
        return kam_calendar_day(a.value, b.value, c.value);
    if (kam_date_field_is_short(a) && c.digits == 4)
        return read_year_last(c.value, a.value, b.value, style.order);
    if (!kam_date_field_is_short(a) || !kam_date_field_is_short(c))
        return KAM_NO_MONTH;
    if (!style.short_years)
        return KAM_NO_MONTH_SHORT_YEAR;
    bool first = style.order == KAM_DATES_YMD;
    if (style.order == KAM_DATES_UNDECIDED || (first ? a : c).digits != 2)
        return KAM_NO_MONTH_ORDER;
    return first ? kam_calendar_day(kam_calendar_full_year(a.value), b.value, c.value)
                 : read_year_last(kam_calendar_full_year(c.value), a.value, b.value, style.order);
}

/* "Oct 2026", "2026-Oct", and with years of two digits "Oct-26" or "26-Oct". */
static int read_named_month(const struct kam_date_fields *fields, struct kam_month_style style)
{
    bool name_first = kam_date_field_is_name(fields->at[0]);
    struct kam_date_field name = fields->at[!name_first], year = fields->at[name_first];

    if (kam_date_field_is_name(year) || year.digits > 4 || year.digits == 3)
        return KAM_NO_MONTH;
    if (year.digits == 4)
        return kam_calendar_month(year.value, name.value);
    if (year.digits == 1)
        return KAM_NO_MONTH_WITHOUT_YEAR;
    if (!style.short_years)
        return KAM_NO_MONTH_SHORT_YEAR;
    if (!name_first && style.order != KAM_DATES_YMD)
        return KAM_NO_MONTH_WITHOUT_YEAR;
    return kam_calendar_month(kam_calendar_full_year(year.value), name.value);
}

/* A day of the month named NAME. */
static int read_named(int name, struct kam_date_field day, struct kam_date_field year,
                      struct kam_month_style style)
{
    if (!kam_date_field_is_short(day) || year.digits > 4 || year.digits == 3)
        return KAM_NO_MONTH;
    if (year.digits == 4)
        return kam_calendar_day(year.value, name, day.value);
    if (!style.short_years)
        return KAM_NO_MONTH_SHORT_YEAR;
    return year.digits == 2 ? kam_calendar_day(kam_calendar_full_year(year.value), name, day.value)
                            : KAM_NO_MONTH_ORDER;
}

/* "Oct 5, 2026", "5-Oct-2026", "2026-Oct-5", and with years of two digits. */
static int read_named_day(const struct kam_date_fields *fields, struct kam_month_style style)
{
    struct kam_date_field a = fields->at[0], b = fields->at[1], c = fields->at[2];

    if (kam_date_field_is_name(c) || kam_date_field_is_name(a) == kam_date_field_is_name(b))
        return KAM_NO_MONTH;
    if (kam_date_field_is_name(a))
        return read_named(a.value, b, c, style);
    if (a.digits == 4)
        return read_named(b.value, c, a, style);
    if (c.digits == 4 || style.order == KAM_DATES_DMY || style.order == KAM_DATES_MDY)
        return read_named(b.value, a, c, style);
    if (style.short_years && style.order == KAM_DATES_UNDECIDED)
        return KAM_NO_MONTH_ORDER;
    return read_named(b.value, c, a, style);
}

static int read_fields(const struct kam_date_fields *fields, struct kam_month_style style)
{
    bool name_first = kam_date_field_is_name(fields->at[0]);
    bool named = name_first || kam_date_field_is_name(fields->at[1]);

    switch (fields->count) {
    case 1:
        return name_first && !fields->rest.len ? KAM_NO_MONTH_WITHOUT_YEAR : KAM_NO_MONTH;
    case 2:
        return named ? read_named_month(fields, style) : read_two(fields, style);
    case 3:
        return named ? read_named_day(fields, style) : read_three(fields, style);
    default:
        return KAM_NO_MONTH;
    }
}

/* "2026Q3", "2026年第3季度" */
static bool is_quarter(struct kam_text text)
{
    for (; text.len > 1; text.ptr++, text.len--) {
        bool q = text.ptr[0] == 'Q' || text.ptr[0] == 'q';
        if ((q && text.ptr[1] >= '1' && text.ptr[1] <= '4') ||
            kam_text_starts_with(text, KAM_TEXT("季")))
            return true;
    }
    return false;
}

static int read_folded(struct kam_text text, struct kam_month_style style)
{
    size_t digits = kam_scan_digits(text);

    if (digits > 4 || (digits == 4 && text.len == 4))
        return kam_date_digits_read(text, style);
    struct kam_date_fields fields = kam_date_fields_split(text);
    if (fields.count == 1 && digits && skip_mark(&fields.rest, KAM_TEXT("年")))
        return read_chinese(fields.at[0], fields.rest, style);
    int month = read_fields(&fields, style);
    if (month < 0)
        return month;
    if (fields.count < KAM_DATE_FIELDS)
        return fields.rest.len ? KAM_NO_MONTH_MORE : month;
    return kam_clock_may_follow(fields.rest) ? month : KAM_NO_MONTH_TIME;
}

int kam_date_read(struct kam_text text, struct kam_month_style style)
{
    char folded[LONGEST];

    text = kam_text_trim(text);
    if (!text.len)
        return KAM_NO_MONTH_EMPTY;
    if (!is_folded(text) && !fold(&text, folded))
        return KAM_NO_MONTH;
    int month = read_folded(text, style);
    return month == KAM_NO_MONTH && is_quarter(text) ? KAM_NO_MONTH_QUARTER : month;
}
