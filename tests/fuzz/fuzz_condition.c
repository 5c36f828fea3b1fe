/*
 * Every line is a condition. One that is understood can be bound to its own columns, and holds for
 * a row of empty cells just where all of it is != or `is empty`.
 */
#include "fuzz.h"

#include "model/binding.h"

enum { OCTOBER = 2026 * 12 + 9 };

static struct kam_text same_cell(const void *source, size_t row, size_t column)
{
    (void)row;
    (void)column;
    return *(const struct kam_text *)source;
}

/* Bind CONDITION to a table of the columns it names, each once. */
static void bind(struct kam_binding *binding, const struct kam_condition *condition,
                 struct kam_arena *arena)
{
    struct kam_text *names = kam_arena_calloc(arena, condition->term_count, sizeof *names);
    size_t count = 0;

    REQUIRE(names);
    for (size_t i = 0; i < condition->term_count; i++) {
        size_t j = 0;
        while (j < count && !kam_text_equal(names[j], condition->terms[i].column))
            j++;
        if (j == count)
            names[count++] = condition->terms[i].column;
    }
    REQUIRE(kam_binding_make(binding, condition, names, count, OCTOBER, arena, NULL) == KAM_OK);
}

static void check_condition(const struct kam_condition *condition, struct kam_arena *arena)
{
    struct kam_binding binding;
    const struct kam_text cells[] = {KAM_TEXT(""), KAM_TEXT("5"), KAM_TEXT("2026-10")};
    struct kam_row_source rows = {same_cell, &cells[0]};
    bool holds, all = true;

    bind(&binding, condition, arena);
    for (size_t i = 0; i < condition->term_count; i++) {
        const struct kam_term *term = &condition->terms[i];
        all &= term->op == KAM_OP_NOT_EQUAL || term->op == KAM_OP_EMPTY;
        REQUIRE((term->operand_count == 0) == (term->op == KAM_OP_EMPTY));
        REQUIRE(term->operand_count <= 1 || term->op == KAM_OP_IN);
    }
    REQUIRE(kam_binding_holds(&binding, &rows, 0, &holds, NULL) == KAM_OK);
    REQUIRE(holds == all);

    for (size_t i = 1; i < sizeof cells / sizeof *cells; i++) {
        rows.source = &cells[i];
        enum kam_status status = kam_binding_holds(&binding, &rows, 0, &holds, NULL);
        REQUIRE(status == KAM_OK || status == KAM_DATA);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct kam_place place = {.file = "m.kam", .line = 1};
    struct kam_text rest = {(const char *)data, size};
    struct kam_arena arena = {.chunks = NULL};
    bool more = true;

    while (more) {
        struct kam_text line = kam_text_split(&rest, '\n', &more);
        struct kam_condition condition;
        struct kam_error error = {.status = KAM_OK};
        enum kam_status status = kam_condition_parse(&condition, line, &place, &arena, &error);
        if (status == KAM_OK)
            check_condition(&condition, &arena);
        else
            REQUIRE(status == KAM_USAGE && error.text[0]);
        kam_arena_reset(&arena);
    }
    kam_arena_free(&arena);
    return 0;
}
