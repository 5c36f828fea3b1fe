#include "report/reportpyramid.h"

enum kam_status kam_reportpyramid_make(struct kam_reportpyramid *pyramid,
                                       const struct kam_reportsource *source,
                                       const struct kam_reportscope *scope, size_t key_tiers,
                                       struct kam_arena *arena, struct kam_error *error)
{
    (void)scope, (void)arena, (void)error;
    pyramid->ladder = &source->ladder;
    pyramid->key_tiers = key_tiers;
    return KAM_OK;
}

struct kam_decimal kam_reportpyramid_share(struct kam_decimal part, struct kam_decimal all)
{
    struct kam_decimal share;

    if (kam_decimal_sign(all) <= 0 || kam_decimal_divide(part, all, 6, &share) != KAM_NUMBER_OK)
        return KAM_NO_NUMBER;
    return share;
}

void kam_reportpyramid_table(const struct kam_reportpyramid *pyramid, struct kam_speech *speech,
                             struct kam_reporttable *table)
{
    (void)pyramid, (void)speech, (void)table;
}
