#include "account/setcells.h"
#include "account/settext.h"

/* Where the set of the numbers LOW is kept: the top bits of a product are a fair hash. */
static struct kam_setcell *place_of(struct kam_setcells *cells, uint64_t low)
{
    const uint64_t golden = UINT64_C(0x9E3779B97F4A7C15); /* 2^64 over the golden ratio */

    return &cells->kept[low * golden >> (64 - KAM_SETCELLS_BITS)];
}

bool kam_setcells_find(struct kam_setcells *cells, const struct kam_set *set, struct kam_text *cell)
{
    struct kam_setcell *kept = place_of(cells, set->low);
    struct kam_buffer *buffer = set->more ? &cells->other : &kept->cell;

    if (set->more || kept->low != set->low) {
        buffer->len = 0;
        if (!kam_settext_write(set, cells->texts, buffer))
            return false;
    }
    if (!set->more)
        kept->low = set->low;
    *cell = kam_buffer_text(buffer);
    return true;
}

void kam_setcells_free(struct kam_setcells *cells)
{
    for (size_t i = 0; i < KAM_SETCELLS; i++)
        kam_buffer_free(&cells->kept[i].cell);
    kam_buffer_free(&cells->other);
}
