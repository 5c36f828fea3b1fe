#include "model/modelvalue.h"

#include "model/axis.h"
#include "model/condition.h"
#include "model/cut.h"
#include "model/expression.h"
#include "model/hint.h"
#include "model/importvalue.h"
#include "model/populationrule.h"
#include "model/quantity.h"
#include "model/scale.h"
#include "table/columns.h"

enum { MOST_COUNT = 1000000000, MOST_MONTHS = 1200 };

enum kam_status kam_value_whole(uint64_t *number, struct kam_text text, uint64_t low, uint64_t high,
                                const struct kam_place *place, struct kam_error *error)
{
    uint64_t value = 0;
    bool ok = text.len > 0;

    for (size_t i = 0; i < text.len && ok; i++) {
        ok = text.ptr[i] >= '0' && text.ptr[i] <= '9' && value <= high;
        value = value * 10 + (uint64_t)(text.ptr[i] - '0');
    }
    if (!ok || value < low || value > high)
        return kam_error_at(error, KAM_USAGE, place, "not a whole number from %llu to %llu: %s",
                            (unsigned long long)low, (unsigned long long)high, kam_show(text).s);
    *number = value;
    return KAM_OK;
}

enum kam_status kam_value_number(struct kam_decimal *number, struct kam_text text,
                                 const struct kam_place *place, struct kam_error *error)
{
    enum kam_number outcome = kam_quantity_parse(text, number, NULL);

    if (outcome != KAM_NUMBER_OK)
        return kam_error_at(error, KAM_USAGE, place, "%s: %s", kam_number_reason(outcome),
                            kam_show(text).s);
    if (kam_decimal_sign(*number) < 0)
        return kam_error_at(error, KAM_USAGE, place, "can't be negative: %s", kam_show(text).s);
    return KAM_OK;
}

enum kam_status kam_value_word(size_t *index, struct kam_text text, const char *words,
                               const struct kam_place *place, struct kam_error *error)
{
    enum { MOST_WORDS = 8 };
    struct kam_text names[MOST_WORDS], rest = kam_text_of(words);
    size_t count = 0;
    bool more = true;

    while (more && count < MOST_WORDS) {
        names[count] = kam_text_split(&rest, ' ', &more);
        if (kam_text_equal(names[count], text)) {
            *index = count;
            return KAM_OK;
        }
        count++;
    }
    return kam_error_at(error, KAM_USAGE, place, "not one of the words %s: %s%s", words,
                        kam_show(text).s, kam_hint_among(text, names, count).s);
}

enum kam_status kam_value_delimiter(char *delimiter, struct kam_text text,
                                    const struct kam_place *place, struct kam_arena *arena,
                                    struct kam_error *error)
{
    static const struct {
        const char *word;
        char delimiter;
    } names[] = {{"comma", ','}, {"tab", '\t'}, {"semicolon", ';'}, {"pipe", '|'}};
    enum kam_status status = kam_list_unquote(&text, text, place, arena, error);

    if (status != KAM_OK)
        return status;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!kam_text_equal(text, kam_text_of(names[i].word)))
            continue;
        *delimiter = names[i].delimiter;
        return KAM_OK;
    }
    if (text.len != 1 || text.ptr[0] == '"')
        return kam_error_at(error, KAM_USAGE, place,
                            "write comma, tab, semicolon, pipe or one character, not %s",
                            kam_show(text).s);
    *delimiter = text.ptr[0];
    return KAM_OK;
}

static enum kam_status parse_renamed(struct kam_renamed *item, struct kam_text piece,
                                     const struct kam_place *place, struct kam_arena *arena,
                                     struct kam_error *error)
{
    bool renamed;
    struct kam_text name = kam_list_split(&piece, '=', &renamed);
    struct kam_text column = renamed ? kam_text_trim(piece) : name;
    enum kam_status status = kam_list_unquote(&item->name, name, place, arena, error);

    if (status == KAM_OK)
        status = kam_list_unquote(&item->column, column, place, arena, error);
    if (status == KAM_OK && kam_column_find(item->name))
        return kam_error_at(error, KAM_USAGE, place,
                            "%s is a column of kam's own; take it under another name, NEW=%.*s",
                            kam_show(item->name).s, (int)(column.len < 80 ? column.len : 80),
                            column.ptr);
    return status;
}

