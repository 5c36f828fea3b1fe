#include "diff/listing.h"

#include "bases.h"

/* The listing of all customers as text; the caller frees it. */
static char *listing_text(const struct comparison *c)
{
    char path[TEMPORARY_PATH];
    const struct kam_listing_options options = {.scope = KAM_LISTING_ALL};
    struct kam_listing listing = {0};
    struct kam_output *output;
    struct kam_writer writer;
    struct kam_error error;

    temporary_file(path, "");
    assert_int_equal(kam_listing_init(&listing, &c->diff, &options, &error), KAM_OK);
    assert_int_equal(kam_output_open(&output, path, false, &error), KAM_OK);
    kam_writer_init(&writer, output, &(struct kam_writer_options){.delimiter = ','});
    assert_int_equal(kam_listing_write(&listing, &writer, &error), KAM_OK);
    assert_int_equal(kam_output_commit(output, &error), KAM_OK);
    kam_listing_free(&listing);

    FILE *file = fopen(path, "r");
    assert_non_null(file);
    char *text = calloc(1, 1 << 20);
    assert_non_null(text);
    assert_true(fread(text, 1, (1 << 20) - 1, file) > 0);
    fclose(file);
    unlink(path);
    return text;
}

static void the_order_of_rows_makes_no_difference(void **unused)
{
    uint64_t state = 5;
    (void)unused;
    for (int round = 0; round < ROUNDS / 4; round++) {
        struct base old = random_base(&state), new = random_base(&state);
        struct comparison first, second;
        start(&first, &old, &new, &state);
        start(&second, &old, &new, &state);
        char *a = listing_text(&first), *b = listing_text(&second);
        assert_string_equal(a, b);
        free(a);
        free(b);
        stop(&first);
        stop(&second);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_order_of_rows_makes_no_difference),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
