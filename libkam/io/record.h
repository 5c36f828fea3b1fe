/*
 * record: the fields of one record while a parser delivers them, one by one.
 */
#ifndef KAM_IO_RECORD_H
#define KAM_IO_RECORD_H

#include "base/text.h"

/* Zero-initialised it is empty. */
struct kam_record {
    struct kam_buffer text; /* of all fields */
    size_t *ends;           /* of each of them, in TEXT */
    size_t count, capacity;
};

/* The next field, copied. False when memory ran out. */
KAM_MUST_CHECK bool kam_record_add(struct kam_record *record, struct kam_text field);

void kam_record_clear(struct kam_record *record);
void kam_record_free(struct kam_record *record);

#endif
