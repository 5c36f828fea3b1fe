#include "io/input.h"
#include "io/decode.h"
#include "io/source.h"

#include <stdlib.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

enum { BLOCK_SIZE = 128 * 1024, LONGEST_CHARACTER = 4 };

struct kam_input {
    struct kam_source *source;
    struct kam_decoder *decoder; /* NULL: the bytes are UTF-8 already */
    const char *encoding;        /* as asked for, or NULL */
    const char *(*choose_encoding)(const char *encoding, struct kam_text first_bytes);
    unsigned order;
    bool started, source_ended;
    uint64_t offset; /* decompressed bytes before `bytes` */
    bool finished;   /* the decoder gave what it had kept back */
    size_t block_size, first_block;
    struct kam_text bytes;     /* in `buffer`: from the source, not handed out yet */
    char *buffer;              /* as the source gave them: room for the larger of the two */
    struct kam_buffer decoded; /* what the decoder made of them */
    enum kam_status failed;    /* the source, behind `bytes`: reported once these are out */
    struct kam_error failure;
    XXH3_state_t *digest; /* of what was handed out */
};

static enum kam_status input_new(struct kam_input **out, struct kam_source *source,
                                 const struct kam_input_options *options, struct kam_error *error)
{
    struct kam_input *input = calloc(1, sizeof *input);
    size_t size = options->block_size ? options->block_size : BLOCK_SIZE;

    if (size < LONGEST_CHARACTER)
        size = LONGEST_CHARACTER;
    size_t first = options->first_block > size ? options->first_block : size;
    if (!input || !(input->buffer = malloc(first)) || !(input->digest = XXH3_createState())) {
        if (input)
            free(input->buffer);
        free(input);
        kam_source_close(source);
        return kam_error_nomem(error);
    }
    XXH3_128bits_reset(input->digest);
    input->source = source;
    input->encoding = options->encoding;
    input->choose_encoding = options->choose_encoding;
    input->order = options->order;
    input->block_size = size;
    input->first_block = first;
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

/* Read on behind what is in the buffer until it holds NEED bytes or the source has no more. */
static void fill(struct kam_input *input, size_t need)
{
    size_t most = input->started ? input->block_size : input->first_block;

    if (input->bytes.len >= need)
        return;
    if (input->bytes.len)
        memmove(input->buffer, input->bytes.ptr, input->bytes.len);
    input->bytes.ptr = input->buffer;
    while (input->bytes.len < need && !input->source_ended) {
        size_t got = 0;
        enum kam_status status = kam_source_read(input->source, input->buffer + input->bytes.len,
                                                 most - input->bytes.len, &got, &input->failure);
        input->source_ended = status != KAM_OK;
        if (status && status != KAM_END)
            input->failed = status;
        input->bytes.len += got;
    }
}

static void use_bytes(struct kam_input *input, size_t n)
{
    input->bytes.ptr += n;
    input->bytes.len -= n;
    input->offset += n;
}

/* A byte order mark says more than any option: it is skipped and decides the encoding. */
static enum kam_status start(struct kam_input *input, struct kam_error *error)
{
    size_t mark = 0;

    /* A whole block, however slowly a pipe delivers: what is found in it mustn't depend on that. */
    fill(input, input->first_block);
    const char *encoding = kam_decoder_mark(input->bytes, &mark);
    use_bytes(input, mark);
    input->started = true;
    if (!encoding)
        encoding = input->choose_encoding ? input->choose_encoding(input->encoding, input->bytes)
                                          : input->encoding;
    if (!encoding || kam_decoder_is_utf8(encoding))
        return KAM_OK;
    return kam_decoder_open(&input->decoder, encoding, error);
}

/* True if the character at the front of BYTES, which isn't well-formed, only lacks its end. */
static bool is_cut_utf8(struct kam_text bytes)
{
    /* One of the two goes on with any first byte. */
    static const unsigned char continuations[] = {0x80, 0xBF};
    char whole[LONGEST_CHARACTER];

    if (bytes.len >= sizeof whole)
        return false;
    for (size_t i = 0; i < sizeof continuations; i++) {
        memset(whole, continuations[i], sizeof whole);
        memcpy(whole, bytes.ptr, bytes.len);
        if (kam_text_utf8_prefix((struct kam_text){whole, sizeof whole}))
            return true;
    }
    return false;
}

/*
 * The bytes at hand from the beginning of the line: there a character begins in whatever encoding
 * it is, while the first bytes that aren't UTF-8 may be the second half of one.
 */
static struct kam_text from_line_start(const struct kam_input *input)
{
    enum { FARTHEST = 2048 };
    const char *here = input->bytes.ptr, *line = here;

    while (line > input->buffer && line[-1] != '\n' && here - line < FARTHEST)
        line--;
    if (line > input->buffer && line[-1] != '\n')
        return input->bytes;
    return (struct kam_text){line, (size_t)(here - line) + input->bytes.len};
}

static enum kam_status broken(struct kam_input *input, enum kam_decoder_rest rest,
                              struct kam_error *error)
{
    struct kam_place place = {.file = kam_source_name(input->source), .order = input->order};
    const char *guess = !input->decoder && rest == KAM_DECODER_BROKEN
                            ? kam_decoder_guess(from_line_start(input))
                            : NULL;

    /* What is shown of the bytes mustn't depend on where a block ended. */
    fill(input, LONGEST_CHARACTER);
    struct kam_text sample = input->bytes;
    if (sample.len > LONGEST_CHARACTER)
        sample.len = LONGEST_CHARACTER;
    return kam_error_at(error, KAM_DATA, &place, "not %s at byte %llu: %s%s%s%s",
                        input->decoder ? kam_decoder_name(input->decoder) : "UTF-8",
                        (unsigned long long)input->offset + 1, kam_show(sample).s,
                        rest == KAM_DECODER_INCOMPLETE ? " (the file ends inside a character)" : "",
                        guess ? "; the file looks like --encoding " : "", guess ? guess : "");
}

/* All bytes are used: append what the decoder has kept back. */
static enum kam_status finish(struct kam_input *input, struct kam_error *error)
{
    bool first = !input->finished;

    input->finished = true;
    return input->decoder && first ? kam_decoder_finish(input->decoder, &input->decoded, error)
                                   : KAM_OK;
}

static bool all_is_used(const struct kam_input *input)
{
    return input->source_ended && !input->failed && input->bytes.len == 0;
}

/* Hand out the whole characters at the front of the bytes; *REST is what follows them. */
static enum kam_status convert(struct kam_input *input, struct kam_text *block,
                               enum kam_decoder_rest *rest, struct kam_error *error)
{
    size_t used = 0;

    if (!input->decoder) {
        *block = (struct kam_text){input->bytes.ptr, kam_text_utf8_prefix(input->bytes)};
        use_bytes(input, block->len);
        *rest = input->bytes.len == 0       ? KAM_DECODER_NOTHING
                : is_cut_utf8(input->bytes) ? KAM_DECODER_INCOMPLETE
                                            : KAM_DECODER_BROKEN;
        return KAM_OK;
    }
    input->decoded.len = 0;
    enum kam_status status =
        kam_decoder_convert(input->decoder, input->bytes, &used, rest, &input->decoded, error);
    use_bytes(input, used);
    if (!status && all_is_used(input))
        status = finish(input, error);
    *block = kam_buffer_text(&input->decoded);
    return status;
}

static enum kam_status report_failure(const struct kam_input *input, struct kam_error *error)
{
    if (error)
        *error = input->failure;
    return input->failed;
}

static enum kam_status read_block(struct kam_input *input, struct kam_text *block,
                                  struct kam_error *error)
{
    enum kam_decoder_rest rest = KAM_DECODER_NOTHING;
    enum kam_status status = input->started ? KAM_OK : start(input, error);

    while (!status) {
        /* Less than a longest character may be an incomplete one: one more byte is progress. */
        if (input->bytes.len < LONGEST_CHARACTER)
            fill(input, input->bytes.len + 1);
        if (input->bytes.len == 0 && input->failed)
            return report_failure(input, error);
        if (input->bytes.len == 0 && (input->finished || !input->decoder))
            return KAM_END;
        status = convert(input, block, &rest, error);
        if (status || block->len)
            break;
        bool whole = input->source_ended || input->bytes.len >= LONGEST_CHARACTER;
        if (rest == KAM_DECODER_INCOMPLETE && whole && input->failed)
            return report_failure(input, error);
        if (rest == KAM_DECODER_BROKEN || (rest == KAM_DECODER_INCOMPLETE && whole))
            return broken(input, rest, error);
    }
    return status;
}

enum kam_status kam_input_read(struct kam_input *input, struct kam_text *block,
                               struct kam_error *error)
{
    enum kam_status status = read_block(input, block, error);

    if (status == KAM_OK)
        XXH3_128bits_update(input->digest, block->ptr, block->len);
    else if (error)
        error->order = input->order;
    return status;
}

bool kam_input_at_end(const struct kam_input *input)
{
    return all_is_used(input) && (input->finished || !input->decoder);
}

struct kam_digest kam_input_digest(const struct kam_input *input)
{
    XXH128_hash_t hash = XXH3_128bits_digest(input->digest);

    return (struct kam_digest){hash.low64, hash.high64};
}

const char *kam_input_name(const struct kam_input *input)
{
    return kam_source_name(input->source);
}

unsigned kam_input_order(const struct kam_input *input)
{
    return input->order;
}

uint64_t kam_input_bytes(const struct kam_input *input)
{
    return kam_source_bytes(input->source);
}

uint64_t kam_input_size(const struct kam_input *input)
{
    return kam_source_size(input->source);
}

void kam_input_close(struct kam_input *input)
{
    if (!input)
        return;
    kam_source_close(input->source);
    kam_decoder_close(input->decoder);
    kam_buffer_free(&input->decoded);
    free(input->buffer);
    XXH3_freeState(input->digest);
    free(input);
}
