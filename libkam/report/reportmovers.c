#include "base/sortkeys.h"
#include "report/reportlists.h"

#include <stdlib.h>

/* ---- which ones ------------------------------------------------------------------------------ */

static struct kam_decimal size_of(const struct kam_movement *movement)
{
    return kam_decimal_sign(movement->revenue_delta) < 0
               ? kam_decimal_negate(movement->revenue_delta)
               : movement->revenue_delta;
}

static struct kam_text id_of(const struct kam_listing_read *moves, uint32_t row)
{
    return kam_table_cell(&moves->table, row, moves->account_id);
}

/* CONTEXT: the list. */
static int compare(uint32_t a, uint32_t b, void *context)
{
    const struct kam_listing_read *moves = context;
    const struct kam_movement *x = &moves->diff.movements[a], *y = &moves->diff.movements[b];
    int order = kam_decimal_compare(size_of(y), size_of(x));

    return order ? order : kam_text_order(id_of(moves, a), id_of(moves, b));
}

/* kam-diff wrote them in order; someone may have sorted the list since then. */
static bool are_in_order(const struct kam_listing_read *moves, const uint32_t *rows, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (compare(rows[i - 1], rows[i], (void *)(uintptr_t)moves) > 0)
            return false;
    return true;
}

static bool sort(const struct kam_listing_read *moves, uint32_t *rows, size_t count)
{
    uint64_t *keys = NULL;
    bool ok = true;

    if (are_in_order(moves, rows, count))
        return true;
    keys = malloc((moves->diff.count + 1) * sizeof *keys);
    ok = keys != NULL;
    for (size_t i = 0; i < count && ok; i++)
        keys[rows[i]] = ~kam_sort_key(size_of(&moves->diff.movements[rows[i]]));
    /* The comparison only reads what the context points to. */
    ok = ok && kam_sort_by_keys(rows, keys, count) &&
         kam_sort_equal_keys(rows, keys, count, compare, (void *)(uintptr_t)moves);
    free(keys);
    return ok;
}

/* Those of SCOPE who moved in ROWS, which has room for all of it. */
static size_t choose(const struct kam_listing_read *moves, const struct kam_reportscope *scope,
                     uint32_t *rows)
{
    size_t count = 0;

    for (size_t i = 0; i < scope->moves.count; i++) {
        uint32_t row = scope->moves.items[i];
        if (kam_move_is_one(moves->diff.movements[row].move))
            rows[count++] = row;
    }
    return count;
}

enum kam_status kam_reportlist_movers(struct kam_reportlist *list,
                                      const struct kam_reportsource *source,
                                      const struct kam_reportscope *scope, size_t most,
                                      struct kam_arena *arena, struct kam_error *error)
{
    const struct kam_listing_read *moves = &source->moves;

    if (!source->files.moves) {
        list->lack = kam_lack_of(KAM_LABEL_LACK_MOVES);
        return KAM_OK;
    }
    uint32_t *rows = malloc((scope->moves.count + 1) * sizeof *rows);
    bool ok = rows != NULL;
    if (ok) {
        list->all = choose(moves, scope, rows);
        list->count = list->all < most ? list->all : most;
        list->rows = kam_arena_calloc(arena, list->count + 1, sizeof *list->rows);
        ok = list->rows && sort(moves, rows, list->all);
    }
    if (ok)
        memcpy(list->rows, rows, list->count * sizeof *rows);
    free(rows);
    return ok ? KAM_OK : kam_error_nomem(error);
}

/* ---- the table ------------------------------------------------------------------------------- */

/* A move is told by its mark and in a word. */
static const struct {
    const char *mark;
    enum kam_label label;
} shown[KAM_MOVES] = {
    [KAM_MOVE_UP] = {"▲", KAM_LABEL_MOVE_UP},
    [KAM_MOVE_DOWN] = {"▼", KAM_LABEL_MOVE_DOWN},
    [KAM_MOVE_NEW] = {"+", KAM_LABEL_MOVE_NEW},
    [KAM_MOVE_WON] = {"+", KAM_LABEL_MOVE_WON},
    [KAM_MOVE_RETURNED] = {"+", KAM_LABEL_MOVE_RETURNED},
    [KAM_MOVE_LOST] = {"✕", KAM_LABEL_MOVE_LOST},
    [KAM_MOVE_MERGED] = {"→", KAM_LABEL_MOVE_MERGED},
    [KAM_MOVE_SPLIT] = {"←", KAM_LABEL_MOVE_SPLIT},
    [KAM_MOVE_RENAMED] = {"=", KAM_LABEL_MOVE_RENAMED},
    [KAM_MOVE_SAME] = {"=", KAM_LABEL_MOVE_SAME},
    [KAM_MOVE_SILENT] = {"=", KAM_LABEL_MOVE_SILENT},
};

