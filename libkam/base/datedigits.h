/*
 * datedigits: dates that begin with four digits and end there, or with more: 202610, 20261005,
 * 20261005235959, 2610, and the day numbers of spreadsheets.
 */
#ifndef KAM_BASE_DATEDIGITS_H
#define KAM_BASE_DATEDIGITS_H

#include "month.h"

/* The month of TEXT, which begins with a digit; else an enum kam_no_month. */
int kam_date_digits_read(struct kam_text text, struct kam_month_style style);

#endif
