#include "diff/detail.h"
#include "diff/setchange.h"

#include <stdlib.h>

/* ---- which columns ----------------------------------------------------------------------------
 */

static struct kam_detail_column find(const struct kam_diff *diff, struct kam_text name)
{
    struct kam_detail_column column = {.old = kam_table_find_kept(&diff->old->table, name),
                                       .new = kam_table_find_kept(&diff->new->table, name)};

    if (column.old == KAM_NO_COLUMN || column.new == KAM_NO_COLUMN)
        return (struct kam_detail_column){KAM_NO_COLUMN, KAM_NO_COLUMN};
    return column;
}

static bool is_there(const struct kam_detail_column *column)
{
    return column->old != KAM_NO_COLUMN;
}

/* The column that dimension NAME looks at. */
static struct kam_text column_behind(const struct kam_model *model, struct kam_text name)
{
    for (size_t i = 0; model && i < model->dimension_count; i++)
        if (kam_text_equal(model->dimensions[i].name, name))
            return model->dimensions[i].column;
    return name;
}

enum kam_status kam_details_init(struct kam_details *details, const struct kam_diff *diff,
                                 const struct kam_model *model, struct kam_error *error)
{
    size_t count = diff->drivers.count;

    *details = (struct kam_details){.diff = diff,
                                    .measures = malloc((count + 1) * sizeof *details->measures),
                                    .services = find(diff, KAM_TEXT("services")),
                                    .last_month = find(diff, KAM_TEXT("last_month")),
                                    .idle = find(diff, KAM_TEXT("idle")),
                                    .has_accounts = diff->old_roster->source != KAM_ROSTER_NONE &&
                                                    diff->new_roster->source != KAM_ROSTER_NONE};
    if (!details->measures)
        return kam_error_nomem(error);
    for (size_t i = 0; i < count; i++) {
        struct kam_text name = column_behind(model, diff->drivers.dimensions[i].name);
        details->measures[i] = (struct kam_detail_measure){name, find(diff, name)};
    }
    return KAM_OK;
}

void kam_details_free(struct kam_details *details)
{
    free(details->measures);
    memset(details, 0, sizeof *details);
}

bool kam_details_are_there(const struct kam_details *details)
{
    bool measured = false;

    for (size_t i = 0; i < details->diff->drivers.count; i++)
        measured = measured || is_there(&details->measures[i].column);
    return measured || is_there(&details->services) ||
           (is_there(&details->last_month) && is_there(&details->idle)) || details->has_accounts;
}

/* ---- the measure ------------------------------------------------------------------------------
 */

/* Of which so much more or less is best said in percent. */
static bool is_money(struct kam_text name)
{
    static const struct kam_text money[] = {
        {"average", 7},      {"branch_revenue", 14}, {"cost", 4},   {"margin", 6},
        {"own_revenue", 11}, {"period_revenue", 14}, {"revenue", 7}};

    return kam_text_among(money, sizeof money / sizeof *money, name);
}

/* TO - FROM in percent of FROM; false where that is no sensible number. */
static bool percent_of(struct kam_decimal from, struct kam_decimal to, struct kam_decimal *percent)
{
    enum { PLACES = 1 };
    struct kam_decimal change = to;

    return kam_decimal_sign(from) > 0 && kam_decimal_subtract(&change, from) &&
           kam_decimal_multiply(change, kam_decimal_of(100), -1, &change) == KAM_NUMBER_OK &&
           kam_decimal_divide(change, from, PLACES, percent) == KAM_NUMBER_OK &&
           kam_decimal_sign(*percent) != 0;
}

static bool add_percent(struct kam_decimal percent, struct kam_buffer *text)
{
    char digits[KAM_DECIMAL_SIZE];

    kam_decimal_format(percent, 1, digits);
    return kam_buffer_printf(text, " %s%s%%", kam_decimal_sign(percent) > 0 ? "+" : "", digits);
}

static bool add_value(struct kam_text cell, struct kam_buffer *text)
{
    return kam_buffer_add(text, cell.len ? cell : KAM_TEXT("nothing"));
}