enum kam_status kam_value_columns(struct kam_renamed_list *list, struct kam_text text,
                                  const struct kam_place *place, struct kam_arena *arena,
                                  struct kam_error *error)
{
    size_t count = kam_list_count(text, ',');
    struct kam_renamed *items = kam_arena_calloc(arena, count, sizeof *items);
    bool more;

    if (!items)
        return kam_error_nomem(error);
    for (size_t i = 0; i < count; i++) {
        struct kam_text piece = kam_list_split(&text, ',', &more);
        enum kam_status status = parse_renamed(&items[i], piece, place, arena, error);
        if (status != KAM_OK)
            return status;
        for (size_t j = 0; j < i; j++)
            if (kam_text_equal(items[j].name, items[i].name))
                return kam_error_at(error, KAM_USAGE, place, "%s stands here twice",
                                    kam_show(items[i].name).s);
    }
    *list = (struct kam_renamed_list){items, count};
    return KAM_OK;
}

bool kam_value_find_tier(size_t *index, struct kam_text name, const struct kam_text_list *tiers)
{
    for (size_t i = 0; i < tiers->count; i++) {
        if (!kam_text_equal(tiers->items[i], name))
            continue;
        *index = i;
        return true;
    }
    return false;
}

enum kam_status kam_value_tier(size_t *index, struct kam_text text,
                               const struct kam_text_list *tiers, const struct kam_place *place,
                               struct kam_arena *arena, struct kam_error *error)
{
    enum kam_status status = kam_list_unquote(&text, text, place, arena, error);

    if (status != KAM_OK)
        return status;
    if (kam_value_find_tier(index, text, tiers))
        return KAM_OK;
    return kam_error_at(error, KAM_USAGE, place, "%s is none of the names in [tiers]%s",
                        kam_show(text).s, kam_hint_among(text, tiers->items, tiers->count).s);
}

static bool is_blank_at(struct kam_text text, size_t i)
{
    return i >= text.len || text.ptr[i] == ' ' || text.ptr[i] == '\t';
}

/* Cut the first row off TEXT. A continued line is joined by a blank, so its end is one, too. */
static struct kam_text take_row(struct kam_text *text, bool *more)
{
    struct kam_text row = *text;
    size_t i = kam_list_find(row, "/");

    while (i < row.len && i > 0 && !is_blank_at(row, i - 1) && !is_blank_at(row, i + 1))
        i += 1 + kam_list_find((struct kam_text){row.ptr + i + 1, row.len - i - 1}, "/");
    *more = i < row.len;
    *text = *more ? (struct kam_text){row.ptr + i + 1, row.len - i - 1} : KAM_TEXT("");
    row.len = i;
    return kam_text_trim(row);
}

/* The next word of TEXT, which is moved past it; empty at the end. */
static struct kam_text take_word(struct kam_text *text)
{
    struct kam_text word = kam_text_trim(*text);

    *text = word;
    word.len = kam_list_find(word, " \t");
    *text = (struct kam_text){text->ptr + word.len, text->len - word.len};
    return word;
}

enum kam_status kam_value_matrix(struct kam_matrix *matrix, struct kam_text text,
                                 const struct kam_place *place, struct kam_arena *arena,
                                 struct kam_error *error)
{
    struct kam_text *cells = kam_arena_calloc(arena, text.len + 1, sizeof *cells);
    size_t count = 0;
    bool more = true;

    if (!cells)
        return kam_error_nomem(error);
    *matrix = (struct kam_matrix){.cells = cells};
    while (more) {
        struct kam_text row = take_row(&text, &more), rest = row, word;
        size_t start = count;
        while ((word = take_word(&rest)).len) {
            enum kam_status status = kam_list_unquote(&cells[count++], word, place, arena, error);
            if (status != KAM_OK)
                return status;
        }
        if (!matrix->height++)
            matrix->width = count;
        if (count == start || count - start != matrix->width)
            return kam_error_at(error, KAM_USAGE, place,
                                "the rows, separated by ' / ', have to be equally long; see %s",
                                kam_show(row).s);
    }
    return KAM_OK;
}

enum kam_status kam_value_desk(struct kam_text *name, struct kam_condition *when,
                               struct kam_text text, const struct kam_place *place,
                               struct kam_arena *arena, struct kam_error *error)
{
    bool found;
    struct kam_text desk = kam_list_split(&text, ':', &found);

