#include "io/source.h"
#include "io/gunzip.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { RAW_SIZE = 64 * 1024 };

/* Where gzip decompression stands. */
enum member {
    NOT_GZIP,
    IN_MEMBER,
    BETWEEN_MEMBERS,
    DAMAGED, /* behind the bytes handed out so far */
};

struct kam_source {
    const char *name;
    int fd; /* -1 for a source in memory */
    bool at_end;
    enum member member;
    bool sniffed;
    struct kam_text raw; /* read but not yet used, in `buffer` or in borrowed memory */
    uint64_t bytes, size;
    uint64_t promised;         /* bytes from where the descriptor stood to the end; 0 if unknown */
    _Atomic uint64_t used;     /* of them; asked for by another thread, to show progress */
    struct kam_gunzip *gunzip; /* NULL unless it is gzip */
    char buffer[RAW_SIZE];
};

static struct kam_source *source_new(const char *name, struct kam_error *error)
{
    struct kam_source *source = malloc(sizeof *source);

    if (!source) {
        kam_error_nomem(error);
        return NULL;
    }
    memset(source, 0, offsetof(struct kam_source, buffer));
    source->name = name;
    source->fd = -1;
    return source;
}

/* Files don't take the place of standard input, should that be closed. */
static int above_standard(int fd)
{
    if (fd < 0 || fd > STDERR_FILENO)
        return fd;
    int higher = fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    close(fd);
    return higher;
}

enum kam_status kam_source_open(struct kam_source **out, const char *path, struct kam_error *error)
{
    bool standard = strcmp(path, "-") == 0;
    struct kam_source *source = source_new(standard ? "standard input" : path, error);
    struct stat st = {0};

    if (!source)
        return KAM_NOMEM;
    do
        source->fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    while (source->fd < 0 && errno == EINTR);
    if (!standard)
        source->fd = above_standard(source->fd);
    int failed = source->fd < 0 || fstat(source->fd, &st) < 0 ? errno : 0;
    if (!failed && S_ISDIR(st.st_mode))
        failed = EISDIR;
    if (failed) {
        enum kam_status status = kam_error_system(error, source->name, "open", failed);
        kam_source_close(source);
        return status;
    }
    source->size = S_ISREG(st.st_mode) ? (uint64_t)st.st_size : 0;
    off_t offset = source->size ? lseek(source->fd, 0, SEEK_CUR) : 0;
    if (offset >= 0 && (uint64_t)offset < source->size)
        source->promised = source->size - (uint64_t)offset;
    *out = source;
    return KAM_OK;
}

enum kam_status kam_source_open_memory(struct kam_source **out, const char *name,
                                       struct kam_text bytes, struct kam_error *error)
{
    struct kam_source *source = source_new(name, error);

    if (!source)
        return KAM_NOMEM;
    source->raw = bytes;
    source->at_end = true;
    source->bytes = source->size = bytes.len;
    *out = source;
    return KAM_OK;
}

/*
 * At the end of the file: is it another one than that of all the bytes it had when it was opened?
 * There are files of the system whose size was never true, or isn't known.
 */
static enum kam_status check_size(const struct kam_source *source, struct kam_error *error)
{
    struct kam_place place = {.file = source->name};
    struct stat st;

    if (source->promised && source->bytes > source->promised)
        return kam_error_at(error, KAM_IO, &place,
                            "became longer while it was read: %llu bytes more than %llu; is it "
                            "still being written?",
                            (unsigned long long)(source->bytes - source->promised),
                            (unsigned long long)source->size);
    if (source->bytes >= source->promised || fstat(source->fd, &st) < 0 ||
        (uint64_t)st.st_size >= source->size)
        return KAM_OK;
    return kam_error_at(error, KAM_IO, &place,
                        "became shorter while it was read: %llu bytes instead of %llu; is it still "
                        "being written?",
                        (unsigned long long)st.st_size, (unsigned long long)source->size);
}

/* read(2) with its interruptions; 0 bytes are the end. */
static enum kam_status read_some(struct kam_source *source, char *buffer, size_t size, size_t *got,
                                 struct kam_error *error)
{
    ssize_t n;

    *got = 0;
    if (source->at_end)
        return KAM_OK;
    do
        n = read(source->fd, buffer, size);
    while (n < 0 && errno == EINTR);
    if (n < 0)
        return kam_error_system(error, source->name, "read", errno);
    source->at_end = n == 0;
    source->bytes += (uint64_t)n;
    *got = (size_t)n;
    return n == 0 ? check_size(source, error) : KAM_OK;
}

/*
 * Have at least NEED raw bytes at hand, fewer only at the end of the file. If any are missing, the
 * buffer is filled: what gunzip gives before damage is the same then, however a pipe delivers.
 */
