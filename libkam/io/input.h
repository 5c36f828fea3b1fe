/*
 * input: the bytes of a file or of standard input as blocks of valid UTF-8 without NUL bytes.
 *
 * Reading, decompressing (gzip, by its magic bytes, any number of members) and decoding (--encoding
 * through iconv, byte order marks) happen here and before anything is split: GBK trail bytes
 * include '|' and '\'. A read error, truncated gzip, a wrong checksum, a broken character, a NUL
 * byte, or a file that is no text is an error, never an end of file.
 */
#ifndef KAM_IO_INPUT_H
#define KAM_IO_INPUT_H

#include "io/recode.h"

struct kam_input;

/* Whether the digest of the content is wanted, which takes some time. */
enum kam_digest_use { KAM_DIGEST_WANTED, KAM_DIGEST_UNUSED };

struct kam_input_options {
    const char *encoding; /* an iconv name, or NULL: UTF-8, or what the first bytes say */
    /* What it is given with, for the message that suggests another; NULL: --encoding. */
    const char *encoding_option;
    enum kam_encoding_trust trust;
    /* Asked with the first bytes, not decoded, where there is no mark: returns the encoding to use
       (ENCODING or another, NULL for UTF-8). NULL: not asked. */
    const char *(*choose_encoding)(const char *encoding, struct kam_text first_bytes);
    size_t block_size;  /* 0 for the default; the tests sweep it from 1 */
    size_t first_block; /* bytes the first block is made of if there are that many; 0: block_size */
    unsigned order;     /* position among the inputs of the run, for errors */
    enum kam_digest_use digest;
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
 * the next call. KAM_END at the end. A broken character, a NUL byte, and damaged gzip, is KAM_DATA:
 * the good bytes before it come first, and the call after that fails, so the reader has the line. A
 * failing read is no different. After a failure, INPUT can only be closed.
 */
KAM_MUST_CHECK enum kam_status kam_input_read(struct kam_input *input, struct kam_text *block,
                                              struct kam_error *error);

/* How the encoding was found. The earlier ones leave no doubt, and overrule --encoding. */
enum kam_encoding_origin {
    KAM_ENCODING_BY_MARK,    /* a byte order mark */
    KAM_ENCODING_BY_PATTERN, /* the NUL bytes of UTF-16 and UTF-32; --encoding UTF-16LE overrules */
    KAM_ENCODING_GIVEN,
    KAM_ENCODING_GUESSED,
    KAM_ENCODING_DEFAULT, /* UTF-8 */
};

/* The encoding in use, and how it was found: known once a block was read. */
const char *kam_input_encoding(const struct kam_input *input);
enum kam_encoding_origin kam_input_encoding_origin(const struct kam_input *input);

/*
 * The encoding that the first bytes are clearly in, where another one is given in which they make
 * sense, too; else NULL. What is given is used all the same: it is for a warning.
 */
const char *kam_input_likelier(const struct kam_input *input);

/*
 * How many broken characters and NUL bytes have become U+FFFD so far, and the place of the first
 * one's first byte (from 1), after decompression; 0 if there is none. Read ahead, known at the end.
 */
uint64_t kam_input_replaced(const struct kam_input *input);
uint64_t kam_input_first_replaced(const struct kam_input *input);

/* True if the first bytes show that this is no text, which is what the first read says then. */
bool kam_input_is_no_text(const struct kam_input *input);

/*
 * True if all was read, nothing was wrong with it, and that is known already: the next read is
 * going to give KAM_END. Behind the first block it is always known.
 */
bool kam_input_at_end(const struct kam_input *input);

/*
 * A hash (XXH3, 128 bits) of all that was read so far, after decompression and decoding: at the
 * end, two inputs have the same one only if they have the same content. That of nothing where it
 * is unused.
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
