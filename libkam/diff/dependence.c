#include "diff/dependence.h"

#include "model/binding.h"

#include <stdlib.h>

/* What only has to be known while it is made. */
struct making {
    struct kam_dependence *dependence;
    uint32_t *largest;      /* movement of each segment, by the old figure; KAM_NONE: none */
    struct kam_arena arena; /* of the binding */
    struct kam_error *error;
};

/* ---- segments -------------------------------------------------------------------------------- */

/* The segment that the cell of ROW names; KAM_NONE: none, or it has never been seen. */
static uint32_t find_segment(const struct kam_dependence *dependence,
                             const struct kam_snapshot *snapshot, uint32_t row, size_t column)
{
    if (column == KAM_NO_COLUMN)
        return KAM_NONE;
    struct kam_text cell = kam_table_cell(&snapshot->table, row, column);
    return cell.len ? kam_map_find(&dependence->names, cell) : KAM_NONE;
}

/* Name those of the rows of SNAPSHOT, of whose COLUMN cells are. */
static bool name_segments(struct kam_map *names, const struct kam_snapshot *snapshot, size_t column)
{
    uint32_t number;

    for (size_t row = 0; column != KAM_NO_COLUMN && row < snapshot->table.count; row++) {
        struct kam_text cell = kam_table_cell(&snapshot->table, row, column);
        if (cell.len && !kam_map_intern(names, cell, &number))
            return false;
    }
    return true;
}

static enum kam_status allocate(struct making *making)
{
    struct kam_dependence *dependence = making->dependence;
    const struct kam_diff *diff = dependence->diff;
    size_t rows = diff->new->table.count;

    if (!name_segments(&dependence->names, diff->new, dependence->new_column) ||
        !name_segments(&dependence->names, diff->old, dependence->old_column))
        return kam_error_nomem(making->error);
    size_t count = dependence->names.count;
    dependence->segments = calloc(count + 1, sizeof *dependence->segments);
    dependence->segment_of = kam_pages_alloc((rows + 1) * sizeof *dependence->segment_of);
    dependence->is_reference = calloc(rows + 1, sizeof *dependence->is_reference);
    making->largest = malloc((count + 1) * sizeof *making->largest);
    if (!dependence->segments || !dependence->segment_of || !dependence->is_reference ||
        !making->largest)
        return kam_error_nomem(making->error);
    for (size_t i = 0; i < count; i++)
        making->largest[i] = KAM_NONE;
    for (size_t row = 0; row < rows; row++)
        dependence->segment_of[row] = KAM_NONE;
    return KAM_OK;
}

static enum kam_status add_revenue(struct making *making, uint32_t number,
                                   const struct kam_movement *movement)
{
    struct kam_dependence *dependence = making->dependence;
    struct kam_dependence_segment *segment = &dependence->segments[number];
    bool is_positive = kam_decimal_sign(movement->revenue_to) > 0;

    if (kam_decimal_add(&segment->revenue, movement->revenue_to) &&
        (!is_positive || kam_decimal_add(&segment->positive, movement->revenue_to)))
        return KAM_OK;
    return kam_error_set(making->error, KAM_DATA,
                         "the revenue of the segment %s is too large a number",
                         kam_show(dependence->names.texts[number]).s);
}

static enum kam_status sum_segments(struct making *making)
{
    struct kam_dependence *dependence = making->dependence;
    const struct kam_diff *diff = dependence->diff;
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < diff->count && !status; i++) {
        const struct kam_movement *movement = &diff->movements[i];
        if (!kam_dependence_counts(movement))
            continue;
        uint32_t number =
            find_segment(dependence, diff->new, movement->new_row, dependence->new_column);
        dependence->segment_of[movement->new_row] = number;
        if (number != KAM_NONE)
            status = add_revenue(making, number, movement);
    }
    return status;
}

/* ---- reference customers --------------------------------------------------------------------- */

/* It was a reference customer; where it is now, and what became of its segment, is noted. */
static void note_reference(struct making *making, const struct kam_movement *movement)
{
    struct kam_dependence *dependence = making->dependence;
    const struct kam_diff *diff = dependence->diff;

    uint32_t now = movement->move == KAM_MOVE_MERGED ? movement->whole : movement->new_row;

    if (now != KAM_NONE)
        dependence->is_reference[now] = true;
    if (movement->move != KAM_MOVE_LOST)
        return;
    uint32_t number =
        find_segment(dependence, diff->old, movement->old_row, dependence->old_column);
    if (number != KAM_NONE)
        dependence->segments[number].references_lost++;
}

/* Whether A had more than B; of those that had as much, the first id has. */
static bool is_larger(const struct kam_diff *diff, const struct kam_movement *a,
                      const struct kam_movement *b)
{
    int order = kam_decimal_compare(a->revenue_from, b->revenue_from);

    return order ? order > 0
                 : kam_text_order(kam_diff_account(diff, a), kam_diff_account(diff, b)) < 0;
}

/* The largest of each segment, of those that had any revenue and weren't lost already. */
static void find_largest(struct making *making)
{
    const struct kam_dependence *dependence = making->dependence;
    const struct kam_diff *diff = dependence->diff;

    for (size_t i = 0; i < diff->count; i++) {
        const struct kam_movement *movement = &diff->movements[i];
        if (!kam_movement_had_revenue(movement))
            continue;
        uint32_t number =
            find_segment(dependence, diff->old, movement->old_row, dependence->old_column);
        if (number == KAM_NONE)
            continue;
        uint32_t *largest = &making->largest[number];
        if (*largest == KAM_NONE || is_larger(diff, movement, &diff->movements[*largest]))
            *largest = (uint32_t)i;
    }
    for (size_t i = 0; i < dependence->names.count; i++)
        if (making->largest[i] != KAM_NONE)
            note_reference(making, &diff->movements[making->largest[i]]);
}