static enum kam_status fill_raw(struct kam_source *source, size_t need, struct kam_error *error)
{
    if (source->raw.len >= need || source->at_end)
        return KAM_OK;
    if (source->raw.len)
        memmove(source->buffer, source->raw.ptr, source->raw.len);
    source->raw.ptr = source->buffer;
    while (source->raw.len < RAW_SIZE && !source->at_end) {
        size_t got;
        enum kam_status status = read_some(source, source->buffer + source->raw.len,
                                           RAW_SIZE - source->raw.len, &got, error);
        if (status)
            return status;
        source->raw.len += got;
    }
    return KAM_OK;
}

static bool at_magic(const struct kam_source *source)
{
    return source->raw.len >= 2 && memcmp(source->raw.ptr, "\x1F\x8B", 2) == 0;
}

static enum kam_status start_gzip(struct kam_source *source, struct kam_error *error)
{
    source->gunzip = kam_gunzip_open(kam_gunzip_best());
    source->member = IN_MEMBER;
    return source->gunzip ? KAM_OK : kam_error_nomem(error);
}

static enum kam_status damaged(struct kam_source *source, const char *what, struct kam_error *error)
{
    struct kam_place place = {.file = source->name};

    return kam_error_at(error, KAM_DATA, &place, "%s; fetch the file again", what);
}

/* After a member: another one, zero padding, or the end; anything else is damage. */
static enum kam_status next_member(struct kam_source *source, struct kam_error *error)
{
    for (;;) {
        enum kam_status status = fill_raw(source, 2, error);
        if (status)
            return status;
        if (source->raw.len == 0)
            return KAM_END;
        if (at_magic(source)) {
            kam_gunzip_reset(source->gunzip);
            source->member = IN_MEMBER;
            return KAM_OK;
        }
        if (source->raw.ptr[0] != '\0')
            return damaged(source, "bytes after the end of the gzip data", error);
        source->raw.ptr++;
        source->raw.len--;
    }
}

static enum kam_status inflate_some(struct kam_source *source, char *buffer, size_t size,
                                    size_t *got, struct kam_error *error)
{
    for (*got = 0; *got == 0;) {
        enum kam_status status = KAM_OK;
        if (source->member == DAMAGED)
            return damaged(source, "damaged gzip data, or a wrong checksum", error);
        if (source->member == BETWEEN_MEMBERS)
            status = next_member(source, error);
        if (!status)
            status = fill_raw(source, 1, error);
        if (status)
            return status;
        size_t left = source->raw.len;
        switch (kam_gunzip_step(source->gunzip, &source->raw, buffer, size, got)) {
        case KAM_GUNZIP_MORE:
            if (*got == 0 && source->raw.len == left)
                return damaged(source, "the gzip data ends too early: a truncated file", error);
            break;
        case KAM_GUNZIP_END:
            source->member = BETWEEN_MEMBERS;
            break;
        case KAM_GUNZIP_DAMAGED:
            source->member = DAMAGED;
            break;
        case KAM_GUNZIP_NOMEM:
            return kam_error_nomem(error);
        }
    }
    return KAM_OK;
}

static enum kam_status read_bytes(struct kam_source *source, char *buffer, size_t size, size_t *got,
                                  struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    if (!source->sniffed) {
        status = fill_raw(source, 2, error);
        if (!status && at_magic(source))
            status = start_gzip(source, error);
        if (status)
            return status;
        source->sniffed = true;
    }
    if (source->member != NOT_GZIP)
        return inflate_some(source, buffer, size, got, error);
    if (source->raw.len) {
        *got = size < source->raw.len ? size : source->raw.len;
        memcpy(buffer, source->raw.ptr, *got);
        source->raw.ptr += *got;
        source->raw.len -= *got;
        return KAM_OK;
    }
    status = read_some(source, buffer, size, got, error);
    return status ? status : *got ? KAM_OK : KAM_END;
}

enum kam_status kam_source_read(struct kam_source *source, char *buffer, size_t size, size_t *got,
                                struct kam_error *error)
{
    enum kam_status status = read_bytes(source, buffer, size, got, error);

    atomic_store_explicit(&source->used, source->bytes - source->raw.len, memory_order_relaxed);
    return status;
}

const char *kam_source_name(const struct kam_source *source)
{
    return source->name;
}

uint64_t kam_source_bytes(const struct kam_source *source)
{
    return atomic_load_explicit(&source->used, memory_order_relaxed);
}

uint64_t kam_source_size(const struct kam_source *source)
{
    return source->size;
}

void kam_source_close(struct kam_source *source)
{
    if (!source)
        return;
    kam_gunzip_close(source->gunzip);
    if (source->fd > STDIN_FILENO)
        close(source->fd);
    free(source);
}
