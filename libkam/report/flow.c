#include "report/flow.h"

#include <stdlib.h>

static enum kam_status add_figures(struct kam_reportfigures *figures, const struct kam_diff *diff,
                                   const struct kam_reportside *snapshot,
                                   const struct kam_reportrows *rows, enum kam_side side,
                                   struct kam_error *error)
{
    bool is_old = side == KAM_SIDE_OLD, ok = true;

    *figures = (struct kam_reportfigures){KAM_DECIMAL_ZERO, KAM_DECIMAL_ZERO};
    for (size_t i = 0; i < diff->count && ok; i++) {
        const struct kam_movement *movement = &diff->movements[i];
        if ((is_old ? movement->tier_from : movement->tier_to) != KAM_NONE)
            ok = kam_decimal_add(&figures->listed,
                                 is_old ? movement->revenue_from : movement->revenue_to);
    }
    for (size_t i = 0; i < rows->count && ok; i++)
        if (snapshot->steps[rows->items[i]] != KAM_NONE)
            ok = kam_decimal_add(&figures->there, snapshot->revenues[rows->items[i]]);
    return ok ? KAM_OK : kam_diff_too_large(error);
}

/* Where the list compares another figure than the snapshots have: what both come to. */
static enum kam_status compare_figures(struct kam_reportflow *flow,
                                       const struct kam_reportsource *source,
                                       const struct kam_reportscope *scope, struct kam_error *error)
{
    struct kam_reportfigures *figures = &flow->figures;
    enum kam_status status =
        add_figures(figures, &flow->diff, &source->now, &scope->now, KAM_SIDE_NEW, error);

    if (!status && source->files.previous &&
        kam_decimal_compare(figures->listed, figures->there) == 0)
        status =
            add_figures(figures, &flow->diff, &source->before, &scope->before, KAM_SIDE_OLD, error);
    return status;
}

enum kam_status kam_reportflow_make(struct kam_reportflow *flow,
                                    const struct kam_reportsource *source,
                                    const struct kam_reportscope *scope, struct kam_error *error)
{
    static const struct kam_transition_options options = {KAM_TRANSITION_CUSTOMERS,
                                                          KAM_TRANSITION_SUMS};

    if (!source->files.moves) {
        flow->lack = kam_lack_of(KAM_LABEL_LACK_MOVES);
        return KAM_OK;
    }
    if (!source->moves.has_unmoved) {
        flow->lack = kam_lack_of(KAM_LABEL_LACK_ALL);
        flow->lack.file = source->files.moves;
        return KAM_OK;
    }
    flow->has_other_figure = source->moves_have_other_figure;
    enum kam_status status = kam_listing_part(&flow->diff, &source->moves, scope->moves.items,
                                              scope->moves.count, error);
    if (!status)
        status = kam_transition_compute(&flow->transition, &flow->diff, &options, error);
    if (!status)
        status = kam_bridge_compute(&flow->bridge, &flow->diff, error);
    if (!status && flow->has_other_figure)
        status = compare_figures(flow, source, scope, error);
    return status;
}

void kam_reportflow_free(struct kam_reportflow *flow)
{
    kam_transition_free(&flow->transition);
    free(flow->diff.movements); /* all else of it is the listing's */
    memset(flow, 0, sizeof *flow);
}

/* ---- the matrix ------------------------------------------------------------------------------ */

/* What row or column I of it is called, PART and ABSENT being those of who isn't in a tier. */
static struct kam_text name_of(const struct kam_reportflow *flow, struct kam_speech *speech,
                               size_t i, enum kam_label part, enum kam_label absent)
{
    const struct kam_map *tiers = &flow->diff.ladder->tiers;
    size_t total = flow->transition.size - 1;

    if (i < tiers->count)
        return tiers->texts[i];
    return kam_speech_label(speech, i == total ? KAM_LABEL_TOTAL : i == total - 1 ? absent : part);
}

/* Whether somebody whom lost-after calls lost stands in a tier, now or before. */
static bool has_lost_in_tiers(const struct kam_diff *diff)
{
    bool has = false;

    for (size_t i = 0; i < diff->count && !has; i++) {
        const struct kam_movement *movement = &diff->movements[i];
        enum kam_move move = movement->move;
        bool is_lost = move == KAM_MOVE_LOST || move == KAM_MOVE_SILENT;
        bool was_lost = move == KAM_MOVE_RETURNED || move == KAM_MOVE_SILENT;
        has = (is_lost && movement->tier_to != KAM_NONE) ||
              (was_lost && movement->tier_from != KAM_NONE);
    }
    return has;
}

void kam_reportflow_table(const struct kam_reportflow *flow, struct kam_speech *speech,
                          struct kam_reporttable *table)
{
    size_t size = flow->transition.size;

