/* Packed outputs. */
#include "outputs.h"

/* What `gzip -dc PATH` gives is EXPECTED. */
static void assert_gunzips_to(const char *path, const char *expected, size_t size)
{
    char command[64];
    char *bytes = calloc(1, size + 2);

    assert_non_null(bytes);
    snprintf(command, sizeof command, "gzip -dc %s", path);
    FILE *f = popen(command, "r");
    assert_non_null(f);
    assert_int_equal(fread(bytes, 1, size + 1, f), size);
    assert_int_equal(pclose(f), 0);
    assert_memory_equal(bytes, expected, size);
    free(bytes);
}

static void gzip_bytes_are_the_same_every_time(void **state)
{
    enum { SIZE = 1 << 20 };
    static const unsigned char head[10] = {0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255};
    unsigned char first[10];
    char *bytes = noise(SIZE);

    (void)state;
    for (int i = 0; i < 2; i++) {
        struct kam_output *output = open_output(i ? "b.csv.gz" : "a", i == 0);
        for (size_t at = 0; at < SIZE; at += 1 << 10)
            kam_output_write(output, (struct kam_text){bytes + at, 1 << 10});
        commit(output);
    }
    assert_int_equal(system("cmp a b.csv.gz"), 0);
    assert_gunzips_to("b.csv.gz", bytes, SIZE);
    FILE *f = fopen("a", "r");
    assert_non_null(f);
    assert_int_equal(fread(first, 1, sizeof first, f), sizeof first);
    fclose(f);
    assert_memory_equal(first, head, sizeof head);
    free(bytes);
}

static void gzip_of_nothing_is_a_whole_file(void **state)
{
    (void)state;
    commit(open_output("empty.gz", false));
    assert_gunzips_to("empty.gz", "", 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_DIRECTORY(gzip_bytes_are_the_same_every_time),
        IN_DIRECTORY(gzip_of_nothing_is_a_whole_file),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