    if (!found)
        return kam_error_at(error, KAM_USAGE, place, "not of the form NAME : CONDITION: %s",
                            kam_show(desk).s);
    enum kam_status status = kam_list_unquote(name, desk, place, arena, error);
    return status == KAM_OK ? kam_condition_parse(when, kam_text_trim(text), place, arena, error)
                            : status;
}

/* Room for a value of any kind. */
union value {
    uint64_t whole;
    size_t index;
    char delimiter;
    double points;
    struct kam_decimal number;
    struct kam_text name;
    struct kam_text_list list;
    struct kam_renamed_list columns;
    struct kam_scale scale;
    struct kam_population_rule population;
    struct kam_cut cut;
    struct kam_condition condition;
    struct kam_expression expression;
    struct kam_axis axis;
    struct kam_line_range lines;
    enum kam_decimal_sign sign;
    struct kam_unit_list units;
    struct kam_matrix matrix;
    struct {
        struct kam_text name;
        struct kam_condition when;
    } desk;
};

enum kam_status kam_value_check(const struct kam_schema_key *key, struct kam_text text,
                                const struct kam_text_list *tiers, const struct kam_place *place,
                                struct kam_arena *arena, struct kam_error *error)
{
    union value v;

    switch (key->value) {
    case KAM_VALUE_TEXT:
        return KAM_OK;
    case KAM_VALUE_NAME:
        return kam_list_unquote(&v.name, text, place, arena, error);
    case KAM_VALUE_LIST:
        return kam_list_parse(&v.list, text, ',', place, arena, error);
    case KAM_VALUE_COLUMNS:
        return kam_value_columns(&v.columns, text, place, arena, error);
    case KAM_VALUE_WORD:
        return kam_value_word(&v.index, text, key->words, place, error);
    case KAM_VALUE_DELIMITER:
        return kam_value_delimiter(&v.delimiter, text, place, arena, error);
    case KAM_VALUE_PLACES:
        return kam_value_whole(&v.whole, text, 0, KAM_DECIMAL_PLACES, place, error);
    case KAM_VALUE_COUNT:
        return kam_value_whole(&v.whole, text, 0, MOST_COUNT, place, error);
    case KAM_VALUE_POSITIVE:
        return kam_value_whole(&v.whole, text, 1, MOST_COUNT, place, error);
    case KAM_VALUE_MONTHS:
        return kam_value_whole(&v.whole, text, 1, MOST_MONTHS, place, error);
    case KAM_VALUE_NUMBER:
        return kam_value_number(&v.number, text, place, error);
    case KAM_VALUE_POINTS:
        return kam_scale_points(&v.points, text, place, error);
    case KAM_VALUE_BANDS:
        return kam_scale_parse(&v.scale, KAM_SCALE_BANDS, text, place, arena, error);
    case KAM_VALUE_LINEAR:
        return kam_scale_parse(&v.scale, KAM_SCALE_LINEAR, text, place, arena, error);
    case KAM_VALUE_POINTS_OF:
        return kam_scale_parse(&v.scale, KAM_SCALE_VALUES, text, place, arena, error);
    case KAM_VALUE_CUT:
        return kam_cut_parse(&v.cut, text, place, arena, error);
    case KAM_VALUE_POPULATION:
        return kam_population_parse(&v.population, text, place, arena, error);
    case KAM_VALUE_CONDITION:
        return kam_condition_parse(&v.condition, text, place, arena, error);
    case KAM_VALUE_EXPRESSION:
        return kam_expression_parse(&v.expression, text, place, arena, error);
    case KAM_VALUE_TIER:
        return kam_value_tier(&v.index, text, tiers, place, arena, error);
    case KAM_VALUE_DESK:
        return kam_value_desk(&v.desk.name, &v.desk.when, text, place, arena, error);
    case KAM_VALUE_AXIS:
        return kam_axis_parse(&v.axis, text, place, arena, error);
    case KAM_VALUE_LINES:
        return kam_value_line_range(&v.lines, text, place, error);
    case KAM_VALUE_SIGN:
        return kam_value_decimal_sign(&v.sign, text, place, error);
    case KAM_VALUE_UNITS:
        return kam_value_units(&v.units, text, place, arena, error);
    case KAM_VALUE_MATRIX:
        return kam_value_matrix(&v.matrix, text, place, arena, error);
    }
    return KAM_OK;
}
