#include "diff/risksource.h"

#include "diff/cause.h"
#include "model/quantity.h"
#include "table/columns.h"

#include <stdio.h>

/* ---- what kam-diff says ---------------------------------------------------------------------- */

static struct kam_text move(const struct kam_dependence *dependence,
                            const struct kam_movement *movement, struct kam_risksource_text *text)
{
    (void)dependence, (void)text;
    return kam_text_of(kam_move_name(movement->move));
}

static struct kam_text cause(const struct kam_dependence *dependence,
                             const struct kam_movement *movement, struct kam_risksource_text *text)
{
    (void)dependence, (void)text;
    return kam_text_of(kam_cause_name(movement->cause));
}

static struct kam_text references_lost(const struct kam_dependence *dependence,
                                       const struct kam_movement *movement,
                                       struct kam_risksource_text *text)
{
    const struct kam_dependence_segment *segment = kam_dependence_segment(dependence, movement);

    if (!segment)
        return KAM_TEXT("");
    snprintf(text->digits, sizeof text->digits, "%u", segment->references_lost);
    return kam_text_of(text->digits);
}

static struct kam_text segment_share(const struct kam_dependence *dependence,
                                     const struct kam_movement *movement,
                                     struct kam_risksource_text *text)
{
    struct kam_decimal share;

    if (!kam_dependence_share(dependence, movement, &share))
        return KAM_TEXT("");
    return (struct kam_text){text->digits,
                             kam_decimal_format(share, KAM_DEPENDENCE_PLACES, text->digits)};
}

static struct kam_text dependence_word(const struct kam_dependence *dependence,
                                       const struct kam_movement *movement,
                                       struct kam_risksource_text *text)
{
    (void)text;
    return kam_dependence_word(dependence, movement);
}

static bool has_causes(const struct kam_risksource *source)
{
    return source->diff->has_causes;
}

static bool has_segments(const struct kam_risksource *source)
{
    return source->dependence->rules;
}

static const struct own {
    struct kam_text name;
    bool (*present)(const struct kam_risksource *source); /* NULL: always */
    struct kam_text (*cell)(const struct kam_dependence *dependence,
                            const struct kam_movement *movement, struct kam_risksource_text *text);
} owns[] = {
    {{"move", 4}, NULL, move},
    {{"cause", 5}, has_causes, cause},
    {{"references_lost", 15}, has_segments, references_lost},
    {{"segment_share", 13}, has_segments, segment_share},
    {{"dependence", 10}, has_segments, dependence_word},
};
enum { OWNS = sizeof owns / sizeof *owns };

/* ---- columns --------------------------------------------------------------------------------- */

struct making {
    struct kam_risksource *source;
    struct kam_text *names;
    struct kam_risksource_column *columns;
    struct kam_arena *arena;
};

static void add(struct making *making, struct kam_text name, struct kam_risksource_column column)
{
    making->names[making->source->width] = name;
    making->columns[making->source->width++] = column;
}

static bool is_own(struct kam_text name)
{
    for (size_t i = 0; i < OWNS; i++)
        if (kam_text_equal(owns[i].name, name))
            return true;
    return false;
}

/* What a table may have of an earlier kam-diff is hidden. */
static void add_new(struct making *making, const struct kam_table *table)
{
    for (size_t i = 0; i < table->width; i++)
        add(making, is_own(table->names[i]) ? KAM_TEXT("") : table->names[i],
            (struct kam_risksource_column){.part = KAM_PAIR_NEW, .old = KAM_NO_COLUMN, .new = i});
}

static void add_owns(struct making *making)
{
    for (size_t i = 0; i < OWNS; i++)
        if (!owns[i].present || owns[i].present(making->source))
            add(making, owns[i].name, (struct kam_risksource_column){.made = owns[i].cell});
}

/* COL_from and its like, except for those whose names a column of the new snapshot has. */
static bool add_pairs(struct making *making, struct kam_text base, size_t old, size_t new)
{
    const struct kam_table *table = &making->source->diff->new->table;

    for (int part = KAM_PAIR_FROM; part < KAM_PAIR_PARTS; part++) {
        struct kam_text suffix = kam_pair_suffix((enum kam_pair_part)part);
        char *name = kam_arena_alloc(making->arena, base.len + suffix.len + 1);
        if (!name)
            return false;
        memcpy(name, base.ptr, base.len);
        memcpy(name + base.len, suffix.ptr, suffix.len + 1);
        struct kam_text whole = {name, base.len + suffix.len};
        if (kam_table_find(table, whole) == KAM_NO_COLUMN)
            add(making, whole,
                (struct kam_risksource_column){
                    .part = (enum kam_pair_part)part, .old = old, .new = new});
    }
    return true;
}

