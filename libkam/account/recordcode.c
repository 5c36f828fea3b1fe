#include "account/recordcode.h"

enum { LONGEST_NUMBER = 10 }; /* 64 bits, seven a byte */

/* ---- numbers: LEB128, as DWARF has it, the lowest seven bits first --------------------------- */

static char *put_number(char *to, uint64_t number)
{
    for (; number > 0x7F; number >>= 7)
        *to++ = (char)(number | 0x80);
    *to++ = (char)number;
    return to;
}

static uint64_t take_number(const char **from)
{
    uint64_t number = 0;

    for (unsigned shift = 0;; shift += 7) {
        unsigned char byte = (unsigned char)*(*from)++;
        number |= (uint64_t)(byte & 0x7F) << shift;
        if (byte < 0x80)
            return number;
    }
}

static char *put_bytes(char *to, const void *bytes, size_t count)
{
    if (count)
        memcpy(to, bytes, count);
    return to + count;
}

static void take_bytes(const char **from, void *bytes, size_t count)
{
    if (count)
        memcpy(bytes, *from, count);
    *from += count;
}

/* ---- cells ----------------------------------------------------------------------------------- */

/* An empty cell is 0, an amount its minor units, their sign in the lowest bit, and 1 more. */
static uint64_t fold(int64_t value)
{
    if (value == KAM_CELL_EMPTY)
        return 0;
    return (((uint64_t)value << 1) ^ (value < 0 ? UINT64_MAX : 0)) + 1;
}

static int64_t unfold(uint64_t folded)
{
    if (folded == 0)
        return KAM_CELL_EMPTY;
    folded--;
    return (int64_t)(folded >> 1 ^ (folded & 1 ? UINT64_MAX : 0));
}

static char *put_cells(char *to, const struct kam_cells *cells)
{
    const int64_t *narrow = cells->values;

    to = put_number(to, cells->first);
    to = put_number(to, (uint64_t)cells->count << 1 | cells->wide);
    if (cells->wide)
        return put_bytes(to, cells->values, cells->count * sizeof(kam_int128));
    for (size_t i = 0; i < cells->count; i++)
        to = put_number(to, fold(narrow[i]));
    return to;
}

/* CELLS, which are empty, may have room. False when memory ran out. */
static bool take_cells(const char **from, struct kam_cells *cells, struct kam_arena *arena)
{
    uint16_t first = (uint16_t)take_number(from);
    uint64_t count_and_wide = take_number(from);
    bool wide = count_and_wide & 1;
    uint16_t count = (uint16_t)(count_and_wide >> 1);

    if (wide || count > cells->capacity) {
        cells->values = kam_arena_alloc(arena, count * (wide ? sizeof(kam_int128) : 8));
        if (!cells->values)
            return false;
        cells->capacity = count;
    }
    cells->first = first;
    cells->count = count;
    cells->wide = wide;
    if (wide) {
        take_bytes(from, cells->values, count * sizeof(kam_int128));
        return true;
    }
    for (size_t i = 0; i < count; i++)
        ((int64_t *)cells->values)[i] = unfold(take_number(from));
    return true;
}

/* ---- sets and attributes --------------------------------------------------------------------- */

static char *put_set(char *to, const struct kam_set *set)
{
    uint32_t count = set->more ? set->more->count : 0;

    to = put_number(to, set->low);
    to = put_number(to, count);
    return count ? put_bytes(to, set->more->items, count * sizeof *set->more->items) : to;
}

static bool take_set(const char **from, struct kam_set *set, struct kam_arena *arena)
{
    set->low = take_number(from);
    uint32_t count = (uint32_t)take_number(from);
    if (count == 0)
        return true;
    set->more = kam_arena_alloc(arena, sizeof *set->more + count * sizeof *set->more->items);
    if (!set->more)
        return false;
    set->more->count = set->more->capacity = count;
    take_bytes(from, set->more->items, count * sizeof *set->more->items);
    return true;
}

