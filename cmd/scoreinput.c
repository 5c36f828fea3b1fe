#include <config.h>

#include "scoreinput.h"

#include "base/utf8.h"
#include "join/joinprospect.h"
#include "join/joinwiden.h"
#include "join/unmatched.h"
#include "score/computed.h"

#include <stdlib.h>

/* ---- options -----------------------------------------------------------------------------------
 */

/* Standard input can be read once, and a list must not replace what it is about. */
static void check_inputs(const struct kam_front *front,
                         const struct kam_scoreinput_options *options)
{
    bool reads = strcmp(options->join, "-") == 0;

    if (reads && kam_front_reads_input(front))
        kam_front_usage(front, "--join and the table can't both be standard input");
    if (reads && kam_relationship_reads_input(&options->relationship))
        kam_front_usage(front, "--join and --contacts or --visits can't both be standard input");
    if (!options->unmatched)
        return;
    if (kam_output_same(options->unmatched, options->join))
        kam_front_usage(front, "%s is an input: a list would replace it", options->unmatched);
    for (size_t f = 0; f < front->file_count; f++)
        if (kam_output_same(options->unmatched, front->files[f]))
            kam_front_usage(front, "%s is an input: a list would replace it", options->unmatched);
}

void kam_scoreinput_check(const struct kam_front *front,
                          const struct kam_scoreinput_options *options)
{
    const char *const outputs[] = {front->output ? front->output : "-", options->unmatched};

    kam_relationship_check(front, &options->relationship);
    if (!options->join &&
        (options->join_key || options->join_encoding || options->unmatched || options->prospects))
        kam_front_usage(front,
                        "--join-key, --join-encoding, --unmatched and --prospects need --join");
    if (!options->join)
        return;
    if (options->join_key &&
        kam_utf8_prefix(kam_text_of(options->join_key)) != strlen(options->join_key))
        kam_front_usage(front, "--join-key: not UTF-8: %s",
                        kam_show(kam_text_of(options->join_key)).s);
    kam_front_distinct_outputs(front, outputs, sizeof outputs / sizeof *outputs);
    check_inputs(front, options);
}

/* ---- a customer file ---------------------------------------------------------------------------
 */

/* A column that `keep` of an [import] renames is called so in the customer file, too. */
static enum kam_status name_joined(struct kam_join *join, const struct kam_model *model,
                                   struct kam_error *error)
{
    size_t count = 0, room = 1;

    for (size_t i = 0; i < model->import_count; i++)
        room += model->imports[i].keep.count;
    struct kam_renamed *renamed = calloc(room, sizeof *renamed);
    if (!renamed)
        return kam_error_nomem(error);
    for (size_t i = model->import_count; i-- > 0;) { /* of several the first has the last word */
        const struct kam_renamed_list *keep = &model->imports[i].keep;
        for (size_t k = 0; k < keep->count; k++)
            renamed[count++] = keep->items[k];
    }
    enum kam_status status = kam_join_name(join, renamed, count, error);
    free(renamed);
    return status;
}

static enum kam_status open_join(struct kam_front *front,
                                 const struct kam_scoreinput_options *options,
                                 const struct kam_model *model, struct kam_join *join,
                                 struct kam_error *error)
{
    struct kam_reader_options reader = kam_front_reader_options(front);

    reader.input.encoding = options->join_encoding;
    reader.input.encoding_option = "--join-encoding";
    reader.delimiter = 0;
    enum kam_status status = kam_join_open(join, options->join, kam_text_of(options->join_key),
                                           "[import] keep = NEW=", &reader, error);
    return status ? status : name_joined(join, model, error);
}

/* What nobody may have meant: a file that fits nobody, numbers of which only one is taken. */
static void warn(struct kam_front *front, const struct kam_join_beside *beside,
                 const struct kam_table *table)
{
    const struct kam_join *join = beside->join;
    struct kam_error warning;

    if (table->count && kam_join_fits_nobody(join, &warning))
        kam_front_warn(front, &warning);
    for (size_t i = 0; i < join->count; i++) {
        struct kam_difference difference;
        uint32_t customer = kam_join_differing(beside, i, &difference);
        if (customer == KAM_NONE)
            continue;
        kam_difference_describe(&difference, join->names[i],
                                kam_table_cell(table, customer, beside->match->id), "", &warning);
        kam_front_warn(front, &warning);
    }
}

/* The rows that were read become rows with what the file says, and those of prospects. */
static enum kam_status put_beside(struct kam_front *front,
                                  const struct kam_scoreinput_options *options,
                                  const struct kam_model *model, struct kam_scoreinput *input,
                                  struct kam_error *error)
{
    struct kam_join_beside beside = {.rules = NULL};
    struct kam_table wide = {.names = NULL};
    enum kam_status status = open_join(front, options, model, &input->join, error);

    if (!status)
        status = kam_join_match_make(&input->match, &input->join, &input->table, model, error);
    if (!status)
        status = kam_join_beside_make(&beside, &input->join, &input->match, model, error);
    if (!status) {
        warn(front, &beside, &input->table);
        status = kam_front_check_warnings(front, error);
    }
    if (!status)
        status = kam_join_widen(&beside, &input->table, &wide, error);
    if (!status && options->prospects)
        status = kam_join_add_prospects(&input->join, &input->match, &wide, error);
    kam_join_beside_free(&beside);
    kam_table_free(status ? &wide : &input->table);
    if (!status)
        input->table = wide;
    return status;
}

/* Put the columns that MODEL computes beside those of TABLE. */
static enum kam_status add_computed(const struct kam_model *model, struct kam_table *table,
                                    struct kam_error *error)
{
    struct kam_table wide;
    enum kam_status status = kam_computed_widen(&wide, model, table, error);

    kam_table_free(table);
    *table = wide;
    return status;
}

/* ---- all of it ---------------------------------------------------------------------------------
 */

enum kam_status kam_scoreinput_read(struct kam_front *front, struct kam_scoreinput_options *options,
                                    const struct kam_model *model, struct kam_scoreinput *input,
                                    struct kam_error *error)
{
    struct kam_reader_options reader = kam_front_reader_options(front);
    enum kam_status status =
        kam_table_read(&input->table, front->files, front->file_count, &reader, error);

    if (!status && options->join)
        status = put_beside(front, options, model, input, error);
    if (!status)
        status = kam_relationship_add(front, &options->relationship, model, &input->table, error);
    if (!status && model->column_count)
        status = add_computed(model, &input->table, error);
    return status;
}

enum kam_status kam_scoreinput_write_unmatched(const struct kam_scoreinput *input,
                                               struct kam_writer *writer, struct kam_error *error)
{
    return kam_unmatched_write(&input->join, &input->match, &input->table, writer, error);
}

void kam_scoreinput_free(struct kam_scoreinput *input)
{
    kam_join_match_free(&input->match);
    kam_join_free(&input->join);
    kam_table_free(&input->table);
}
