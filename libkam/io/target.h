/*
 * target: the file an output path stands for, and how it is replaced.
 *
 * Links are followed to their end, also where that doesn't exist yet. A regular or absent file is
 * written as a temporary ".NAME.kam-XXXXXX" beside it, which takes over the old file's mode and,
 * where the system allows it, its owner, and is renamed onto it on commit. Everything else is
 * opened and written as it is. The output above it deals with the bytes.
 */
#ifndef KAM_IO_TARGET_H
#define KAM_IO_TARGET_H

#include "base/text.h"

#include <sys/stat.h>

enum kam_target_kind {
    KAM_TARGET_STDOUT,   /* NULL, "-" or "/dev/stdout" */
    KAM_TARGET_REPLACED, /* a regular file, or none yet */
    KAM_TARGET_DIRECT,   /* a pipe, a terminal, a device */
};

/* As long as a path can be that the system takes; a longer one is an error, never cut. */
enum { KAM_TARGET_PATH_SIZE = 4096 };

/* A plain value that owns nothing but, between open and commit or discard, its temporary file. */
struct kam_target {
    enum kam_target_kind kind;
    const char *name;                     /* for messages: the path as given, borrowed */
    bool exists;                          /* then status is that of the file itself */
    struct stat status;                   /* */
    char path[KAM_TARGET_PATH_SIZE];      /* the end of the links */
    char temporary[KAM_TARGET_PATH_SIZE]; /* empty while there is none */
};

/* Find out what PATH stands for. A directory, or a name that can't be one of a file, is KAM_IO. */
KAM_MUST_CHECK enum kam_status kam_target_find(struct kam_target *target, const char *path,
                                               struct kam_error *error);

/*
 * True if both are the same file, whether it exists or not, or both are standard output. Special
 * files such as /dev/null never are.
 */
bool kam_target_same(const struct kam_target *a, const struct kam_target *b);

/* Open for writing into *FD, which is never a standard descriptor but for standard output. */
KAM_MUST_CHECK enum kam_status kam_target_open(struct kam_target *target, int *fd,
                                               struct kam_error *error);

/* Sync and close FD, put a temporary in place. On failure it is gone and the old file stays. */
KAM_MUST_CHECK enum kam_status kam_target_commit(struct kam_target *target, int fd,
                                                 struct kam_error *error);

/* Close FD and remove the temporary. Standard output is left open. */
void kam_target_discard(struct kam_target *target, int fd);

#endif
