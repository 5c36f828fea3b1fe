#include "model/axis.h"

#include "model/list.h"
#include "model/quantity.h"

/* Whether TEXT begins with the word percentile, which it is moved past. */
static bool take_percentile(struct kam_text *text)
{
    const struct kam_text word = KAM_TEXT("percentile");
    struct kam_text rest = kam_text_trim(*text);

    if (!kam_text_starts_with(rest, word) ||
        (rest.len > word.len && rest.ptr[word.len] != ' ' && rest.ptr[word.len] != '\t'))
        return false;
    *text = kam_text_trim((struct kam_text){rest.ptr + word.len, rest.len - word.len});
    return true;
}

/* PIECE as a percentile: 80 and 80% are the same. */
static enum kam_status parse_percentile(struct kam_decimal *limit, struct kam_text piece,
                                        enum kam_quantity_unit unit, const struct kam_place *place,
                                        struct kam_error *error)
{
    bool ok = unit == KAM_QUANTITY_NONE || unit == KAM_QUANTITY_PERCENT;

    if (ok && unit == KAM_QUANTITY_PERCENT)
        ok = kam_decimal_multiply(*limit, kam_decimal_of(100), -1, limit) == KAM_NUMBER_OK;
    if (ok && kam_decimal_sign(*limit) > 0 && kam_decimal_compare(*limit, kam_decimal_of(100)) < 0)
        return KAM_OK;
    return kam_error_at(error, KAM_USAGE, place, "a percentile lies between 0 and 100, not at %s",
                        kam_show(piece).s);
}

static enum kam_status parse_limit(struct kam_axis *axis, struct kam_decimal *limit,
                                   struct kam_text piece, const struct kam_place *place,
                                   struct kam_error *error)
{
    enum kam_quantity_unit unit;
    enum kam_number outcome = kam_quantity_parse(piece, limit, &unit);
    enum kam_status status = KAM_OK;

    if (outcome != KAM_NUMBER_OK)
        return kam_error_at(error, KAM_USAGE, place, "%s: %s", kam_number_reason(outcome),
                            kam_show(piece).s);
    if (axis->kind == KAM_AXIS_PERCENTILES)
        status = parse_percentile(limit, piece, unit, place, error);
    if (!status && axis->limit_count &&
        kam_decimal_compare(*limit, axis->limits[axis->limit_count - 1]) <= 0)
        status = kam_error_at(error, KAM_USAGE, place, "the limits have to rise; see %s",
                              kam_show(piece).s);
    return status;
}

enum kam_status kam_axis_parse(struct kam_axis *axis, struct kam_text text,
                               const struct kam_place *place, struct kam_arena *arena,
                               struct kam_error *error)
{
    bool more;
    struct kam_text column = kam_list_split(&text, ':', &more);
    bool by_percentile = more && take_percentile(&text);

    if (!more || !kam_text_trim(text).len)
        return kam_error_at(error, KAM_USAGE, place,
                            "not of the form COLUMN : LIMIT, LIMIT or COLUMN : percentile P, P: %s",
                            kam_show(column).s);
    size_t count = kam_list_count(text, ',');
    struct kam_decimal *limits = kam_arena_calloc(arena, count, sizeof *limits);
    if (!limits)
        return kam_error_nomem(error);
    *axis = (struct kam_axis){.place = *place,
                              .kind = by_percentile ? KAM_AXIS_PERCENTILES : KAM_AXIS_VALUES,
                              .limits = limits};
    enum kam_status status = kam_list_unquote(&axis->column, column, place, arena, error);
    while (axis->limit_count < count && !status) {
        struct kam_text piece = kam_list_split(&text, ',', &more);
        status = parse_limit(axis, &limits[axis->limit_count], piece, place, error);
        axis->limit_count++;
    }
    return status;
}
