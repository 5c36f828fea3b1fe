/* A file appears whole, with the mode and the owner of the one it replaces. */
#include "outputs.h"

#include <fcntl.h>

static void assert_mode(const char *path, mode_t mode)
{
    struct stat st;

    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 07777, mode);
}

static void new_file_appears_on_commit_with_the_mode_of_the_mask(void **state)
{
    (void)state;
    umask(027);
    struct kam_output *output = open_output("new.csv", false);
    write_string(output, "a,b\n");
    assert_int_equal(access("new.csv", F_OK), -1);
    commit(output);
    assert_holds("new.csv", "a,b\n");
    assert_mode("new.csv", 0640);
    assert_files(".", 1);
}

static void nothing_written_is_an_empty_file(void **state)
{
    (void)state;
    commit(open_output("empty.csv", false));
    assert_holds("empty.csv", "");
}

static void existing_file_stays_until_commit_and_keeps_its_mode(void **state)
{
    (void)state;
    put("old.csv", "old\n");
    assert_int_equal(chmod("old.csv", 0604), 0);
    struct kam_output *output = open_output("old.csv", false);
    write_string(output, "new\n");
    assert_holds("old.csv", "old\n");
    commit(output);
    assert_holds("old.csv", "new\n");
    assert_mode("old.csv", 0604);
    assert_files(".", 1);
}

static void owner_and_group_are_kept(void **state)
{
    struct stat st;

    (void)state;
    if (geteuid() != 0)
        skip();
    put("old.csv", "old\n");
    assert_int_equal(chown("old.csv", 12, 34), 0);
    output_string("old.csv", "new\n");
    assert_int_equal(stat("old.csv", &st), 0);
    assert_int_equal(st.st_uid, 12);
    assert_int_equal(st.st_gid, 34);
    assert_mode("old.csv", 0644);
}

static void group_that_cannot_be_kept_gets_no_more_than_others(void **state)
{
    (void)state;
    if (geteuid() != 0)
        skip();
    put("old.csv", "old\n");
    assert_int_equal(chmod(".", 0777), 0);
    assert_int_equal(chmod("old.csv", 0664), 0);
    assert_int_equal(chown("old.csv", NOBODY, 34), 0);
    assert_int_equal(seteuid(NOBODY), 0);
    struct kam_output *output = open_output("old.csv", false);
    struct kam_error error = {0};
    enum kam_status status = kam_output_commit(output, &error);
    assert_int_equal(seteuid(0), 0);
    assert_int_equal(status, KAM_OK);
    assert_mode("old.csv", 0644);
}

static void discard_leaves_the_old_file_and_no_other(void **state)
{
    (void)state;
    put("old.csv", "old\n");
    struct kam_output *output = open_output("old.csv", false);
    write_string(output, "new\n");
    kam_output_discard(output);
    assert_holds("old.csv", "old\n");
    kam_output_discard(open_output("new.csv", true));
    kam_output_discard(NULL);
    assert_files(".", 1);
}

static void temporary_is_beside_the_file_and_named_after_it(void **state)
{
    (void)state;
    assert_int_equal(mkdir("d", 0755), 0);
    struct kam_output *output = open_output("d/new.csv", false);
    const char *temporary = kam_output_temporary(output);
    assert_non_null(temporary);
    assert_memory_equal(temporary, "d/.new.csv.kam-", strlen("d/.new.csv.kam-"));
    assert_int_equal(access(temporary, F_OK), 0);
    commit(output);
    output = open_output("/dev/null", false);
    assert_null(kam_output_temporary(output));
    commit(output);
}

static void replacement_of_a_private_file_is_private_from_the_start(void **state)
{
    (void)state;
    put("old.csv", "old\n");
    assert_int_equal(chmod("old.csv", 0600), 0);
    struct kam_output *output = open_output("old.csv", false);
    assert_mode(kam_output_temporary(output), 0600);
    kam_output_discard(output);
}

static void longest_name_is_written(void **state)
{
    char name[256];

    (void)state;
    memset(name, 'n', 255);
    name[255] = '\0';
    output_string(name, "x\n");
    assert_holds(name, "x\n");
    assert_files(".", 1);
}

static void link_is_followed_and_stays_a_link(void **state)
{
    struct stat st;

    (void)state;
    assert_int_equal(mkdir("d", 0755), 0);
    put("d/real.csv", "old\n");
    assert_int_equal(symlink("d/second", "first"), 0);
    assert_int_equal(symlink("real.csv", "d/second"), 0);
    output_string("first", "new\n");
    assert_holds("d/real.csv", "new\n");
    assert_int_equal(lstat("first", &st), 0);
    assert_true(S_ISLNK(st.st_mode));
    assert_int_equal(lstat("d/second", &st), 0);
    assert_true(S_ISLNK(st.st_mode));
    assert_files(".", 2);
    assert_files("d", 2);
}

static void dangling_link_creates_its_target(void **state)
{
    (void)state;
    assert_int_equal(mkdir("d", 0755), 0);
    assert_int_equal(symlink("d/later.csv", "link"), 0);
    output_string("link", "new\n");
    assert_holds("d/later.csv", "new\n");
    assert_files("d", 1);
    assert_files(".", 2);
}

static void output_may_be_the_input(void **state)
{
    char bytes[16] = "";

    (void)state;
    put("same.csv", "old\n");
    int input = open("same.csv", O_RDONLY);
    struct kam_output *output = open_output("same.csv", false);
    write_string(output, "before\n");
    assert_int_equal(read(input, bytes, sizeof bytes), 4);
    kam_output_write(output, (struct kam_text){bytes, 4});
    commit(output);
    close(input);
    assert_holds("same.csv", "before\nold\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_DIRECTORY(new_file_appears_on_commit_with_the_mode_of_the_mask),
        IN_DIRECTORY(nothing_written_is_an_empty_file),
        IN_DIRECTORY(existing_file_stays_until_commit_and_keeps_its_mode),
        IN_DIRECTORY(owner_and_group_are_kept),
        IN_DIRECTORY(group_that_cannot_be_kept_gets_no_more_than_others),
        IN_DIRECTORY(discard_leaves_the_old_file_and_no_other),
        IN_DIRECTORY(temporary_is_beside_the_file_and_named_after_it),
        IN_DIRECTORY(replacement_of_a_private_file_is_private_from_the_start),
        IN_DIRECTORY(longest_name_is_written),
        IN_DIRECTORY(link_is_followed_and_stays_a_link),
        IN_DIRECTORY(dangling_link_creates_its_target),
        IN_DIRECTORY(output_may_be_the_input),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
