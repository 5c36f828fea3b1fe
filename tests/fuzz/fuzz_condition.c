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

/* The names of a table's columns, each once. */
struct columns {
    struct kam_text *names;
    size_t count;
    struct kam_arena *arena;
};

static void add_column(struct columns *columns, struct kam_text name)
{
    if (!kam_text_among(columns->names, columns->count, name))
        REQUIRE(kam_arena_copy(columns->arena, name, &columns->names[columns->count++]));
}

static void add_months(struct columns *columns, size_t count)
{
    char name[KAM_MONTH_SIZE];

    for (size_t i = 0; i < count; i++) {
        kam_month_format(OCTOBER - (int)i, name);
        add_column(columns, kam_text_of(name));
    }
}

/* Bind CONDITION to a table of the columns it names, and of as many months as it adds up. */
static void bind(struct kam_binding *binding, const struct kam_condition *condition,
                 struct kam_arena *arena)
{
    struct columns columns = {.arena = arena};
    size_t months = 0;

    for (size_t i = 0; i < condition->term_count; i++) {
        const struct kam_operand *other = kam_term_other(&condition->terms[i]);
        size_t left = condition->terms[i].months;
        size_t right = other && other->kind == KAM_OPERAND_LAST ? (size_t)other->month : 0;
        months = left > months ? left : months;
        months = right > months ? right : months;
    }
    columns.names =
        kam_arena_calloc(arena, 2 * condition->term_count + months, sizeof *columns.names);
    REQUIRE(columns.names);
    for (size_t i = 0; i < condition->term_count; i++) {
        const struct kam_operand *other = kam_term_other(&condition->terms[i]);
        if (!condition->terms[i].months)
            add_column(&columns, condition->terms[i].column);
        if (other && other->kind == KAM_OPERAND_COLUMN)
            add_column(&columns, other->text);
    }
    add_months(&columns, months);
    REQUIRE(kam_binding_make(binding, condition, columns.names, columns.count, OCTOBER, arena,
                             NULL) == KAM_OK);
}

/* What was seen of each term is that cell, and a number where there was a comparison of them. */
static void check_values(const struct kam_binding *binding, const struct kam_row_source *rows)
{
    const struct kam_text *cell = rows->source;
    struct kam_side_value left, other;

    for (size_t i = 0; i < binding->condition->term_count; i++) {
        const struct kam_term *term = &binding->condition->terms[i];
        kam_binding_value(binding, rows, 0, i, &left, &other);
        REQUIRE(term->months || kam_text_equal(left.cell, *cell));
        REQUIRE(!left.is_number || cell->len);
        REQUIRE(!other.is_number || kam_term_other(term));
    }
}

static void check_condition(const struct kam_condition *condition, struct kam_arena *arena)
{
    struct kam_binding binding;
    const struct kam_text cells[] = {KAM_TEXT(""), KAM_TEXT("5"), KAM_TEXT("2026-10"),
                                     KAM_TEXT("a|b\\|\\\\|"), KAM_TEXT("-170141183460469231731.5")};
    struct kam_row_source rows = {same_cell, &cells[0], NULL};
    bool holds, all = true;

    bind(&binding, condition, arena);
    for (size_t i = 0; i < condition->term_count; i++) {
        const struct kam_term *term = &condition->terms[i];
        all &= term->op == KAM_OP_NOT_EQUAL || term->op == KAM_OP_EMPTY;
        REQUIRE((term->operand_count == 0) == (term->op == KAM_OP_EMPTY));
        REQUIRE(term->operand_count <= 1 || term->op == KAM_OP_IN || term->op == KAM_OP_HAS);
    }
    REQUIRE(kam_binding_holds(&binding, &rows, 0, &holds, NULL) == KAM_OK);
    REQUIRE(holds == all);
    check_values(&binding, &rows);

    for (size_t i = 1; i < sizeof cells / sizeof *cells; i++) {
        rows.source = &cells[i];
        enum kam_status status = kam_binding_holds(&binding, &rows, 0, &holds, NULL);
        REQUIRE(status == KAM_OK || status == KAM_DATA);
        check_values(&binding, &rows);
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
