#include "account/figures.h"
#include "account/settext.h"
#include "table/columns.h"

enum { RATIO_PLACES = 4, MONEY_PLACES = 2 };

/* NUMERATOR / DENOMINATOR into *RATIO, known only for a divisor above 0. */
static bool ratio(struct kam_decimal numerator, struct kam_decimal denominator,
                  struct kam_decimal *result)
{
    return kam_decimal_sign(denominator) > 0 &&
           kam_decimal_divide(numerator, denominator, RATIO_PLACES, result) == KAM_NUMBER_OK;
}

/* A stretch of months, from the window's month FROM to before TO, and its revenue. */
struct stretch {
    unsigned from, to;
    struct kam_decimal sum;
};

/* The stretches that figures compare. */
enum {
    ALL,
    FIRST_HALF,
    LAST_HALF,
    QUARTER_BEFORE,
    QUARTER,
    YEAR_AGO,
    PERIOD,
    STRETCHES,
};

enum { QUARTER_MONTHS = 3, YEAR_MONTHS = 12 };

/* The stretches of a window of N months; those it is too short for are empty. */
static void lay_out(struct stretch stretches[STRETCHES], unsigned n)
{
    unsigned half = n / 2, quarter = n >= 2 * QUARTER_MONTHS ? QUARTER_MONTHS : 0;
    unsigned year = n > YEAR_MONTHS ? n - 1 - YEAR_MONTHS : n;

    stretches[ALL] = (struct stretch){.from = 0, .to = n};
    stretches[FIRST_HALF] = (struct stretch){.from = 0, .to = half};
    stretches[LAST_HALF] = (struct stretch){.from = n - half, .to = n};
    stretches[QUARTER_BEFORE] = (struct stretch){.from = n - 2 * quarter, .to = n - quarter};
    stretches[QUARTER] = (struct stretch){.from = n - quarter, .to = n};
    stretches[YEAR_AGO] = (struct stretch){.from = year, .to = n > YEAR_MONTHS ? year + 1 : n};
    stretches[PERIOD] = (struct stretch){.from = n ? n - 1 : 0, .to = n};
}

/* Growth from stretch BEFORE to stretch AFTER: their ratio minus 1. */
static bool growth_of(const struct stretch *before, const struct stretch *after,
                      struct kam_decimal *growth, bool *known)
{
    struct kam_decimal change = after->sum;

    if (before->from == before->to)
        return true;
    if (!kam_decimal_subtract(&change, before->sum))
        return false;
    *known = ratio(change, before->sum, growth);
    return true;
}

static bool add_up(const struct kam_account *account, struct kam_months months,
                   struct stretch stretches[STRETCHES])
{
    for (int s = 0; s < STRETCHES; s++)
        if (!kam_cells_sum(&account->revenue, months.first + (int)stretches[s].from,
                           months.first + (int)stretches[s].to, &stretches[s].sum))
            return false;
    return true;
}

enum kam_status kam_figures_compute(struct kam_figures *f, const struct kam_account *account,
                                    struct kam_months months, const struct kam_decimal *cost,
                                    struct kam_error *error)
{
    struct stretch s[STRETCHES];
    struct kam_decimal peak = KAM_DECIMAL_ZERO;

    *f = (struct kam_figures){0};
    lay_out(s, months.count);
    bool ok = add_up(account, months, s);
    kam_cells_survey(&account->revenue, &f->months, &peak);
    f->period_known = account->revenue.count && months.count &&
                      kam_cells_last(&account->revenue) == months.first + (int)months.count - 1;
    f->revenue = s[ALL].sum;
    f->period_revenue = s[PERIOD].sum;
    if (cost) {
        f->margin = f->revenue;
        ok = ok && kam_decimal_subtract(&f->margin, *cost);
        f->margin_rate_known = ratio(f->margin, f->revenue, &f->margin_rate);
    }
    f->peak_share_known = ratio(peak, f->revenue, &f->peak_share);
    f->average_known = f->months && kam_decimal_divide(f->revenue, kam_decimal_of(f->months),
                                                       RATIO_PLACES, &f->average) == KAM_NUMBER_OK;
    ok = ok && growth_of(&s[FIRST_HALF], &s[LAST_HALF], &f->growth, &f->growth_known) &&
         growth_of(&s[QUARTER_BEFORE], &s[QUARTER], &f->growth_3, &f->growth_3_known) &&
         growth_of(&s[YEAR_AGO], &s[PERIOD], &f->growth_yoy, &f->growth_yoy_known);
    return ok ? KAM_OK
              : kam_error_set(error, KAM_DATA, "a figure of account %s becomes too large",
                              kam_show(account->id).s);
}

