#include "import/invoice.h"
#include "base/arena.h"

#include <stdlib.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#define ORDINAL_BITS 40
#define ORDINAL_MASK ((UINT64_C(1) << ORDINAL_BITS) - 1)

struct kam_invoice_slot {
    uint64_t hash;
    uint64_t rest; /* 24 bits of the hash, then the ordinal; 0 in a free slot, as no ordinal is 0 */
};

struct kam_invoice_file {
    size_t file;
    uint64_t base; /* the ordinal of a line is its number on top of this */
};

void kam_invoices_free(struct kam_invoices *invoices)
{
    free(invoices->slots);
    free(invoices->files);
    kam_buffer_free(&invoices->joined);
    *invoices = (struct kam_invoices){0};
}

bool kam_invoices_begin_file(struct kam_invoices *invoices, size_t file)
{
    if (!kam_array_reserve(&invoices->files, &invoices->files_capacity, invoices->file_count + 1,
                           sizeof *invoices->files))
        return false;
    invoices->files[invoices->file_count++] =
        (struct kam_invoice_file){.file = file, .base = invoices->last};
    return true;
}

/* The last file that begins before ORDINAL; those without a key share their base with the next. */
static struct kam_invoice_place place_of(const struct kam_invoices *invoices, uint64_t ordinal)
{
    size_t low = 0, high = invoices->file_count;

    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (invoices->files[middle].base < ordinal)
            low = middle;
        else
            high = middle;
    }
    const struct kam_invoice_file *file = &invoices->files[low];
    return (struct kam_invoice_place){file->file,
                                      ordinal == ORDINAL_MASK ? 0 : ordinal - file->base};
}

/* Each part behind its length, so that what lies between two parts counts as well. */
static bool join(struct kam_buffer *joined, const struct kam_text *parts, size_t count)
{
    joined->len = 0;
    for (size_t i = 0; i < count; i++) {
        uint64_t len = parts[i].len;
        char bytes[sizeof len];
        memcpy(bytes, &len, sizeof len);
        if (!kam_buffer_add(joined, (struct kam_text){bytes, sizeof bytes}) ||
            !kam_buffer_add(joined, parts[i]))
            return false;
    }
    return true;
}

/* The hash of a key, as in a slot without an ordinal. */
static bool hash_key(struct kam_invoices *invoices, const struct kam_text *parts, size_t count,
                     struct kam_invoice_slot *key)
{
    XXH128_hash_t hash;

    if (count == 1) {
        hash = XXH3_128bits(parts->len ? parts->ptr : "", parts->len);
    } else {
        if (!join(&invoices->joined, parts, count))
            return false;
        hash = XXH3_128bits_withSeed(invoices->joined.ptr, invoices->joined.len, count);
    }
    *key = (struct kam_invoice_slot){hash.low64, hash.high64 & ~ORDINAL_MASK};
    return true;
}

/* The slot of KEY, or the free one where it belongs. The table is never full. */
static struct kam_invoice_slot *probe(struct kam_invoice_slot *slots, size_t slot_count,
                                      const struct kam_invoice_slot *key)
{
    size_t mask = slot_count - 1;

    for (size_t i = key->hash & mask;; i = (i + 1) & mask) {
        struct kam_invoice_slot *slot = &slots[i];
        if (slot->rest == 0 ||
            (slot->hash == key->hash && ((slot->rest ^ key->rest) & ~ORDINAL_MASK) == 0))
            return slot;
    }
}

static bool grow(struct kam_invoices *invoices)
{
    enum { FIRST_SLOTS = 1024 };
    size_t count = invoices->slot_count ? invoices->slot_count * 2 : FIRST_SLOTS;
    struct kam_invoice_slot *slots;

    if (count > SIZE_MAX / 2 / sizeof *slots || !(slots = kam_pages_alloc(count * sizeof *slots)))
        return false;
    memset(slots, 0, count * sizeof *slots);
    for (size_t i = 0; i < invoices->slot_count; i++)
        if (invoices->slots[i].rest)
            *probe(slots, count, &invoices->slots[i]) = invoices->slots[i];
    free(invoices->slots);
    invoices->slots = slots;
    invoices->slot_count = count;
    return true;
}

/* The ordinal of LINE in the file begun last. */
static uint64_t ordinal_of(struct kam_invoices *invoices, uint64_t line)
{
    uint64_t base = invoices->files[invoices->file_count - 1].base;
    uint64_t ordinal = line < ORDINAL_MASK - base ? base + line : ORDINAL_MASK;

    invoices->last = ordinal > invoices->last ? ordinal : invoices->last;
    return ordinal;
}

bool kam_invoices_add(struct kam_invoices *invoices, const struct kam_text *parts, size_t count,
                      uint64_t line, struct kam_invoice_place *first, bool *repeated)
{
    struct kam_invoice_slot key;

    if (!hash_key(invoices, parts, count, &key) ||
        (invoices->count >= invoices->slot_count / 4 * 3 && !grow(invoices)))
        return false;
    struct kam_invoice_slot *slot = probe(invoices->slots, invoices->slot_count, &key);
    key.rest |= ordinal_of(invoices, line);
    *repeated = slot->rest != 0;
    if (*repeated) {
        *first = place_of(invoices, slot->rest & ORDINAL_MASK);
    } else {
        *slot = key;
        invoices->count++;
    }
    return true;
}
