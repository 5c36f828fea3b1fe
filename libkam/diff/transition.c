#include "diff/transition.h"
#include "tier/tiercell.h"

#include <stdlib.h>

bool kam_transition_parse(struct kam_text name, enum kam_transition_figure *figure)
{
    static const char *const names[] = {
        [KAM_TRANSITION_CUSTOMERS] = "customers",
        [KAM_TRANSITION_REVENUE_FROM] = "revenue-from",
        [KAM_TRANSITION_REVENUE_TO] = "revenue-to",
        [KAM_TRANSITION_REVENUE_DELTA] = "revenue-delta",
    };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (kam_text_equal(name, kam_text_of(names[i]))) {
            *figure = (enum kam_transition_figure)i;
            return true;
        }
    return false;
}

/* ---- rows and columns: the tiers, parts, absent, total ----------------------------------------
 */

static size_t size_of(const struct kam_diff *diff)
{
    return (size_t)diff->ladder->tiers.count + (diff->has_accounts ? 3 : 2);
}

static size_t total_of(const struct kam_diff *diff)
{
    return size_of(diff) - 1;
}

static size_t absent_of(const struct kam_diff *diff)
{
    return size_of(diff) - 2;
}

/* Split, or merged: there only with accounts. */
static size_t part_of(const struct kam_diff *diff)
{
    return diff->ladder->tiers.count;
}

/* The name of row or column I, parts being called PART. */
static struct kam_text name_of(const struct kam_diff *diff, size_t i, struct kam_text part)
{
    if (i < diff->ladder->tiers.count)
        return diff->ladder->tiers.texts[i];
    return i == total_of(diff)    ? KAM_TEXT("total")
           : i == absent_of(diff) ? KAM_TEXT("absent")
                                  : part;
}

enum kam_status kam_transition_check(const struct kam_diff *diff, struct kam_error *error)
{
    static const struct {
        const char *name, *place;
        bool of_parts;
    } taken[] = {
        {"tier_from", "column", false}, {"absent", "column", false}, {"total", "column", false},
        {"merged", "column", true},     {"split", "row", true},
    };

    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) {
        struct kam_text name = kam_text_of(taken[i].name);
        if ((diff->has_accounts || !taken[i].of_parts) &&
            kam_map_find(&diff->ladder->tiers, name) != KAM_NONE)
            return kam_error_set(error, KAM_DATA,
                                 "a tier is called %s, which is a %s of the summary by itself",
                                 kam_show(name).s, taken[i].place);
    }
    return KAM_OK;
}

static size_t row_of(const struct kam_diff *diff, const struct kam_movement *movement)
{
    if (movement->move == KAM_MOVE_SPLIT)
        return part_of(diff);
    if (movement->old_row == KAM_NONE || kam_movement_has(movement, KAM_TRAIT_LOST_OLD))
        return absent_of(diff);
    return movement->tier_from;
}

static size_t column_of(const struct kam_diff *diff, const struct kam_movement *movement)
{
    if (movement->move == KAM_MOVE_MERGED)
        return part_of(diff);
    if (movement->new_row == KAM_NONE || kam_movement_has(movement, KAM_TRAIT_LOST_NEW))
        return absent_of(diff);
    return movement->tier_to;
}

/* ---- cells ------------------------------------------------------------------------------------
 */

static struct kam_decimal figure_of(const struct kam_movement *movement,
                                    enum kam_transition_figure figure)
{
    switch (figure) {
    case KAM_TRANSITION_REVENUE_FROM:
        return movement->revenue_from;
    case KAM_TRANSITION_REVENUE_TO:
        return movement->revenue_to;
    case KAM_TRANSITION_REVENUE_DELTA:
        return movement->revenue_delta;
    case KAM_TRANSITION_CUSTOMERS:
        break;
    }
    return kam_decimal_of(1);
}

static bool add_movement(struct kam_transition *transition, const struct kam_movement *movement)
{
    const struct kam_diff *diff = transition->diff;
    size_t size = transition->size, total = total_of(diff);
    size_t row = row_of(diff, movement), column = column_of(diff, movement);
    struct kam_decimal figure = figure_of(movement, transition->options.figure);

    return kam_decimal_add(&transition->cells[row * size + column], figure) &&
           kam_decimal_add(&transition->cells[row * size + total], figure) &&
           kam_decimal_add(&transition->cells[total * size + column], figure) &&
           kam_decimal_add(&transition->cells[total * size + total], figure);
}

/* The cells of a row become shares of its total. */
static bool divide_row(struct kam_decimal *row, size_t size)
{
    struct kam_decimal total = row[size - 1];

    for (size_t column = 0; column < size; column++)
        if (kam_decimal_sign(total) == 0)
            row[column] = KAM_NO_NUMBER;
        else if (kam_decimal_divide(row[column], total, KAM_PLACES_SHARE, &row[column]) !=
                 KAM_NUMBER_OK)
            return false;
    return true;
}

enum kam_status kam_transition_compute(struct kam_transition *transition,
                                       const struct kam_diff *diff,
                                       const struct kam_transition_options *options,
                                       struct kam_error *error)
{
    size_t size = size_of(diff);
    bool ok = true;

    *transition = (struct kam_transition){.diff = diff, .options = *options, .size = size};
    transition->cells = calloc(size, size * sizeof *transition->cells);
    if (!transition->cells)
        return kam_error_nomem(error);
    for (size_t i = 0; ok && i < diff->count; i++)
        ok = add_movement(transition, &diff->movements[i]);
    if (!ok)
        return kam_diff_too_large(error);
    for (size_t row = 0; ok && options->form == KAM_TRANSITION_RATES && row < size; row++)
        ok = divide_row(&transition->cells[row * size], size);
    return ok ? KAM_OK : kam_error_set(error, KAM_DATA, "a rate is too large a number");
}

void kam_transition_free(struct kam_transition *transition)
{
    free(transition->cells);
    memset(transition, 0, sizeof *transition);
}

/* ---- as a table -------------------------------------------------------------------------------
 */

/* Decimal places that cells have at least. */
static int places_of(const struct kam_transition *transition)
{
    if (transition->options.form == KAM_TRANSITION_RATES)
        return KAM_PLACES_SHARE;
    return transition->options.figure == KAM_TRANSITION_CUSTOMERS ? 0 : transition->diff->places;
}

void kam_transition_write(const struct kam_transition *transition, struct kam_writer *writer)
{
    const struct kam_diff *diff = transition->diff;
    size_t size = transition->size;
    int places = places_of(transition);

    kam_tiercell_text(writer, KAM_TEXT("tier_from"));
    for (size_t column = 0; column < size; column++)
        kam_tiercell_text(writer, name_of(diff, column, KAM_TEXT("merged")));
    kam_writer_end_row(writer);
    for (size_t row = 0; row < size; row++) {
        kam_tiercell_text(writer, name_of(diff, row, KAM_TEXT("split")));
        for (size_t column = 0; column < size; column++)
            kam_tiercell_optional(writer, transition->cells[row * size + column], places);
        kam_writer_end_row(writer);
    }
}