static const enum kam_label causes[KAM_CAUSES] = {
    [KAM_CAUSE_GROUP] = KAM_LABEL_CAUSE_GROUP,
    [KAM_CAUSE_MODEL] = KAM_LABEL_CAUSE_MODEL,
    [KAM_CAUSE_FIGURES] = KAM_LABEL_CAUSE_FIGURES,
    [KAM_CAUSE_LIMITS] = KAM_LABEL_CAUSE_LIMITS,
    [KAM_CAUSE_ADMISSION] = KAM_LABEL_CAUSE_ADMISSION,
    [KAM_CAUSE_FLAG] = KAM_LABEL_CAUSE_FLAG,
    [KAM_CAUSE_PATIENCE] = KAM_LABEL_CAUSE_PATIENCE,
    [KAM_CAUSE_ARRIVAL] = KAM_LABEL_CAUSE_ARRIVAL,
    [KAM_CAUSE_DEPARTURE] = KAM_LABEL_CAUSE_DEPARTURE,
    [KAM_CAUSE_SILENCE] = KAM_LABEL_CAUSE_SILENCE,
};

/* The cell of ROW; empty without COLUMN. */
static struct kam_text cell(const struct kam_listing_read *moves, uint32_t row, size_t column)
{
    return column == KAM_NO_COLUMN ? KAM_TEXT("") : kam_table_cell(&moves->table, row, column);
}

static void add_columns(const struct kam_listing_read *moves, struct kam_speech *speech,
                        struct kam_reporttable *table)
{
    const struct {
        enum kam_label label;
        enum kam_reportcell_kind kind;
        bool is_there;
    } columns[] = {
        {KAM_LABEL_COLUMN_MOVE, KAM_REPORTCELL_WORD, true},
        {KAM_LABEL_COLUMN_CUSTOMER, KAM_REPORTCELL_NAME, true},
        {KAM_LABEL_COLUMN_FROM, KAM_REPORTCELL_NAME, true},
        {KAM_LABEL_COLUMN_TO, KAM_REPORTCELL_NAME, true},
        {KAM_LABEL_COLUMN_REVENUE_FROM, KAM_REPORTCELL_NUMBER, true},
        {KAM_LABEL_COLUMN_REVENUE_TO, KAM_REPORTCELL_NUMBER, true},
        {KAM_LABEL_COLUMN_REVENUE_DELTA, KAM_REPORTCELL_NUMBER, true},
        {KAM_LABEL_COLUMN_CAUSE, KAM_REPORTCELL_WORD, moves->cause != KAM_NO_COLUMN},
        {KAM_LABEL_COLUMN_DRIVER, KAM_REPORTCELL_NAME, moves->driver != KAM_NO_COLUMN},
        {KAM_LABEL_COLUMN_DETAIL, KAM_REPORTCELL_KAM, moves->detail != KAM_NO_COLUMN},
    };

    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (columns[i].is_there)
            kam_reporttable_column(table, kam_speech_label(speech, columns[i].label),
                                   columns[i].kind);
}

/* Who is lost has no tier, nor had who returned, though by lost-after the list may tell one. */
static void add_tiers(const struct kam_listing_read *moves, uint32_t row,
                      struct kam_reporttable *table)
{
    enum kam_move move = moves->diff.movements[row].move;

    kam_reporttable_cell(table, move == KAM_MOVE_RETURNED ? KAM_TEXT("")
                                                          : cell(moves, row, moves->tier_from));
    kam_reporttable_cell(table,
                         move == KAM_MOVE_LOST ? KAM_TEXT("") : cell(moves, row, moves->tier_to));
}

static void add_figures(const struct kam_movement *movement, struct kam_speech *speech,
                        struct kam_reporttable *table)
{
    bool was = movement->old_row != KAM_NONE, is = movement->new_row != KAM_NONE;

    kam_reporttable_money(table, speech, was ? movement->revenue_from : KAM_NO_NUMBER);
    kam_reporttable_money(table, speech, is ? movement->revenue_to : KAM_NO_NUMBER);
    kam_reporttable_change(table, speech, movement->revenue_delta);
}

static void add_row(const struct kam_listing_read *moves, uint32_t row, struct kam_speech *speech,
                    struct kam_reporttable *table)
{
    const struct kam_movement *movement = &moves->diff.movements[row];
    struct kam_text mark = kam_text_of(shown[movement->move].mark);
    struct kam_text move = kam_speech_label(speech, shown[movement->move].label);

    kam_reporttable_cell(table, kam_speech_labelled(speech, KAM_LABEL_MOVE_MARK,
                                                    KAM_WORDS({"mark", mark}, {"move", move})));
    kam_reporttable_customer(table, speech, cell(moves, row, moves->account_name),
                             id_of(moves, row));
    add_tiers(moves, row, table);
    add_figures(movement, speech, table);
    if (moves->cause != KAM_NO_COLUMN)
        kam_reporttable_cell(table, movement->cause == KAM_CAUSE_NONE
                                        ? KAM_TEXT("")
                                        : kam_speech_label(speech, causes[movement->cause]));
    if (moves->driver != KAM_NO_COLUMN)
        kam_reporttable_cell(table, cell(moves, row, moves->driver));
    if (moves->detail != KAM_NO_COLUMN)
        kam_reporttable_cell(table, cell(moves, row, moves->detail));
}

void kam_reportlist_movers_table(const struct kam_reportlist *list,
                                 const struct kam_reportsource *source, struct kam_speech *speech,
                                 struct kam_reporttable *table)
{
    add_columns(&source->moves, speech, table);
    for (size_t i = 0; i < list->count; i++)
        add_row(&source->moves, list->rows[i], speech, table);
    table->note = kam_reportlist_note(list, KAM_LABEL_NO_MOVERS, speech);
}
