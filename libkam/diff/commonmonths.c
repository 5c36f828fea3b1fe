#include "diff/commonmonths.h"

struct kam_commonmonths kam_commonmonths_of(const struct kam_window *old,
                                            const struct kam_window *new)
{
    int old_end = old->first_month + (int)old->count, new_end = new->first_month + (int)new->count;
    int first = old->first_month > new->first_month ? old->first_month : new->first_month;
    int end = old_end < new_end ? old_end : new_end;
    bool is_some = old->count && new->count &&first < end;

    return (struct kam_commonmonths){first, is_some ? (size_t)(end - first) : 0};
}
