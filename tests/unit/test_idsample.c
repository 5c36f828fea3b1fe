/* What the ids at the beginning of an export tell. */
#include "import/idsample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static void add(struct kam_id_sample *sample, const char *id, const char *name)
{
    assert_true(kam_id_sample_add(sample, kam_text_of(id), kam_text_of(name)));
}

/* COUNT ids of DIGITS digits, of which every STEP-th ends in zeros behind the 15th (0: none). */
static bool is_cut(int count, int digits, int step)
{
    struct kam_id_sample sample = {0};

    for (int i = 0; i < count; i++) {
        char id[40];
        bool zero = step && i % step == 0;
        snprintf(id, sizeof id, "%015d%0*d", 100000 + i * 7, digits - 15, zero ? 0 : 1 + i % 9);
        id[digits] = '\0';
        add(&sample, id, "");
    }
    bool cut = kam_id_sample_is_cut(&sample);
    kam_id_sample_free(&sample);
    return cut;
}

static void more_zeros_than_chance_explains(void **unused)
{
    (void)unused;
    assert_false(is_cut(1000, 15, 1)); /* 15 digits are kept */
    assert_false(is_cut(1000, 16, 0));
    assert_false(is_cut(1000, 16, 10)); /* one in ten ends in 0 */
    assert_true(is_cut(1000, 16, 5));
    assert_true(is_cut(6, 16, 1));
    assert_false(is_cut(2, 16, 1));       /* one in a hundred: chance */
    assert_false(is_cut(1000, 18, 1000)); /* one in a thousand ends in 000 */
    assert_true(is_cut(1000, 18, 100));
    assert_true(is_cut(2, 18, 1));
    assert_true(is_cut(50, 19, 20));
}

static void a_cut_id_with_two_names_was_two(void **unused)
{
    struct kam_id_sample sample = {0};

    (void)unused;
    add(&sample, "6222021234500010", "Ann");
    add(&sample, "6222021234500027", "Bob");
    add(&sample, "6222021234500027", "Bob & Co");
    assert_false(kam_id_sample_is_cut(&sample));
    add(&sample, "6222021234500010", "");
    assert_false(kam_id_sample_is_cut(&sample));
    add(&sample, "6222021234500010", "Cat");
    assert_true(kam_id_sample_is_cut(&sample));
    kam_id_sample_free(&sample);
    assert_true(kam_id_sample_is_cut(&sample)); /* what was counted stays */
}

static void shared_ids_with_other_names(void **unused)
{
    struct kam_id_sample a = {0}, b = {0};
    struct kam_text example = KAM_TEXT("");
    uint64_t different;

    (void)unused;
    add(&a, "1", "Ann");
    add(&a, "2", "Bob");
    add(&a, "3", "");
    add(&a, "4", "Dan");
    add(&a, "", "nobody");
    add(&b, "4", "Dana");
    add(&b, "3", "Cat");
    add(&b, "2", "");
    add(&b, "2", "Robert");
    add(&b, "1", "Ann");
    add(&b, "9", "Eve");
    assert_int_equal(kam_id_sample_shared(&a, &b, &different, &example), 3);
    assert_int_equal(different, 2);
    assert_true(kam_text_equal(example, KAM_TEXT("2")));
    assert_int_equal(kam_id_sample_shared(&b, &a, &different, &example), 3);
    assert_int_equal(different, 2);
    assert_true(kam_text_equal(example, KAM_TEXT("2")));
    kam_id_sample_free(&a);
    assert_int_equal(kam_id_sample_shared(&a, &b, &different, &example), 0);
    assert_int_equal(different, 0);
    kam_id_sample_free(&b);
}

static void only_so_many_ids_are_kept(void **unused)
{
    struct kam_id_sample sample = {0};

    (void)unused;
    for (int i = 0; i < KAM_ID_SAMPLE_MOST + 10; i++) {
        char id[16];
        snprintf(id, sizeof id, "%d", i);
        add(&sample, id, "x");
    }
    assert_int_equal(sample.ids.count, KAM_ID_SAMPLE_MOST);
    kam_id_sample_free(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(more_zeros_than_chance_explains),
        cmocka_unit_test(a_cut_id_with_two_names_was_two),
        cmocka_unit_test(shared_ids_with_other_names),
        cmocka_unit_test(only_so_many_ids_are_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