static bool add_all_pairs(struct making *making, const struct kam_diff *diff)
{
    const struct kam_table *old = &diff->old->table, *new = &diff->new->table;
    bool ok = true;

    for (size_t i = 0; i < new->width &&ok; i++)
        ok = add_pairs(making, new->names[i], kam_table_find(old, new->names[i]), i);
    for (size_t i = 0; i < old->width && ok; i++)
        if (kam_table_find(new, old->names[i]) == KAM_NO_COLUMN)
            ok = add_pairs(making, old->names[i], i, KAM_NO_COLUMN);
    return ok;
}

bool kam_risksource_make(struct kam_risksource *source, const struct kam_diff *diff,
                         const struct kam_dependence *dependence, struct kam_arena *arena)
{
    size_t most = diff->new->table.width *KAM_PAIR_PARTS + diff->old->table.width *KAM_PAIR_PARTS;
    struct making making = {source, kam_arena_calloc(arena, most + OWNS, sizeof *making.names),
                            kam_arena_calloc(arena, most + OWNS, sizeof *making.columns), arena};

    *source = (struct kam_risksource){diff, dependence, making.names, making.columns, 0};
    if (!making.names || !making.columns)
        return false;
    add_new(&making, &diff->new->table);
    add_owns(&making);
    return add_all_pairs(&making, diff);
}

/* ---- cells ----------------------------------------------------------------------------------- */

static int places_of(struct kam_text cell)
{
    const char *point = memchr(cell.ptr, '.', cell.len);
    size_t places = point ? (size_t)(cell.ptr + cell.len - point) - 1 : 0;

    return places < KAM_DECIMAL_PLACES ? (int)places : KAM_DECIMAL_PLACES;
}

/* The difference of TO and FROM, or that as a part of FROM. */
static struct kam_text compute(enum kam_pair_part part, struct kam_decimal from,
                               struct kam_decimal to, int places, struct kam_risksource_text *text)
{
    enum { CHANGE_PLACES = 4 };
    const struct kam_text too_large = KAM_TEXT("a difference that is too large");

    if (part == KAM_PAIR_CHANGE && kam_decimal_sign(from) <= 0)
        return KAM_TEXT("");
    if (!kam_decimal_subtract(&to, from))
        return too_large;
    if (part == KAM_PAIR_CHANGE) {
        places = CHANGE_PLACES;
        if (kam_decimal_divide(to, from, places, &to) != KAM_NUMBER_OK)
            return too_large;
    }
    return (struct kam_text){text->digits, kam_decimal_format(to, places, text->digits)};
}

/* The number in CELL, which stands in ROW of TABLE; else it is noted that it is none. */
static bool read_number(struct kam_risksource_cells *cells, const struct kam_table *table,
                        uint32_t row, struct kam_text cell, struct kam_decimal *number)
{
    if (kam_quantity_parse(cell, number, NULL) == KAM_NUMBER_OK)
        return true;
    cells->wrong = table;
    cells->wrong_row = row;
    return false;
}

static struct kam_text difference(struct kam_risksource_cells *cells,
                                  const struct kam_movement *movement,
                                  const struct kam_risksource_column *column,
                                  struct kam_risksource_text *text)
{
    const struct kam_diff *diff = cells->source->diff;
    struct kam_text before = kam_snapshot_cell(diff->old, movement->old_row, column->old);
    struct kam_text after = kam_snapshot_cell(diff->new, movement->new_row, column->new);
    struct kam_decimal from, to;

    if (!before.len || !after.len)
        return KAM_TEXT("");
    if (!read_number(cells, &diff->new->table, movement->new_row, after, &to))
        return after;
    if (!read_number(cells, &diff->old->table, movement->old_row, before, &from))
        return before;
    return compute(column->part, from, to, places_of(after), text);
}

static struct kam_text find_cell(const void *context, size_t row, size_t number)
{
    struct kam_risksource_cells *cells = *(struct kam_risksource_cells *const *)context;
    const struct kam_risksource *source = cells->source;
    const struct kam_risksource_column *column = &source->columns[number];
    const struct kam_movement *movement = &source->diff->movements[row];

    if (column->made)
        return column->made(source->dependence, movement, &cells->texts[number]);
    switch (column->part) {
    case KAM_PAIR_NEW:
        return kam_snapshot_cell(source->diff->new, movement->new_row, column->new);
    case KAM_PAIR_FROM:
        return kam_snapshot_cell(source->diff->old, movement->old_row, column->old);
    case KAM_PAIR_DELTA:
    case KAM_PAIR_CHANGE:
        break;
    }
    return difference(cells, movement, column, &cells->texts[number]);
}

bool kam_risksource_rows(const struct kam_risksource *source, struct kam_risksource_cells *cells,
                         struct kam_arena *arena, struct kam_row_source *rows)
{
    *cells = (struct kam_risksource_cells){
        .source = source,
        .texts = kam_arena_calloc(arena, source->width, sizeof *cells->texts),
        .self = cells};
    *rows = (struct kam_row_source){
        .cell = find_cell,
        .source = &cells->self,
        .memory = kam_arena_calloc(arena, source->width, sizeof *rows->memory)};
    return cells->texts && rows->memory;
}
