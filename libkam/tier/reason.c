#include "tier/reason.h"

static bool add_decimal(struct kam_buffer *buffer, struct kam_decimal value)
{
    char digits[KAM_DECIMAL_SIZE];
    size_t len = kam_decimal_format(value, 0, digits);

    return kam_buffer_add(buffer, (struct kam_text){digits, len});
}

static bool add_percent(struct kam_buffer *buffer, struct kam_decimal ratio)
{
    struct kam_decimal percent;

    /* A ratio is at most 1. */
    return kam_decimal_multiply(ratio, kam_decimal_of(100), 16, &percent) == KAM_NUMBER_OK &&
           add_decimal(buffer, percent) && kam_buffer_add_byte(buffer, '%');
}

/* What stands before the rank, or the figure. */
static bool write_before(const struct kam_cut *cut, size_t limit, bool is_lowest,
                         struct kam_buffer *buffer)
{
    const char *side = is_lowest ? "below top" : "top";

    switch (cut->kind) {
    case KAM_CUT_CUSTOMERS:
    case KAM_CUT_SHARE:
        return kam_buffer_printf(buffer, "%s %s ",
                                 cut->kind == KAM_CUT_SHARE ? "share" : "customers", side) &&
               add_percent(buffer, cut->limits[limit]) &&
               kam_buffer_add(buffer, KAM_TEXT(": rank "));
    case KAM_CUT_COUNT:
        return kam_buffer_printf(buffer, "count %s ", side) &&
               add_decimal(buffer, cut->limits[limit]) &&
               kam_buffer_add(buffer, KAM_TEXT(": rank "));
    case KAM_CUT_VALUE:
        return kam_buffer_printf(buffer, "value %s ", is_lowest ? "below" : "at least") &&
               add_decimal(buffer, cut->limits[limit]) && kam_buffer_add(buffer, KAM_TEXT(": "));
    case KAM_CUT_ABC:
    case KAM_CUT_MANAGERS:
        break;
    }
    return true;
}

static bool write_after(const struct kam_tiering *tiering, size_t limit, struct kam_buffer *buffer)
{
    size_t end = tiering->ends[limit], untied = tiering->untied[limit];

    return kam_buffer_printf(buffer, " of %zu, limit rank %zu", tiering->ranking.count, end) &&
           (end == untied || kam_buffer_printf(buffer, " (%zu without ties)", untied));
}

bool kam_reason_prepare(struct kam_reason *reason, const struct kam_tiering *tiering, size_t tier,
                        struct kam_arena *arena)
{
    const struct kam_cut *cut = &tiering->tiers->cut;
    bool is_lowest = tier == cut->limit_count;
    size_t limit = is_lowest ? tier - 1 : tier;
    struct kam_buffer before = {NULL, 0, 0}, after = {NULL, 0, 0};

    *reason = (struct kam_reason){.has_rank = cut->kind != KAM_CUT_VALUE};
    bool ok = write_before(cut, limit, is_lowest, &before) &&
              (!reason->has_rank || write_after(tiering, limit, &after)) &&
              kam_arena_copy(arena, kam_buffer_text(&before), &reason->before) &&
              kam_arena_copy(arena, kam_buffer_text(&after), &reason->after);
    kam_buffer_free(&before);
    kam_buffer_free(&after);
    return ok;
}

size_t kam_reason_room(const struct kam_reason *reason, const struct kam_tiering *tiering)
{
    enum { WORDS = 8 }; /* ", no " and the space before a figure */

    return reason->before.len + reason->after.len + tiering->ranking.by.len +
           2 * (size_t)KAM_DECIMAL_SIZE + WORDS;
}

static char *put(char *out, struct kam_text text)
{
    if (text.len)
        memcpy(out, text.ptr, text.len);
    return out + text.len;
}

static char *put_figure(const struct kam_ranking *ranking, uint32_t row, char *out)
{
    if (!ranking->has_figure[row])
        return put(put(out, KAM_TEXT("no ")), ranking->by);
    out = put(out, ranking->by);
    *out++ = ' ';
    return out + kam_decimal_format(ranking->figures[row], ranking->places, out);
}

size_t kam_reason_write(const struct kam_reason *reason, const struct kam_tiering *tiering,
                        size_t position, char *out)
{
    const struct kam_ranking *ranking = &tiering->ranking;
    uint32_t row = ranking->order[position];
    char *end = put(out, reason->before);

    if (!reason->has_rank)
        return (size_t)(put_figure(ranking, row, end) - out);
    end += kam_decimal_format(kam_decimal_of((int64_t)position + 1), 0, end);
    end = put(end, reason->after);
    if (!ranking->has_figure[row])
        end = put_figure(ranking, row, put(end, KAM_TEXT(", ")));
    return (size_t)(end - out);
}
