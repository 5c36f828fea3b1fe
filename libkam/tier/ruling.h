/*
 * ruling: which rules of a model hold for which customer: [admit], [category] and [flag].
 *
 * Of what kam-tier adds the rules see rank and shares (shares.h) and nothing else, so that they are
 * known before anything is cut. They are numbered: admissions first, then categories, then
 * flags, each in the order of the model.
 */
#ifndef KAM_TIER_RULING_H
#define KAM_TIER_RULING_H

#include "model/binding.h"
#include "model/model.h"
#include "tier/shares.h"

enum { KAM_RULING_WORD = 64 }; /* rules in one word of bits */

/* Zero-initialised it has no rules. It takes 8 bytes a row for each 64 rules. */
struct kam_ruling {
    const struct kam_model *model;     /* borrowed */
    const struct kam_table *table;     /* borrowed */
    const struct kam_shares *shares;   /* borrowed */
    size_t places[KAM_SHARES_COLUMNS]; /* of the columns of shares, for kam_shares_cells */
    struct kam_window window;          /* the months of the table */
    const struct kam_text *names;      /* of the columns that rules see: the table's, then others */
    size_t width;                      /* how many these are */
    struct kam_binding *bindings;      /* per rule */
    size_t count;                      /* of rules */
    size_t first_category, first_flag;
    size_t words;   /* per row */
    uint64_t *bits; /* of the rules that hold, words per row */
    struct kam_arena arena;
};

/*
 * Put all rules of MODEL to all rows of TABLE with SHARES, in THREADS threads, at most as many as a
 * pipeline takes; all three have to outlive RULING. KAM_DATA where a
 * column is missing, which names the rule, or where a cell is text that a rule compares as a
 * number or a month. To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_ruling_make(struct kam_ruling *ruling,
                                               const struct kam_model *model,
                                               const struct kam_table *table,
                                               const struct kam_shares *shares, unsigned threads,
                                               struct kam_error *error);

void kam_ruling_free(struct kam_ruling *ruling);

/* The cells of the table as rules see them; CELLS are borrowed and filled. */
struct kam_row_source kam_ruling_rows(const struct kam_ruling *ruling,
                                      struct kam_shares_cells *cells);

/* Rule NUMBER as the model has it. */
const struct kam_model_rule *kam_ruling_rule(const struct kam_ruling *ruling, size_t number);

/* Whether ROW is no customer yet. */
static inline bool kam_ruling_is_prospect(const struct kam_ruling *ruling, size_t row)
{
    return ruling->shares->positions[row] >= ruling->shares->ranking->count;
}

static inline bool kam_ruling_holds(const struct kam_ruling *ruling, uint32_t row, size_t number)
{
    uint64_t word = ruling->bits[row * ruling->words + number / KAM_RULING_WORD];

    return word >> number % KAM_RULING_WORD & 1;
}

/* True if any rule holds for ROW: for most customers none does. */
static inline bool kam_ruling_holds_any(const struct kam_ruling *ruling, uint32_t row)
{
    uint64_t all = 0;

    for (size_t w = 0; w < ruling->words; w++)
        all |= ruling->bits[row * ruling->words + w];
    return all != 0;
}

/*
 * The admission that lifts ROW highest, and the flag that caps it lowest: of several the first.
 * KAM_NO_RULE if none does.
 */
#define KAM_NO_RULE SIZE_MAX
size_t kam_ruling_admission(const struct kam_ruling *ruling, uint32_t row);
size_t kam_ruling_cap(const struct kam_ruling *ruling, uint32_t row);

#endif
