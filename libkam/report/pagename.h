/*
 * pagename: the names of the files of several pages.
 *
 * A page is called as the value that it is about, so that a link to it holds next month, too:
 * "华东" is 华东.html. What file systems, shells and links don't bear is a hyphen: spaces, slashes,
 * control characters and all other ASCII but letters, digits, - _ and a point within the name. A
 * long value is cut. Of two values that would have one name, for file systems that know no case
 * either, the later one, in byte order, has a number behind it.
 */
#ifndef KAM_REPORT_PAGENAME_H
#define KAM_REPORT_PAGENAME_H

#include "base/arena.h"
#include "base/text.h"

#define KAM_PAGENAME_INDEX "index.html"

/* The NAMES[COUNT] of the pages about VALUES[COUNT], all different; NUL-terminated, ARENA's. */
KAM_MUST_CHECK enum kam_status kam_pagenames_make(const struct kam_text *values, size_t count,
                                                  const char **names, struct kam_arena *arena,
                                                  struct kam_error *error);

#endif
