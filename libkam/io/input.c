#include "io/input.h"
#include "base/utf8.h"
#include "io/encoding.h"
#include "io/guess.h"
#include "io/magic.h"
#include "io/misstated.h"

#include <stdlib.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

enum {
    BLOCK_SIZE = 128 * 1024,
    LONGEST_CHARACTER = 4,
    FIRST_BYTES = 4096, /* looked at to find out what the file is, however small the blocks are */
};

struct kam_input {
    struct kam_input_options options;
    struct kam_intake intake;
    struct kam_recoder recoder;
    enum kam_encoding_origin origin;
    const char *likelier; /* than the encoding that is given; or NULL */
    bool started, is_no_text;
    size_t block_size, first_block;
    XXH3_state_t *digest; /* of what was handed out */
};

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

/* Takes SOURCE over, also when it fails. */
static enum kam_status input_new(struct kam_input **out, struct kam_source *source,
                                 const struct kam_input_options *options, struct kam_error *error)
{
    struct kam_input *input = calloc(1, sizeof *input);

    if (!input) {
        kam_source_close(source);
        return kam_error_nomem(error);
    }
    input->options = *options;
    input->block_size =
        larger(options->block_size ? options->block_size : BLOCK_SIZE, LONGEST_CHARACTER);
    input->first_block = larger(options->first_block, input->block_size);
    size_t size = larger(input->first_block, FIRST_BYTES) + 1;
    if (!kam_intake_init(&input->intake, source, size, input->block_size) ||
        !(input->digest = XXH3_createState())) {
        kam_input_close(input);
        return kam_error_nomem(error);
    }
    XXH3_128bits_reset(input->digest);
    *out = input;
    return KAM_OK;
}

enum kam_status kam_input_open(struct kam_input **input, const char *path,
                               const struct kam_input_options *options, struct kam_error *error)
{
    struct kam_source *source;
    enum kam_status status = kam_source_open(&source, path, error);

    return status ? status : input_new(input, source, options, error);
}

enum kam_status kam_input_open_memory(struct kam_input **input, const char *name,
                                      struct kam_text bytes,
                                      const struct kam_input_options *options,
                                      struct kam_error *error)
{
    struct kam_source *source;
    enum kam_status status = kam_source_open_memory(&source, name, bytes, error);

    return status ? status : input_new(input, source, options, error);
}

static struct kam_place place_of(const struct kam_input *input)
{
    return (struct kam_place){.file = kam_input_name(input), .order = input->options.order};
}

/* The likely encoding of the first block, if it isn't UTF-8; NULL if it is, or who knows. */
static const char *guess_first(struct kam_text bytes)
{
    enum kam_decoder_rest rest;
    size_t good = kam_utf8_prefix(bytes);

    (void)kam_decoder_check((struct kam_text){bytes.ptr + good, bytes.len - good}, &rest);
    const char *guess = rest == KAM_DECODER_BROKEN ? kam_guess_encoding(bytes) : NULL;
    return guess && !kam_encoding_is_utf8(guess) ? guess : NULL;
}

/* BYTES are UTF-8, and likely to be what they are then: an encoding that was given is wrong. */
static bool is_clearly_utf8(struct kam_text bytes)
{
    const char *guess =
        kam_utf8_prefix(bytes) + LONGEST_CHARACTER > bytes.len ? kam_guess_encoding(bytes) : NULL;

    return guess && kam_encoding_is_utf8(guess);
}

static const char *find_pattern(struct kam_text bytes, const char *given)
{
    if (given && kam_encoding_has_order(given))
        return NULL;
    if (bytes.len > FIRST_BYTES)
        bytes.len = FIRST_BYTES;
    return kam_encoding_pattern(bytes);
}

/* The encoding of the file, and in *ORIGIN who says so; *MARK bytes at its front are a mark. */
static const char *find_encoding(const struct kam_input_options *options, struct kam_text bytes,
                                 size_t *mark, enum kam_encoding_origin *origin)
{
    const char *found = kam_encoding_mark(bytes, mark);

    *origin = KAM_ENCODING_BY_MARK;
    if (!found && (found = find_pattern(bytes, options->encoding)))
        *origin = KAM_ENCODING_BY_PATTERN;
    if (found)
        return found;
    found = options->choose_encoding ? options->choose_encoding(options->encoding, bytes)
                                     : options->encoding;
    *origin = KAM_ENCODING_GIVEN;
    if (!found && options->trust == KAM_ENCODING_GUESS && (found = guess_first(bytes)))
        *origin = KAM_ENCODING_GUESSED;
    if (!found)
        *origin = KAM_ENCODING_DEFAULT;
    return found;
}

