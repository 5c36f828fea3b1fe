#include "diff/risk.h"

#include "base/ranges.h"
#include "base/sortkeys.h"
#include "diff/cause.h"
#include "tier/evidence.h"

#include <stdlib.h>

enum { WORD = 64 }; /* risks in one word of bits */

/* ---- who has which --------------------------------------------------------------------------- */

/* What a thread needs for itself. */
struct slot {
    struct kam_risksource_cells cells;
    struct kam_row_source rows;
};

struct finding {
    struct kam_risks *risks;
    struct slot slots[KAM_RANGES_SLOTS];
};

/* Where the cell is that a condition can't use: where a difference can't be had, or in the row. */
static void place_error(const struct kam_risks *risks, const struct slot *slot, size_t movement,
                        struct kam_error *error)
{
    const struct kam_risksource_cells *cells = &slot->cells;

    if (cells->wrong)
        kam_table_place_error(cells->wrong, cells->wrong_row, error);
    else
        kam_table_place_error(&risks->diff->new->table, risks->diff->movements[movement].new_row,
                              error);
}

static enum kam_status judge(struct kam_risks *risks, struct slot *slot, size_t movement,
                             struct kam_error *error)
{
    uint64_t *bits = &risks->bits[movement * risks->words];
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < risks->model->risks.count && !status; i++) {
        bool holds = false;
        slot->cells.wrong = NULL;
        status = kam_binding_holds(&risks->bindings[i], &slot->rows, movement, &holds, error);
        if (status)
            place_error(risks, slot, movement, error);
        else if (holds)
            bits[i / WORD] |= UINT64_C(1) << i % WORD;
    }
    return status;
}

/* The rows of the movements behind number I will be needed soon. */
static void expect(const struct kam_diff *diff, size_t i)
{
    enum { AHEAD = 4, PLACES_AHEAD = 12 };

    if (i + PLACES_AHEAD < diff->count && diff->movements[i + PLACES_AHEAD].new_row != KAM_NONE)
        kam_table_expect_place(&diff->new->table, diff->movements[i + PLACES_AHEAD].new_row);
    if (i + AHEAD < diff->count && diff->movements[i + AHEAD].new_row != KAM_NONE)
        kam_table_expect(&diff->new->table, diff->movements[i + AHEAD].new_row);
}

static enum kam_status judge_some(void *context, size_t slot, size_t from, size_t to,
                                  struct kam_error *error)
{
    struct finding *finding = context;
    const struct kam_diff *diff = finding->risks->diff;
    enum kam_status status = KAM_OK;

    for (size_t i = from; i < to && !status; i++) {
        expect(diff, i);
        if (kam_dependence_counts(&diff->movements[i]))
            status = judge(finding->risks, &finding->slots[slot], i, error);
    }
    return status;
}

static enum kam_status judge_all(struct kam_risks *risks, unsigned threads, struct kam_error *error)
{
    struct finding *finding = calloc(1, sizeof *finding);
    struct kam_ranges ranges = {judge_some, finding, risks->diff->count, threads, 0};
    enum kam_status status = finding ? KAM_OK : kam_error_nomem(error);

    for (size_t i = 0; !status && i < kam_ranges_slots(&ranges); i++) {
        struct slot *slot = &finding->slots[i];
        if (!kam_risksource_rows(&risks->source, &slot->cells, &risks->arena, &slot->rows))
            status = kam_error_nomem(error);
    }
    if (!status) {
        finding->risks = risks;
        status = kam_ranges_run(&ranges, error);
    }
    free(finding);
    return status;
}

static bool asks_for_causes(const struct kam_rule_list *rules)
{
    for (size_t i = 0; i < rules->count; i++)
        for (size_t t = 0; t < rules->items[i].when.term_count; t++)
            if (kam_text_equal(rules->items[i].when.terms[t].column, KAM_TEXT("cause")))
                return true;
    return false;
}

/* Where causes aren't known, what the snapshots lack says more than that there are none. */
static enum kam_status check_causes(const struct kam_risks *risks, struct kam_error *error)
{
    if (risks->diff->has_causes || !asks_for_causes(&risks->model->risks))
        return KAM_OK;
    enum kam_status status = kam_causes_check(risks->diff->old, error);
    return status ? status : kam_causes_check(risks->diff->new, error);
}

static enum kam_status bind(struct kam_risks *risks, struct kam_error *error)
{
    const struct kam_rule_list *rules = &risks->model->risks;
    size_t movements = risks->diff->count;
    enum kam_status status = KAM_OK;

    risks->words = (rules->count + WORD - 1) / WORD;
    risks->bindings = kam_arena_calloc(&risks->arena, rules->count, sizeof *risks->bindings);
    risks->bits = calloc(movements * risks->words + 1, sizeof *risks->bits);
    if (!risks->bindings || !risks->bits ||
        !kam_risksource_make(&risks->source, risks->diff, &risks->dependence, &risks->arena))
        return kam_error_nomem(error);
    for (size_t i = 0; i < rules->count && !status; i++)
        status = kam_binding_make(&risks->bindings[i], &rules->items[i].when, risks->source.names,
                                  risks->source.width, kam_window_last(&risks->diff->new->window),
                                  &risks->arena, error);
    return status;
}

/* ---- what would be lost ---------------------------------------------------------------------- */

