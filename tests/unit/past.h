/*
 * past: previous snapshots as text, for the tests of what is made of them.
 */
#ifndef KAM_TESTS_PAST_H
#define KAM_TESTS_PAST_H

#include "temporary.h"
#include "tier/previousmatch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

/* A model with the tiers A, B and C. */
#define PAST_MODEL "[tiers]\nnames = A, B, C\ncut = count 1, 3\n"

/* October. */
enum { PAST_NOW = 2026 * 12 + 9 };

/* A snapshot that was read for the customers of PAST_NOW. */
struct past {
    struct kam_model *model;
    struct kam_previous previous;
    char path[TEMPORARY_PATH];
};

/* Read SNAPSHOT; stop it whatever comes back. */
static inline enum kam_status past_read(struct past *past, const char *snapshot,
                                        struct kam_error *error)
{
    const struct kam_reader_options options = {.delimiter = ','};

    *past = (struct past){.path = ""};
    temporary_file(past->path, snapshot);
    assert_int_equal(
        kam_model_load_text(&past->model, "m.kam", KAM_TEXT(PAST_MODEL), NULL, 0, error), KAM_OK);
    enum kam_status status = kam_previous_read(&past->previous, past->path, past->model, PAST_NOW,
                                               KAM_PREVIOUS_STANDINGS, &options, error);
    unlink(past->path);
    return status;
}

static inline void past_stop(struct past *past)
{
    kam_previous_free(&past->previous);
    kam_model_free(past->model);
}

#endif
