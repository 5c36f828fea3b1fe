#include "account/field.h"
#include "account/settext.h"
#include "base/digittext.h"
#include "table/columns.h"

enum { RATIO_PLACES = 4, MONEY_PLACES = 2 };

static enum kam_form form_of(enum kam_part part)
{
    switch (part) {
    case KAM_PART_ID:
    case KAM_PART_ATTRIBUTE:
        return KAM_FORM_TEXT;
    case KAM_PART_SET:
        return KAM_FORM_SET;
    case KAM_PART_FIRST_MONTH:
    case KAM_PART_LAST_MONTH:
        return KAM_FORM_MONTH;
    case KAM_PART_LINES:
    case KAM_PART_MONTHS:
    case KAM_PART_IDLE:
    case KAM_PART_AGE:
    case KAM_PART_REVENUE:
    case KAM_PART_PERIOD_REVENUE:
    case KAM_PART_COST:
    case KAM_PART_MARGIN:
    case KAM_PART_MARGIN_RATE:
    case KAM_PART_AVERAGE:
    case KAM_PART_PEAK_SHARE:
    case KAM_PART_GROWTH:
    case KAM_PART_GROWTH_3:
    case KAM_PART_GROWTH_YOY:
    case KAM_PART_SUM:
    case KAM_PART_SET_COUNT:
    case KAM_PART_MONTH:
        break;
    }
    return KAM_FORM_NUMBER;
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
    fields->items[fields->count++] = (struct kam_field){
        full, kam_column_cell_kind(full), part, form_of(part), index, fields->layout};
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

    fields->layout = layout;
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

struct kam_text kam_field_text(const struct kam_field *field, const struct kam_account *account)
{
    return field->part == KAM_PART_ID ? kam_account_id(account)
                                      : kam_account_attribute(account, field->layout, field->index);
}

static size_t format_money(struct kam_decimal value, char *out)
{
    return kam_decimal_format(value, MONEY_PLACES, out);
}

static size_t format_ratio(bool known, struct kam_decimal value, char *out)
{
    return known ? kam_decimal_format(value, RATIO_PLACES, out) : 0;
}

static size_t format_count(uint64_t value, char *out)
{
    return (size_t)(kam_digittext_whole(out, value) - out);
}

/* The months from MONTH to the last of MONTHS; nothing where there is no MONTH. */
static size_t format_distance(int month, struct kam_months months, char *out)
{
    int period = months.first + (int)months.count - 1;

    return month == KAM_MONTH_NONE ? 0 : format_count((uint64_t)(period - month), out);
}

static size_t format_month(int month, char *out)
{
    if (month == KAM_MONTH_NONE)
        return 0;
    kam_month_format(month, out);
    return KAM_MONTH_SIZE - 1;
}

size_t kam_field_format(const struct kam_field *field, const struct kam_account *account,
                        const struct kam_figures *f, struct kam_months months,
                        char out[KAM_DECIMAL_SIZE])
{
    const struct kam_cells *cells = &account->revenue;

    switch (field->part) {
    case KAM_PART_ID:
    case KAM_PART_ATTRIBUTE:
    case KAM_PART_SET:
        break;
    case KAM_PART_LINES:
        return format_count(account->lines, out);
    case KAM_PART_MONTHS:
        return format_count(f->months, out);
    case KAM_PART_FIRST_MONTH:
        return format_month(kam_cells_first(cells), out);
    case KAM_PART_LAST_MONTH:
        return format_month(kam_cells_last(cells), out);
    case KAM_PART_IDLE:
        return format_distance(kam_cells_last(cells), months, out);
    case KAM_PART_AGE:
        return format_distance(kam_cells_first(cells), months, out);
    case KAM_PART_REVENUE:
        return format_money(f->revenue, out);
    case KAM_PART_PERIOD_REVENUE:
        return f->period_known ? format_money(f->period_revenue, out) : 0;
    case KAM_PART_COST:
    case KAM_PART_SUM:
        return format_money(kam_account_sums(account)[field->index], out);
    case KAM_PART_MARGIN:
        return format_money(f->margin, out);
    case KAM_PART_MARGIN_RATE:
        return format_ratio(f->margin_rate_known, f->margin_rate, out);
    case KAM_PART_AVERAGE:
        return format_ratio(f->average_known, f->average, out);
    case KAM_PART_PEAK_SHARE:
        return format_ratio(f->peak_share_known, f->peak_share, out);
    case KAM_PART_GROWTH:
        return format_ratio(f->growth_known, f->growth, out);
    case KAM_PART_GROWTH_3:
        return format_ratio(f->growth_3_known, f->growth_3, out);
    case KAM_PART_GROWTH_YOY:
        return format_ratio(f->growth_yoy_known, f->growth_yoy, out);
    case KAM_PART_SET_COUNT:
        return format_count(kam_set_size(&kam_account_sets(account, field->layout)[field->index]),
                            out);
    case KAM_PART_MONTH:
        return kam_cells_format(cells, months.first + (int)field->index, out);
    }
    return 0;
}

bool kam_field_write(const struct kam_field *field, const struct kam_account *account,
                     const struct kam_figures *figures, struct kam_months months,
                     struct kam_store *store, struct kam_buffer *buffer)
{
    switch (field->form) {
    case KAM_FORM_TEXT:
        return kam_buffer_add(buffer, kam_field_text(field, account));
    case KAM_FORM_SET:
        return kam_settext_write(&kam_account_sets(account, field->layout)[field->index],
                                 kam_store_set_texts(store, field->index), buffer);
    case KAM_FORM_NUMBER:
    case KAM_FORM_MONTH:
        break;
    }
    if (!kam_buffer_reserve(buffer, KAM_DECIMAL_SIZE))
        return false;
    buffer->len += kam_field_format(field, account, figures, months, buffer->ptr + buffer->len);
    return true;
}
