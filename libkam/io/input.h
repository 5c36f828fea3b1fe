/*
 * input: the bytes of a file or of standard input as blocks of valid UTF-8.
 *
 * Reading, decompressing (gzip, by its magic bytes, any number of members) and decoding (--encoding
 * through iconv, byte order marks) happen here and before anything is split: GBK trail bytes
 * include '|' and '\'. A read error, truncated gzip, a wrong checksum or a broken character is an
 * error, never an end of file.
 */
#ifndef KAM_IO_INPUT_H
#define KAM_IO_INPUT_H

#include "base/text.h"

struct kam_input;

struct kam_input_options {
    const char *encoding; /* an iconv name, or NULL: UTF-8, or what the byte order mark says */
    /* Asked with the first bytes, not decoded, where there is no mark: returns the encoding to use
       (ENCODING or another, NULL for UTF-8). NULL: not asked. */
    const char *(*choose_encoding)(const char *encoding, struct kam_text first_bytes);
    size_t block_size;  /* 0 for the default; the tests sweep it from 1 */
    size_t first_block; /* bytes the first block is made of if there are that many; 0: block_size */
    unsigned order;     /* position among the inputs of the run, for errors */
};

/*
 * Open PATH ("-" is standard input) for reading. NAME for messages is PATH, or "standard input".
 * PATH has to outlive every error of this input.
 */
KAM_MUST_CHECK enum kam_status kam_input_open(struct kam_input **input, const char *path,
                                              const struct kam_input_options *options,
                                              struct kam_error *error);

/* An input over BYTES, which it borrows; for tests and for peeking. */
KAM_MUST_CHECK enum kam_status kam_input_open_memory(struct kam_input **input, const char *name,
                                                     struct kam_text bytes,
                                                     const struct kam_input_options *options,
                                                     struct kam_error *error);

/*
 * The next block, which is never empty, holds whole UTF-8 characters only, and is valid until
 * the next call. KAM_END at the end. A broken character, and damaged gzip, is KAM_DATA: the good
 * bytes before it come first, and the call after that fails, so the reader has the line. A failing
 * read is no different. After a failure, INPUT can only be closed.
 */
KAM_MUST_CHECK enum kam_status kam_input_read(struct kam_input *input, struct kam_text *block,
                                              struct kam_error *error);

/*
 * True if all was read, nothing was wrong with it, and that is known already: the next read is
 * going to give KAM_END. Behind a first block that isn't full it is always known.
 */
bool kam_input_at_end(const struct kam_input *input);

/*
 * A hash (XXH3, 128 bits) of all that was read so far, after decompression and decoding: at the
 * end, two inputs have the same one only if they have the same content.
 */
struct kam_digest {
    uint64_t low, high;
};
struct kam_digest kam_input_digest(const struct kam_input *input);

const char *kam_input_name(const struct kam_input *input);
unsigned kam_input_order(const struct kam_input *input);

/* Bytes taken from the file so far, before decompression; and the file's size, 0 if unknown. */
uint64_t kam_input_bytes(const struct kam_input *input);
uint64_t kam_input_size(const struct kam_input *input);

void kam_input_close(struct kam_input *input);

#endif
