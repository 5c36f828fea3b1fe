/*
 * quotes: which cells need quotes, RFC 4180. A double quote, a line feed or a carriage return in a
 * cell does, and the delimiter of the file.
 */
#ifndef KAM_IO_QUOTES_H
#define KAM_IO_QUOTES_H

#include "base/text.h"

/* True if TEXT needs quotes in a file with this DELIMITER. */
bool kam_quotes_needed(struct kam_text text, char delimiter);

#endif
