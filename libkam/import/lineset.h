/*
 * lineset: what a line adds to a set, such as the services of its account.
 */
#ifndef KAM_IMPORT_LINESET_H
#define KAM_IMPORT_LINESET_H

#include "import/importline.h"

/*
 * The texts of one set that a line reader has met, and their numbers in the store: there are few,
 * and who has met them all doesn't ask the store, and wait for it, any more. Zero-initialised it is
 * empty.
 */
struct kam_line_set {
    struct kam_cell_memo memo; /* of cells, as they are; no service among them is called total */
    struct kam_map met;
    uint32_t *numbers;
    size_t capacity;
};

void kam_line_set_free(struct kam_line_set *set);

/*
 * The number in the store of what CELLS add to set number I; KAM_NONE if they add nothing. False
 * when memory ran out.
 */
KAM_MUST_CHECK bool kam_line_read_set(struct kam_line_reader *lines, const struct kam_text *cells,
                                      size_t i, uint32_t *number);

/* The same for the service, the first set, of a line that has one; false unless it is known. */
static inline bool kam_line_knows_service(const struct kam_line_reader *lines,
                                          const struct kam_text *cells, uint32_t *number)
{
    return lines->service != KAM_NO_COLUMN &&
           kam_cell_memo_get(&lines->set_items[0].memo, kam_cell_key_of(cells[lines->service]),
                             number);
}

#endif
