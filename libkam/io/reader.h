/*
 * reader: a delimited file, pulled in batches of records.
 *
 * Ties an input to a csv: finds the delimiter, hands out the records above the data one by one
 * (title lines, the header), then batches of the columns asked for. One interface for every tool.
 */
#ifndef KAM_IO_READER_H
#define KAM_IO_READER_H

#include "io/csv.h"
#include "io/input.h"

struct kam_reader;

struct kam_reader_options {
    struct kam_input_options input;
    char delimiter;           /* 0: found from the header (kam_reader_open) or set later */
    enum kam_csv_blank blank; /* which lines are skipped */
    bool read_ahead;          /* in a thread, for files that are worth it */
    size_t chunk_size; /* bytes pushed at a time, 0 for whole blocks; the tests sweep it from 1 */
    /* Called once a block, to show progress; NULL for none. LINE is the last one read. */
    void (*on_block)(void *context, const struct kam_input *input, uint64_t line);
    void *context;
};

/*
 * Open PATH. With no delimiter given, the one of , TAB ; | that occurs most often outside quotes
 * in the first non-empty line is taken (the earlier one in this list on a tie, comma if none).
 */
KAM_MUST_CHECK enum kam_status kam_reader_open(struct kam_reader **reader, const char *path,
                                               const struct kam_reader_options *options,
                                               struct kam_error *error);

/* The same over BYTES in memory, borrowed. */
KAM_MUST_CHECK enum kam_status kam_reader_open_memory(struct kam_reader **reader, const char *name,
                                                      struct kam_text bytes,
                                                      const struct kam_reader_options *options,
                                                      struct kam_error *error);

/*
 * The first block of the file without using it up; empty for an empty file. Before the first
 * record only. Valid until a record is read.
 */
struct kam_text kam_reader_peek(const struct kam_reader *reader);

/* True if that block is the whole content and there is nothing wrong with it. */
bool kam_reader_peek_is_all(const struct kam_reader *reader);

/* The delimiter that FIRST_BLOCK, the beginning of a file, seems to have; see kam_reader_open. */
char kam_reader_guess_delimiter(struct kam_text first_block);

char kam_reader_delimiter(const struct kam_reader *reader);

/* Take another delimiter; before the first record only. */
KAM_MUST_CHECK enum kam_status kam_reader_set_delimiter(struct kam_reader *reader, char delimiter,
                                                        struct kam_error *error);

/*
 * One record of any width: KAM_OK, KAM_END, or what is wrong. Valid until the next call. Behind a
 * record that is bad more may come; behind a failure of the input, kam_reader_failed, none do.
 */
KAM_MUST_CHECK enum kam_status kam_reader_record(struct kam_reader *reader,
                                                 const struct kam_text **fields, size_t *count,
                                                 uint64_t *line, struct kam_error *error);
bool kam_reader_failed(const struct kam_reader *reader);

/* See kam_csv_select. */
KAM_MUST_CHECK enum kam_status kam_reader_select(struct kam_reader *reader, size_t fields,
                                                 const size_t *columns, size_t count,
                                                 struct kam_error *error);

/* The next batch, holding at least one record or fault; KAM_END after the last. */
KAM_MUST_CHECK enum kam_status
kam_reader_next(struct kam_reader *reader, struct kam_csv_batch *batch, struct kam_error *error);

/*
 * The same into *BATCH (batch.h), which becomes another one. It may be used, and handed out, while
 * others are read, if kam_batch_own is called before.
 */
KAM_MUST_CHECK enum kam_status kam_reader_fill(struct kam_reader *reader, struct kam_batch **batch,
                                               struct kam_error *error);

/* The place of LINE in this file, for errors. */
struct kam_place kam_reader_place(const struct kam_reader *reader, uint64_t line,
                                  const char *column);

const struct kam_input *kam_reader_input(const struct kam_reader *reader);
/* See kam_csv_swallowing. */
uint64_t kam_reader_swallowing(const struct kam_reader *reader, uint64_t *line);
uint64_t kam_reader_blank_lines(const struct kam_reader *reader);

void kam_reader_close(struct kam_reader *reader);

#endif
