#include "import/accountwriter.h"
#include "base/pipeline.h"
#include "join/unmatched.h"

#include <stdlib.h>

static enum kam_status find_our_key(struct kam_account_writer *writer, struct kam_error *error)
{
    const struct kam_layout *layout = kam_store_layout(writer->store);
    struct kam_text key = writer->join->our_key;

    writer->columns.our_key = SIZE_MAX;
    if (kam_text_equal(key, KAM_TEXT("account_id")))
        return KAM_OK;
    for (size_t i = 0; i < layout->attribute_count; i++)
        if (kam_text_equal(layout->attributes[i], key)) {
            writer->columns.our_key = i;
            return KAM_OK;
        }
    return kam_error_set(error, KAM_USAGE,
                         "--join-key: the accounts have no attribute %s; keep it with --keep",
                         kam_show(key).s);
}

/* A joined name that is an attribute of the accounts already would be two columns of one name. */
static enum kam_status check_joined_names(const struct kam_account_writer *writer,
                                          struct kam_error *error)
{
    const struct kam_layout *layout = kam_store_layout(writer->store);

    for (size_t i = 0; i < writer->join->count; i++) {
        struct kam_text name = writer->join->names[i];
        if (kam_text_among(layout->attributes, layout->attribute_count, name) ||
            kam_text_among(layout->sums, layout->sum_count, name) ||
            kam_text_among(layout->sets, layout->set_count, name))
            return kam_error_set(error, KAM_USAGE,
                                 "the bills and the customer file both bring %s; rename one: "
                                 "--keep NEW=%.*s",
                                 kam_show(name).s, (int)name.len, name.ptr);
    }
    return KAM_OK;
}

/* Where the currency and the joined attributes stand: behind the names and ids, and before the
 * number of lines. */
static void find_places(struct kam_account_columns *columns)
{
    static const struct kam_text first[] = {{"account_name", 12}, {"group_id", 8}, {"payer_id", 8}};
    const struct kam_fields *fields = &columns->fields;
    size_t field = 1;

    while (field < fields->count &&
           kam_text_among(first, sizeof first / sizeof *first, fields->items[field].name))
        field++;
    columns->currency_at = field;
    while (field < fields->count && fields->items[field].part != KAM_PART_LINES)
        field++;
    columns->joined_at = field;
}

/* Of several accounts whose figures are out of range, the first by id is named. */
static enum kam_status find_failure(const struct kam_account_writer *writer,
                                    struct kam_error *error)
{
    struct kam_walk_batch batch = {.count = 0};
    struct kam_figures figures;
    struct kam_walk *walk;
    enum kam_status status = kam_walk_open(&walk, writer->store, KAM_WALK_BY_ID, error);

    while (!status && !(status = kam_walk_next(walk, &batch, error)))
        for (size_t i = 0; i < batch.count && !status; i++)
            status = kam_account_columns_compute(&writer->columns, kam_walk_account(&batch, i),
                                                 &figures, error);
    kam_walk_batch_free(&batch);
    kam_walk_close(walk);
    return status == KAM_END ? KAM_OK : status;
}

/* Take the census, let the join see who is there, and fail for figures out of range. */
static enum kam_status look_through(struct kam_account_writer *writer, struct kam_error *error)
{
    struct kam_walk_batch batch = {.count = 0};
    bool may_fail = false;
    struct kam_walk *walk = NULL;
    enum kam_status status = kam_census_begin(&writer->census, writer->columns.months, error);

    if (!status)
        status = kam_walk_open(&walk, writer->store, KAM_WALK_ANY, error);
    while (!status && !(status = kam_walk_next(walk, &batch, error)))
        for (size_t i = 0; i < batch.count; i++) {
            const struct kam_account *account = kam_walk_account(&batch, i);
            kam_census_count(&writer->census, account);
            may_fail |=
                kam_figures_may_fail(account, kam_account_columns_cost(&writer->columns, account));
            if (writer->join)
                kam_join_meet(writer->join, kam_account_columns_key(&writer->columns, account));
        }
    kam_walk_batch_free(&batch);
    kam_walk_close(walk);
    if (status != KAM_END)
        return status;
    return may_fail ? find_failure(writer, error) : KAM_OK;
}

enum kam_status kam_account_writer_open(struct kam_account_writer *writer,
                                        const struct kam_store *store, struct kam_months months,
                                        struct kam_text currency, struct kam_join *join,
                                        struct kam_error *error)
{
    enum kam_status status;

