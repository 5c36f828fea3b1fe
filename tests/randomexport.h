/*
 * randomexport: a billing export as a system might write it, made up from random numbers: its
 * encoding, delimiter, headings, titles, totals, and the styles of its amounts and months; and what
 * is in it, so that an import can be held to that.
 */
#ifndef KAM_TESTS_RANDOMEXPORT_H
#define KAM_TESTS_RANDOMEXPORT_H

#include "import/importplan.h"

enum { EXPORT_CELLS = 4 }; /* account, name, month, amount, in any order */

enum export_line_kind { EXPORT_TITLE, EXPORT_HEADER, EXPORT_BILL, EXPORT_TOTAL, EXPORT_BLANK };

struct export_line {
    enum export_line_kind kind;
    struct kam_text cells[EXPORT_CELLS]; /* as they stand there, in quotes if need be */
    size_t cell_count;
    int month; /* of a bill, and what it comes to */
    int64_t cents;
    bool damaged;
    bool joined; /* no line end behind it */
};

struct random_export {
    struct export_line *lines;
    size_t count, capacity;
    size_t header; /* which line */
    char delimiter;
    const char *line_end, *encoding; /* NULL: UTF-8 */
    bool mark, gzip;
    struct kam_import_options options; /* what an import has to be told of it, and perhaps more */
    struct kam_arena arena;
};

enum export_extras { EXPORT_TOTALS, EXPORT_NO_TOTALS };

/* Make one up. Free it. */
void random_export_make(struct random_export *out, uint64_t *random, enum export_extras extras);

/* Append its bytes: all of them, or the damaged or the sound bills only, with all other lines. */
enum export_part { EXPORT_ALL, EXPORT_SOUND, EXPORT_DAMAGED };
void random_export_write(const struct random_export *from, enum export_part part,
                         struct kam_buffer *bytes);

void random_export_free(struct random_export *from);

#endif
