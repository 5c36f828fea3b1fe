/*
 * visitplan: the visits that a policy promises, held against those that were made.
 *
 * visits_planned  the rate of policy_visits over the months of the window, rounded half up to a
 *                 whole number; a month is 52/12 weeks. Empty where the text is no rate
 * visits_gap      visits - visits_planned: negative, where some are missing
 */
#ifndef KAM_TIER_VISITPLAN_H
#define KAM_TIER_VISITPLAN_H

#include "io/writer.h"
#include "model/list.h"
#include "table/table.h"

/* Visits in a year. */
struct kam_visit_rate {
    struct kam_decimal yearly;
};

/*
 * Read TEXT: N per week|month|quarter|year, also as N times a month, once a year, 每月4次, 4次/月,
 * 每季度一次; false for anything else.
 */
KAM_MUST_CHECK bool kam_visit_rate_read(struct kam_text text, struct kam_visit_rate *rate);

/* How many that makes in MONTHS. */
struct kam_decimal kam_visit_rate_planned(struct kam_visit_rate rate, size_t months);

enum { KAM_VISITPLAN_COLUMNS = 2 };
extern const struct kam_text kam_visitplan_names[KAM_VISITPLAN_COLUMNS];

struct kam_visitplan {
    const struct kam_table *table;
    size_t count;  /* of columns: KAM_VISITPLAN_COLUMNS, or 0: there is nothing to compare */
    size_t key;    /* which key of the policies is `visits` */
    size_t visits; /* the column of TABLE */
    size_t months; /* of its window */
};

/*
 * Whether TABLE has visits, and TEXTS[COUNT * KEYS->count], policies of KEYS, have a rate. KAM_DATA
 * where a cell of visits is no number.
 */
KAM_MUST_CHECK enum kam_status kam_visitplan_make(struct kam_visitplan *plan,
                                                  const struct kam_table *table,
                                                  const struct kam_text_list *keys,
                                                  const struct kam_text *texts, size_t count,
                                                  struct kam_error *error);

/* What the columns say of ROW, for which the policy says TEXT, if there are any. */
struct kam_planned_visits {
    bool is_planned, is_counted; /* the policy says a rate; the row says visits, too */
    struct kam_decimal planned, gap;
};
struct kam_planned_visits kam_visitplan_of(const struct kam_visitplan *plan, size_t row,
                                           struct kam_text text);

/* Write the cells of ROW, for which the policy says TEXT; nothing, if there are no columns. */
void kam_visitplan_write(const struct kam_visitplan *plan, size_t row, struct kam_text text,
                         struct kam_writer *writer);

#endif
