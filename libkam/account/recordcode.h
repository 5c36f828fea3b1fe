/*
 * recordcode: an account record as bytes, to be put aside and read back by the same process. Small
 * numbers take few of them.
 */
#ifndef KAM_ACCOUNT_RECORDCODE_H
#define KAM_ACCOUNT_RECORDCODE_H

#include "account/storepart.h"

/* Every record begins with how many bytes it has, these included. */
enum { KAM_RECORD_LENGTH = 4 };

static inline size_t kam_record_length(const char *bytes)
{
    uint32_t length;

    memcpy(&length, bytes, sizeof length);
    return length;
}

/* Append ACCOUNT of LAYOUT to BYTES. False when memory ran out. */
KAM_MUST_CHECK bool kam_record_encode(const struct kam_account *account,
                                      const struct kam_layout *layout, struct kam_buffer *bytes);

/* The id of the record that begins at BYTES, where it stands. */
struct kam_text kam_record_id(const char *bytes);

/*
 * The record that begins at BYTES, as kam_record_encode wrote it with the layout of SHAPE; memory
 * is ARENA's. NULL when that ran out.
 */
struct kam_account *kam_record_decode(const char *bytes, const struct kam_record_shape *shape,
                                      struct kam_arena *arena);

#endif
