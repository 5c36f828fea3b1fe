#include <config.h>

#include "io/scratch.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static enum kam_status failure(const struct kam_scratch *scratch, const char *verb, int why,
                               struct kam_error *error)
{
    return kam_error_set(error, KAM_IO,
                         "cannot %s a temporary file in %s: %s; TMPDIR says which directory to use",
                         verb, scratch->directory, strerror(why));
}

/* A file that never had a name, where the system knows such; else one that loses it at once. */
static int open_unnamed(const char *directory)
{
    char path[4096];
    int fd = -1;

#ifdef O_TMPFILE
    fd = open(directory, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR))
        return fd;
#endif
    if ((size_t)snprintf(path, sizeof path, "%s/kam-XXXXXX", directory) >= sizeof path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    fd = mkostemp(path, O_CLOEXEC);
    if (fd >= 0)
        unlink(path);
    return fd;
}

/* Where standard descriptors are closed, a new file must not take the place of one. */
static int above_standard(int fd)
{
    if (fd < 0 || fd > STDERR_FILENO)
        return fd;
    int higher = fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1), why = errno;
    close(fd);
    errno = why;
    return higher;
}

enum kam_status kam_scratch_open(struct kam_scratch *scratch, const char *directory,
                                 struct kam_error *error)
{
    int fd = above_standard(open_unnamed(directory));

    *scratch = (struct kam_scratch){.directory = directory};
    if (fd < 0)
        return failure(scratch, "create", errno, error);
    scratch->fd = fd;
    return KAM_OK;
}

enum kam_status kam_scratch_append(struct kam_scratch *scratch, struct kam_text bytes,
                                   struct kam_error *error)
{
    while (bytes.len) {
        ssize_t n = pwrite(scratch->fd, bytes.ptr, bytes.len, (off_t)scratch->size);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return failure(scratch, "write", n < 0 ? errno : ENOSPC, error);
        scratch->size += (uint64_t)n;
        bytes = (struct kam_text){bytes.ptr + n, bytes.len - (size_t)n};
    }
    return KAM_OK;
}

enum kam_status kam_scratch_read(const struct kam_scratch *scratch, uint64_t offset, void *bytes,
                                 size_t count, struct kam_error *error)
{
    char *to = bytes;

    while (count) {
        ssize_t n = pread(scratch->fd, to, count, (off_t)offset);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return failure(scratch, "read", n < 0 ? errno : EIO, error);
        to += n;
        offset += (uint64_t)n;
        count -= (size_t)n;
    }
    return KAM_OK;
}

void kam_scratch_close(struct kam_scratch *scratch)
{
    if (scratch->fd)
        close(scratch->fd);
    scratch->fd = 0;
}
