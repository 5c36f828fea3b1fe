/*
 * idlist: ids that a file lists, one a line, or in the first column of a table, whose heading is an
 * id that nobody has.
 */
#ifndef KAM_GROUP_IDLIST_H
#define KAM_GROUP_IDLIST_H

#include "base/arena.h"

/* Zero-initialised it is empty. */
struct kam_id_list {
    struct kam_text *items;
    size_t count, capacity;
    struct kam_arena arena; /* of the texts read */
};

/* Add ID, borrowed. False when memory ran out. */
KAM_MUST_CHECK bool kam_id_list_add(struct kam_id_list *list, struct kam_text id);

/*
 * Add those of PATH ("-": standard input); empty ones are passed over. What is wrong with the file
 * otherwise, with its line; PATH has to outlive ERROR.
 */
KAM_MUST_CHECK enum kam_status kam_id_list_read(struct kam_id_list *list, const char *path,
                                                struct kam_error *error);

void kam_id_list_free(struct kam_id_list *list);

#endif
