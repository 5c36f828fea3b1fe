/*
 * fail_alloc: makes one allocation of a program fail, for LD_PRELOAD.
 *
 * KAM_FAIL_ALLOC   which call of malloc, calloc or realloc fails, counted from 1 and from when the
 *                  program's own start; unset or 0: none
 * KAM_FAIL_REPORT  a file that gets a byte when the failure took place; without it, the program
 *                  made fewer calls than that
 *
 * Allocations inside the C library count, too. It has to be glibc, whose own functions are called
 * by their internal names: dlsym may allocate.
 */
#include "inject.h"

#include <errno.h>
#include <stdlib.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

static struct injection injection;

__attribute__((constructor)) static void start(void)
{
    inject_start(&injection, getenv("KAM_FAIL_ALLOC"));
}

static bool fails(void)
{
    if (!inject_now(&injection))
        return false;
    errno = ENOMEM;
    return true;
}

void *malloc(size_t size)
{
    return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
    return fails() ? NULL : __libc_realloc(old, size);
}
