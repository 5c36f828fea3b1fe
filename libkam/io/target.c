#include <config.h>

#include "base/utf8.h"
#include "io/target.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum {
    MOST_LINKS = 40,     /* as many as Linux follows */
    MOST_ATTEMPTS = 100, /* at a name for the temporary */
    NAME_KEPT = 100,     /* bytes of the file's name in the temporary's: NAME_MAX is 255 or less */
};

static bool is_stdout(const char *path)
{
    return !path || !strcmp(path, "-") || !strcmp(path, "/dev/stdout");
}

/* Where the last part of PATH begins. */
static size_t base_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? (size_t)(slash + 1 - path) : 0;
}

/* Copy PATH to TARGET and follow the links at its end by their texts. False with errno set. */
static bool follow_links(struct kam_target *target, const char *path)
{
    char link[KAM_TARGET_PATH_SIZE];

    if (strlen(path) >= sizeof target->path) {
        errno = ENAMETOOLONG;
        return false;
    }
    memcpy(target->path, path, strlen(path) + 1);
    for (int links = 0; links < MOST_LINKS; links++) {
        ssize_t n = readlink(target->path, link, sizeof link);
        if (n < 0)
            return errno == EINVAL || errno == ENOENT;
        size_t start = link[0] == '/' ? 0 : base_name(target->path);
        if (start + (size_t)n >= sizeof target->path) {
            errno = ENAMETOOLONG;
            return false;
        }
        memcpy(target->path + start, link, (size_t)n);
        target->path[start + (size_t)n] = '\0';
    }
    errno = ELOOP;
    return false;
}

