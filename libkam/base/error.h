/*
 * error: how libkam says that something went wrong.
 *
 * Every function that can fail returns an enum kam_status and, as its last argument, takes a
 * struct kam_error to fill. The library never prints and never exits: the front end decides what
 * a message looks like and which exit status it becomes.
 *
 * A struct kam_error is a plain value: it owns nothing, may be copied, and can be ordered by
 * where it happened, so that of several errors the first in input order is the one reported,
 * whatever order they were found in.
 */
#ifndef KAM_BASE_ERROR_H
#define KAM_BASE_ERROR_H

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define KAM_MUST_CHECK        __attribute__((warn_unused_result))
#define KAM_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))
#define KAM_API               __attribute__((visibility("default")))
#else
#define KAM_MUST_CHECK
#define KAM_PRINTF(fmt, args)
#define KAM_API
#endif

/* What a call came to. KAM_OK is 0 and 0 never means an error. */
enum kam_status {
    KAM_OK,    /* done */
    KAM_END,   /* end of input: not an error, and nothing else ends a loop over input */
    KAM_DATA,  /* the data was rejected */
    KAM_USAGE, /* wrong option or model, known without any data */
    KAM_IO,    /* the system refused to read or write */
    KAM_NOMEM, /* out of memory */
};

/*
 * Where a message points to: any part may be missing (file NULL, line 0, column empty).
 * `file` is borrowed and has to outlive the error (file names of a run do). `order` is the
 * position of the file among the inputs; it only serves to order errors.
 */
struct kam_place {
    const char *file;
    unsigned order;
    uint64_t line;      /* physical line, the first is 1 */
    const char *column; /* column name, NUL-terminated; copied into the error */
};

/* PLACE within a message, as kam_place_show(place).s: FILE:LINE, or the option that it is in. */
struct kam_place_shown {
    char s[256];
};
struct kam_place_shown kam_place_show(const struct kam_place *place);

struct kam_error {
    enum kam_status status;
    const char *file; /* borrowed, or NULL */
    unsigned order;
    uint64_t line;
    char column[128]; /* cut at a character boundary where a name is longer */
    char text[1536];  /* lower case, no full stop: what is wrong, and what to do */
};

/*
 * Fill ERROR (which may be NULL) with STATUS and a formatted text; the place is PLACE, or none
 * where PLACE is NULL. Too long a text is cut at a character boundary, and control characters
 * become spaces. Returns STATUS, so that a caller can write `return kam_error_at(...)`.
 */
KAM_API enum kam_status kam_error_at(struct kam_error *error, enum kam_status status,
                                     const struct kam_place *place, const char *format, ...)
    KAM_PRINTF(4, 5);

/* The same without a place. */
KAM_API enum kam_status kam_error_set(struct kam_error *error, enum kam_status status,
                                      const char *format, ...) KAM_PRINTF(3, 4);

/* Out of memory; returns KAM_NOMEM. Needs no memory itself. */
KAM_API enum kam_status kam_error_nomem(struct kam_error *error);

/* A system call on FILE failed with ERRNO_VALUE while doing VERB ("read", "open"). KAM_IO. */
KAM_API enum kam_status kam_error_system(struct kam_error *error, const char *file,
                                         const char *verb, int errno_value);

/* <0, 0, >0: A happened before, at the same line as, or after B in input order. */
KAM_API int kam_error_order(const struct kam_error *a, const struct kam_error *b);

/*
 * Write "file:line: column: text" into BUFFER of SIZE bytes (parts that are missing are left
 * out), always NUL-terminated; cut where it doesn't fit. Returns the bytes written without NUL.
 */
KAM_API size_t kam_error_format(const struct kam_error *error, char *buffer, size_t size);

#endif
