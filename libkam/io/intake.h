/*
 * intake: the bytes of a source that were read and not used yet.
 */
#ifndef KAM_IO_INTAKE_H
#define KAM_IO_INTAKE_H

#include "io/source.h"

struct kam_intake {
    struct kam_source *source;
    struct kam_text bytes;
    uint64_t offset;        /* of the first of them in the source */
    bool ended;             /* the source has no more */
    enum kam_status failed; /* or it failed behind them, and this is how */
    struct kam_error failure;
    char *buffer; /* `bytes` are in it, and in front of them some that were used */
    size_t size, step;
};

/* For up to SIZE bytes of SOURCE, taking at most STEP of them at a time. False: out of memory. */
KAM_MUST_CHECK bool kam_intake_init(struct kam_intake *intake, struct kam_source *source,
                                    size_t size, size_t step);

/*
 * Read on until there are NEED bytes (at most the size) or the source has no more; more than that,
 * where the source gives more at once. The bytes may move.
 */
void kam_intake_fill(struct kam_intake *intake, size_t need);

/* The first N bytes are used. */
void kam_intake_use(struct kam_intake *intake, size_t n);

/*
 * The bytes from the beginning of the line on, which may be used already: NEED of them at least, if
 * there are that many. Without those used where the line begins too far back.
 */
struct kam_text kam_intake_from_line(struct kam_intake *intake, size_t need);

/* True if everything the source had is used, and nothing was wrong with it. */
bool kam_intake_is_used_up(const struct kam_intake *intake);

/* Closes the source, too. */
void kam_intake_free(struct kam_intake *intake);

#endif