/*
 * Bytes that are UTF-8 make sense in many encodings that models still have from years ago, though
 * not the sense they were meant to make: names and ids would silently be others.
 */
static enum kam_status doubt(struct kam_input *input, const char **encoding,
                             struct kam_error *error)
{
    struct kam_place place = place_of(input);

    if (input->origin != KAM_ENCODING_GIVEN || kam_encoding_is_utf8(*encoding))
        return KAM_OK;
    if (!is_clearly_utf8(input->intake.bytes)) {
        input->likelier = kam_misstated(*encoding, input->intake.bytes);
        return KAM_OK;
    }
    if (input->options.trust == KAM_ENCODING_STRICT)
        return kam_error_at(error, KAM_DATA, &place,
                            "UTF-8, as far as its first bytes show, and not %s; say --encoding "
                            "UTF-8",
                            *encoding);
    input->origin = KAM_ENCODING_GUESSED;
    *encoding = NULL;
    return KAM_OK;
}

static enum kam_status start(struct kam_input *input, struct kam_error *error)
{
    struct kam_intake *intake = &input->intake;
    size_t mark;

    /* Whole, however slowly a pipe delivers: what is found there mustn't depend on that. One byte
       more tells whether there is more. */
    kam_intake_fill(intake, larger(input->first_block, FIRST_BYTES) + 1);
    const char *encoding = find_encoding(&input->options, intake->bytes, &mark, &input->origin);
    kam_intake_use(intake, mark);
    const char *what = kam_magic_find(intake->bytes);
    if (what) {
        struct kam_place place = place_of(input);
        input->is_no_text = true;
        return kam_error_at(error, KAM_DATA, &place, "%s", what);
    }
    enum kam_status status = doubt(input, &encoding, error);
    return status ? status
                  : kam_recoder_init(&input->recoder, encoding, input->options.trust, error);
}

/* Another encoding that the file is likely to be in, or NULL. */
static const char *suggest_encoding(struct kam_input *input)
{
    struct kam_text name = kam_text_of(kam_input_encoding(input));

    if (input->origin < KAM_ENCODING_GIVEN || kam_decoder_unit(input->recoder.decoder) > 1)
        return NULL;
    /* What was right for so long is damaged here. */
    if (input->origin == KAM_ENCODING_GIVEN && input->intake.offset > BLOCK_SIZE)
        return NULL;
    const char *guess = kam_guess_encoding(kam_intake_from_line(&input->intake, FIRST_BYTES));
    return guess && !kam_text_equal_fold(name, kam_text_of(guess)) ? guess : NULL;
}

/* The bytes at hand are no text. */
static enum kam_status refuse(struct kam_input *input, struct kam_error *error)
{
    struct kam_place place = place_of(input);
    unsigned long long at = (unsigned long long)input->intake.offset + 1;
    bool cut = input->recoder.rest == KAM_DECODER_INCOMPLETE;

    if (input->recoder.rest == KAM_DECODER_NUL)
        return kam_error_at(error, KAM_DATA, &place,
                            "a NUL byte at byte %llu: no text, or damaged; fetch the file again",
                            at);
    const char *guess = cut ? NULL : suggest_encoding(input);
    const char *option = input->options.encoding_option;
    /* What is shown of the bytes mustn't depend on where a block ended. */
    kam_intake_fill(&input->intake, LONGEST_CHARACTER);
    struct kam_text sample = input->intake.bytes;
    if (sample.len > LONGEST_CHARACTER)
        sample.len = LONGEST_CHARACTER;
    return kam_error_at(error, KAM_DATA, &place, "not %s at byte %llu: %s%s%s%s%s%s",
                        kam_input_encoding(input), at, kam_show(sample).s,
                        cut ? " (the file ends inside a character)" : "",
                        guess ? "; the file looks like " : "",
                        !guess   ? ""
                        : option ? option
                                 : "--encoding",
                        guess ? " " : "", guess ? guess : "");
}

