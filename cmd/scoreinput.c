#include <config.h>

#include "scoreinput.h"

enum kam_status kam_scoreinput_read(struct kam_front *front, const struct kam_model *model,
                                    struct kam_table *table, struct kam_error *error)
{
    struct kam_reader_options reader = kam_front_reader_options(front);

    (void)model;
    return kam_table_read(table, front->files, front->file_count, &reader, error);
}