bool kam_figures_may_fail(const struct kam_account *account, const struct kam_decimal *cost)
{
    /* Minor units of all months there are add up to less than a tenth of a decimal's range. */
    const kam_int128 half_range = (kam_int128)1 << 126;

    return account->revenue.wide ||
           (cost && (cost->units > half_range || cost->units < -half_range));
}

size_t kam_layout_cost(const struct kam_layout *layout)
{
    for (size_t i = 0; i < layout->sum_count; i++)
        if (kam_text_equal(layout->sums[i], KAM_TEXT("cost")))
            return i;
    return SIZE_MAX;
}

static bool add_field(struct kam_fields *fields, struct kam_text name, const char *suffix,
                      enum kam_part part, size_t index, struct kam_arena *arena)
{
    size_t extra = strlen(suffix);
    char *copy = kam_arena_alloc(arena, name.len + extra + 1);

    if (!copy)
        return false;
    if (name.len)
        memcpy(copy, name.ptr, name.len);
    memcpy(copy + name.len, suffix, extra + 1);
    struct kam_text full = {copy, name.len + extra};
    fields->items[fields->count++] =
        (struct kam_field){full, kam_column_cell_kind(full), part, index};
    return true;
}

static bool add_set(struct kam_fields *fields, struct kam_text name, size_t index,
                    struct kam_arena *arena)
{
    bool services = kam_text_equal(name, KAM_TEXT("services"));

    return add_field(fields, name, "", KAM_PART_SET, index, arena) &&
           add_field(fields, services ? KAM_TEXT("service") : name, "_count", KAM_PART_SET_COUNT,
                     index, arena);
}

bool kam_fields_of(struct kam_fields *fields, const struct kam_layout *layout,
                   struct kam_months months, struct kam_arena *arena)
{
    static const struct {
        const char *name;
        enum kam_part part;
    } fixed[] = {
        {"lines", KAM_PART_LINES},
        {"months", KAM_PART_MONTHS},
        {"first_month", KAM_PART_FIRST_MONTH},
        {"last_month", KAM_PART_LAST_MONTH},
        {"idle", KAM_PART_IDLE},
        {"age", KAM_PART_AGE},
        {"revenue", KAM_PART_REVENUE},
        {"period_revenue", KAM_PART_PERIOD_REVENUE},
        {"cost", KAM_PART_COST},
        {"margin", KAM_PART_MARGIN},
        {"margin_rate", KAM_PART_MARGIN_RATE},
        {"average", KAM_PART_AVERAGE},
        {"peak_share", KAM_PART_PEAK_SHARE},
        {"growth", KAM_PART_GROWTH},
        {"growth_3", KAM_PART_GROWTH_3},
        {"growth_yoy", KAM_PART_GROWTH_YOY},
    };
    size_t cost = kam_layout_cost(layout), most = sizeof fixed / sizeof *fixed + 1 +
                                                  layout->attribute_count + layout->sum_count +
                                                  2 * layout->set_count + months.count;
    bool ok = true;

    fields->count = 0;
    fields->items = kam_arena_calloc(arena, most, sizeof *fields->items);
    if (!fields->items)
        return false;
    ok = add_field(fields, KAM_TEXT("account_id"), "", KAM_PART_ID, 0, arena);
    for (size_t i = 0; ok && i < layout->attribute_count; i++)
        ok = add_field(fields, layout->attributes[i], "", KAM_PART_ATTRIBUTE, i, arena);
    for (size_t i = 0; ok && i < sizeof fixed / sizeof *fixed; i++) {
        bool of_cost = fixed[i].part == KAM_PART_COST || fixed[i].part == KAM_PART_MARGIN ||
                       fixed[i].part == KAM_PART_MARGIN_RATE;
        if (!of_cost || cost != SIZE_MAX)
            ok = add_field(fields, kam_text_of(fixed[i].name), "", fixed[i].part,
                           of_cost ? cost : 0, arena);
    }
    for (size_t i = 0; ok && i < layout->set_count; i++)
        if (kam_text_equal(layout->sets[i], KAM_TEXT("services")))
            ok = add_set(fields, layout->sets[i], i, arena);
    for (size_t i = 0; ok && i < layout->sum_count; i++)
        if (i != cost)
            ok = add_field(fields, layout->sums[i], "", KAM_PART_SUM, i, arena);
    for (size_t i = 0; ok && i < layout->set_count; i++)
        if (!kam_text_equal(layout->sets[i], KAM_TEXT("services")))
            ok = add_set(fields, layout->sets[i], i, arena);
    for (unsigned i = 0; ok && i < months.count; i++) {
        char month[KAM_MONTH_SIZE];
        kam_month_format(months.first + (int)i, month);
        ok = add_field(fields, kam_text_of(month), "", KAM_PART_MONTH, i, arena);
    }
    return ok;
}

