#include "import/accountwriter.h"
#include "table/columns.h"

#include <stdlib.h>

static enum kam_status find_our_key(struct kam_account_writer *writer, struct kam_error *error)
{
    const struct kam_layout *layout = kam_store_layout(writer->store);
    struct kam_text key = writer->join->our_key;

    writer->our_key = SIZE_MAX;
    if (kam_text_equal(key, KAM_TEXT("account_id")))
        return KAM_OK;
    for (size_t i = 0; i < layout->attribute_count; i++)
        if (kam_text_equal(layout->attributes[i], key)) {
            writer->our_key = i;
            return KAM_OK;
        }
    return kam_error_set(error, KAM_USAGE,
                         "--join-key: the accounts have no attribute %s; keep it with --keep",
                         kam_show(key).s);
}

static struct kam_text our_key(const struct kam_account_writer *writer,
                               const struct kam_account *account)
{
    return writer->our_key == SIZE_MAX
               ? account->id
               : kam_attribute_text(&kam_account_attributes(account)[writer->our_key]);
}

static const struct kam_decimal *cost_of(const struct kam_account_writer *writer,
                                         const struct kam_account *account)
{
    return writer->cost == SIZE_MAX ? NULL : &kam_account_sums(account)[writer->cost];
}

static enum kam_status compute(const struct kam_account_writer *writer,
                               const struct kam_account *account, struct kam_figures *figures,
                               struct kam_error *error)
{
    return kam_figures_compute(figures, account, writer->months, cost_of(writer, account), error);
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
static void find_places(struct kam_account_writer *writer)
{
    static const struct kam_text first[] = {{"account_name", 12}, {"group_id", 8}, {"payer_id", 8}};
    const struct kam_fields *fields = &writer->fields;
    size_t field = 1;

    while (field < fields->count &&
           kam_text_among(first, sizeof first / sizeof *first, fields->items[field].name))
        field++;
    writer->currency_at = field;
    while (field < fields->count && fields->items[field].part != KAM_PART_LINES)
        field++;
    writer->joined_at = field;
}

static bool prepare_sets(struct kam_account_writer *writer)
{
    size_t count = kam_store_layout(writer->store)->set_count;

    writer->sets = kam_arena_calloc(&writer->arena, count, sizeof *writer->sets);
    if (!writer->sets)
        return false;
    writer->set_count = count;
    for (size_t i = 0; i < count; i++)
        writer->sets[i].texts = kam_store_set_texts(writer->store, i);
    return true;
}

/* Fail for figures out of range, and let the join see who is there. */
static enum kam_status look_through(struct kam_account_writer *writer, struct kam_error *error)
{
    size_t count = kam_store_count(writer->store);
    enum kam_status status = KAM_OK;
    bool may_fail = false;

    for (uint32_t i = 0, end = kam_store_end(writer->store); i < end; i++) {
        const struct kam_account *account = kam_store_account(writer->store, i);
        if (!account)
            continue;
        may_fail |= kam_figures_may_fail(account, cost_of(writer, account));
        if (writer->join)
            kam_join_find(writer->join, our_key(writer, account)); /* marks it as met */
    }
    /* Of several that fail, the first by id is named. */
    for (size_t i = 0; may_fail && i < count && !status; i++) {
        struct kam_figures figures;
        status =
            compute(writer, kam_store_account(writer->store, writer->order[i]), &figures, error);
    }
    return status;
}

enum kam_status kam_account_writer_open(struct kam_account_writer *writer, struct kam_store *store,
                                        struct kam_months months, struct kam_text currency,
                                        struct kam_join *join, struct kam_error *error)
{
    size_t count = kam_store_count(store);
    enum kam_status status;

    *writer = (struct kam_account_writer){
        .store = store, .months = months, .currency = currency, .join = join};
    writer->cost = kam_layout_cost(kam_store_layout(store));
    writer->order = malloc((count + 1) * sizeof *writer->order);
    if (!writer->order || !prepare_sets(writer) ||
        !kam_fields_of(&writer->fields, kam_store_layout(store), months, &writer->arena))
        return kam_error_nomem(error);
    find_places(writer);
    if (join && (status = find_our_key(writer, error)))
        return status;
    if (join && (status = check_joined_names(writer, error)))
        return status;
    status = kam_store_order(store, writer->order, error);
    return status ? status : look_through(writer, error);
}

static void write_names(const struct kam_account_writer *writer, size_t from, size_t to,
                        struct kam_writer *out)
{
    for (size_t f = from; f < to; f++)
        kam_writer_cell(out, writer->fields.items[f].name, KAM_CELL_TEXT);
}

static void write_header(const struct kam_account_writer *writer, struct kam_writer *out)
{
    write_names(writer, 0, writer->currency_at, out);
    if (writer->currency.len)
        kam_writer_cell(out, KAM_TEXT("currency"), KAM_CELL_TEXT);
    write_names(writer, writer->currency_at, writer->joined_at, out);
    for (size_t i = 0; writer->join && i < writer->join->count; i++)
        kam_writer_cell(out, writer->join->names[i], KAM_CELL_TEXT);
    write_names(writer, writer->joined_at, writer->fields.count, out);
    kam_writer_end_row(out);
}

static void write_joined(const struct kam_account_writer *writer, const struct kam_account *account,
                         struct kam_writer *out)
{
    struct kam_join *join = writer->join;
    size_t row = kam_join_find(join, our_key(writer, account));

