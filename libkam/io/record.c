#include "io/record.h"

#include <stdlib.h>

bool kam_record_add(struct kam_record *record, struct kam_text field)
{
    if (!kam_buffer_add(&record->text, field) ||
        !kam_array_reserve(&record->ends, &record->capacity, record->count + 1,
                           sizeof *record->ends))
        return false;
    record->ends[record->count++] = record->text.len;
    return true;
}

void kam_record_clear(struct kam_record *record)
{
    record->text.len = 0;
    record->count = 0;
}

void kam_record_free(struct kam_record *record)
{
    kam_buffer_free(&record->text);
    free(record->ends);
    *record = (struct kam_record){.count = 0};
}
