#include "io/reader.h"
#include "io/ahead.h"
#include "io/batch.h"

#include <stdlib.h>

struct kam_reader {
    struct kam_input *input;
    struct kam_ahead *ahead; /* reads the input from its second block on */
    bool worth_ahead;
    struct kam_csv *csv;
    struct kam_reader_options options;
    char delimiter;
    struct kam_text block; /* of the input, not pushed yet */
    bool input_ended;
    enum kam_status failed;
    bool reported;            /* that it failed */
    struct kam_error failure; /* of the input: reported once the records before it are out */
};

char kam_reader_guess_delimiter(struct kam_text first_block)
{
    static const char delimiters[] = {',', '\t', ';', '|'};
    size_t counts[sizeof delimiters] = {0}, best = 0;
    bool quoted = false, may_open = true, any = false;

    for (size_t i = 0; i < first_block.len; i++) {
        char c = first_block.ptr[i];
        bool line_end = c == '\n' || c == '\r';
        /* Quotes open at the beginning of a field, and again behind one that doubles them. */
        if (c == '"' && (quoted || may_open)) {
            quoted = !quoted;
            may_open = true;
            any = true;
            continue;
        }
        if (quoted)
            continue;
        if (line_end && any)
            break;
        any = any || !line_end;
        may_open = line_end;
        for (size_t d = 0; d < sizeof delimiters; d++)
            if (c == delimiters[d]) {
                counts[d]++;
                may_open = true;
            }
    }
    for (size_t d = 1; d < sizeof delimiters; d++)
        if (counts[d] > counts[best])
            best = d;
    return delimiters[best];
}

/*
 * From the second block on, when nothing in the first is needed any more. Small files are read
 * before a thread has started; where there is none to have, all goes on without.
 */
static void start_ahead(struct kam_reader *reader)
{
    if (!reader->worth_ahead || reader->ahead)
        return;
    reader->worth_ahead = kam_ahead_start(&reader->ahead, reader->input) == KAM_OK;
}

/* Have a block to push unless the input has ended. An error waits until its turn. */
static void next_block(struct kam_reader *reader)
{
    if (reader->block.len || reader->input_ended)
        return;
    start_ahead(reader);
    enum kam_status status = reader->ahead
                                 ? kam_ahead_read(reader->ahead, &reader->block, &reader->failure)
                                 : kam_input_read(reader->input, &reader->block, &reader->failure);
    if (status) {
        reader->block = KAM_TEXT("");
        reader->input_ended = true;
        reader->failed = status == KAM_END ? KAM_OK : status;
    } else if (reader->options.on_block) {
        reader->options.on_block(reader->options.context, reader->input, kam_csv_line(reader->csv));
    }
}

/* Takes INPUT over, also when it fails. */
static enum kam_status reader_new(struct kam_reader **out, struct kam_input *input,
                                  const struct kam_reader_options *options, struct kam_error *error)
{
    struct kam_reader *reader = calloc(1, sizeof *reader);

    if (!reader) {
        kam_input_close(input);
        return kam_error_nomem(error);
    }
    reader->input = input;
    reader->options = *options;
    reader->block = KAM_TEXT("");
    reader->delimiter = options->delimiter ? options->delimiter : ',';
    enum kam_status status = kam_csv_open(&reader->csv, reader->delimiter, 1, error);
    if (!status) {
        kam_csv_set_blank(reader->csv, options->blank);
        enum { WORTH_IT = 64 * 1024 };
        next_block(reader);
        reader->worth_ahead = options->read_ahead && reader->block.len >= WORTH_IT;
    }
    if (!status && !options->delimiter)
        status = kam_reader_set_delimiter(reader, kam_reader_guess_delimiter(reader->block), error);
    if (status) {
        kam_reader_close(reader);
        return status;
    }
    *out = reader;
    return KAM_OK;
}

enum kam_status kam_reader_open(struct kam_reader **reader, const char *path,
                                const struct kam_reader_options *options, struct kam_error *error)
{
    struct kam_input *input;
    enum kam_status status = kam_input_open(&input, path, &options->input, error);

    return status ? status : reader_new(reader, input, options, error);
}

enum kam_status kam_reader_open_memory(struct kam_reader **reader, const char *name,
                                       struct kam_text bytes,
                                       const struct kam_reader_options *options,
                                       struct kam_error *error)
{
    struct kam_input *input;
    enum kam_status status = kam_input_open_memory(&input, name, bytes, &options->input, error);

    return status ? status : reader_new(reader, input, options, error);
}

struct kam_text kam_reader_peek(const struct kam_reader *reader)
{
    return reader->block;
}

bool kam_reader_peek_is_all(const struct kam_reader *reader)
{
    return !reader->failed && (reader->input_ended || kam_input_at_end(reader->input));
}

