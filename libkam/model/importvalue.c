#include "model/importvalue.h"
#include "model/modelvalue.h"

enum { LAST_LINE = 1000000 };

enum kam_status kam_value_line_range(struct kam_line_range *range, struct kam_text text,
                                     const struct kam_place *place, struct kam_error *error)
{
    bool two;
    struct kam_text rest = text;
    struct kam_text first = kam_text_trim(kam_text_split(&rest, '-', &two));
    enum kam_status status = kam_value_whole(&range->first, first, 1, LAST_LINE, place, error);

    range->last = range->first;
    if (status || !two)
        return status;
    status = kam_value_whole(&range->last, kam_text_trim(rest), 1, LAST_LINE, place, error);
    if (!status && range->last <= range->first)
        status = kam_error_at(error, KAM_USAGE, place,
                              "the lines of a header are FIRST-LAST, not %s", kam_show(text).s);
    return status;
}

enum kam_status kam_value_dates(struct kam_month_style *style, struct kam_text text,
                                const struct kam_place *place, struct kam_error *error)
{
    static const enum kam_date_order orders[] = {KAM_DATES_YMD, KAM_DATES_DMY, KAM_DATES_MDY};
    size_t index = 0;
    enum kam_status status = kam_value_word(&index, text, "ymd dmy mdy", place, error);

    if (!status)
        *style = (struct kam_month_style){.order = orders[index], .short_years = true};
    return status;
}

enum kam_status kam_value_decimal_sign(enum kam_decimal_sign *sign, struct kam_text text,
                                       const struct kam_place *place, struct kam_error *error)
{
    if (text.len == 3 && text.ptr[0] == '"' && text.ptr[2] == '"')
        text = (struct kam_text){text.ptr + 1, 1};
    if (kam_text_equal(text, KAM_TEXT(".")) || kam_text_equal(text, KAM_TEXT("point")))
        *sign = KAM_SIGN_POINT;
    else if (kam_text_equal(text, KAM_TEXT(",")) || kam_text_equal(text, KAM_TEXT("comma")))
        *sign = KAM_SIGN_COMMA;
    else
        return kam_error_at(error, KAM_USAGE, place,
                            "the decimal sign is . or , (point or comma), not %s",
                            kam_show(text).s);
    return KAM_OK;
}

/* PIECE is [COLUMN=]UNIT. A column's name may hold an equals sign, a unit never does. */
static enum kam_status read_unit(struct kam_unit_choice *choice, struct kam_text piece,
                                 const struct kam_place *place, struct kam_arena *arena,
                                 struct kam_error *error)
{
    struct kam_text column = piece, unit = piece;
    enum kam_status status = KAM_OK;

    *choice = (struct kam_unit_choice){.column = KAM_TEXT("")};
    if (kam_text_split_last(&column, '=', &unit))
        status = kam_list_unquote(&choice->column, kam_text_trim(column), place, arena, error);
    if (!status)
        status = kam_list_unquote(&choice->text, kam_text_trim(unit), place, arena, error);
    if (status || kam_text_equal(choice->text, KAM_TEXT("1")) ||
        kam_unit_parse(choice->text, &choice->unit))
        return status;
    return kam_error_at(error, KAM_USAGE, place, "no unit: %s; a unit is 元, 万元, thousand, ...",
                        kam_show(choice->text).s);
}

enum kam_status kam_value_units(struct kam_unit_list *list, struct kam_text text,
                                const struct kam_place *place, struct kam_arena *arena,
                                struct kam_error *error)
{
    size_t count = kam_list_count(text, ',');
    struct kam_unit_choice *items = kam_arena_calloc(arena, count, sizeof *items);
    bool more;

    if (!items)
        return kam_error_nomem(error);
    for (size_t i = 0; i < count; i++) {
        enum kam_status status =
            read_unit(&items[i], kam_list_split(&text, ',', &more), place, arena, error);
        if (status)
            return status;
        for (size_t j = 0; j < i; j++)
            if (kam_text_equal(items[i].column, items[j].column))
                return kam_error_at(error, KAM_USAGE, place, "two units for %s",
                                    items[i].column.len ? kam_show(items[i].column).s
                                                        : "the amount");
    }
    *list = (struct kam_unit_list){items, count};
    return KAM_OK;
}