static char *put_attributes(char *to, const struct kam_account *account,
                            const struct kam_layout *layout)
{
    for (size_t i = 0; i < layout->attribute_count; i++) {
        struct kam_text text = kam_account_attribute(account, layout, i);
        to = put_number(to, text.len);
        to = put_bytes(to, text.ptr, text.len);
    }
    return to;
}

static bool take_attributes(const char **from, struct kam_account *account,
                            const struct kam_layout *layout, struct kam_arena *arena)
{
    bool ok = true;

    for (size_t i = 0; ok && i < layout->attribute_count; i++) {
        size_t len = take_number(from);
        ok = kam_attributes_set(&account->attributes, layout->attribute_count, i,
                                (struct kam_text){*from, len}, arena);
        *from += len;
    }
    return ok;
}

/* ---- records --------------------------------------------------------------------------------- */

/* As many bytes as ACCOUNT can take at most. */
static size_t most_bytes(const struct kam_account *account, const struct kam_layout *layout)
{
    size_t cell = account->revenue.wide ? sizeof(kam_int128) : LONGEST_NUMBER;
    size_t size = KAM_RECORD_LENGTH + 4 * (size_t)LONGEST_NUMBER + account->id_len +
                  account->revenue.count * cell + layout->sum_count * sizeof(struct kam_decimal);

    for (size_t i = 0; i < layout->set_count; i++)
        size += 2 * (size_t)LONGEST_NUMBER +
                kam_set_size(&kam_account_sets(account, layout)[i]) * sizeof(uint32_t);
    for (size_t i = 0; i < layout->attribute_count; i++)
        size += LONGEST_NUMBER + kam_account_attribute(account, layout, i).len;
    return size;
}

bool kam_record_encode(const struct kam_account *account, const struct kam_layout *layout,
                       struct kam_buffer *bytes)
{
    size_t most = most_bytes(account, layout);

    if (most > UINT32_MAX || !kam_buffer_reserve(bytes, most))
        return false;
    char *begin = bytes->ptr + bytes->len, *to = begin + KAM_RECORD_LENGTH;
    to = put_number(to, account->id_len);
    to = put_bytes(to, account->id_ptr, account->id_len);
    to = put_number(to, account->lines);
    to = put_cells(to, &account->revenue);
    to = put_bytes(to, kam_account_sums(account), layout->sum_count * sizeof(struct kam_decimal));
    for (size_t i = 0; i < layout->set_count; i++)
        to = put_set(to, &kam_account_sets(account, layout)[i]);
    to = put_attributes(to, account, layout);
    uint32_t length = (uint32_t)(to - begin);
    memcpy(begin, &length, sizeof length);
    bytes->len += length;
    return true;
}

struct kam_text kam_record_id(const char *bytes)
{
    const char *from = bytes + KAM_RECORD_LENGTH;
    size_t len = take_number(&from);

    return (struct kam_text){from, len};
}

struct kam_account *kam_record_decode(const char *bytes, const struct kam_record_shape *shape,
                                      struct kam_arena *arena)
{
    const struct kam_layout *layout = shape->layout;
    struct kam_text id = kam_record_id(bytes);
    const char *from = id.ptr + id.len;
    void *memory = kam_arena_alloc(arena, shape->size);

    if (!memory)
        return NULL;
    struct kam_account *account = kam_record_init(shape, memory);
    bool ok = kam_record_name(account, id, arena);
    account->lines = take_number(&from);
    ok = ok && take_cells(&from, &account->revenue, arena);
    if (ok)
        take_bytes(&from, kam_account_sums(account),
                   layout->sum_count * sizeof(struct kam_decimal));
    for (size_t i = 0; ok && i < layout->set_count; i++)
        ok = take_set(&from, &kam_account_sets(account, layout)[i], arena);
    ok = ok && take_attributes(&from, account, layout, arena);
    return ok ? account : NULL;
}
