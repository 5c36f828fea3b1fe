#include "account/settext.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "random.h"

/* The cell of the set of TEXTS[COUNT], whose numbers in the map begin with FIRST. */
static const char *write_set(const char *const *texts, size_t count, uint32_t first)
{
    static char cell[4096];
    struct kam_map map = {0};
    struct kam_set set = {0};
    struct kam_arena arena = {0};
    struct kam_buffer buffer = {NULL, 0, 0};
    uint32_t number;

    for (uint32_t i = 0; i < first; i++) {
        const char filler[2] = {(char)(1 + i / 100), (char)(1 + i % 100)};
        assert_true(kam_map_intern(&map, (struct kam_text){filler, 2}, &number));
    }
    for (size_t i = 0; i < count; i++) {
        assert_true(kam_map_intern(&map, kam_text_of(texts[i]), &number));
        assert_true(kam_set_add(&set, number, &arena));
    }
    assert_true(kam_settext_write(&set, &map, &buffer));
    assert_true(buffer.len < sizeof cell);
    if (buffer.len)
        memcpy(cell, buffer.ptr, buffer.len);
    cell[buffer.len] = '\0';
    kam_buffer_free(&buffer);
    kam_map_free(&map);
    kam_arena_free(&arena);
    return cell;
}

static void a_set_is_sorted_and_escaped(void **unused)
{
    static const char *const texts[] = {"voice", "data", "a|b", "voice", "a\\", "数据", "a", "|"};

    (void)unused;
    assert_string_equal(write_set(NULL, 0, 0), "");
    assert_string_equal(write_set(texts, 1, 0), "voice");
    /* sorted as texts, not as they are written */
    assert_string_equal(write_set(texts, 8, 0), "a|a\\\\|a\\|b|data|voice|\\||数据");
    /* the same where texts are no bits of a set, or only some of them */
    assert_string_equal(write_set(texts, 8, 61), "a|a\\\\|a\\|b|data|voice|\\||数据");
    assert_string_equal(write_set(texts, 8, 300), "a|a\\\\|a\\|b|data|voice|\\||数据");
}

static void every_set_reads_back(void **unused)
{
    static const char letters[] = "|\\ab";

    (void)unused;
    for (uint64_t seed = 1; seed < 4000; seed++) {
        char texts[5][5];
        const char *pointers[5];
        uint64_t random = seed;
        size_t count = 1 + random_below(&random, 5);
        for (size_t i = 0; i < count; i++) {
            size_t n = 1 + random_below(&random, 4);
            for (size_t c = 0; c < n; c++)
                texts[i][c] = letters[random_below(&random, 4)];
            texts[i][n] = '\0';
            pointers[i] = texts[i];
        }
        const char *cell = write_set(pointers, count, random_below(&random, 2) ? 62 : 0);
        struct kam_text rest = kam_text_of(cell), item, last = KAM_TEXT("");
        struct kam_buffer scratch = {NULL, 0, 0};
        bool nomem, seen[5] = {false};
        while (kam_settext_next(&rest, &item, &scratch, &nomem)) {
            bool known = false;
            char copy[8] = "";
            assert_true(item.len < sizeof copy);
            memcpy(copy, item.ptr, item.len);
            for (size_t i = 0; i < count; i++)
                if (strcmp(copy, texts[i]) == 0)
                    known = seen[i] = true;
            assert_true(known);
            assert_true(kam_text_order(last, item) < 0 || last.len == 0);
        }
        assert_false(nomem);
        for (size_t i = 0; i < count; i++)
            assert_true(seen[i]);
        kam_buffer_free(&scratch);
    }
}

static void a_backslash_at_the_end_is_itself(void **unused)
{
    struct kam_text cell = KAM_TEXT("a|b\\"), item;
    struct kam_buffer scratch = {NULL, 0, 0};
    bool nomem;

    (void)unused;
    assert_true(kam_settext_next(&cell, &item, &scratch, &nomem));
    assert_true(kam_text_equal(item, KAM_TEXT("a")));
    assert_true(kam_settext_next(&cell, &item, &scratch, &nomem));
    assert_true(kam_text_equal(item, KAM_TEXT("b\\")));
    assert_false(kam_settext_next(&cell, &item, &scratch, &nomem));
    assert_false(nomem);
    kam_buffer_free(&scratch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_set_is_sorted_and_escaped),
        cmocka_unit_test(every_set_reads_back),
        cmocka_unit_test(a_backslash_at_the_end_is_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