static bool has_any(const struct kam_risks *risks, size_t movement)
{
    uint64_t all = 0;

    for (size_t w = 0; w < risks->words; w++)
        all |= risks->bits[movement * risks->words + w];
    return all != 0;
}

static enum kam_status assess(const struct kam_risks *risks, struct kam_risk_row *row,
                              struct kam_error *error)
{
    const struct kam_diff *diff = risks->diff;
    const struct kam_movement *movement = &diff->movements[row->movement];
    bool ok = true;

    row->direct =
        kam_decimal_sign(movement->revenue_to) > 0 ? movement->revenue_to : KAM_DECIMAL_ZERO;
    row->deep = KAM_DECIMAL_ZERO;
    if (risks->dependence.rules)
        ok = kam_dependence_following(&risks->dependence, movement, &row->deep);
    row->loss = row->direct;
    if (ok && kam_decimal_add(&row->loss, row->deep))
        return KAM_OK;
    struct kam_place where =
        kam_table_place(&diff->new->table, movement->new_row, diff->new_figure);
    return kam_error_at(error, KAM_DATA, &where, "what would be lost is too large a number");
}

static enum kam_status collect(struct kam_risks *risks, struct kam_error *error)
{
    size_t capacity = 0;
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < risks->diff->count && !status; i++) {
        if (!has_any(risks, i))
            continue;
        if (!kam_array_reserve(&risks->rows, &capacity, risks->count + 1, sizeof *risks->rows))
            return kam_error_nomem(error);
        struct kam_risk_row *row = &risks->rows[risks->count++];
        row->movement = (uint32_t)i;
        status = assess(risks, row, error);
    }
    return status;
}

static int compare_rows(uint32_t a, uint32_t b, void *context)
{
    const struct kam_risks *risks = context;
    const struct kam_diff *diff = risks->diff;
    const struct kam_risk_row *x = &risks->rows[a], *y = &risks->rows[b];
    int order = kam_decimal_compare(y->loss, x->loss);

    return order ? order
                 : kam_text_order(kam_diff_account(diff, &diff->movements[x->movement]),
                                  kam_diff_account(diff, &diff->movements[y->movement]));
}

static bool sort(struct kam_risks *risks)
{
    uint32_t *order = malloc((risks->count + 1) * sizeof *order);
    uint64_t *keys = malloc((risks->count + 1) * sizeof *keys);
    struct kam_risk_row *sorted = malloc((risks->count + 1) * sizeof *sorted);
    bool ok = order && keys && sorted;

    for (size_t i = 0; ok && i < risks->count; i++) {
        order[i] = (uint32_t)i;
        keys[i] = ~kam_sort_key(risks->rows[i].loss);
    }
    ok = ok && kam_sort_by_keys(order, keys, risks->count) &&
         kam_sort_equal_keys(order, keys, risks->count, compare_rows, risks);
    for (size_t i = 0; ok && i < risks->count; i++)
        sorted[i] = risks->rows[order[i]];
    free(order);
    free(keys);
    if (!ok) {
        free(sorted);
        return false;
    }
    free(risks->rows);
    risks->rows = sorted;
    return true;
}

/* ---- all of it ------------------------------------------------------------------------------- */

enum kam_status kam_risks_find(struct kam_risks *risks, const struct kam_diff *diff,
                               const struct kam_model *model, unsigned threads,
                               struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    *risks = (struct kam_risks){.diff = diff, .model = model};
    if (model->dependence.segment.len)
        status = kam_dependence_make(&risks->dependence, diff, &model->dependence, error);
    if (!status)
        status = kam_carried_add_attributes(&risks->attributes, diff, error);
    if (!status)
        status = check_causes(risks, error);
    if (!status)
        status = bind(risks, error);
    if (!status)
        status = judge_all(risks, threads, error);
    if (!status)
        status = collect(risks, error);
    return status || sort(risks) ? status : kam_error_nomem(error);
}

void kam_risks_free(struct kam_risks *risks)
{
    kam_dependence_free(&risks->dependence);
    kam_carried_free(&risks->attributes);
    free(risks->bits);
    free(risks->rows);
    kam_arena_free(&risks->arena);
    *risks = (struct kam_risks){.diff = NULL};
}

/* ---- what is asked for ----------------------------------------------------------------------- */

bool kam_risks_hold(const struct kam_risks *risks, uint32_t movement, size_t number)
{
    return risks->bits[movement * risks->words + number / WORD] >> number % WORD & 1;
}

bool kam_risks_add_evidence(const struct kam_risks *risks, const struct kam_row_source *rows,
                            const struct kam_risk_row *row, struct kam_buffer *buffer)
{
    const struct kam_snapshot *new = risks->diff->new;
    const struct kam_evidence_row seen = {
        .rows = rows,
        .row = row->movement,
        .table = &new->table,
        .table_row = risks->diff->movements[row->movement].new_row,
        .window = &new->window,
        .of_pair = true,
    };
    bool ok = true;

    for (size_t i = 0; i < risks->model->risks.count && ok; i++)
        if (kam_risks_hold(risks, row->movement, i))
            ok = kam_evidence_add_rule(risks->model->risks.items[i].name, &risks->bindings[i],
                                       &seen, buffer);
    return ok;
}
