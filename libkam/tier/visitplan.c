#include "tier/visitplan.h"

#include "table/heading.h"
#include "tier/tiercell.h"

enum { MONTHS_OF_YEAR = 12, MOST_VISITS = 1000000 };

const struct kam_text kam_visitplan_names[KAM_VISITPLAN_COLUMNS] = {{"visits_planned", 14},
                                                                    {"visits_gap", 10}};

/* Words as they are behind kam_heading_fold, the longer ones first. */
struct word {
    const char *text;
    int value;
};

static const struct word periods[] = {
    {"week", 52}, {"month", 12}, {"quarter", 4}, {"year", 1}, {"星期", 52}, {"周", 52},
    {"个月", 12}, {"月", 12},    {"季度", 4},    {"季", 4},   {"年", 1},    {NULL, 0},
};
static const struct word numbers[] = {
    {"once", 1}, {"twice", 2}, {"一", 1}, {"二", 2}, {"两", 2}, {"三", 3},  {"四", 4},
    {"五", 5},   {"六", 6},    {"七", 7}, {"八", 8}, {"九", 9}, {"十", 10}, {NULL, 0},
};
static const struct word per_words[] = {{"per", 0}, {"every", 0}, {"a", 0}, {"/", 0}, {NULL, 0}};
static const struct word times_words[] = {{"times", 0}, {"time", 0}, {"次", 0}, {NULL, 0}};

/* Take the first of WORDS that REST begins with. */
static bool take(struct kam_text *rest, const struct word *words, int *value)
{
    for (size_t i = 0; words[i].text; i++)
        if (kam_text_take_front(rest, kam_text_of(words[i].text))) {
            *value = words[i].value;
            return true;
        }
    return false;
}

/* A number in digits or in one of the words. */
static bool take_number(struct kam_text *rest, struct kam_decimal *number)
{
    struct kam_text digits = {rest->ptr, 0};
    int value;

    while (digits.len < rest->len && strchr("0123456789.", rest->ptr[digits.len]))
        digits.len++;
    if (digits.len == 0 && take(rest, numbers, &value)) {
        *number = kam_decimal_of(value);
        return true;
    }
    *rest = (struct kam_text){rest->ptr + digits.len, rest->len - digits.len};
    return kam_decimal_parse(digits, number) == KAM_NUMBER_OK &&
           kam_decimal_compare(*number, kam_decimal_of(MOST_VISITS)) <= 0;
}

/* 每月4次 */
static bool read_period_first(struct kam_text rest, struct kam_decimal *number, int *yearly)
{
    int none;

    if (!kam_text_take_front(&rest, KAM_TEXT("每")) || !take(&rest, periods, yearly) ||
        !take_number(&rest, number))
        return false;
    (void)take(&rest, times_words, &none);
    return rest.len == 0;
}

/* 4 per month, 4次/月 */
static bool read_number_first(struct kam_text rest, struct kam_decimal *number, int *yearly)
{
    int none;

    if (!take_number(&rest, number))
        return false;
    (void)take(&rest, times_words, &none);
    return take(&rest, per_words, &none) && take(&rest, periods, yearly) && rest.len == 0;
}

bool kam_visit_rate_read(struct kam_text text, struct kam_visit_rate *rate)
{
    char folded[KAM_HEADING_LONGEST];
    struct kam_decimal number;
    int yearly = 0;

    if (!kam_heading_fold(text, "", folded) ||
        (!read_period_first(kam_text_of(folded), &number, &yearly) &&
         !read_number_first(kam_text_of(folded), &number, &yearly)))
        return false;
    rate->yearly.units = number.units * yearly;
    return true;
}

struct kam_decimal kam_visit_rate_planned(struct kam_visit_rate rate, size_t months)
{
    kam_int128 year = kam_decimal_of(MONTHS_OF_YEAR).units;
    kam_int128 visits = rate.yearly.units * (kam_int128)months;

    return kam_decimal_of((int64_t)((2 * visits + year) / (2 * year)));
}

/* Whether a policy has a rate: they are TEXTS[COUNT], for KEYS in turn. */
static bool find_rate(struct kam_visitplan *plan, const struct kam_text_list *keys,
                      const struct kam_text *texts, size_t count)
{
    struct kam_visit_rate rate;

    while (plan->key < keys->count && !kam_text_equal(keys->items[plan->key], KAM_TEXT("visits")))
        plan->key++;
    for (size_t i = 0; i < count && plan->key < keys->count; i++)
        if (kam_visit_rate_read(texts[i * keys->count + plan->key], &rate))
            return true;
    return false;
}

enum kam_status kam_visitplan_make(struct kam_visitplan *plan, const struct kam_table *table,
                                   const struct kam_text_list *keys, const struct kam_text *texts,
                                   size_t count, struct kam_error *error)
{
    struct kam_window window;

    *plan = (struct kam_visitplan){.table = table};
    enum kam_status status = kam_table_optional(table, KAM_TEXT("visits"), &plan->visits, error);
    if (status || plan->visits == KAM_NO_COLUMN || !find_rate(plan, keys, texts, count))
        return status;
    status = kam_table_window(table, &window, error);
    for (size_t row = 0; row < table->count && !status; row++) {
        struct kam_decimal number;
        bool empty;
        status = kam_table_number(table, row, plan->visits, &number, &empty, error);
    }
    plan->months = window.count;
    plan->count = KAM_VISITPLAN_COLUMNS;
    return status;
}

struct kam_planned_visits kam_visitplan_of(const struct kam_visitplan *plan, size_t row,
                                           struct kam_text text)
{
    struct kam_planned_visits visits = {0};
    struct kam_visit_rate rate;
    bool empty;

    if (!kam_visit_rate_read(text, &rate))
        return visits;
    visits.is_planned = true;
    visits.planned = kam_visit_rate_planned(rate, plan->months);
    visits.is_counted =
        kam_table_number(plan->table, row, plan->visits, &visits.gap, &empty, NULL) == KAM_OK &&
        !empty && kam_decimal_subtract(&visits.gap, visits.planned);
    return visits;
}

static void write_number(bool is_there, struct kam_decimal number, struct kam_writer *writer)
{
    if (is_there)
        kam_tiercell_number(writer, number, 0);
    else
        kam_tiercell_empty(writer, 1);
}

void kam_visitplan_write(const struct kam_visitplan *plan, size_t row, struct kam_text text,
                         struct kam_writer *writer)
{
    if (plan->count == 0)
        return;
    struct kam_planned_visits visits = kam_visitplan_of(plan, row, text);
    write_number(visits.is_planned, visits.planned, writer);
    write_number(visits.is_counted, visits.gap, writer);
}