static bool write_decimal(struct kam_buffer *buffer, struct kam_decimal value, int places)
{
    char text[KAM_DECIMAL_SIZE];
    size_t n = kam_decimal_format(value, places, text);

    return kam_buffer_add(buffer, (struct kam_text){text, n});
}

static bool write_ratio(struct kam_buffer *buffer, bool known, struct kam_decimal value)
{
    return !known || write_decimal(buffer, value, RATIO_PLACES);
}

static bool write_count(struct kam_buffer *buffer, uint64_t value)
{
    char text[24];
    char *p = text + sizeof text;

    do
        *--p = (char)('0' + value % 10);
    while (value /= 10);
    return kam_buffer_add(buffer, (struct kam_text){p, (size_t)(text + sizeof text - p)});
}

static bool write_month(struct kam_buffer *buffer, int month)
{
    char text[KAM_MONTH_SIZE];

    kam_month_format(month, text);
    return kam_buffer_add(buffer, (struct kam_text){text, KAM_MONTH_SIZE - 1});
}

bool kam_field_write(const struct kam_field *field, const struct kam_account *account,
                     const struct kam_figures *f, struct kam_months months, struct kam_store *store,
                     struct kam_buffer *buffer)
{
    const struct kam_cells *cells = &account->revenue;
    int period = months.first + (int)months.count - 1;

    switch (field->part) {
    case KAM_PART_ID:
        return kam_buffer_add(buffer, account->id);
    case KAM_PART_ATTRIBUTE:
        return kam_buffer_add(buffer,
                              kam_attribute_text(&kam_account_attributes(account)[field->index]));
    case KAM_PART_LINES:
        return write_count(buffer, account->lines);
    case KAM_PART_MONTHS:
        return write_count(buffer, f->months);
    case KAM_PART_FIRST_MONTH:
        return !cells->count || write_month(buffer, cells->first);
    case KAM_PART_LAST_MONTH:
        return !cells->count || write_month(buffer, kam_cells_last(cells));
    case KAM_PART_IDLE:
        return !cells->count || write_count(buffer, (uint64_t)(period - kam_cells_last(cells)));
    case KAM_PART_AGE:
        return !cells->count || write_count(buffer, (uint64_t)(period - cells->first));
    case KAM_PART_REVENUE:
        return write_decimal(buffer, f->revenue, MONEY_PLACES);
    case KAM_PART_PERIOD_REVENUE:
        return !f->period_known || write_decimal(buffer, f->period_revenue, MONEY_PLACES);
    case KAM_PART_COST:
    case KAM_PART_SUM:
        return write_decimal(buffer, kam_account_sums(account)[field->index], MONEY_PLACES);
    case KAM_PART_MARGIN:
        return write_decimal(buffer, f->margin, MONEY_PLACES);
    case KAM_PART_MARGIN_RATE:
        return write_ratio(buffer, f->margin_rate_known, f->margin_rate);
    case KAM_PART_AVERAGE:
        return write_ratio(buffer, f->average_known, f->average);
    case KAM_PART_PEAK_SHARE:
        return write_ratio(buffer, f->peak_share_known, f->peak_share);
    case KAM_PART_GROWTH:
        return write_ratio(buffer, f->growth_known, f->growth);
    case KAM_PART_GROWTH_3:
        return write_ratio(buffer, f->growth_3_known, f->growth_3);
    case KAM_PART_GROWTH_YOY:
        return write_ratio(buffer, f->growth_yoy_known, f->growth_yoy);
    case KAM_PART_SET:
        return kam_settext_write(&kam_account_sets(account)[field->index],
                                 kam_store_set_texts(store, field->index), buffer);
    case KAM_PART_SET_COUNT:
        return write_count(buffer, kam_set_size(&kam_account_sets(account)[field->index]));
    case KAM_PART_MONTH:
        return kam_cells_write(cells, months.first + (int)field->index, buffer);
    }
    return true;
}
