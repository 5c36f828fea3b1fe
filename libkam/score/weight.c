#include "score/weight.h"

enum { SHARE_PLACES = 6 };

enum kam_status kam_weight_sum(const struct kam_model *model, struct kam_decimal *sum,
                               struct kam_error *error)
{
    *sum = KAM_DECIMAL_ZERO;
    for (size_t i = 0; i < model->dimension_count; i++)
        if (!kam_decimal_add(sum, model->dimensions[i].weight))
            return kam_error_at(error, KAM_USAGE, &model->dimensions[i].place,
                                "the sum of the weights is too large");
    return KAM_OK;
}

enum kam_status kam_weights_find(struct kam_weights *weights, const struct kam_model *model,
                                 const struct kam_pointtable *points, struct kam_arena *arena,
                                 struct kam_error *error)
{
    size_t count = model->dimension_count;
    struct kam_decimal *items = kam_arena_calloc(arena, count, sizeof *items);

    (void)points;
    if (!items)
        return kam_error_nomem(error);
    for (size_t d = 0; d < count; d++)
        items[d] = model->dimensions[d].weight;
    *weights = (struct kam_weights){.items = items, .count = count};
    return kam_weight_sum(model, &weights->sum, error);
}

static void write_number(struct kam_writer *writer, struct kam_decimal value, int places)
{
    char text[KAM_DECIMAL_SIZE];
    size_t len = kam_decimal_format(value, places, text);

    kam_writer_cell(writer, (struct kam_text){text, len}, KAM_CELL_NUMBER);
}

enum kam_status kam_weight_write(const struct kam_model *model, struct kam_decimal sum,
                                 struct kam_writer *writer, struct kam_error *error)
{
    static const char *const header[] = {"dimension", "weight", "share", "source"};

    for (size_t i = 0; i < sizeof header / sizeof *header; i++)
        kam_writer_cell(writer, kam_text_of(header[i]), KAM_CELL_TEXT);
    kam_writer_end_row(writer);
    for (size_t i = 0; i < model->dimension_count; i++) {
        const struct kam_model_dimension *dimension = &model->dimensions[i];
        struct kam_decimal share;
        if (kam_decimal_divide(dimension->weight, sum, SHARE_PLACES, &share) != KAM_NUMBER_OK)
            return kam_error_at(error, KAM_USAGE, &dimension->place, "all weights are 0");
        kam_writer_cell(writer, dimension->name, KAM_CELL_TEXT);
        write_number(writer, dimension->weight, 0);
        write_number(writer, share, SHARE_PLACES);
        kam_writer_cell(writer, KAM_TEXT("given"), KAM_CELL_TEXT);
        kam_writer_end_row(writer);
    }
    return KAM_OK;
}
