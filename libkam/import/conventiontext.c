/* How a file was read, told along with the lines that were rejected. */
#include "import/columnunit.h"

static const char *const order_names[] = {[KAM_DATES_UNDECIDED] = "",
                                          [KAM_DATES_YMD] = "ymd",
                                          [KAM_DATES_DMY] = "dmy",
                                          [KAM_DATES_MDY] = "mdy"};

/* The sign that all columns of amounts have; false if they differ. */
static bool common_sign(const struct kam_import_file *file, enum kam_decimal_sign *sign)
{
    *sign = KAM_SIGN_UNDECIDED;
    for (size_t i = 0; i < file->width; i++) {
        const struct kam_column_convention *column = &file->conventions.columns[i];
        if (!column->is_amount || column->style.sign == KAM_SIGN_UNDECIDED)
            continue;
        if (*sign && *sign != column->style.sign)
            return false;
        *sign = column->style.sign;
    }
    return true;
}

/* The month of lines without one of their own; KAM_MONTH_NONE if they have. */
static int month_of(const struct kam_import_file *file, const struct kam_import_options *options)
{
    if (file->conventions.month != KAM_MONTH_NONE)
        return file->conventions.month;
    return file->columns[KAM_ROLE_MONTH] == KAM_NO_COLUMN ? options->period : KAM_MONTH_NONE;
}

bool kam_conventions_write(const struct kam_import_file *file,
                           const struct kam_import_options *options, struct kam_buffer *text)
{
    const struct kam_conventions *conventions = &file->conventions;
    const struct kam_unit *unit = &file->title_unit.unit;
    int month = month_of(file, options);
    enum kam_decimal_sign sign;
    char name[KAM_MONTH_SIZE];
    bool ok = true;

    text->len = 0;
    if (!common_sign(file, &sign))
        ok = kam_buffer_printf(text, " decimal=mixed");
    else if (sign)
        ok = kam_buffer_printf(text, " decimal=%s", sign == KAM_SIGN_POINT ? "point" : "comma");
    if (ok && conventions->dates.order)
        ok = kam_buffer_printf(text, " dates=%s%s", order_names[conventions->dates.order],
                               conventions->dates.short_years ? "+short" : "");
    if (ok && file->title_unit.line)
        ok = kam_buffer_printf(text, " unit=%d%s%s", unit->exponent, unit->currency ? "/" : "",
                               kam_currency_code(unit->currency));
    if (ok && month != KAM_MONTH_NONE) {
        kam_month_format(month, name);
        ok = kam_buffer_printf(text, " month=%s", name);
    }
    if (ok && conventions->ids_are_cut)
        ok = kam_buffer_printf(text, " ids=cut");
    return ok;
}

static bool read_dates(struct kam_text word, struct kam_month_style *dates)
{
    bool more;
    struct kam_text order = kam_text_split(&word, '+', &more);

    for (int i = KAM_DATES_YMD; i <= (int)KAM_DATES_MDY; i++)
        if (kam_text_equal(order, kam_text_of(order_names[i]))) {
            *dates = (struct kam_month_style){(enum kam_date_order)i, more};
            return true;
        }
    return false;
}

static bool read_unit(struct kam_text word, struct kam_unit *unit)
{
    bool more;
    struct kam_text digits = kam_text_split(&word, '/', &more);
    bool negative = kam_text_starts_with(digits, KAM_TEXT("-"));
    struct kam_text digit = {digits.ptr + negative, digits.len - negative};

    if (digit.len != 1 || digit.ptr[0] < '0' || digit.ptr[0] > '9')
        return false;
    *unit = (struct kam_unit){.exponent = digit.ptr[0] - '0'};
    if (negative)
        unit->exponent = -unit->exponent;
    struct kam_unit money;
    if (more && !kam_unit_parse(word, &money))
        return false;
    if (more)
        unit->currency = money.currency;
    return true;
}

static void apply(struct kam_import_file *file, enum kam_decimal_sign sign,
                  const struct kam_unit *unit)
{
    for (size_t i = 0; i < file->width; i++) {
        struct kam_column_convention *column = &file->conventions.columns[i];
        if (!column->is_amount)
            continue;
        column->style.sign = sign;
        if (column->takes_title)
            kam_column_unit_settle(column, *unit, "title");
        else if (column->takes_currency)
            column->currency = unit->currency;
    }
}

/* What a text says, and OPTIONS where it doesn't. */
struct reading {
    enum kam_decimal_sign sign;
    struct kam_month_style dates;
    struct kam_unit_note unit;
    int month;
    bool ids_are_cut;
};

static bool read_sign(struct kam_text word, enum kam_decimal_sign *sign)
{
    *sign = kam_text_equal(word, KAM_TEXT("point")) ? KAM_SIGN_POINT : KAM_SIGN_COMMA;
    return *sign == KAM_SIGN_POINT || kam_text_equal(word, KAM_TEXT("comma"));
}

static bool read_word(struct kam_text key, struct kam_text value, struct reading *reading)
{
    if (kam_text_equal(key, KAM_TEXT("decimal")))
        return read_sign(value, &reading->sign);
    if (kam_text_equal(key, KAM_TEXT("dates")))
        return read_dates(value, &reading->dates);
    if (kam_text_equal(key, KAM_TEXT("unit"))) {
        reading->unit.line = 1;
        return read_unit(value, &reading->unit.unit);
    }
    if (kam_text_equal(key, KAM_TEXT("month")))
        return (reading->month = kam_month_parse_plain(value)) != KAM_MONTH_NONE;
    if (kam_text_equal(key, KAM_TEXT("ids")))
        return reading->ids_are_cut = kam_text_equal(value, KAM_TEXT("cut"));
    return key.len == 0;
}

bool kam_conventions_read(struct kam_import_file *file, const struct kam_import_options *options,
                          struct kam_text text)
{
    struct reading reading = {
        .sign = options->reading.decimal, .dates = options->reading.dates, .month = KAM_MONTH_NONE};
    bool more = true;

    while (more) {
        struct kam_text value = kam_text_split(&text, ' ', &more);
        bool has_value;
        struct kam_text key = kam_text_split(&value, '=', &has_value);
        if (!read_word(key, value, &reading))
            return false;
    }
    apply(file, reading.sign, &reading.unit.unit);
    file->conventions.dates = reading.dates;
    file->conventions.month = reading.month;
    file->conventions.ids_are_cut =
        reading.ids_are_cut && options->long_ids == KAM_LONG_IDS_SUSPECT;
    file->title_unit = reading.unit;
    return true;
}