static bool same_file(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* The links of /proc/PID/fd name files that may be gone or elsewhere: only the kernel follows. */
static bool links_lead_to(const struct kam_target *target)
{
    struct stat end;

    return stat(target->path, &end) == 0 && same_file(&end, &target->status);
}

enum kam_status kam_target_find(struct kam_target *target, const char *path,
                                struct kam_error *error)
{
    *target = (struct kam_target){.kind = KAM_TARGET_STDOUT, .name = path};
    if (is_stdout(path)) {
        target->name = "standard output";
        target->exists = fstat(STDOUT_FILENO, &target->status) == 0;
        return KAM_OK;
    }
    struct kam_place place = {.file = path};
    target->exists = stat(path, &target->status) == 0;
    if (!target->exists && errno != ENOENT)
        return kam_error_system(error, path, "open", errno);
    if (target->exists && S_ISDIR(target->status.st_mode))
        return kam_error_at(error, KAM_IO, &place, "is a directory; name a file");
    target->kind = KAM_TARGET_DIRECT;
    if (target->exists && !S_ISREG(target->status.st_mode))
        return KAM_OK;
    if (!follow_links(target, path))
        return kam_error_system(error, path, "open", errno);
    if (target->path[base_name(target->path)] == '\0')
        return kam_error_at(error, KAM_IO, &place, "not the name of a file");
    if (!target->exists || links_lead_to(target))
        target->kind = KAM_TARGET_REPLACED;
    return KAM_OK;
}

/* Write the directory part of the target's path, which ends in a slash, or "./". */
static void directory_of(const struct kam_target *target, char directory[KAM_TARGET_PATH_SIZE])
{
    size_t n = base_name(target->path);

    memcpy(directory, n ? target->path : "./", n ? n : 2);
    directory[n ? n : 2] = '\0';
}

/* Both are absent: the same if they have the same name in the same directory. */
static bool same_absent(const struct kam_target *a, const struct kam_target *b)
{
    char directory[KAM_TARGET_PATH_SIZE];
    struct stat of_a, of_b;

    if (strcmp(a->path + base_name(a->path), b->path + base_name(b->path)) != 0)
        return false;
    directory_of(a, directory);
    if (stat(directory, &of_a) != 0)
        return false;
    directory_of(b, directory);
    return stat(directory, &of_b) == 0 && same_file(&of_a, &of_b);
}

bool kam_target_same(const struct kam_target *a, const struct kam_target *b)
{
    if (a->kind == KAM_TARGET_STDOUT && b->kind == KAM_TARGET_STDOUT)
        return true;
    if (a->exists && b->exists)
        return S_ISREG(a->status.st_mode) && same_file(&a->status, &b->status);
    return a->kind == KAM_TARGET_REPLACED && b->kind == KAM_TARGET_REPLACED && !a->exists &&
           !b->exists && same_absent(a, b);
}

/*
 * A file opened while a standard stream is closed gets that stream's number, and whatever else
 * is written to the stream would end up in it.
 */
static int keep_off_standard(int fd)
{
    if (fd < 0 || fd > STDERR_FILENO)
        return fd;
    int moved = fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    int saved = errno;
    close(fd);
    errno = saved;
    return moved;
}

static int open_retrying(const char *path, int flags, mode_t mode)
{
    int fd;

    do
        fd = open(path, flags | O_CLOEXEC | O_NOCTTY, mode);
    while (fd < 0 && errno == EINTR);
    return keep_off_standard(fd);
}

/*
 * Give the file the old one's owner and group as far as allowed, then its mode. Where the group
 * couldn't be kept, it gets no more than everybody has.
 */
static bool take_over(int fd, const struct stat *old)
{
    mode_t mode = old->st_mode & (S_IRWXU | S_IRWXG | S_IRWXO);

    if (fchown(fd, old->st_uid, old->st_gid) != 0 && fchown(fd, (uid_t)-1, old->st_gid) != 0)
        mode &= ~(mode_t)S_IRWXG | (mode & S_IRWXO) << 3;
    return fchmod(fd, mode) == 0;
}

/* Six letters or digits that another process is unlikely to try at the same moment. */
static void vary(char *six, unsigned attempt)
{
    static const char characters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    struct timespec now = {0};

    clock_gettime(CLOCK_REALTIME, &now);
    uint64_t x = (uint64_t)now.tv_sec * 1000000007 + (uint64_t)now.tv_nsec;
    x = (x ^ (uint64_t)getpid() << 20 ^ attempt) * UINT64_C(0x9E3779B97F4A7C15);
    x >>= 16;
    for (int i = 0; i < 6; i++, x /= 36)
        six[i] = characters[x % 36];
}

/*
 * A new file is created with all rights the process' mask allows, as open(2) would anyway; one
 * that is to replace an old file stays private until it has that one's mode.
 */
static int create_temporary(struct kam_target *target)
{
    char directory[KAM_TARGET_PATH_SIZE];
    const char *name = target->path + base_name(target->path);
    struct kam_text kept = {name, strlen(name)};
    int fd = -1;

    if (kept.len > NAME_KEPT) {
        kept.len = NAME_KEPT;
        kept.len = kam_utf8_prefix(kept);
    }
    directory_of(target, directory);
    int n = snprintf(target->temporary, sizeof target->temporary, "%s.%.*s.kam-XXXXXX", directory,
                     (int)kept.len, kept.ptr);
    if (n < 0 || (size_t)n >= sizeof target->temporary) {
        target->temporary[0] = '\0';
        errno = ENAMETOOLONG;
        return -1;
    }
    for (unsigned attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        vary(target->temporary + n - 6, attempt);
        fd = open_retrying(target->temporary, O_WRONLY | O_CREAT | O_EXCL,
                           target->exists ? 0600 : 0666);
        if (fd >= 0 || errno != EEXIST)
            break;
    }
    if (fd < 0)
        target->temporary[0] = '\0';
    return fd;
}

static enum kam_status open_replacement(struct kam_target *target, int *fd, struct kam_error *error)
{
    /* Renaming asks for no right to the old file, but who took it away meant to protect it. */
    if (target->exists && faccessat(AT_FDCWD, target->path, W_OK, AT_EACCESS) != 0)
        return kam_error_system(error, target->name, "write", errno);
    *fd = create_temporary(target);
    if (*fd < 0)
        return kam_error_system(error, target->name, "create a file in its directory", errno);
    if (target->exists && !take_over(*fd, &target->status)) {
        int saved = errno;
        kam_target_discard(target, *fd);
        return kam_error_system(error, target->name, "keep the mode of", saved);
    }
    return KAM_OK;
}

/* Closed, or what was opened first after it had been closed: then it's not for writing. */
static bool stdout_writable(void)
{
    int flags = fcntl(STDOUT_FILENO, F_GETFL);

    if (flags >= 0 && (flags & O_ACCMODE) == O_RDONLY)
        errno = EBADF;
    return flags >= 0 && (flags & O_ACCMODE) != O_RDONLY;
}

enum kam_status kam_target_open(struct kam_target *target, int *fd, struct kam_error *error)
{
    switch (target->kind) {
    case KAM_TARGET_STDOUT:
        *fd = STDOUT_FILENO;
        return stdout_writable() ? KAM_OK : kam_error_system(error, target->name, "write", errno);
    case KAM_TARGET_REPLACED:
        return open_replacement(target, fd, error);
    case KAM_TARGET_DIRECT:
        *fd = open_retrying(target->name, O_WRONLY | O_TRUNC, 0);
        return *fd >= 0 ? KAM_OK : kam_error_system(error, target->name, "open", errno);
    }
    return KAM_OK;
}

/* Sync FD; what can't be synced (a pipe, a terminal, some file systems) needn't be. */
static bool sync_file(int fd)
{
    int result;

    do
        result = fsync(fd);
    while (result != 0 && errno == EINTR);
    return result == 0 || errno == EINVAL || errno == EROFS || errno == ENOTSUP;
}

/* After EINTR the descriptor is gone all the same, and its bytes have been synced before. */
static bool close_file(int fd)
{
    return close(fd) == 0 || errno == EINTR;
}

/* Make the new name itself last. A directory that may be written but not read can't be synced. */
static bool sync_directory(const struct kam_target *target)
{
    char directory[KAM_TARGET_PATH_SIZE];

    directory_of(target, directory);
    int fd = open_retrying(directory, O_RDONLY | O_DIRECTORY, 0);
    if (fd < 0)
        return errno == EACCES;
    bool synced = sync_file(fd);
    int saved = errno;
    close(fd);
    errno = saved;
    return synced;
}

static enum kam_status put_in_place(struct kam_target *target, struct kam_error *error)
{
    if (rename(target->temporary, target->path) != 0) {
        int saved = errno;
        unlink(target->temporary);
        target->temporary[0] = '\0';
        return kam_error_system(error, target->name, "rename the temporary file to", saved);
    }
    target->temporary[0] = '\0';
    if (!sync_directory(target)) {
        int saved = errno;
        if (!target->exists)
            unlink(target->path);
        return kam_error_system(error, target->name, "sync the directory of", saved);
    }
    return KAM_OK;
}

enum kam_status kam_target_commit(struct kam_target *target, int fd, struct kam_error *error)
{
    if (target->kind != KAM_TARGET_STDOUT && !sync_file(fd)) {
        int saved = errno;
        kam_target_discard(target, fd);
        return kam_error_system(error, target->name, "sync", saved);
    }
    if (!close_file(fd)) {
        int saved = errno;
        if (target->temporary[0])
            unlink(target->temporary);
        target->temporary[0] = '\0';
        return kam_error_system(error, target->name, "close", saved);
    }
    return target->kind == KAM_TARGET_REPLACED ? put_in_place(target, error) : KAM_OK;
}

void kam_target_discard(struct kam_target *target, int fd)
{
    if (target->kind != KAM_TARGET_STDOUT)
        close(fd);
    if (target->temporary[0])
        unlink(target->temporary);
    target->temporary[0] = '\0';
}
