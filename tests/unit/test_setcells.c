#include "account/setcells.h"
#include "account/settext.h"

#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

enum { TEXTS = 100 };

struct fixture {
    struct kam_map texts;
    struct kam_arena arena;
    struct kam_setcells cells;
};

static void begin(struct fixture *f)
{
    *f = (struct fixture){.cells.texts = &f->texts};
    for (unsigned i = 0; i < TEXTS; i++) {
        char text[8];
        uint32_t number;
        snprintf(text, sizeof text, "s%u", i * 37 % TEXTS);
        assert_true(kam_map_intern(&f->texts, kam_text_of(text), &number));
        assert_int_equal(number, i);
    }
}

static void end(struct fixture *f)
{
    kam_setcells_free(&f->cells);
    kam_map_free(&f->texts);
    kam_arena_free(&f->arena);
}

static void assert_cell(struct fixture *f, const struct kam_set *set)
{
    struct kam_buffer expected = {NULL, 0, 0};
    struct kam_text cell;

    assert_true(kam_settext_write(set, &f->texts, &expected));
    assert_true(kam_setcells_find(&f->cells, set, &cell));
    assert_true(kam_text_equal(cell, kam_buffer_text(&expected)));
    kam_buffer_free(&expected);
}

/* Many more sets than are kept, each soon met again, the empty one and those of few bits often. */
static void every_set_has_its_cell(void **unused)
{
    struct fixture f;
    uint64_t state = 41;

    (void)unused;
    begin(&f);
    for (int i = 0; i < 20000; i++) {
        struct kam_set set = {0};
        uint64_t seed = 1 + random_below(&state, 2000);
        unsigned count = random_below(&seed, 5), range = random_below(&seed, 4) ? 10 : TEXTS;
        for (unsigned t = 0; t < count; t++)
            assert_true(kam_set_add(&set, random_below(&seed, range), &f.arena));
        assert_cell(&f, &set);
    }
    end(&f);
}

static void no_text_is_an_empty_cell(void **unused)
{
    struct fixture f;
    struct kam_set set = {0};
    struct kam_text cell;

    (void)unused;
    begin(&f);
    assert_true(kam_setcells_find(&f.cells, &set, &cell));
    assert_int_equal(cell.len, 0);
    end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_set_has_its_cell),
        cmocka_unit_test(no_text_is_an_empty_cell),
    };

    return cmocka_run_group_tests_name("setcells", tests, NULL, NULL);
}
