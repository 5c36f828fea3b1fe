#include "report/pick.h"
#include "report/reportcells.h"
#include "report/reportlists.h"

static const struct kam_text flags_name = {"flags", 5};

/* ---- who they are ---------------------------------------------------------------------------- */

static enum kam_status too_large(const struct kam_snapshot *snapshot, struct kam_error *error)
{
    struct kam_place place = {.file = snapshot->file};

    return kam_error_at(error, KAM_DATA, &place, "the sum of the revenue is too large");
}

static enum kam_status pick(struct kam_reportlist *list, const struct kam_reportside *side,
                            const struct kam_reportrows *rows, size_t most, size_t flags,
                            struct kam_arena *arena, struct kam_error *error)
{
    struct kam_pick first;

    if (!kam_pick_init(&first, most, &side->snapshot.table, side->snapshot.account_id, arena))
        return kam_error_nomem(error);
    for (size_t i = 0; i < rows->count; i++) {
        uint32_t row = rows->items[i];
        if (kam_table_cell(&side->snapshot.table, row, flags).len == 0)
            continue;
        list->all++;
        kam_pick_offer(&first, kam_decimal_negate(side->revenues[row]), row);
        if (!kam_decimal_add(&list->total, side->revenues[row]))
            return too_large(&side->snapshot, error);
    }
    list->count = first.count;
    list->rows = kam_arena_alloc(arena, (first.count + 1) * sizeof *list->rows);
    if (!list->rows)
        return kam_error_nomem(error);
    kam_pick_take(&first, list->rows);
    return KAM_OK;
}

enum kam_status kam_reportlist_flagged(struct kam_reportlist *list,
                                       const struct kam_reportsource *source,
                                       const struct kam_reportscope *scope, size_t most,
                                       struct kam_arena *arena, struct kam_error *error)
{
    const struct kam_snapshot *snapshot = &source->now.snapshot;
    size_t flags;

    *list = (struct kam_reportlist){.count = 0};
    enum kam_status status =
        kam_lack_of_columns(&list->lack, &snapshot->table, snapshot->file, &flags_name, 1,
                            KAM_LABEL_LACK_COLUMNS, arena, error);
    if (status || list->lack.is)
        return status;
    status = kam_table_optional(&snapshot->table, flags_name, &flags, error);
    return status ? status : pick(list, &source->now, &scope->now, most, flags, arena, error);
}

/* ---- the table ------------------------------------------------------------------------------- */

/* The columns; all but the flags a snapshot may lack. */
struct places {
    size_t flags, unflagged, evidence;
};

static void add_columns(const struct places *places, struct kam_speech *speech,
                        struct kam_reporttable *table)
{
    const struct {
        bool is_there;
        enum kam_label label;
        enum kam_reportcell_kind kind;
    } columns[] = {
        {true, KAM_LABEL_COLUMN_CUSTOMER, KAM_REPORTCELL_NAME},
        {true, KAM_LABEL_COLUMN_FLAGS, KAM_REPORTCELL_NAME},
        {places->unflagged != KAM_NO_COLUMN, KAM_LABEL_COLUMN_TIER_UNFLAGGED, KAM_REPORTCELL_NAME},
        {true, KAM_LABEL_COLUMN_TIER, KAM_REPORTCELL_NAME},
        {true, KAM_LABEL_COLUMN_REVENUE, KAM_REPORTCELL_NUMBER},
        {places->evidence != KAM_NO_COLUMN, KAM_LABEL_COLUMN_EVIDENCE, KAM_REPORTCELL_KAM},
    };

    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (columns[i].is_there)
            kam_reporttable_column(table, kam_speech_label(speech, columns[i].label),
                                   columns[i].kind);
}

static void add_row(const struct kam_reportside *side, uint32_t row, const struct places *places,
                    struct kam_speech *speech, struct kam_reporttable *table)
{
    const struct kam_snapshot *snapshot = &side->snapshot;
    const struct kam_table *from = &snapshot->table;

    kam_reporttable_customer(table, speech,
                             kam_snapshot_cell(snapshot, row, snapshot->account_name),
                             kam_snapshot_cell(snapshot, row, snapshot->account_id));
    kam_reporttable_set(table, speech, kam_table_cell(from, row, places->flags));
    if (places->unflagged != KAM_NO_COLUMN)
        kam_reporttable_copy(table, from, row, places->unflagged);
    kam_reporttable_copy(table, from, row, snapshot->tier);
    kam_reporttable_money(table, speech, side->revenues[row]);
    if (places->evidence != KAM_NO_COLUMN)
        kam_reporttable_copy(table, from, row, places->evidence);
}

/* Of all that are flagged, also of those that the table doesn't name. */
static void add_total(const struct kam_reportlist *list, const struct places *places,
                      struct kam_speech *speech, struct kam_reporttable *table)
{
    size_t before = places->unflagged == KAM_NO_COLUMN ? 2 : 3; /* cells up to the revenue */

    kam_reporttable_cell(
        table, kam_speech_labelled(speech, KAM_LABEL_ALL_ROWS,
                                   KAM_WORDS({"count", kam_speech_count(speech, list->all)})));
    for (size_t i = 0; i < before; i++)
        kam_reporttable_cell(table, KAM_TEXT(""));
    kam_reporttable_money(table, speech, list->total);
    if (places->evidence != KAM_NO_COLUMN)
        kam_reporttable_cell(table, KAM_TEXT(""));
    table->totals = 1;
}

/* Of a snapshot made before kam-tier said it, where the limits alone had put its customers. */
static size_t find_unflagged(const struct kam_table *table)
{
    size_t column = kam_table_find_kept(table, KAM_TEXT("tier_unflagged"));

    return column == KAM_NO_COLUMN ? kam_table_find_kept(table, KAM_TEXT("tier_cut")) : column;
}

static struct kam_text say_note(const struct kam_reportlist *list, const struct places *places,
                                struct kam_speech *speech)
{
    struct kam_text more = kam_reportlist_note(list, KAM_LABEL_NO_FLAGGED, speech);
    struct kam_text missing = KAM_TEXT("");

    if (list->all && places->evidence == KAM_NO_COLUMN)
        missing = kam_speech_labelled(
            speech, KAM_LABEL_NOT_SHOWN,
            KAM_WORDS({"columns", kam_speech_label(speech, KAM_LABEL_COLUMN_EVIDENCE)}));
    if (!more.len || !missing.len)
        return more.len ? more : missing;
    return kam_speech_labelled(speech, KAM_LABEL_MORE_AND,
                               KAM_WORDS({"more", more}, {"note", missing}));
}

void kam_reportlist_flagged_table(const struct kam_reportlist *list,
                                  const struct kam_reportsource *source, struct kam_speech *speech,
                                  struct kam_reporttable *table)
{
    const struct kam_table *from = &source->now.snapshot.table;
    const struct places places = {
        .flags = kam_table_find_kept(from, flags_name),
        .unflagged = find_unflagged(from),
        .evidence = kam_table_find_kept(from, KAM_TEXT("evidence")),
    };

    add_columns(&places, speech, table);
    for (size_t i = 0; i < list->count; i++)
        add_row(&source->now, list->rows[i], &places, speech, table);
    if (list->all)
        add_total(list, &places, speech, table);
    table->note = say_note(list, &places, speech);
}
