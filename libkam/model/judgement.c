#include "model/judgement.h"

#include <math.h>

/* What a product of reciprocals may be off by; 0.33 * 3 passes, whatever its bits are. */
static const double tolerance = 0.01 + 1e-9;

struct reading {
    const struct kam_matrix *matrix;
    const struct kam_text_list *names;
    const struct kam_place *place;
    struct kam_error *error;
};

static struct kam_text cell_of(const struct reading *r, size_t i, size_t j)
{
    return r->matrix->cells[i * r->matrix->width + j];
}

/* The two numbers of a cell; the second is 1 where it is no fraction. */
static void split(struct kam_text cell, struct kam_text *above, struct kam_text *below)
{
    bool is_fraction;

    *above = kam_text_split(&cell, '/', &is_fraction);
    *below = is_fraction ? cell : KAM_TEXT("1");
}

static bool read_number(struct kam_text text, double *number)
{
    struct kam_decimal value;

    if (kam_decimal_parse(text, &value) != KAM_NUMBER_OK)
        return false;
    *number = kam_decimal_to_double(value);
    return *number > 0;
}

static enum kam_status read_cell(const struct reading *r, size_t i, size_t j, double *value)
{
    struct kam_text cell = cell_of(r, i, j), above, below;
    double divisor;

    split(cell, &above, &below);
    if (!read_number(above, value) || !read_number(below, &divisor))
        return kam_error_at(r->error, KAM_USAGE, r->place,
                            "row %s, column %s: %s is no comparison: a number above 0 is needed, "
                            "such as 3, 0.5 or 1/3",
                            r->names->items[i].ptr, r->names->items[j].ptr, kam_show(cell).s);
    *value /= divisor;
    return KAM_OK;
}

/* KAM_USAGE: what stands below the diagonal isn't the reciprocal of what stands above it. */
static enum kam_status reject_pair(const struct reading *r, size_t row, size_t column)
{
    struct kam_text above, below, upper = cell_of(r, column, row);
    bool whole;

    split(upper, &above, &below);
    whole = kam_text_equal(above, KAM_TEXT("1"));
    return kam_error_at(r->error, KAM_USAGE, r->place,
                        "row %s, column %s: %s, but row %s, column %s has %s, so that %.*s%s%.*s "
                        "would be right here",
                        r->names->items[row].ptr, r->names->items[column].ptr,
                        kam_show(cell_of(r, row, column)).s, r->names->items[column].ptr,
                        r->names->items[row].ptr, kam_show(upper).s, (int)below.len, below.ptr,
                        whole ? "" : "/", whole ? 0 : (int)above.len, above.ptr);
}

static enum kam_status read_pair(const struct reading *r, size_t row, size_t column, double *square)
{
    size_t count = r->names->count;
    double upper, lower;
    enum kam_status status = read_cell(r, column, row, &upper);

    if (!status)
        status = read_cell(r, row, column, &lower);
    if (status)
        return status;
    if (fabs(upper * lower - 1) > tolerance)
        return reject_pair(r, row, column);
    square[column * count + row] = upper;
    square[row * count + column] = 1 / upper;
    return KAM_OK;
}

static enum kam_status read_row(const struct reading *r, size_t row, double *square)
{
    enum kam_status status = KAM_OK;
    double own;

    for (size_t column = 0; column < row && !status; column++)
        status = read_pair(r, row, column, square);
    if (!status)
        status = read_cell(r, row, row, &own);
    if (status)
        return status;
    if (own != 1)
        return kam_error_at(r->error, KAM_USAGE, r->place,
                            "row %s, column %s: %s, but a dimension compared with itself is 1",
                            r->names->items[row].ptr, r->names->items[row].ptr,
                            kam_show(cell_of(r, row, row)).s);
    square[row * r->names->count + row] = 1;
    return KAM_OK;
}

static enum kam_status check_size(const struct reading *r)
{
    size_t count = r->names->count;

    if (count > KAM_JUDGEMENTS_MOST)
        return kam_error_at(r->error, KAM_USAGE, r->place,
                            "%zu dimensions, but how consistent comparisons are is known for %d "
                            "at most",
                            count, KAM_JUDGEMENTS_MOST);
    if (r->matrix->height != count || r->matrix->width != count)
        return kam_error_at(r->error, KAM_USAGE, r->place,
                            "%zu by %zu comparisons, but %zu %s need %zu by %zu: a row and a "
                            "column for each, in the order of the file; ' / ' ends a row",
                            r->matrix->height, r->matrix->width, count,
                            count == 1 ? "dimension" : "dimensions", count, count);
    return KAM_OK;
}

enum kam_status kam_judgements_read(const double **judgements, const struct kam_matrix *matrix,
                                    const struct kam_text_list *names,
                                    const struct kam_place *place, struct kam_arena *arena,
                                    struct kam_error *error)
{
    const struct reading r = {matrix, names, place, error};
    enum kam_status status = check_size(&r);

    if (status)
        return status;
    double *square = kam_arena_calloc(arena, names->count * names->count, sizeof *square);
    if (!square)
        return kam_error_nomem(error);
    for (size_t row = 0; row < names->count && !status; row++)
        status = read_row(&r, row, square);
    *judgements = square;
    return status;
}