    kam_reporttable_column(table, kam_speech_label(speech, KAM_LABEL_COLUMN_FROM_TO),
                           KAM_REPORTCELL_NAME);
    for (size_t i = 0; i < size; i++)
        kam_reporttable_column(
            table, name_of(flow, speech, i, KAM_LABEL_MOVE_MERGED, KAM_LABEL_FLOW_NOT_NOW),
            KAM_REPORTCELL_NUMBER);
    for (size_t row = 0; row < size; row++) {
        const struct kam_decimal *cells = &flow->transition.cells[row * size];
        kam_reporttable_cell(
            table, name_of(flow, speech, row, KAM_LABEL_MOVE_SPLIT, KAM_LABEL_FLOW_NOT_BEFORE));
        for (size_t i = 0; i < size; i++)
            kam_reporttable_number(table, speech, kam_speech_number(speech, cells[i]), cells[i], 0);
    }
    table->totals = size > 0;
    if (has_lost_in_tiers(&flow->diff))
        table->note = kam_speech_label(speech, KAM_LABEL_RULE_LOST_COUNTED);
}

/* ---- the bridge ------------------------------------------------------------------------------ */

enum kam_label kam_reportbridge_label(enum kam_bridge_step step)
{
    switch (step) {
    case KAM_BRIDGE_OLD_TOTAL:
        return KAM_LABEL_STEP_OLD_TOTAL;
    case KAM_BRIDGE_NEW:
        return KAM_LABEL_STEP_NEW;
    case KAM_BRIDGE_WON:
        return KAM_LABEL_STEP_WON;
    case KAM_BRIDGE_RETURNED:
        return KAM_LABEL_STEP_RETURNED;
    case KAM_BRIDGE_LOST:
        return KAM_LABEL_STEP_LOST;
    case KAM_BRIDGE_MERGED_OUT:
        return KAM_LABEL_STEP_MERGED_OUT;
    case KAM_BRIDGE_MERGED_IN:
        return KAM_LABEL_STEP_MERGED_IN;
    case KAM_BRIDGE_SPLIT_OUT:
        return KAM_LABEL_STEP_SPLIT_OUT;
    case KAM_BRIDGE_SPLIT_IN:
        return KAM_LABEL_STEP_SPLIT_IN;
    case KAM_BRIDGE_GROWN:
        return KAM_LABEL_STEP_GROWN;
    case KAM_BRIDGE_SHRUNK:
        return KAM_LABEL_STEP_SHRUNK;
    case KAM_BRIDGE_UNCHANGED:
        return KAM_LABEL_STEP_UNCHANGED;
    case KAM_BRIDGE_SILENT:
        return KAM_LABEL_STEP_SILENT;
    case KAM_BRIDGE_NEW_TOTAL:
    case KAM_BRIDGE_MOVED_OUT: /* those two aren't in the bridge of a whole */
    case KAM_BRIDGE_MOVED_IN:
        break;
    }
    return KAM_LABEL_STEP_NEW_TOTAL;
}

static void add_step(const struct kam_reportflow *flow, enum kam_bridge_step step,
                     struct kam_speech *speech, struct kam_reporttable *table)
{
    const struct kam_bridge_row *row = &flow->bridge.steps[step];

    kam_reporttable_cell(table, kam_speech_label(speech, kam_reportbridge_label(step)));
    kam_reporttable_count(table, speech, row->customers);
    if (step == KAM_BRIDGE_OLD_TOTAL || step == KAM_BRIDGE_NEW_TOTAL)
        kam_reporttable_money(table, speech, row->revenue);
    else
        kam_reporttable_change(table, speech, row->revenue);
}

/* In a part the sums may be the same all the same. */
static struct kam_text say_other_figure(const struct kam_reportfigures *figures,
                                        struct kam_speech *speech)
{
    enum { PLACES = 2 };
    struct kam_text note = kam_speech_label(speech, KAM_LABEL_NOTE_OTHER_FIGURE);

    if (kam_decimal_compare(figures->listed, figures->there) == 0)
        return note;
    return kam_speech_labelled(
        speech, KAM_LABEL_NOTE_OTHER_SUMS,
        KAM_WORDS({"note", note}, {"listed", kam_speech_grouped(speech, figures->listed, PLACES)},
                  {"revenue", kam_speech_grouped(speech, figures->there, PLACES)}));
}

void kam_reportbridge_table(const struct kam_reportflow *flow, struct kam_speech *speech,
                            struct kam_reporttable *table)
{
    kam_reporttable_column(table, kam_speech_label(speech, KAM_LABEL_COLUMN_STEP),
                           KAM_REPORTCELL_WORD);
    kam_reporttable_column(table, kam_speech_label(speech, KAM_LABEL_COLUMN_CUSTOMERS),
                           KAM_REPORTCELL_NUMBER);
    kam_reporttable_column(table, kam_speech_label(speech, KAM_LABEL_COLUMN_REVENUE),
                           KAM_REPORTCELL_NUMBER);
    for (int step = 0; step < KAM_BRIDGE_STEPS; step++)
        if (kam_bridge_has(&flow->diff, (enum kam_bridge_step)step, KAM_BRIDGE_WHOLE))
            add_step(flow, (enum kam_bridge_step)step, speech, table);
    table->totals = 1;
    if (flow->has_other_figure)
        table->note = say_other_figure(&flow->figures, speech);
}