    for (size_t i = 0; i < join->count; i++)
        kam_writer_cell(out, kam_join_value(join, row, i), kam_column_cell_kind(join->names[i]));
}

static bool write_set(const struct kam_account_writer *writer, const struct kam_field *field,
                      const struct kam_account *account, struct kam_writer *out)
{
    const struct kam_set *set = &kam_account_sets(account)[field->index];
    struct kam_text cell;

    if (!kam_setcells_find(&writer->sets[field->index], set, &cell))
        return false;
    kam_writer_cell(out, cell, field->kind);
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
static bool write_fields(const struct kam_account_writer *writer, const struct current *current,
                         size_t from, size_t to, struct kam_writer *out)
{
    const struct kam_field *end = writer->fields.items + to;

    for (const struct kam_field *field = writer->fields.items + from; field < end; field++) {
        if (field->form == KAM_FORM_NUMBER ||
            (field->form == KAM_FORM_MONTH && !out->options.excel)) {
            char *at = kam_writer_begin(out, KAM_DECIMAL_SIZE);
            kam_writer_end(out, at + format(field, current, at));
        } else if (field->form == KAM_FORM_MONTH) {
            write_month_for_spreadsheet(field, current, out);
        } else if (field->form == KAM_FORM_TEXT) {
            kam_writer_cell(out, kam_field_text(field, current->account), field->kind);
        } else if (!write_set(writer, field, current->account, out)) {
            return false;
        }
    }
    return true;
}

static enum kam_status write_row(const struct kam_account_writer *writer,
                                 const struct kam_account *account, struct kam_writer *out,
                                 struct kam_error *error)
{
    struct current current;
    enum kam_status status = compute(writer, account, &current.figures, error);

    if (status)
        return status;
    current.account = account;
    current.months = writer->months;
    bool ok = write_fields(writer, &current, 0, writer->currency_at, out);
    if (writer->currency.len)
        kam_writer_cell(out, writer->currency, KAM_CELL_TEXT);
    ok = ok && write_fields(writer, &current, writer->currency_at, writer->joined_at, out);
    if (writer->join)
        write_joined(writer, account, out);
    ok = ok && write_fields(writer, &current, writer->joined_at, writer->fields.count, out);
    kam_writer_end_row(out);
    return ok ? KAM_OK : kam_error_nomem(error);
}

/* Accounts stand in memory in another order: of those behind number I, of COUNT, the records are
 * fetched, and of those that are there the texts. */
static void fetch_ahead(const struct kam_account_writer *writer, size_t i, size_t count)
{
    enum { TEXTS = 4, RECORDS = 8 };

    if (i + RECORDS < count)
        kam_store_fetch(writer->store, writer->order[i + RECORDS]);
    if (i + TEXTS >= count)
        return;
    const struct kam_account *account = kam_store_account(writer->store, writer->order[i + TEXTS]);
    const struct kam_attribute *attributes = kam_account_attributes(account);
    for (size_t a = 0; a < kam_store_layout(writer->store)->attribute_count; a++)
        __builtin_prefetch(attributes[a].ptr);
}

enum kam_status kam_account_writer_write(struct kam_account_writer *writer, struct kam_writer *out,
                                         struct kam_error *error)
{
    size_t count = kam_store_count(writer->store);
    enum kam_status status = KAM_OK;

    write_header(writer, out);
    for (size_t i = 0; i < count && !status && !kam_output_failed(out->output); i++) {
        fetch_ahead(writer, i, count);
        status = write_row(writer, kam_store_account(writer->store, writer->order[i]), out, error);
    }
    return status;
}

void kam_account_writer_unmatched(const struct kam_account_writer *writer, struct kam_writer *out)
{
    struct kam_join *join = writer->join;
    size_t count = kam_store_count(writer->store);

    kam_writer_cell(out, KAM_TEXT("account_id"), KAM_CELL_TEXT);
    kam_writer_cell(out, KAM_TEXT("side"), KAM_CELL_TEXT);
    kam_writer_end_row(out);
    for (size_t i = 0; i < count; i++) {
        const struct kam_account *account = kam_store_account(writer->store, writer->order[i]);
        if (kam_join_find(join, our_key(writer, account)) != SIZE_MAX)
            continue;
        kam_writer_cell(out, account->id, KAM_CELL_ID);
        kam_writer_cell(out, KAM_TEXT("bills"), KAM_CELL_TEXT);
        kam_writer_end_row(out);
    }
    for (uint32_t row = 0; row < join->keys.count; row++) {
        if (join->met[row])
            continue;
        kam_writer_cell(out, join->keys.texts[row], KAM_CELL_ID);
        kam_writer_cell(out, KAM_TEXT("customers"), KAM_CELL_TEXT);
        kam_writer_end_row(out);
    }
}

void kam_account_writer_free(struct kam_account_writer *writer)
{
    for (size_t i = 0; i < writer->set_count; i++)
        kam_setcells_free(&writer->sets[i]);
    kam_arena_free(&writer->arena);
    free(writer->order);
    *writer = (struct kam_account_writer){0};
}