char kam_reader_delimiter(const struct kam_reader *reader)
{
    return reader->delimiter;
}

enum kam_status kam_reader_set_delimiter(struct kam_reader *reader, char delimiter,
                                         struct kam_error *error)
{
    struct kam_csv *csv;
    enum kam_status status = KAM_OK;

    if (delimiter == reader->delimiter)
        return KAM_OK;
    status = kam_csv_open(&csv, delimiter, 1, error);
    if (status)
        return status;
    kam_csv_close(reader->csv);
    kam_csv_set_blank(csv, reader->options.blank);
    reader->csv = csv;
    reader->delimiter = delimiter;
    return KAM_OK;
}

enum kam_status kam_reader_select(struct kam_reader *reader, size_t fields, const size_t *columns,
                                  size_t count, struct kam_error *error)
{
    return kam_csv_select(reader->csv, fields, columns, count, error);
}

/* The input failed: say at which line, now that the records before it are out. */
static enum kam_status report_failure(struct kam_reader *reader, struct kam_error *error)
{
    reader->reported = true;
    if (error) {
        *error = reader->failure;
        if (reader->failed == KAM_DATA && !kam_input_is_no_text(reader->input))
            error->line = kam_csv_line(reader->csv);
    }
    return reader->failed;
}

static enum kam_status push_chunk(struct kam_reader *reader, bool *full, struct kam_error *error)
{
    bool at_end = reader->input_ended && !reader->failed;
    size_t size = reader->options.chunk_size;
    struct kam_text chunk = reader->block;

    if (size && size < chunk.len)
        chunk.len = size;
    size_t len = chunk.len;
    enum kam_status status = kam_csv_push(reader->csv, &chunk, at_end, full, error);
    size_t used = len - chunk.len;
    reader->block.ptr += used;
    reader->block.len -= used;
    return status;
}

/* Parse until there is a batch to hand out, if only an empty one. */
static enum kam_status parse(struct kam_reader *reader, struct kam_error *error)
{
    bool full = false;

    while (!full) {
        next_block(reader);
        enum kam_status status = push_chunk(reader, &full, error);
        if (status)
            return status;
        /* Cells may be slices of the block: they go out before the next one is read. */
        if (reader->block.len == 0 && (reader->input_ended || kam_csv_has_records(reader->csv)))
            break;
    }
    if (kam_csv_has_records(reader->csv))
        return KAM_OK;
    return reader->failed ? report_failure(reader, error) : KAM_END;
}

enum kam_status kam_reader_next(struct kam_reader *reader, struct kam_csv_batch *batch,
                                struct kam_error *error)
{
    enum kam_status status = parse(reader, error);

    return status ? status : kam_csv_take(reader->csv, batch, error);
}

enum kam_status kam_reader_fill(struct kam_reader *reader, struct kam_batch **batch,
                                struct kam_error *error)
{
    enum kam_status status = parse(reader, error);

    if (!status)
        kam_csv_exchange(reader->csv, batch);
    return status;
}

bool kam_reader_failed(const struct kam_reader *reader)
{
    return reader->reported;
}

enum kam_status kam_reader_record(struct kam_reader *reader, const struct kam_text **fields,
                                  size_t *count, uint64_t *line, struct kam_error *error)
{
    struct kam_csv_batch batch;
    enum kam_status status = kam_csv_select(reader->csv, 0, NULL, 0, error);

    if (!status)
        status = kam_reader_next(reader, &batch, error);
    if (status)
        return status;
    if (batch.fault_count) {
        struct kam_place place = kam_reader_place(reader, batch.faults[0].line, NULL);
        return kam_error_at(error, KAM_DATA, &place, "%s", batch.faults[0].reason);
    }
    *fields = batch.cells;
    *count = batch.width;
    *line = batch.lines[0];
    return KAM_OK;
}

struct kam_place kam_reader_place(const struct kam_reader *reader, uint64_t line,
                                  const char *column)
{
    return (struct kam_place){kam_input_name(reader->input), kam_input_order(reader->input), line,
                              column};
}

const struct kam_input *kam_reader_input(const struct kam_reader *reader)
{
    return reader->input;
}

uint64_t kam_reader_swallowing(const struct kam_reader *reader, uint64_t *line)
{
    return kam_csv_swallowing(reader->csv, line);
}

uint64_t kam_reader_blank_lines(const struct kam_reader *reader)
{
    return kam_csv_blank_lines(reader->csv);
}

void kam_reader_close(struct kam_reader *reader)
{
    if (!reader)
        return;
    kam_ahead_stop(reader->ahead);
    kam_csv_close(reader->csv);
    kam_input_close(reader->input);
    free(reader);
}
