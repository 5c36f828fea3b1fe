/*
 * temporary: files for what is only read from files, or written to them.
 */
#ifndef KAM_TESTS_TEMPORARY_H
#define KAM_TESTS_TEMPORARY_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { TEMPORARY_PATH = 32 };

/* PATH becomes the name of a new file that holds CONTENT. Who calls this unlinks it. */
static inline void temporary_file(char path[TEMPORARY_PATH], const char *content)
{
    static const char pattern[] = "/tmp/kam-test-XXXXXX";
    size_t length = strlen(content);

    memcpy(path, pattern, sizeof pattern);
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, content, length), length);
    assert_int_equal(close(fd), 0);
}

#endif