static enum kam_status report_failure(const struct kam_intake *intake, struct kam_error *error)
{
    if (error)
        *error = intake->failure;
    return intake->failed;
}

/* No whole character is at hand. KAM_OK if more bytes may help, or if *BLOCK stands for them. */
static enum kam_status take_rest(struct kam_input *input, struct kam_text *block,
                                 struct kam_error *error)
{
    struct kam_intake *intake = &input->intake;
    struct kam_recoder *recoder = &input->recoder;
    size_t size = kam_decoder_unit(recoder->decoder);

    if (recoder->rest == KAM_DECODER_INCOMPLETE) {
        if (!intake->ended && intake->bytes.len < LONGEST_CHARACTER)
            return KAM_OK;
        if (intake->failed)
            return report_failure(intake, error);
        if (intake->ended)
            size = intake->bytes.len;
        else
            recoder->rest = KAM_DECODER_BROKEN; /* nothing is that long */
    }
    if (recoder->rest == KAM_DECODER_NOTHING)
        return KAM_OK;
    if (recoder->trust == KAM_ENCODING_STRICT)
        return refuse(input, error);
    return kam_recoder_replace(recoder, intake, size, block, error);
}

static enum kam_status read_block(struct kam_input *input, struct kam_text *block,
                                  struct kam_error *error)
{
    struct kam_intake *intake = &input->intake;
    size_t most = input->started ? input->block_size : input->first_block;
    enum kam_status status = input->started ? KAM_OK : start(input, error);

    input->started = true;
    *block = KAM_TEXT("");
    while (!status && block->len == 0) {
        /* Less than a longest character may be an incomplete one: one more byte is progress. */
        if (intake->bytes.len < LONGEST_CHARACTER)
            kam_intake_fill(intake, intake->bytes.len + 1);
        if (intake->bytes.len == 0 && intake->failed)
            return report_failure(intake, error);
        if (kam_recoder_is_done(&input->recoder, intake))
            return KAM_END;
        uint64_t offset = intake->offset;
        status = kam_recoder_take(&input->recoder, intake, most, block, error);
        if (!status && block->len == 0 && intake->offset == offset)
            status = take_rest(input, block, error);
    }
    return status;
}

enum kam_status kam_input_read(struct kam_input *input, struct kam_text *block,
                               struct kam_error *error)
{
    enum kam_status status = read_block(input, block, error);

    if (status) {
        if (error)
            error->order = input->options.order;
        return status;
    }
    if (input->options.digest == KAM_DIGEST_WANTED)
        XXH3_128bits_update(input->digest, block->ptr, block->len);
    return KAM_OK;
}

bool kam_input_at_end(const struct kam_input *input)
{
    return input->recoder.decoder && kam_recoder_is_done(&input->recoder, &input->intake);
}

const char *kam_input_encoding(const struct kam_input *input)
{
    return input->recoder.decoder ? kam_decoder_name(input->recoder.decoder) : "UTF-8";
}

enum kam_encoding_origin kam_input_encoding_origin(const struct kam_input *input)
{
    return input->origin;
}

const char *kam_input_likelier(const struct kam_input *input)
{
    return input->likelier;
}

uint64_t kam_input_replaced(const struct kam_input *input)
{
    return input->recoder.replaced;
}

uint64_t kam_input_first_replaced(const struct kam_input *input)
{
    return input->recoder.first_replaced;
}

bool kam_input_is_no_text(const struct kam_input *input)
{
    return input->is_no_text;
}

struct kam_digest kam_input_digest(const struct kam_input *input)
{
    XXH128_hash_t hash = XXH3_128bits_digest(input->digest);

    return (struct kam_digest){hash.low64, hash.high64};
}

const char *kam_input_name(const struct kam_input *input)
{
    return kam_source_name(input->intake.source);
}

unsigned kam_input_order(const struct kam_input *input)
{
    return input->options.order;
}

uint64_t kam_input_bytes(const struct kam_input *input)
{
    return kam_source_bytes(input->intake.source);
}

uint64_t kam_input_size(const struct kam_input *input)
{
    return kam_source_size(input->intake.source);
}

void kam_input_close(struct kam_input *input)
{
    if (!input)
        return;
    kam_intake_free(&input->intake);
    kam_recoder_free(&input->recoder);
    XXH3_freeState(input->digest);
    free(input);
}
