/*
 * chartstyle: the colours of a picture that is a file of its own. They are told apart by those who
 * see no red or green, too: one ramp of blue for tiers, blue and orange for what rises and falls.
 */
#ifndef KAM_REPORT_CHARTSTYLE_H
#define KAM_REPORT_CHARTSTYLE_H

#include "report/markup.h"

void kam_chartstyle_write(const struct kam_markup *markup);

#endif
