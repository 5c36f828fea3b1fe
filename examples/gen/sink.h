/*
 * sink: a file being written, in the encoding and compression its readers have to cope with.
 *
 * Text goes in as UTF-8. Every failure is told on stderr, removes the unfinished file and ends the
 * program with status 3: a generator has nothing else to save.
 */
#ifndef EXAMPLES_GEN_SINK_H
#define EXAMPLES_GEN_SINK_H

#include <stddef.h>

/* Flags. */
enum sink_form {
    SINK_PLAIN = 0,   /* UTF-8 */
    SINK_GB18030 = 1, /* another encoding */
    SINK_GZIP = 2,    /* gzip without name and time */
    SINK_GB18030_GZIP = SINK_GB18030 | SINK_GZIP,
};

struct sink;

/*
 * Open NAME in DIRECTORY for writing. Without a DIRECTORY (NULL) the NAME is a path, and "-" is
 * standard output.
 */
struct sink *sink_open(const char *directory, const char *name, enum sink_form form);

void sink_write(struct sink *sink, const char *text, size_t length);

/* The same for a string. */
void sink_text(struct sink *sink, const char *text);

/* Finish, check and free. */
void sink_close(struct sink *sink);

#endif
