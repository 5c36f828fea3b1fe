/* Whether two names are those of one output. */
#include "outputs.h"

#include <fcntl.h>

static void same_file_is_known_under_other_names(void **state)
{
    (void)state;
    assert_int_equal(mkdir("d", 0755), 0);
    put("a", "");
    put("b", "");
    assert_int_equal(symlink("../a", "d/to-a"), 0);
    assert_int_equal(link("a", "hard"), 0);
    assert_true(kam_output_same("a", "a"));
    assert_true(kam_output_same("a", "./d/../a"));
    assert_true(kam_output_same("d/to-a", "a"));
    assert_true(kam_output_same("hard", "a"));
    assert_false(kam_output_same("a", "b"));
    assert_false(kam_output_same("a", "absent"));
}

static void same_absent_file_is_known_under_other_names(void **state)
{
    (void)state;
    assert_int_equal(mkdir("d", 0755), 0);
    assert_int_equal(symlink("d", "e"), 0);
    assert_int_equal(symlink("../new", "d/to-new"), 0);
    assert_true(kam_output_same("new", "new"));
    assert_true(kam_output_same("d/new", "e/new"));
    assert_true(kam_output_same("d/to-new", "./new"));
    assert_false(kam_output_same("new", "other"));
    assert_false(kam_output_same("new", "d/new"));
    assert_false(kam_output_same("none/new", "none/new2"));
}

static void standard_output_is_the_same_as_itself_but_no_special_file_is(void **state)
{
    (void)state;
    assert_true(kam_output_same(NULL, "-"));
    assert_true(kam_output_same("-", "/dev/stdout"));
    assert_false(kam_output_same("/dev/null", "/dev/null"));
    assert_false(kam_output_same(NULL, "new"));
}

static int is_standard_output(void)
{
    return kam_output_same("-", "out") && kam_output_same("out", NULL) ? 0 : 1;
}

static void redirected_standard_output_is_the_same_as_its_file(void **state)
{
    (void)state;
    int fd = open("out", O_WRONLY | O_CREAT, 0600);
    assert_int_equal(with_stdout(fd, is_standard_output), 0);
    close(fd);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_DIRECTORY(same_file_is_known_under_other_names),
        IN_DIRECTORY(same_absent_file_is_known_under_other_names),
        IN_DIRECTORY(standard_output_is_the_same_as_itself_but_no_special_file_is),
        IN_DIRECTORY(redirected_standard_output_is_the_same_as_its_file),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
