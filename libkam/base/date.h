/*
 * date: all the ways in which cells of billing exports say a month or a day, and why one doesn't.
 * What kam_month_parse, kam_month_reason and kam_month_hint have in common.
 */
#ifndef KAM_BASE_DATE_H
#define KAM_BASE_DATE_H

#include "calendar.h"

/* The month that TEXT says in STYLE; else an enum kam_no_month. */
int kam_date_read(struct kam_text text, struct kam_month_style style);

#endif
