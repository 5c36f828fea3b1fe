#include "whatif/flip.h"

#include "account/prospect.h"
#include "tier/tiercell.h"

#include <stdlib.h>

enum kam_status kam_flips_check(const struct kam_whatif *whatif, struct kam_error *error)
{
    const struct kam_place place = {.file = whatif->tiering->table->files[0]};

    if (whatif->is_scored)
        return KAM_OK;
    return kam_error_at(error, KAM_DATA, &place,
                        "no column 'score', so that no weight could move anybody: run kam-score "
                        "first");
}

/* ---- smallest first ---------------------------------------------------------------------------
 */

static struct kam_decimal weight_of(const struct kam_flips *flips, const struct kam_flip *flip)
{
    return flips->whatif->weights.items[flip->dimension];
}

/* How far the weight is from the one in force. */
static struct kam_decimal distance(const struct kam_flips *flips, const struct kam_flip *flip)
{
    struct kam_decimal far = flip->to;

    /* Both are at least 0. */
    (void)!kam_decimal_subtract(&far, weight_of(flips, flip));
    return kam_decimal_sign(far) < 0 ? kam_decimal_negate(far) : far;
}

/* Whether A is a smaller change than B: as part of the weight; those of weights of 0 come last. */
static bool is_smaller(const struct kam_flips *flips, const struct kam_flip *a,
                       const struct kam_flip *b)
{
    struct kam_decimal of_a = weight_of(flips, a), of_b = weight_of(flips, b);

    if (a->found != b->found)
        return a->found;
    if (!a->found || (kam_decimal_sign(of_a) == 0) != (kam_decimal_sign(of_b) == 0))
        return a->found && kam_decimal_sign(of_a) != 0;
    if (kam_decimal_sign(of_a) == 0)
        return kam_decimal_compare(distance(flips, a), distance(flips, b)) < 0;
    return kam_decimal_compare_products(distance(flips, a), of_b, distance(flips, b), of_a) < 0;
}

/* Put FLIP among those from FIRST on. */
static void insert(struct kam_flips *flips, size_t first, const struct kam_flip *flip)
{
    size_t place = flips->count++;

    for (; place > first && is_smaller(flips, flip, &flips->items[place - 1]); place--)
        flips->items[place] = flips->items[place - 1];
    flips->items[place] = *flip;
}

/* ---- the list ---------------------------------------------------------------------------------
 */

static enum kam_status check_customer(const struct kam_table *table, uint32_t row,
                                      struct kam_error *error)
{
    size_t lines;
    enum kam_status status = kam_table_optional(table, KAM_TEXT("lines"), &lines, error);

    if (status || !kam_is_prospect(table, lines, row))
        return status;
    struct kam_place place = kam_table_place(table, row, lines);
    return kam_error_at(error, KAM_DATA, &place,
                        "a prospect is in no tier of the cut, whatever the weights are");
}

enum kam_status kam_flips_add(struct kam_flips *flips, uint32_t row, struct kam_error *error)
{
    const struct kam_whatif *whatif = flips->whatif;
    size_t first = flips->count, added = 2 * whatif->points.count;
    enum kam_status status = check_customer(whatif->tiering->table, row, error);

    if (!status &&
        !kam_array_reserve(&flips->items, &flips->capacity, first + added, sizeof *flips->items))
        status = kam_error_nomem(error);
    for (size_t i = 0; i < added && !status; i++) {
        struct kam_flip flip = {
            .row = row, .dimension = i / 2, .way = i % 2 ? KAM_WAY_UP : KAM_WAY_DOWN};
        status = kam_flip_search(whatif, &flip, error);
        insert(flips, first, &flip);
    }
    return status;
}

static void write_change(const struct kam_flips *flips, const struct kam_flip *flip,
                         struct kam_writer *writer)
{
    struct kam_decimal weight = weight_of(flips, flip), change = distance(flips, flip);

    if (kam_decimal_sign(weight) == 0 ||
        kam_decimal_divide(change, weight, KAM_PLACES_RATIO, &change) != KAM_NUMBER_OK)
        kam_tiercell_empty(writer, 1);
    else
        kam_tiercell_number(writer, flip->way == KAM_WAY_DOWN ? kam_decimal_negate(change) : change,
                            KAM_PLACES_RATIO);
}

static void write_row(const struct kam_flips *flips, const struct kam_flip *flip, size_t account_id,
                      struct kam_writer *writer)
{
    const struct kam_whatif *whatif = flips->whatif;
    const struct kam_tiering *tiering = whatif->tiering;
    const struct kam_text *names = tiering->tiers->names.items;

    kam_writer_cell(writer, kam_table_cell(tiering->table, flip->row, account_id), KAM_CELL_ID);
    kam_tiercell_text(writer, whatif->model->dimensions[flip->dimension].name);
    kam_tiercell_text(writer, flip->way == KAM_WAY_UP ? KAM_TEXT("up") : KAM_TEXT("down"));
    kam_tiercell_number(writer, weight_of(flips, flip), 0);
    if (flip->found) {
        kam_tiercell_number(writer, flip->to, 0);
        write_change(flips, flip, writer);
    } else {
        kam_tiercell_empty(writer, 2);
    }
    kam_tiercell_text(writer, names[tiering->verdicts[flip->row].tier]);
    kam_tiercell_text(writer, flip->found ? names[flip->tier] : KAM_TEXT(""));
    kam_writer_end_row(writer);
}

void kam_flips_write(const struct kam_flips *flips, struct kam_writer *writer)
{
    static const char *const names[] = {"account_id", "dimension", "side", "weight",
                                        "weight_to",  "change",    "tier", "tier_to"};
    size_t account_id = kam_table_find(flips->whatif->tiering->table, KAM_TEXT("account_id"));

    kam_tiercell_names(writer, names, sizeof names / sizeof *names);
    kam_writer_end_row(writer);
    for (size_t i = 0; i < flips->count; i++)
        write_row(flips, &flips->items[i], account_id, writer);
}

void kam_flips_free(struct kam_flips *flips)
{
    free(flips->items);
    *flips = (struct kam_flips){0};
}
