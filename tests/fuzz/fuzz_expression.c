/*
 * Every line is an expression; one that is understood leaves one value on the stack it asks for,
 * and says where in it each column and number stands, one behind the other.
 */
#include "fuzz.h"

#include "model/expression.h"

/* WRITTEN is a part of TEXT behind *END, to which that is moved. */
static void check_written(struct kam_text text, struct kam_text written, const char **end)
{
    REQUIRE(written.len && written.ptr >= *end);
    REQUIRE(written.ptr + written.len <= text.ptr + text.len);
    *end = written.ptr + written.len;
}

static void check_expression(const struct kam_expression *expression)
{
    const char *end = expression->text.ptr;
    size_t height = 0, depth = 0;

    for (size_t i = 0; i < expression->node_count; i++) {
        const struct kam_node *node = &expression->nodes[i];
        switch (node->kind) {
        case KAM_NODE_COLUMN:
        case KAM_NODE_TOTAL:
            REQUIRE(node->column.len);
            check_written(expression->text, node->written, &end);
            height++;
            break;
        case KAM_NODE_NUMBER:
            check_written(expression->text, node->written, &end);
            height++;
            break;
        case KAM_NODE_NEGATE:
            REQUIRE(height >= 1);
            break;
        case KAM_NODE_ADD:
        case KAM_NODE_SUBTRACT:
        case KAM_NODE_MULTIPLY:
        case KAM_NODE_DIVIDE:
            REQUIRE(height >= 2);
            height--;
            break;
        }
        if (height > depth)
            depth = height;
    }
    REQUIRE(height == 1 && depth == expression->depth);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct kam_place place = {.file = "m.kam", .line = 1};
    struct kam_text rest = {(const char *)data, size};
    struct kam_arena arena = {.chunks = NULL};
    bool more = true;

    while (more) {
        struct kam_text line = kam_text_split(&rest, '\n', &more);
        struct kam_expression expression;
        struct kam_error error;
        enum kam_status status = kam_expression_parse(&expression, line, &place, &arena, &error);
        if (status == KAM_OK)
            check_expression(&expression);
        else
            REQUIRE(status == KAM_USAGE && error.text[0]);
        kam_arena_reset(&arena);
    }
    kam_arena_free(&arena);
    return 0;
}
