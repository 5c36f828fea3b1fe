#include "import/accountpiece.h"
#include "table/columns.h"

#include <stdlib.h>

struct kam_text kam_account_columns_key(const struct kam_account_columns *columns,
                                        const struct kam_account *account)
{
    return columns->our_key == SIZE_MAX
               ? kam_account_id(account)
               : kam_account_attribute(account, columns->fields.layout, columns->our_key);
}

const struct kam_decimal *kam_account_columns_cost(const struct kam_account_columns *columns,
                                                   const struct kam_account *account)
{
    return columns->cost == SIZE_MAX ? NULL : &kam_account_sums(account)[columns->cost];
}

enum kam_status kam_account_columns_compute(const struct kam_account_columns *columns,
                                            const struct kam_account *account,
                                            struct kam_figures *figures, struct kam_error *error)
{
    return kam_figures_compute(figures, account, columns->months,
                               kam_account_columns_cost(columns, account), error);
}

enum kam_status kam_account_piece_open(struct kam_account_piece *piece,
                                       const struct kam_account_columns *columns,
                                       const struct kam_store *store,
                                       const struct kam_writer_options *options,
                                       struct kam_error *error)
{
    size_t sets = kam_store_layout(store)->set_count;

    *piece = (struct kam_account_piece){.columns = columns};
    enum kam_status status = kam_output_keep(&piece->output, error);
    if (status)
        return status;
    kam_writer_init(&piece->writer, piece->output, options);
    piece->sets = calloc(sets ? sets : 1, sizeof *piece->sets);
    if (!piece->sets)
        return kam_error_nomem(error);
    piece->set_count = sets;
    for (size_t i = 0; i < sets; i++)
        piece->sets[i].texts = kam_store_set_texts(store, i);
    return KAM_OK;
}

void kam_account_piece_close(struct kam_account_piece *piece)
{
    for (size_t i = 0; i < piece->set_count; i++)
        kam_setcells_free(&piece->sets[i]);
    free(piece->sets);
    kam_output_discard(piece->output);
    kam_walk_batch_free(&piece->batch);
}

/* ---- rows ------------------------------------------------------------------------------------ */

static void write_joined(struct kam_account_piece *piece, const struct kam_account *account)
{
    const struct kam_join *join = piece->columns->join;
    size_t row = kam_join_find(join, kam_account_columns_key(piece->columns, account));

    for (size_t i = 0; i < join->count; i++)
        kam_writer_cell(&piece->writer, kam_join_value(join, row, i),
                        kam_column_cell_kind(join->names[i]));
}

static bool write_set(struct kam_account_piece *piece, const struct kam_field *field,
                      const struct kam_account *account)
{
    const struct kam_set *set = &kam_account_sets(account, field->layout)[field->index];
    struct kam_text cell;

    if (!kam_setcells_find(&piece->sets[field->index], set, &cell))
        return false;
    kam_writer_cell(&piece->writer, cell, field->kind);
    return true;
}

/* What a row is written from. */
struct current {
    const struct kam_account *account;
    struct kam_figures figures;
    struct kam_months months;
};

static size_t format(const struct kam_field *field, const struct current *current, char *out)
{
    return kam_field_format(field, current->account, &current->figures, current->months, out);
}

/* Of all numbers and months a spreadsheet takes only months for something else. */
static void write_month_for_spreadsheet(const struct kam_field *field,
                                        const struct current *current, struct kam_writer *out)
{
    char text[KAM_DECIMAL_SIZE];

    kam_writer_cell(out, (struct kam_text){text, format(field, current, text)}, KAM_CELL_MONTH);
}

/* Write the fields number FROM to before TO; false when memory ran out. */
static bool write_fields(struct kam_account_piece *piece, const struct current *current,
                         size_t from, size_t to)
{
    const struct kam_field *items = piece->columns->fields.items, *end = items + to;
    struct kam_writer *out = &piece->writer;

    for (const struct kam_field *field = items + from; field < end; field++) {
        if (field->form == KAM_FORM_NUMBER ||
            (field->form == KAM_FORM_MONTH && !out->options.excel)) {
            char *at = kam_writer_begin(out, KAM_DECIMAL_SIZE);
            kam_writer_end(out, at + format(field, current, at));
        } else if (field->form == KAM_FORM_MONTH) {
            write_month_for_spreadsheet(field, current, out);
        } else if (field->form == KAM_FORM_TEXT) {
            kam_writer_cell(out, kam_field_text(field, current->account), field->kind);
        } else if (!write_set(piece, field, current->account)) {
            return false;
        }
    }
    return true;
}

static enum kam_status write_row(struct kam_account_piece *piece, const struct kam_account *account,
                                 struct kam_error *error)
{
    const struct kam_account_columns *columns = piece->columns;
    struct current current;
    enum kam_status status = kam_account_columns_compute(columns, account, &current.figures, error);

    if (status)
        return status;
    current.account = account;
    current.months = columns->months;
    bool ok = write_fields(piece, &current, 0, columns->currency_at);
    if (columns->currency.len)
        kam_writer_cell(&piece->writer, columns->currency, KAM_CELL_TEXT);
    ok = ok && write_fields(piece, &current, columns->currency_at, columns->joined_at);
    if (columns->join)
        write_joined(piece, account);
    ok = ok && write_fields(piece, &current, columns->joined_at, columns->fields.count);
    kam_writer_end_row(&piece->writer);
    return ok ? KAM_OK : kam_error_nomem(error);
}

enum kam_status kam_account_piece_write(struct kam_account_piece *piece, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    kam_output_forget(piece->output);
    for (size_t i = 0; i < piece->batch.count && !status; i++)
        status = write_row(piece, kam_walk_account(&piece->batch, i), error);
    if (!status && kam_output_failed(piece->output))
        status = kam_error_nomem(error);
    return status;
}
