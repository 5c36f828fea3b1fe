/*
 * historystrategy: strategies whose conditions ask for a history, put to its customers.
 *
 * They see the columns of the last snapshot, and in the place of what it may have of that name the
 * columns of the history: periods, ups, downs, months_in_tier, revenue_trend, score_trend, outlook.
 */
#ifndef KAM_DIFF_HISTORYSTRATEGY_H
#define KAM_DIFF_HISTORYSTRATEGY_H

#include "diff/historycourse.h"
#include "model/binding.h"

enum { KAM_HISTORY_COLUMNS = 7 };

/* Zero-initialised there are none. */
struct kam_historystrategies {
    const struct kam_courses *courses; /* borrowed */
    size_t first;                      /* columns of the last snapshot; then those of the history */
    size_t width;
    struct kam_binding *bindings; /* of each strategy of the model */
    struct kam_arena arena;
};

/* What a thread needs for itself; MEMORY has room for `width` cells, all zero at first. */
struct kam_historyslot {
    struct kam_row_cell *memory;
    char texts[KAM_HISTORY_COLUMNS][KAM_DECIMAL_SIZE];
};

/* Whether MODEL has such strategies. */
bool kam_historystrategies_exist(const struct kam_model *model);

/*
 * Those of COURSES, which has to outlive them. KAM_DATA where the last snapshot lacks a column that
 * one asks for. To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_historystrategies_make(struct kam_historystrategies *strategies,
                                                          const struct kam_courses *courses,
                                                          struct kam_error *error);

void kam_historystrategies_free(struct kam_historystrategies *strategies);

/*
 * *NUMBER: the first strategy of the model that holds for TRACK, which is in the last snapshot and
 * whose course is known but for that; KAM_NONE: none. KAM_DATA where a cell is text and a number or
 * month is asked for.
 */
KAM_MUST_CHECK enum kam_status
kam_historystrategies_choose(const struct kam_historystrategies *strategies, uint32_t track,
                             struct kam_historyslot *slot, uint32_t *number,
                             struct kam_error *error);

/* The columns of the last snapshot that such strategies of MODEL ask for, into COLUMNS, borrowed.
 */
KAM_MUST_CHECK bool kam_historystrategies_columns(const struct kam_model *model,
                                                  struct kam_text **columns, size_t *count,
                                                  size_t *capacity);

/* Whether one of them asks for a sum of months. */
bool kam_historystrategies_ask_for_months(const struct kam_model *model);

#endif
