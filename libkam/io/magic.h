/*
 * magic: files that are no table of text, known by their first bytes.
 *
 * What people feed in when they were asked for a CSV: the workbook itself, what a browser saved, an
 * archive. Only what can't be a table is recognised.
 */
#ifndef KAM_IO_MAGIC_H
#define KAM_IO_MAGIC_H

#include "base/text.h"

/*
 * What the file that begins with BYTES is, and what to do about it, for a message; NULL if it may
 * be text. It does with the first few hundred bytes, but JSON is only recognised by a whole line,
 * or by KAM_MAGIC_BYTES of one.
 */
const char *kam_magic_find(struct kam_text bytes);

enum { KAM_MAGIC_BYTES = 4096 };

#endif
