/*
 * outputs: what the tests of output write, in an empty directory that each has for itself.
 */
#ifndef KAM_TESTS_OUTPUTS_H
#define KAM_TESTS_OUTPUTS_H

#include "io/output.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { NOBODY = 65534 };

/* Every test runs in an empty directory of its own. */
static inline int enter_directory(void **state)
{
    char *name = strdup("/tmp/kam-test-output-XXXXXX");

    umask(022);
    if (!name || !mkdtemp(name) || chdir(name) != 0)
        return -1;
    *state = name;
    return 0;
}

static inline int leave_directory(void **state)
{
    char command[128];

    snprintf(command, sizeof command, "chmod -R u+rwX %s && rm -r %s", (char *)*state,
             (char *)*state);
    free(*state);
    return chdir("/") == 0 && system(command) == 0 ? 0 : -1;
}

/* TEST in such a directory. */
#define IN_DIRECTORY(test) cmocka_unit_test_setup_teardown(test, enter_directory, leave_directory)

static inline void put(const char *path, const char *bytes)
{
    FILE *f = fopen(path, "w");

    assert_non_null(f);
    assert_true(fputs(bytes, f) >= 0);
    assert_int_equal(fclose(f), 0);
}

static inline void assert_holds(const char *path, const char *expected)
{
    char bytes[256];
    FILE *f = fopen(path, "r");

    assert_non_null(f);
    size_t n = fread(bytes, 1, sizeof bytes - 1, f);
    bytes[n] = '\0';
    fclose(f);
    assert_string_equal(bytes, expected);
}

/* No more and no fewer files than COUNT: a temporary left behind counts, too. */
static inline void assert_files(const char *directory, int count)
{
    DIR *d = opendir(directory);
    int n = 0;

    assert_non_null(d);
    for (struct dirent *e = readdir(d); e; e = readdir(d))
        n += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
    closedir(d);
    assert_int_equal(n, count);
}

static inline struct kam_output *open_output(const char *path, bool gzip)
{
    struct kam_output *output = NULL;
    struct kam_error error = {0};

    if (kam_output_open(&output, path, gzip, &error))
        fail_msg("%s: %s", path, error.text);
    return output;
}

static inline void write_string(struct kam_output *output, const char *string)
{
    kam_output_write(output, kam_text_of(string));
}

static inline void commit(struct kam_output *output)
{
    struct kam_error error = {0};

    if (kam_output_commit(output, &error))
        fail_msg("commit: %s", error.text);
}

static inline void output_string(const char *path, const char *string)
{
    struct kam_output *output = open_output(path, false);

    write_string(output, string);
    commit(output);
}

/* A megabyte that hardly compresses, so that the packed bytes fill several buffers. */
static inline char *noise(size_t size)
{
    char *bytes = malloc(size);
    uint32_t x = 1;

    assert_non_null(bytes);
    for (size_t i = 0; i < size; i++) {
        x = x * 1664525 + 1013904223;
        bytes[i] = (char)(x >> 24);
    }
    return bytes;
}

/* Run STEPS in a process of its own; its exit status. */
static inline int in_child(int (*steps)(void))
{
    int result = 0;

    fflush(NULL);
    pid_t child = fork();
    if (child == 0)
        _exit(steps());
    assert_true(child > 0);
    assert_int_equal(waitpid(child, &result, 0), child);
    assert_true(WIFEXITED(result));
    return WEXITSTATUS(result);
}

/* The same with FD (-1: nothing, it is closed) as standard output. */
static inline int with_stdout(int fd, int (*steps)(void))
{
    fflush(NULL);
    int kept = dup(STDOUT_FILENO);

    assert_true(kept > STDERR_FILENO);
    if (fd < 0)
        close(STDOUT_FILENO);
    else
        dup2(fd, STDOUT_FILENO);
    int result = in_child(steps);
    dup2(kept, STDOUT_FILENO);
    close(kept);
    return result;
}

#endif
