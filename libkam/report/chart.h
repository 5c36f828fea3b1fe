/*
 * chart: the pictures of a report: what each shows, how large it is, what it says to those who
 * can't see it.
 */
#ifndef KAM_REPORT_CHART_H
#define KAM_REPORT_CHART_H

#include "report/canvas.h"
#include "report/report.h"

enum kam_chart_form {
    KAM_CHART_IN_PAGE, /* an element of an HTML page, whose style it has */
    KAM_CHART_ALONE,   /* a file of its own, with its style, on white */
};

/* Whether SECTION has a picture. */
bool kam_chart_is_there(enum kam_reportsection section);

/*
 * Write that of SECTION, which has one and lacks nothing: an svg element with title and
 * description.
 */
void kam_chart_write(const struct kam_report *report, enum kam_reportsection section,
                     enum kam_chart_form form, struct kam_speech *speech,
                     const struct kam_markup *markup);

/* The same of a sparkline: LINE[COUNT] are figures from left to right. */
void kam_chart_sparkline(const struct kam_decimal *line, size_t count, struct kam_text title,
                         const struct kam_markup *markup);

#endif
