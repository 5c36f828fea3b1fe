#include <config.h>

#include "relationship.h"

#include "contact/contactwiden.h"

static unsigned count_readers(const struct kam_relationship_input *input)
{
    const char *const paths[] = {input->contacts_path, input->visits_path};
    unsigned readers = 0;

    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        readers += paths[i] && strcmp(paths[i], "-") == 0;
    return readers;
}

bool kam_relationship_reads_input(const struct kam_relationship_input *input)
{
    return count_readers(input) > 0;
}

void kam_relationship_check(const struct kam_front *front,
                            const struct kam_relationship_input *input)
{
    if (kam_front_reads_input(front) + count_readers(input) > 1)
        kam_front_usage(front, "standard input can be read for one of the table, --contacts and "
                               "--visits only");
    if (input->contacts_encoding && !input->contacts_path)
        kam_front_usage(front, "--contacts-encoding is of no use without --contacts");
    if (input->visits_encoding && !input->visits_path)
        kam_front_usage(front, "--visits-encoding is of no use without --visits");
}

static struct kam_reader_options reader_options(struct kam_front *front, const char *encoding,
                                                const char *option)
{
    struct kam_reader_options reader = kam_front_reader_options(front);

    reader.delimiter = 0;
    reader.input.encoding = encoding;
    reader.input.encoding_option = option;
    return reader;
}

/* Say what of LIST is left out: WHAT are its rows, their ids stand in COLUMN. */
static void warn_unowned(struct kam_front *front, const struct kam_table *list, size_t column,
                         const struct kam_unowned *unowned, const char *what)
{
    struct kam_error warning;

    if (!unowned->rows)
        return;
    struct kam_place place = kam_table_place(list, unowned->first, column);
    kam_error_at(&warning, KAM_DATA, &place,
                 "%s is no account of the table; left out: %zu %s%s at %zu such account%s",
                 kam_show(kam_table_cell(list, unowned->first, column)).s, unowned->rows, what,
                 unowned->rows == 1 ? "" : "s", unowned->ids, unowned->ids == 1 ? "" : "s");
    kam_front_warn(front, &warning);
}

static enum kam_status read_contacts(struct kam_front *front, struct kam_relationship_input *input,
                                     const struct kam_model *model, const struct kam_table *table,
                                     struct kam_error *error)
{
    const struct kam_reader_options reader =
        reader_options(front, input->contacts_encoding, "--contacts-encoding");
    struct kam_contacts *contacts = &input->contacts;
    struct kam_relationships *made = &input->relationships;
    struct kam_window window;
    enum kam_status status = kam_table_window(table, &window, error);

    if (!status)
        status = kam_contacts_read(contacts, input->contacts_path, &reader, error);
    if (!status)
        status = kam_relationships_make(made, contacts, table, &model->contacts,
                                        kam_window_last(&window), error);
    if (status)
        return status;
    warn_unowned(front, &contacts->table, contacts->account_column, &made->unowned, "contact");
    kam_front_note(front, "%zu contacts with %zu customers",
                   contacts->table.count - made->unowned.rows, made->count);
    return KAM_OK;
}

static enum kam_status read_visits(struct kam_front *front, struct kam_relationship_input *input,
                                   const struct kam_table *table, struct kam_error *error)
{
    const struct kam_reader_options reader =
        reader_options(front, input->visits_encoding, "--visits-encoding");
    struct kam_visits *visits = &input->visits;
    enum kam_status status = kam_visits_read(visits, input->visits_path, table, &reader, error);

    if (status)
        return status;
    warn_unowned(front, &visits->table, visits->account_column, &visits->unowned, "visit");
    return KAM_OK;
}

enum kam_status kam_relationship_add(struct kam_front *front, struct kam_relationship_input *input,
                                     const struct kam_model *model, struct kam_table *table,
                                     struct kam_error *error)
{
    struct kam_table wide = {0};
    enum kam_status status = KAM_OK;

    if (!input->contacts_path && !input->visits_path)
        return KAM_OK;
    if (input->contacts_path)
        status = read_contacts(front, input, model, table, error);
    if (!status && input->visits_path)
        status = read_visits(front, input, table, error);
    if (!status)
        status = kam_front_check_warnings(front, error);
    if (!status)
        status = kam_contact_widen(&wide, table, kam_relationship_contacts(input),
                                   input->visits_path ? &input->visits : NULL, error);
    kam_table_free(status ? &wide : table);
    if (!status)
        *table = wide;
    return status;
}

const struct kam_relationships *
kam_relationship_contacts(const struct kam_relationship_input *input)
{
    return input->contacts_path ? &input->relationships : NULL;
}

void kam_relationship_free(struct kam_relationship_input *input)
{
    kam_relationships_free(&input->relationships);
    kam_contacts_free(&input->contacts);
    kam_visits_free(&input->visits);
}
