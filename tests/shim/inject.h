/*
 * inject: when a shim lets a call fail. Counts calls down to the one that was asked for, and tells
 * the test when that one came.
 */
#ifndef KAM_TESTS_SHIM_INJECT_H
#define KAM_TESTS_SHIM_INJECT_H

#include <fcntl.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Zero-initialised it never fails: so it is before the program's own start. */
struct injection {
    atomic_long left; /* calls to come including the one that fails; 0 or less: none */
    const char *report;
};

/* WHICH is the number of the call, from 1, as text; NULL: none. */
static inline void inject_start(struct injection *injection, const char *which)
{
    injection->report = getenv("KAM_FAIL_REPORT");
    atomic_store(&injection->left, which ? atol(which) : 0);
}

/* Straight to the kernel: the functions for it may be those that the shim stands in for. */
static inline void inject_report(const char *path)
{
    long fd = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND, 0600);

    if (fd < 0)
        return;
    syscall(SYS_write, fd, "x", (size_t)1);
    syscall(SYS_close, fd);
}

/* Count a call. True for the one that is to fail. */
static inline bool inject_now(struct injection *injection)
{
    if (atomic_load(&injection->left) <= 0 || atomic_fetch_sub(&injection->left, 1) != 1)
        return false;
    if (injection->report)
        inject_report(injection->report);
    return true;
}

#endif