/* How the measure went from one cell to another. */
static bool add_change(struct kam_text name, struct kam_text from, struct kam_text to,
                       struct kam_buffer *text)
{
    struct kam_decimal before, after, percent;
    bool are_numbers = kam_decimal_parse(from, &before) == KAM_NUMBER_OK &&
                       kam_decimal_parse(to, &after) == KAM_NUMBER_OK;

    if (!kam_buffer_add(text, name))
        return false;
    if (kam_text_equal(from, to) || (are_numbers && kam_decimal_compare(before, after) == 0))
        return kam_buffer_add(text, KAM_TEXT(" unchanged"));
    if (are_numbers && is_money(name) && percent_of(before, after, &percent))
        return add_percent(percent, text);
    return kam_buffer_add(text, KAM_TEXT(" from ")) && add_value(from, text) &&
           kam_buffer_add(text, KAM_TEXT(" to ")) && add_value(to, text);
}

/* ---- the facts --------------------------------------------------------------------------------
 */

static struct kam_text old_cell(const struct kam_details *details,
                                const struct kam_movement *movement,
                                const struct kam_detail_column *column)
{
    return kam_table_cell(&details->diff->old->table, movement->old_row, column->old);
}

static struct kam_text new_cell(const struct kam_details *details,
                                const struct kam_movement *movement,
                                const struct kam_detail_column *column)
{
    return kam_table_cell(&details->diff->new->table, movement->new_row, column->new);
}

static bool is_some(struct kam_text idle)
{
    return idle.len && !kam_text_equal(idle, KAM_TEXT("0"));
}

/* Since when there is no revenue, or some again: that is the period, if it is the next one. */
static bool add_months(const struct kam_details *details, const struct kam_movement *movement,
                       struct kam_buffer *text)
{
    if (!is_there(&details->idle) || !is_there(&details->last_month))
        return true;
    bool was_idle = is_some(old_cell(details, movement, &details->idle));
    bool is_idle = is_some(new_cell(details, movement, &details->idle));
    struct kam_text month = new_cell(details, movement, &details->last_month);
    bool is_next = details->diff->new->period == details->diff->old->period + 1;

    if (is_idle && (!was_idle || kam_decimal_sign(movement->revenue_delta)))
        return kam_buffer_add(text, KAM_TEXT("no revenue since ")) && kam_buffer_add(text, month);
    if (!was_idle || is_idle)
        return true;
    return kam_buffer_add(text, KAM_TEXT("revenue again")) &&
           (!is_next || (kam_buffer_add(text, KAM_TEXT(" since ")) && kam_buffer_add(text, month)));
}

static bool add_facts(const struct kam_details *details, const struct kam_movement *movement,
                      struct kam_buffer *text)
{
    static const struct kam_setchange_words services = {"service", "services", "gone", "new"};
    static const struct kam_setchange_words accounts = {"account", "accounts", "left", "joined"};

    return add_months(details, movement, text) &&
           (!is_there(&details->services) ||
            kam_setchange_add_cells(old_cell(details, movement, &details->services),
                                    new_cell(details, movement, &details->services), &services,
                                    text)) &&
           (!details->has_accounts ||
            kam_setchange_add_accounts(details->diff, movement, &accounts, text));
}

/* ---- both -------------------------------------------------------------------------------------
 */

bool kam_details_add(const struct kam_details *details, const struct kam_movement *movement,
                     struct kam_buffer *text)
{
    struct kam_buffer facts = {NULL, 0, 0};
    bool ok = true;

    if (movement->old_row == KAM_NONE || movement->new_row == KAM_NONE)
        return true;
    if (movement->driver != KAM_NONE) {
        const struct kam_detail_measure *measure = &details->measures[movement->driver];
        if (is_there(&measure->column))
            ok = add_change(measure->name, old_cell(details, movement, &measure->column),
                            new_cell(details, movement, &measure->column), text);
    }
    ok = ok && add_facts(details, movement, &facts) &&
         (text->len == 0 || facts.len == 0 || kam_buffer_add(text, KAM_TEXT(": "))) &&
         kam_buffer_add(text, kam_buffer_text(&facts));
    kam_buffer_free(&facts);
    return ok;
}
