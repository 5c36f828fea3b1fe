#include "language/speechround.h"
#include "report/pick.h"
#include "report/reportcells.h"
#include "report/reportlists.h"

/* ---- who they are ---------------------------------------------------------------------------- */

static enum kam_status pick(struct kam_reportlist *list, const struct kam_reportside *side,
                            const struct kam_reportrows *rows, size_t most, size_t rank,
                            struct kam_arena *arena, struct kam_error *error)
{
    enum kam_status status = KAM_OK;
    struct kam_pick first;

    if (!kam_pick_init(&first, most, &side->snapshot.table, side->snapshot.account_id, arena))
        return kam_error_nomem(error);
    for (size_t i = 0; i < rows->count && !status; i++) {
        uint32_t row = rows->items[i];
        struct kam_decimal place;
        bool empty;
        if (side->steps[row] == KAM_NONE)
            continue;
        status = kam_table_number(&side->snapshot.table, row, rank, &place, &empty, error);
        if (status || empty)
            continue;
        list->all++;
        kam_pick_offer(&first, place, row);
    }
    list->count = first.count;
    list->rows = kam_arena_alloc(arena, (first.count + 1) * sizeof *list->rows);
    if (!list->rows)
        return status ? status : kam_error_nomem(error);
    kam_pick_take(&first, list->rows);
    return status;
}

enum kam_status kam_reportlist_top(struct kam_reportlist *list,
                                   const struct kam_reportsource *source,
                                   const struct kam_reportscope *scope, size_t most,
                                   struct kam_arena *arena, struct kam_error *error)
{
    const struct kam_snapshot *snapshot = &source->now.snapshot;
    const struct kam_text name = KAM_TEXT("rank");
    size_t rank;

    *list = (struct kam_reportlist){.count = 0};
    enum kam_status status = kam_lack_of_columns(&list->lack, &snapshot->table, snapshot->file,
                                                 &name, 1, KAM_LABEL_LACK_COLUMNS, arena, error);
    if (status || list->lack.is)
        return status;
    status = kam_table_optional(&snapshot->table, name, &rank, error);
    return status ? status : pick(list, &source->now, &scope->now, most, rank, arena, error);
}

/* ---- the table ------------------------------------------------------------------------------- */

/* The columns that a snapshot may lack. */
struct places {
    size_t rank, share, score, class, strategy, reason;
};

static struct places find_places(const struct kam_table *table)
{
    return (struct places){
        .rank = kam_table_find_kept(table, KAM_TEXT("rank")),
        .share = kam_table_find_kept(table, KAM_TEXT("share")),
        .score = kam_table_find_kept(table, KAM_TEXT("score")),
        .class = kam_table_find_kept(table, KAM_TEXT("class")),
        .strategy = kam_table_find_kept(table, KAM_TEXT("strategy")),
        .reason = kam_table_find_kept(table, KAM_TEXT("reason")),
    };
}

static void add_columns(const struct places *places, bool has_months, struct kam_speech *speech,
                        struct kam_reporttable *table)
{
    const struct {
        bool is_there;
        enum kam_label label;
        enum kam_reportcell_kind kind;
    } columns[] = {
        {true, KAM_LABEL_COLUMN_RANK, KAM_REPORTCELL_NUMBER},
        {true, KAM_LABEL_COLUMN_CUSTOMER, KAM_REPORTCELL_NAME},
        {true, KAM_LABEL_COLUMN_TIER, KAM_REPORTCELL_NAME},
        {true, KAM_LABEL_COLUMN_REVENUE, KAM_REPORTCELL_NUMBER},
        {places->share != KAM_NO_COLUMN, KAM_LABEL_COLUMN_REVENUE_SHARE, KAM_REPORTCELL_NUMBER},
        {places->score != KAM_NO_COLUMN, KAM_LABEL_COLUMN_SCORE, KAM_REPORTCELL_NUMBER},
        {has_months, KAM_LABEL_COLUMN_MONTHS, KAM_REPORTCELL_LINE},
        {places->class != KAM_NO_COLUMN, KAM_LABEL_COLUMN_CLASS, KAM_REPORTCELL_NAME},
        {places->strategy != KAM_NO_COLUMN, KAM_LABEL_COLUMN_STRATEGY, KAM_REPORTCELL_NAME},
        {places->reason != KAM_NO_COLUMN, KAM_LABEL_COLUMN_REASON, KAM_REPORTCELL_KAM},
    };

    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (columns[i].is_there)
            kam_reporttable_column(table, kam_speech_label(speech, columns[i].label),
                                   columns[i].kind);
}

