#include <config.h>

#include "scoreinput.h"

#include "score/computed.h"

/* Put the columns that MODEL computes beside those of TABLE. */
static enum kam_status add_computed(const struct kam_model *model, struct kam_table *table,
                                    struct kam_error *error)
{
    struct kam_table wide;
    enum kam_status status = kam_computed_widen(&wide, model, table, error);

    kam_table_free(table);
    *table = wide;
    return status;
}

enum kam_status kam_scoreinput_read(struct kam_front *front, const struct kam_model *model,
                                    struct kam_table *table, struct kam_error *error)
{
    struct kam_reader_options reader = kam_front_reader_options(front);
    enum kam_status status = kam_table_read(table, front->files, front->file_count, &reader, error);

    return status || !model->column_count ? status : add_computed(model, table, error);
}
