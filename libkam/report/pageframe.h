/*
 * pageframe: what stands around the content of every page: its head with policy and style, its
 * title; its end with the script.
 *
 * The policy lets a browser load nothing and run that script alone, so that even a mistake in
 * escaping would run nothing.
 */
#ifndef KAM_REPORT_PAGEFRAME_H
#define KAM_REPORT_PAGEFRAME_H

#include "language/speech.h"
#include "report/markup.h"
#include "report/reportsource.h"

/* Up to the header of the page called TITLE, which is of SOURCE. */
void kam_pageframe_begin(struct kam_text title, const struct kam_reportsource *source,
                         struct kam_speech *speech, const struct kam_markup *markup);

/* From the end of the footer on. */
void kam_pageframe_end(struct kam_speech *speech, const struct kam_markup *markup);

#endif