    *writer = (struct kam_account_writer){
        .store = store,
        .join = join,
        .columns = {.months = months,
                    .currency = currency,
                    .join = join,
                    .cost = kam_layout_cost(kam_store_layout(store))},
    };
    if (!kam_fields_of(&writer->columns.fields, kam_store_layout(store), months, &writer->arena))
        return kam_error_nomem(error);
    find_places(&writer->columns);
    if (join && (status = find_our_key(writer, error)))
        return status;
    if (join && (status = check_joined_names(writer, error)))
        return status;
    return look_through(writer, error);
}

static void write_names(const struct kam_account_columns *columns, size_t from, size_t to,
                        struct kam_writer *out)
{
    for (size_t f = from; f < to; f++)
        kam_writer_cell(out, columns->fields.items[f].name, KAM_CELL_TEXT);
}

static void write_header(const struct kam_account_columns *columns, struct kam_writer *out)
{
    write_names(columns, 0, columns->currency_at, out);
    if (columns->currency.len)
        kam_writer_cell(out, KAM_TEXT("currency"), KAM_CELL_TEXT);
    write_names(columns, columns->currency_at, columns->joined_at, out);
    for (size_t i = 0; columns->join && i < columns->join->count; i++)
        kam_writer_cell(out, columns->join->names[i], KAM_CELL_TEXT);
    write_names(columns, columns->joined_at, columns->fields.count, out);
    kam_writer_end_row(out);
}

/* ---- rows, in pieces: see pipeline.h --------------------------------------------------------- */

struct writing {
    struct kam_walk *walk;
    struct kam_output *output;
};

static enum kam_status take_accounts(void *context, void *piece, struct kam_error *error)
{
    const struct writing *writing = context;

    return kam_walk_next(writing->walk, &((struct kam_account_piece *)piece)->batch, error);
}

static enum kam_status write_rows(void *context, void *piece, struct kam_error *error)
{
    (void)context;
    return kam_account_piece_write(piece, error);
}

static enum kam_status give_rows(void *context, void *piece, struct kam_error *error)
{
    const struct writing *writing = context;

    (void)error;
    kam_output_write(writing->output,
                     kam_output_kept(((const struct kam_account_piece *)piece)->output));
    /* Why it failed is the output's to say. */
    return kam_output_failed(writing->output) ? KAM_END : KAM_OK;
}

enum kam_status kam_account_writer_write(const struct kam_account_writer *writer, unsigned threads,
                                         struct kam_writer *out, struct kam_error *error)
{
    static const struct kam_pipeline_steps steps = {
        .take = take_accounts, .work = write_rows, .give = give_rows};
    struct writing writing = {.output = out->output};
    void *pointers[KAM_PIPELINE_MOST_PIECES];
    size_t count =
        threads > 1 && writer->census.accounts > KAM_WALK_ACCOUNTS ? 2 * (size_t)threads + 1 : 1;
    struct kam_account_piece *pieces = calloc(count, sizeof *pieces);

    if (!pieces)
        return kam_error_nomem(error);
    write_header(&writer->columns, out);
    enum kam_status status = kam_walk_open(&writing.walk, writer->store, KAM_WALK_BY_ID, error);
    for (size_t i = 0; i < count && !status; i++) {
        pointers[i] = &pieces[i];
        status = kam_account_piece_open(&pieces[i], &writer->columns, writer->store, &out->options,
                                        error);
    }
    if (!status)
        status = kam_pipeline_run(&steps, &writing, pointers, count, threads, error);
    for (size_t i = 0; i < count; i++)
        kam_account_piece_close(&pieces[i]);
    free(pieces);
    kam_walk_close(writing.walk);
    return status;
}

/* ---- the unmatched --------------------------------------------------------------------------- */

enum kam_status kam_account_writer_unmatched(const struct kam_account_writer *writer,
                                             struct kam_writer *out, struct kam_error *error)
{
    const struct kam_join *join = writer->join;
    struct kam_walk_batch batch = {.count = 0};
    struct kam_walk *walk;
    enum kam_status status = kam_walk_open(&walk, writer->store, KAM_WALK_BY_ID, error);

    kam_unmatched_begin(out);
    while (!status && !(status = kam_walk_next(walk, &batch, error)))
        for (size_t i = 0; i < batch.count; i++) {
            const struct kam_account *account = kam_walk_account(&batch, i);
            if (kam_join_find(join, kam_account_columns_key(&writer->columns, account)) == SIZE_MAX)
                kam_unmatched_account(kam_account_id(account), out);
        }
    kam_walk_batch_free(&batch);
    kam_walk_close(walk);
    kam_unmatched_end(join, out);
    return status == KAM_END ? KAM_OK : status;
}

void kam_account_writer_free(struct kam_account_writer *writer)
{
    kam_census_free(&writer->census);
    kam_arena_free(&writer->arena);
    *writer = (struct kam_account_writer){0};
}
