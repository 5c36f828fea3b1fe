#include "table/paircolumn.h"

struct kam_text kam_pair_suffix(enum kam_pair_part part)
{
    static const struct kam_text suffixes[KAM_PAIR_PARTS] = {
        [KAM_PAIR_NEW] = {"", 0},
        [KAM_PAIR_FROM] = {"_from", 5},
        [KAM_PAIR_DELTA] = {"_delta", 6},
        [KAM_PAIR_CHANGE] = {"_change", 7},
    };

    return suffixes[part];
}

enum kam_pair_part kam_pair_column(struct kam_text name, struct kam_text *base)
{
    *base = name;
    for (int part = KAM_PAIR_FROM; part < KAM_PAIR_PARTS; part++) {
        struct kam_text suffix = kam_pair_suffix((enum kam_pair_part)part);
        if (name.len <= suffix.len ||
            memcmp(name.ptr + name.len - suffix.len, suffix.ptr, suffix.len) != 0)
            continue;
        base->len -= suffix.len;
        return (enum kam_pair_part)part;
    }
    return KAM_PAIR_NEW;
}
