#include "model/cut.h"

#include "model/hint.h"
#include "model/list.h"
#include "model/quantity.h"

static const struct kam_text kinds[] = {
    [KAM_CUT_CUSTOMERS] = {"customers", 9},
    [KAM_CUT_SHARE] = {"share", 5},
    [KAM_CUT_VALUE] = {"value", 5},
    [KAM_CUT_COUNT] = {"count", 5},
    [KAM_CUT_ABC] = {"abc", 3},
    [KAM_CUT_MANAGERS] = {"managers", 8},
};

enum { KIND_COUNT = sizeof kinds / sizeof *kinds };

static bool find_kind(struct kam_text word, enum kam_cut_kind *kind)
{
    for (size_t i = 0; i < KIND_COUNT; i++) {
        if (!kam_text_equal(word, kinds[i]))
            continue;
        *kind = (enum kam_cut_kind)i;
        return true;
    }
    return false;
}

static bool is_percentage(enum kam_cut_kind kind)
{
    return kind == KAM_CUT_CUSTOMERS || kind == KAM_CUT_SHARE;
}

static bool is_whole(struct kam_decimal value)
{
    struct kam_decimal whole;

    return kam_decimal_round(value, 0, &whole) == KAM_NUMBER_OK &&
           kam_decimal_compare(whole, value) == 0;
}

/* What is wrong with the limit or step VALUE of KIND by itself, or NULL. */
static const char *limit_fault(enum kam_cut_kind kind, enum kam_quantity_unit unit,
                               struct kam_decimal value)
{
    if (is_percentage(kind) && unit != KAM_QUANTITY_PERCENT)
        return "write a percentage, like 5%, instead of";
    if (is_percentage(kind) && kam_decimal_sign(value) <= 0)
        return "a percentage is above 0%, not";
    if ((kind == KAM_CUT_COUNT || kind == KAM_CUT_MANAGERS) &&
        (kam_decimal_sign(value) <= 0 || !is_whole(value) || unit == KAM_QUANTITY_PERCENT))
        return "a count is a whole number above 0, not";
    return NULL;
}

/* What is wrong with LIMIT behind the one BEFORE (or NULL), or NULL. */
static const char *order_fault(enum kam_cut_kind kind, const struct kam_decimal *before,
                               struct kam_decimal limit)
{
    if (is_percentage(kind) && kam_decimal_compare(limit, kam_decimal_of(1)) > 0)
        return "the limits are cumulative and pass 100% at";
    if (!before)
        return NULL;
    int order = kam_decimal_compare(limit, *before);
    if (kind == KAM_CUT_VALUE)
        return order < 0 ? NULL : "the limits have to fall, from the highest tier's down; see";
    return order > 0
               ? NULL
               : "the limits are cumulative and have to rise (write +4% for the next 4%); see";
}

/* Parse PIECE as the limit behind the one BEFORE (or NULL). */
static enum kam_status parse_limit(struct kam_decimal *limit, enum kam_cut_kind kind,
                                   const struct kam_decimal *before, struct kam_text piece,
                                   const struct kam_place *place, struct kam_error *error)
{
    bool next = piece.len && piece.ptr[0] == '+';
    struct kam_text number = {piece.ptr + next, piece.len - next};
    enum kam_quantity_unit unit;
    enum kam_number outcome = kam_quantity_parse(number, limit, &unit);

    if (outcome != KAM_NUMBER_OK)
        return kam_error_at(error, KAM_USAGE, place, "%s: %s", kam_number_reason(outcome),
                            kam_show(piece).s);
    const char *fault = limit_fault(kind, unit, *limit);
    if (next && kind == KAM_CUT_VALUE)
        fault = "a value can't be the next so much; write it without '+':";
    if (!fault && next && before && !kam_decimal_add(limit, *before))
        fault = "number too large:";
    if (!fault)
        fault = order_fault(kind, before, *limit);
    if (fault)
        return kam_error_at(error, KAM_USAGE, place, "%s %s", fault, kam_show(piece).s);
    return KAM_OK;
}

enum kam_status kam_cut_parse(struct kam_cut *cut, struct kam_text text,
                              const struct kam_place *place, struct kam_arena *arena,
                              struct kam_error *error)
{
    struct kam_text word = text;

    *cut = (struct kam_cut){.place = *place};
    word.len = kam_list_find(text, " \t,");
    text = kam_text_trim((struct kam_text){text.ptr + word.len, text.len - word.len});
    if (!find_kind(word, &cut->kind))
        return kam_error_at(error, KAM_USAGE, place,
                            "starts with customers, share, value, count, managers or abc, not %s%s",
                            kam_show(word).s, kam_hint_among(word, kinds, KIND_COUNT).s);
    if (cut->kind == KAM_CUT_ABC && text.len)
        return kam_error_at(error, KAM_USAGE, place, "abc takes no limits: %s", kam_show(text).s);
    if (cut->kind == KAM_CUT_ABC || (cut->kind == KAM_CUT_MANAGERS && !text.len))
        return KAM_OK;

    size_t count = kam_list_count(text, ',');
    struct kam_decimal *limits = kam_arena_calloc(arena, count, sizeof *limits);
    bool more;
    if (!limits)
        return kam_error_nomem(error);
    for (size_t i = 0; i < count; i++) {
        struct kam_text piece = kam_list_split(&text, ',', &more);
        enum kam_status status =
            parse_limit(&limits[i], cut->kind, i ? &limits[i - 1] : NULL, piece, place, error);
        if (status != KAM_OK)
            return status;
    }
    cut->limits = limits;
    cut->limit_count = count;
    return KAM_OK;
}