static enum kam_status judge(struct making *making)
{
    const struct kam_dependence *dependence = making->dependence;
    const struct kam_diff *diff = dependence->diff;
    const struct kam_table *table = &diff->old->table;
    struct kam_row_source rows = kam_row_source_of_table(table);
    struct kam_binding binding;
    enum kam_status status =
        kam_binding_make(&binding, &dependence->rules->reference, table->names, table->width,
                         kam_window_last(&diff->old->window), &making->arena, making->error);

    for (size_t i = 0; i < diff->count && !status; i++) {
        const struct kam_movement *movement = &diff->movements[i];
        bool holds = false;
        if (movement->old_row == KAM_NONE)
            continue;
        status = kam_binding_holds(&binding, &rows, movement->old_row, &holds, making->error);
        if (status)
            kam_table_place_error(table, movement->old_row, making->error);
        else if (holds)
            note_reference(making, movement);
    }
    return status;
}

/* ---- all of it ------------------------------------------------------------------------------- */

static enum kam_status find_columns(struct kam_dependence *dependence, struct kam_error *error)
{
    const struct kam_diff *diff = dependence->diff;
    const struct kam_model_dependence *rules = dependence->rules;
    enum kam_status status =
        kam_table_optional(&diff->old->table, rules->segment, &dependence->old_column, error);

    return status
               ? status
               : kam_table_require_for(&diff->new->table, rules->segment, KAM_TEXT("[dependence]"),
                                       &rules->place, &dependence->new_column, error);
}

enum kam_status kam_dependence_make(struct kam_dependence *dependence, const struct kam_diff *diff,
                                    const struct kam_model_dependence *rules,
                                    struct kam_error *error)
{
    struct making making = {.dependence = dependence, .error = error};

    *dependence = (struct kam_dependence){.diff = diff, .rules = rules};
    enum kam_status status = find_columns(dependence, error);
    if (!status)
        status = allocate(&making);
    if (!status)
        status = sum_segments(&making);
    if (!status && rules->reference.term_count)
        status = judge(&making);
    else if (!status)
        find_largest(&making);
    free(making.largest);
    kam_arena_free(&making.arena);
    return status;
}

void kam_dependence_free(struct kam_dependence *dependence)
{
    kam_map_free(&dependence->names);
    free(dependence->segments);
    free(dependence->segment_of);
    free(dependence->is_reference);
    *dependence = (struct kam_dependence){.diff = NULL};
}

/* ---- what is asked for ----------------------------------------------------------------------- */

const struct kam_dependence_segment *kam_dependence_segment(const struct kam_dependence *dependence,
                                                            const struct kam_movement *movement)
{
    uint32_t number =
        movement->new_row == KAM_NONE ? KAM_NONE : dependence->segment_of[movement->new_row];

    return number == KAM_NONE ? NULL : &dependence->segments[number];
}

bool kam_dependence_share(const struct kam_dependence *dependence,
                          const struct kam_movement *movement, struct kam_decimal *share)
{
    const struct kam_dependence_segment *segment = kam_dependence_segment(dependence, movement);

    return segment && kam_decimal_sign(segment->revenue) > 0 &&
           kam_decimal_divide(movement->revenue_to, segment->revenue, KAM_DEPENDENCE_PLACES,
                              share) == KAM_NUMBER_OK;
}

/* Whether MOVEMENT has at least PART of REVENUE. */
static bool reaches(const struct kam_movement *movement, struct kam_decimal part,
                    struct kam_decimal revenue)
{
    return kam_decimal_compare_products(movement->revenue_to, kam_decimal_of(1), part, revenue) >=
           0;
}

struct kam_text kam_dependence_word(const struct kam_dependence *dependence,
                                    const struct kam_movement *movement)
{
    const struct kam_dependence_segment *segment = kam_dependence_segment(dependence, movement);

    if (!segment || kam_decimal_sign(segment->revenue) <= 0)
        return KAM_TEXT("");
    if (reaches(movement, dependence->rules->monopoly, segment->revenue))
        return KAM_TEXT("monopoly");
    return reaches(movement, dependence->rules->selective, segment->revenue)
               ? KAM_TEXT("selective")
               : KAM_TEXT("intensive");
}

bool kam_dependence_following(const struct kam_dependence *dependence,
                              const struct kam_movement *movement, struct kam_decimal *loss)
{
    const struct kam_dependence_segment *segment = kam_dependence_segment(dependence, movement);
    const struct kam_decimal follow = dependence->rules->follow;

    *loss = KAM_DECIMAL_ZERO;
    if (!segment || !dependence->is_reference[movement->new_row])
        return true;
    *loss = segment->positive;
    if (kam_decimal_sign(movement->revenue_to) > 0 &&
        !kam_decimal_subtract(loss, movement->revenue_to))
        return false;
    return kam_decimal_compare(follow, kam_decimal_of(1)) == 0 ||
           kam_decimal_multiply(*loss, follow, dependence->diff->places, loss) == KAM_NUMBER_OK;
}
