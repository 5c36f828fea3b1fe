#include "score/weight.h"

#include "score/ahp.h"
#include "score/apportion.h"
#include "score/critic.h"
#include "score/entropy.h"

const char *kam_weighting_name(enum kam_weighting method)
{
    static const char *const names[KAM_WEIGHTINGS] = {"given", "ahp", "entropy", "critic"};

    return names[method];
}

/* ---- from points --------------------------------------------------------------------------- */

/* KAM_DATA: why METHOD can't tell weights from SAMPLE, and what would help. */
static enum kam_status reject(enum kam_unfit unfit, enum kam_weighting method,
                              const struct kam_sample *sample, size_t dimension,
                              const struct kam_model *model, struct kam_error *error)
{
    const char *name = kam_weighting_name(method);
    const struct kam_place *weights = &model->weights.place;
    char digits[KAM_DECIMAL_SIZE];

    if (unfit == KAM_UNFIT_FEW)
        return kam_error_at(error, KAM_DATA, weights,
                            "weights by %s need at least two rows with points in every dimension, "
                            "but there %s %zu",
                            name, sample->rows == 1 ? "is" : "are", sample->rows);
    if (unfit == KAM_UNFIT_ALIKE)
        return kam_error_at(error, KAM_DATA, weights,
                            method == KAM_WEIGHTS_CRITIC
                                ? "weights by %s can't be found: in all dimensions the rows go up "
                                  "and down together"
                                : "weights by %s can't be found: in every dimension all rows have "
                                  "the same points",
                            name);
    struct kam_place place = model->dimensions[dimension].place;
    place.column = model->dimensions[dimension].name.ptr;
    kam_double_format(kam_points_value(sample->columns[dimension].high), KAM_POINTS_PLACES, digits);
    return kam_error_at(error, KAM_DATA, &place,
                        unfit == KAM_UNFIT_ZEROS
                            ? "all rows have %s points, from which %s finds no weight; give it "
                              "another scale, or leave it out"
                            : "all rows have %s points, and %s needs them to differ; give it "
                              "another scale, leave it out, or use entropy, where it weighs 0",
                        digits, name);
}

static enum kam_status find_from_points(double *shares, enum kam_weighting method,
                                        const struct kam_model *model,
                                        const struct kam_pointtable *points,
                                        struct kam_arena *arena, struct kam_error *error)
{
    struct kam_sample sample;
    size_t dimension = 0;

    if (!points)
        return kam_error_at(error, KAM_USAGE, &model->weights.place,
                            "weights by %s come from the data: name the table, or - for standard "
                            "input",
                            kam_weighting_name(method));
    if (!kam_sample_make(&sample, points, arena))
        return kam_error_nomem(error);
    enum kam_unfit unfit = method == KAM_WEIGHTS_CRITIC
                               ? kam_critic_shares(&sample, shares, &dimension)
                               : kam_entropy_shares(&sample, shares, &dimension);
    return unfit == KAM_FIT ? KAM_OK : reject(unfit, method, &sample, dimension, model, error);
}

/* ---- from comparisons ---------------------------------------------------------------------- */

enum kam_status kam_weights_check_consistency(const struct kam_model *model,
                                              struct kam_error *error)
{
    struct kam_ahp ahp;
    char ratio[KAM_DECIMAL_SIZE], judged[KAM_DECIMAL_SIZE], implied[KAM_DECIMAL_SIZE];

    if (model->weights.method != KAM_WEIGHTS_AHP || !model->dimension_count)
        return KAM_OK;
    kam_ahp_solve(&ahp, model->weights.judgements, model->dimension_count);
    if (ahp.consistency_ratio <= KAM_AHP_TOLERABLE)
        return KAM_OK;
    kam_double_format(ahp.consistency_ratio, 4, ratio);
    kam_double_format(ahp.judged, 2, judged);
    kam_double_format(ahp.implied, 2, implied);
    return kam_error_at(error, KAM_DATA, &model->weights.place,
                        "the comparisons contradict each other, with a consistency ratio of %s, "
                        "above 0.10; most of all row %s, column %s: it says %s, while all of them "
                        "together say %s",
                        ratio, model->dimensions[ahp.row].name.ptr,
                        model->dimensions[ahp.column].name.ptr, judged, implied);
}

/* ---- rounded ------------------------------------------------------------------------------- */

/*
 * SHARES of TOTAL as weights. What kam_apportion rounds to units of 10^-4 is a hundred times as
 * much, so that its units are those of weights.
 */
static bool round_shares(const double *shares, size_t count, struct kam_decimal total,
                         struct kam_decimal *weights, struct kam_arena *arena)
{
    enum { PLACES_BEYOND = 100 };
    const kam_int128 unit = 1000000000000; /* 10^-6 in units of 10^-18 */
    struct kam_share *parts = kam_arena_calloc(arena, count, sizeof *parts);

    if (!parts)
        return false;
    for (size_t d = 0; d < count; d++)
        parts[d].exact = shares[d] * kam_decimal_to_double(total) * PLACES_BEYOND;
    kam_apportion_to(parts, count, (int64_t)(total.units / unit));
    for (size_t d = 0; d < count; d++)
        weights[d].units = parts[d].rounded * unit;
    return true;
}

static enum kam_status find(struct kam_decimal *items, enum kam_weighting method,
                            struct kam_decimal total, const struct kam_model *model,
                            const struct kam_pointtable *points, struct kam_arena *arena,
                            struct kam_error *error)
{
    size_t count = model->dimension_count;
    double *shares = kam_arena_calloc(arena, count, sizeof *shares);
    enum kam_status status = KAM_OK;
    struct kam_ahp ahp;

    if (!shares)
        return kam_error_nomem(error);
    if (kam_weighting_needs_points(method)) {
        status = find_from_points(shares, method, model, points, arena, error);
    } else {
        kam_ahp_solve(&ahp, model->weights.judgements, count);
        memcpy(shares, ahp.weights, count * sizeof *shares);
    }
    if (status)
        return status;
    return round_shares(shares, count, total, items, arena) ? KAM_OK : kam_error_nomem(error);
}

enum kam_status kam_weights_find_by(struct kam_weights *weights, enum kam_weighting method,
                                    struct kam_decimal total, const struct kam_model *model,
                                    const struct kam_pointtable *points, struct kam_arena *arena,
                                    struct kam_error *error)
{
    size_t count = model->dimension_count;
    struct kam_decimal *items = kam_arena_calloc(arena, count, sizeof *items);

    if (!items)
        return kam_error_nomem(error);
    *weights = (struct kam_weights){.items = items, .count = count, .sum = total};
    if (method != KAM_WEIGHTS_GIVEN)
        return find(items, method, total, model, points, arena, error);
    for (size_t d = 0; d < count; d++)
        items[d] = model->dimensions[d].weight;
    return kam_model_weight_sum(model, &weights->sum, error);
}

enum kam_status kam_weights_find(struct kam_weights *weights, const struct kam_model *model,
                                 const struct kam_pointtable *points, struct kam_arena *arena,
                                 struct kam_error *error)
{
    const struct kam_model_weights *rule = &model->weights;
    bool said = kam_decimal_sign(rule->total) > 0;

    return kam_weights_find_by(weights, rule->method, said ? rule->total : kam_decimal_of(1), model,
                               points, arena, error);
}
