/*
 * historycourse: what a history comes to for each customer: trends, outlook, and strategy.
 */
#ifndef KAM_DIFF_HISTORYCOURSE_H
#define KAM_DIFF_HISTORYCOURSE_H

#include "diff/history.h"
#include "model/model.h"
#include "model/outlookword.h"

/* What the history of one track comes to; in 48 bytes. */
struct kam_course {
    struct kam_decimal figure_trend, score_trend; /* a month, rounded; KAM_NO_NUMBER: fewer than
                                                     two figures */
    uint32_t strategy; /* of the model, that holds by the history; KAM_NONE: none */
    uint8_t outlook;   /* enum kam_outlook */
};

/* Zero-initialised it is empty. */
struct kam_courses {
    const struct kam_history *history; /* borrowed */
    const struct kam_model *model;     /* borrowed */
    struct kam_course *items;          /* of each track */
    size_t outlooks[KAM_OUTLOOKS];     /* how many have each */
};

/*
 * Find those of HISTORY, which has one period at least, and is complete. KAM_DATA where a trend is
 * too large a number, or a condition of a strategy can't be judged. To be freed whatever the
 * status.
 */
KAM_MUST_CHECK enum kam_status kam_courses_find(struct kam_courses *courses,
                                                const struct kam_history *history,
                                                const struct kam_model *model,
                                                struct kam_error *error);

void kam_courses_free(struct kam_courses *courses);

/* Decimal places that trends are rounded to, and the fewest that those of figures show. */
int kam_courses_places(const struct kam_history *history);

/*
 * For how many months TRACK has been in its tier, the month it was first seen in it and the last
 * one included; 0: it is gone.
 */
static inline unsigned kam_history_months_in_tier(const struct kam_history *history, uint32_t track)
{
    const struct kam_track *asked = &history->tracks[track];

    return asked->end == KAM_HISTORY_GOES_ON
               ? (unsigned)(history->periods[history->period_count - 1].month - asked->since) + 1
               : 0;
}

#endif
