#include "import/overlap.h"

#include <inttypes.h>

void kam_overlap_note(struct kam_overlap *overlap, const struct kam_cells *before,
                      const struct kam_cells *row)
{
    int first = before->first > row->first ? before->first : row->first;

    for (int month = first; month < row->first + row->count; month++) {
        struct kam_decimal old, added;
        if (!kam_cells_get(before, month, &old) || !kam_cells_get(row, month, &added))
            continue;
        overlap->shared++;
        overlap->equal += kam_decimal_compare(old, added) == 0;
    }
}

bool kam_overlap_is_suspicious(const struct kam_overlap *overlap)
{
    enum { FEWEST = 10 };

    return overlap->equal >= FEWEST && overlap->equal >= overlap->shared - overlap->equal;
}

enum kam_status kam_overlap_warning(const struct kam_overlap *overlap, const char *table,
                                    struct kam_error *warning)
{
    return kam_error_set(warning, KAM_DATA,
                         "of the %" PRIu64 " account-months that %s and the inputs before it "
                         "share, %" PRIu64 " have the same revenue: is it counted twice?",
                         overlap->shared, table, overlap->equal);
}
