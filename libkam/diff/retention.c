#include "diff/retention.h"
#include "tier/tiercell.h"

#include <stdlib.h>

static const char *const header[] = {"customers", "lost", "revenue_from", "retained",
                                     "nrr",       "grr",  "logo_churn"};

enum { HEADER_COUNT = sizeof header / sizeof *header };

enum kam_status kam_retention_check(struct kam_text name, struct kam_error *error)
{
    return kam_strata_check_name(name, header, HEADER_COUNT, error);
}

/* What one customer adds to the sums. */
struct share {
    bool counts; /* among the customers; otherwise it only took some of them in */
    bool lost;
    struct kam_decimal base, retained;
};

/* False if MOVEMENT's customer has nothing to do with those there were. */
static bool concerns(const struct kam_diff *diff, const struct kam_movement *movement,
                     struct share *share)
{
    bool took_in =
        movement->transfer != KAM_NONE && diff->transfers[movement->transfer].merged_counted > 0;

    share->counts = kam_movement_had_revenue(movement);
    share->lost = movement->move == KAM_MOVE_LOST;
    return share->counts || took_in;
}

static bool take_share(const struct kam_diff *diff, const struct kam_movement *movement,
                       struct share *share)
{
    share->base = share->counts ? movement->revenue_from : KAM_DECIMAL_ZERO;
    return kam_diff_organic(diff, movement, &share->retained) &&
           kam_decimal_add(&share->retained, share->base);
}

static bool add(struct kam_retention_row *row, const struct share *share)
{
    bool grew = kam_decimal_compare(share->retained, share->base) > 0;

    row->customers += share->counts;
    row->lost += share->counts && share->lost;
    return kam_decimal_add(&row->revenue_from, share->base) &&
           kam_decimal_add(&row->retained, share->retained) &&
           kam_decimal_add(&row->kept, grew ? share->base : share->retained);
}

static bool add_movement(struct kam_retention *retention, size_t i)
{
    const struct kam_diff *diff = retention->diff;
    const struct kam_movement *movement = &diff->movements[i];
    struct share share;

    if (!concerns(diff, movement, &share))
        return true;
    if (!take_share(diff, movement, &share) || !add(&retention->rows[retention->count - 1], &share))
        return false;
    return !retention->strata ||
           add(&retention->rows[kam_stratum_before(retention->strata, i)], &share);
}

/* False if it is too large; of nothing there is none. */
static bool divide(struct kam_decimal part, struct kam_decimal whole, struct kam_decimal *ratio)
{
    *ratio = KAM_NO_NUMBER;
    return kam_decimal_sign(whole) == 0 ||
           kam_decimal_divide(part, whole, KAM_PLACES_SHARE, ratio) == KAM_NUMBER_OK;
}

static bool take_ratios(struct kam_retention_row *row)
{
    return divide(row->retained, row->revenue_from, &row->nrr) &&
           divide(row->kept, row->revenue_from, &row->grr) &&
           divide(kam_decimal_of((int64_t)row->lost), kam_decimal_of((int64_t)row->customers),
                  &row->logo_churn);
}

enum kam_status kam_retention_compute(struct kam_retention *retention, const struct kam_diff *diff,
                                      const struct kam_strata *strata, struct kam_error *error)
{
    bool ok = true;

    *retention = (struct kam_retention){
        .diff = diff, .strata = strata, .count = strata ? strata->count + 1 : 1};
    retention->rows = calloc(retention->count, sizeof *retention->rows);
    if (!retention->rows)
        return kam_error_nomem(error);
    for (size_t i = 0; ok && i < diff->count; i++)
        ok = add_movement(retention, i);
    if (!ok)
        return kam_diff_too_large(error);
    for (size_t row = 0; ok && row < retention->count; row++)
        ok = take_ratios(&retention->rows[row]);
    return ok ? KAM_OK : kam_error_set(error, KAM_DATA, "a rate is too large a number");
}

void kam_retention_free(struct kam_retention *retention)
{
    free(retention->rows);
    memset(retention, 0, sizeof *retention);
}

void kam_retention_write(const struct kam_retention *retention, struct kam_writer *writer)
{
    int places = retention->diff->places;

    if (retention->strata)
        kam_tiercell_text(writer, retention->strata->name);
    kam_tiercell_names(writer, header, HEADER_COUNT);
    kam_writer_end_row(writer);
    for (size_t i = 0; i < retention->count; i++) {
        const struct kam_retention_row *row = &retention->rows[i];
        if (retention->strata)
            kam_stratum_write(retention->strata, i, writer);
        kam_tiercell_count(writer, row->customers);
        kam_tiercell_count(writer, row->lost);
        kam_tiercell_number(writer, row->revenue_from, places);
        kam_tiercell_number(writer, row->retained, places);
        kam_tiercell_optional(writer, row->nrr, KAM_PLACES_SHARE);
        kam_tiercell_optional(writer, row->grr, KAM_PLACES_SHARE);
        kam_tiercell_optional(writer, row->logo_churn, KAM_PLACES_SHARE);
        kam_writer_end_row(writer);
    }
}