static struct kam_decimal or_zero(struct kam_decimal figure)
{
    return kam_is_number(figure) ? figure : KAM_DECIMAL_ZERO;
}

/* In words: where the line begins and where it ends. */
static struct kam_text say_course(struct kam_speech *speech, const struct kam_decimal *line,
                                  size_t count)
{
    bool has_figure = false;

    for (size_t i = 0; i < count; i++)
        has_figure = has_figure || kam_is_number(line[i]);
    if (!has_figure)
        return KAM_TEXT("");
    return kam_speech_labelled(
        speech, KAM_LABEL_COURSE,
        KAM_WORDS({"first", kam_speech_short(speech, or_zero(line[0]))},
                  {"last", kam_speech_short(speech, or_zero(line[count - 1]))}));
}

static void add_months(const struct kam_snapshot *snapshot, uint32_t row, struct kam_speech *speech,
                       struct kam_reporttable *table)
{
    const struct kam_window *window = &snapshot->window;
    struct kam_decimal *line = kam_arena_alloc(&speech->arena, window->count * sizeof *line);

    if (!line) {
        speech->failed = true;
        return;
    }
    for (size_t m = 0; m < window->count; m++)
        if (kam_decimal_parse(kam_snapshot_cell(snapshot, row, window->first_column + m),
                              &line[m]) != KAM_NUMBER_OK)
            line[m] = KAM_NO_NUMBER;
    kam_reporttable_line(table, say_course(speech, line, window->count), line, window->count);
}

enum { SCORE_PLACES = 1 }; /* as many as anybody reads */

static void add_row(const struct kam_reportside *side, uint32_t row, const struct places *places,
                    struct kam_speech *speech, struct kam_reporttable *table)
{
    const struct kam_snapshot *snapshot = &side->snapshot;
    const struct kam_table *from = &snapshot->table;

    kam_reporttable_copy_number(table, speech, from, row, places->rank, -1);
    kam_reporttable_customer(table, speech,
                             kam_snapshot_cell(snapshot, row, snapshot->account_name),
                             kam_snapshot_cell(snapshot, row, snapshot->account_id));
    kam_reporttable_copy(table, from, row, snapshot->tier);
    kam_reporttable_money(table, speech, side->revenues[row]);
    if (places->share != KAM_NO_COLUMN)
        kam_reporttable_copy_share(table, speech, from, row, places->share);
    if (places->score != KAM_NO_COLUMN)
        kam_reporttable_copy_number(table, speech, from, row, places->score, SCORE_PLACES);
    if (snapshot->window.count)
        add_months(snapshot, row, speech, table);
    if (places->class != KAM_NO_COLUMN)
        kam_reporttable_copy(table, from, row, places->class);
    if (places->strategy != KAM_NO_COLUMN)
        kam_reporttable_copy(table, from, row, places->strategy);
    if (places->reason != KAM_NO_COLUMN)
        kam_reporttable_copy(table, from, row, places->reason);
}

/* What the snapshot would have to have for it to stand here, in one sentence. */
static struct kam_text say_missing(const struct places *places, bool has_months,
                                   struct kam_speech *speech)
{
    struct kam_text missing[2];
    size_t count = 0;

    if (!has_months)
        missing[count++] = kam_speech_label(speech, KAM_LABEL_COLUMN_MONTHS);
    if (places->reason == KAM_NO_COLUMN)
        missing[count++] = kam_speech_label(speech, KAM_LABEL_COLUMN_REASON);
    if (!count)
        return KAM_TEXT("");
    return kam_speech_labelled(speech, KAM_LABEL_NOT_SHOWN,
                               KAM_WORDS({"columns", kam_speech_list(speech, missing, count)}));
}

void kam_reportlist_top_table(const struct kam_reportlist *list,
                              const struct kam_reportsource *source,
                              const struct kam_reportscope *scope, struct kam_speech *speech,
                              struct kam_reporttable *table)
{
    const struct kam_snapshot *snapshot = &source->now.snapshot;
    struct places places = find_places(&snapshot->table);
    bool has_months = snapshot->window.count > 0;

    if (scope->is_part)
        places.share = KAM_NO_COLUMN; /* of the whole, whose size it would tell */
    add_columns(&places, has_months, speech, table);
    for (size_t i = 0; i < list->count; i++)
        add_row(&source->now, list->rows[i], &places, speech, table);
    table->note = say_missing(&places, has_months, speech);
}
