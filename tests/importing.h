/*
 * importing: what kam-import does, from files to the bytes of its outputs, within one process.
 *
 * Inputs and outputs are files in a directory that a place has for itself. What the tool only says
 * is counted or dropped; bad lines are set aside, as with --rejects.
 */
#ifndef KAM_TESTS_IMPORTING_H
#define KAM_TESTS_IMPORTING_H

#include "import/import.h"

enum { IMPORTING_FILES = 4 }; /* most inputs of a run */

/* A directory, and the paths in it. */
struct importing_place {
    char directory[64];
    char inputs[IMPORTING_FILES][80];
    char table[80], rejects[80], reconcile[80];
    size_t memory; /* for accounts, before they are put aside in the directory; 0: no limit */
};

/* Make the directory, in memory where the system has a file system for that. Aborts if it can't. */
void importing_begin(struct importing_place *place);

/* Remove it and the files of its paths. */
void importing_end(const struct importing_place *place);

/* Make PATH a file that holds BYTES. */
void importing_write(const char *path, struct kam_text bytes);

/* What a run came to. */
struct imported {
    enum kam_status status;
    struct kam_error error; /* where status isn't KAM_OK */
    size_t warnings;
    struct kam_import_plan plan;
    struct kam_import import;
    struct kam_buffer table, rejects, reconcile; /* the outputs; empty after a failure */
};

/* Import PATHS[COUNT], whose names and OPTIONS outlive RESULT. Free it whatever it says. */
void importing_run(struct imported *result, const struct importing_place *place,
                   const char *const *paths, size_t count,
                   const struct kam_import_options *options);

void imported_free(struct imported *result);

#endif
