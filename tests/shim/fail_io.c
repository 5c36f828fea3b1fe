/*
 * fail_io: makes one system call of a program fail, for LD_PRELOAD.
 *
 * KAM_FAIL_CALL    read, write, close, rename, fsync, open, fstat or fchmod
 * KAM_FAIL_NUMBER  which call of it fails, counted from 1; unset or 0: none
 * KAM_FAIL_ERRNO   EIO (the default), EINTR, ENOSPC or EACCES
 * KAM_FAIL_REPORT  a file that gets a byte when the failure took place
 *
 * Calls that the C library makes for itself (stdio, iconv) don't count. A failing close closes.
 */
#include "inject.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static struct injection injection;
static const char *failing_call;
static int failing_errno;

static int errno_named(const char *name)
{
    static const struct {
        const char *name;
        int value;
    } known[] = {{"EIO", EIO}, {"EINTR", EINTR}, {"ENOSPC", ENOSPC}, {"EACCES", EACCES}};

    for (size_t i = 0; name && i < sizeof known / sizeof *known; i++)
        if (!strcmp(name, known[i].name))
            return known[i].value;
    return EIO;
}

__attribute__((constructor)) static void start(void)
{
    failing_call = getenv("KAM_FAIL_CALL");
    failing_errno = errno_named(getenv("KAM_FAIL_ERRNO"));
    inject_start(&injection, failing_call ? getenv("KAM_FAIL_NUMBER") : NULL);
}

/* The program calls CALL: true, with errno set, if this one fails. */
static bool fails(const char *call)
{
    if (!failing_call || strcmp(call, failing_call) != 0 || !inject_now(&injection))
        return false;
    errno = failing_errno;
    return true;
}

/* Define REAL as the C library's own function NAME. */
#define REAL(name) __typeof__(&(name)) real = (__typeof__(&(name)))dlsym(RTLD_NEXT, #name)

ssize_t read(int fd, void *bytes, size_t count)
{
    REAL(read);
    return fails("read") ? -1 : real(fd, bytes, count);
}

ssize_t write(int fd, const void *bytes, size_t count)
{
    REAL(write);
    return fails("write") ? -1 : real(fd, bytes, count);
}

int close(int fd)
{
    REAL(close);
    int result = real(fd);
    return fails("close") ? -1 : result;
}

int rename(const char *from, const char *to)
{
    REAL(rename);
    return fails("rename") ? -1 : real(from, to);
}

int fsync(int fd)
{
    REAL(fsync);
    return fails("fsync") ? -1 : real(fd);
}

int fstat(int fd, struct stat *status)
{
    REAL(fstat);
    return fails("fstat") ? -1 : real(fd, status);
}

int fstat64(int fd, struct stat64 *status)
{
    REAL(fstat64);
    return fails("fstat") ? -1 : real(fd, status);
}

int fchmod(int fd, mode_t mode)
{
    REAL(fchmod);
    return fails("fchmod") ? -1 : real(fd, mode);
}

/* The mode is only there, and only looked at, where a file may be created. */
#define TAKE_MODE(flags, mode)                                                                     \
    do {                                                                                           \
        va_list args;                                                                              \
        va_start(args, flags);                                                                     \
        if ((flags)&O_CREAT)                                                                       \
            (mode) = va_arg(args, mode_t);                                                         \
        va_end(args);                                                                              \
    } while (0)

int open(const char *path, int flags, ...)
{
    mode_t mode = 0;
    REAL(open);

    TAKE_MODE(flags, mode);
    return fails("open") ? -1 : real(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    mode_t mode = 0;
    REAL(open64);

    TAKE_MODE(flags, mode);
    return fails("open") ? -1 : real(path, flags, mode);
}
