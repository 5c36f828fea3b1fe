/*
 * outputs: a tool's table and the lists beside it, all of them or none.
 */
#ifndef KAM_OUTPUTS_H
#define KAM_OUTPUTS_H

#include "front.h"

/* A list beside the table. */
struct kam_list {
    const char *path; /* NULL: not wanted */
    enum kam_status (*write)(void *context, struct kam_writer *writer, struct kam_error *error);
    struct kam_output *output; /* NULL */
};

/*
 * Write LISTS[COUNT], if there are any, and, with WRITE_TABLE, the tool's main output, giving
 * CONTEXT to each. All is written before anything is put in place; standard output, which can't be
 * taken back, comes before the lists are.
 */
KAM_MUST_CHECK enum kam_status
kam_outputs_write(struct kam_front *front, struct kam_list *lists, size_t count,
                  enum kam_status (*write_table)(void *context, struct kam_writer *writer,
                                                 struct kam_error *error),
                  void *context, struct kam_error *error);

#endif
