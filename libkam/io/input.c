#include "io/input.h"
#include "io/decode.h"
#include "io/source.h"

#include <stdlib.h>

enum { BLOCK_SIZE = 128 * 1024, LONGEST_CHARACTER = 4 };

struct kam_input {
    struct kam_source *source;
    struct kam_decoder *decoder; /* NULL: the bytes are UTF-8 already */
    const char *encoding;        /* as asked for, or NULL */
    const char *(*choose_encoding)(const char *encoding, struct kam_text first_bytes);
    unsigned order;
    bool started, source_ended;
    uint64_t offset; /* decompressed bytes before `bytes` */
    size_t block_size;
    struct kam_text bytes;     /* in `buffer`: from the source, not handed out yet */
    char *buffer;              /* block_size bytes, as the source gave them */
    struct kam_buffer decoded; /* what the decoder made of them */
};

static enum kam_status input_new(struct kam_input **out, struct kam_source *source,
                                 const struct kam_input_options *options, struct kam_error *error)
{
    struct kam_input *input = calloc(1, sizeof *input);
    size_t size = options->block_size ? options->block_size : BLOCK_SIZE;

    if (size < LONGEST_CHARACTER)
        size = LONGEST_CHARACTER;
    if (!input || !(input->buffer = malloc(size))) {
        free(input);
        kam_source_close(source);
        return kam_error_nomem(error);
    }
    input->source = source;
    input->encoding = options->encoding;
    input->choose_encoding = options->choose_encoding;
    input->order = options->order;
    input->block_size = size;
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

/* Read on behind what is in the buffer until it holds NEED bytes (at most 4) or the end is seen. */
static enum kam_status fill(struct kam_input *input, size_t need, struct kam_error *error)
{
    if (input->bytes.len)
        memmove(input->buffer, input->bytes.ptr, input->bytes.len);
    input->bytes.ptr = input->buffer;
    while (input->bytes.len < need && !input->source_ended) {
        size_t got = 0;
        enum kam_status status = kam_source_read(input->source, input->buffer + input->bytes.len,
                                                 input->block_size - input->bytes.len, &got, error);
        if (status == KAM_END)
            input->source_ended = true;
        else if (status)
            return status;
        input->bytes.len += got;
    }
    return KAM_OK;
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
    /* A whole block, however slowly a pipe delivers: what is found in it must not depend on that.
     */
    enum kam_status status = fill(input, input->block_size, error);

    if (status)
        return status;
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

static enum kam_status broken(struct kam_input *input, struct kam_error *error)
{
    struct kam_place place = {.file = kam_source_name(input->source), .order = input->order};
    struct kam_text sample = {input->bytes.ptr, input->bytes.len < 4 ? input->bytes.len : 4};
    const char *guess = kam_decoder_guess(input->bytes);
    const char *cut = input->source_ended && input->bytes.len < LONGEST_CHARACTER
                          ? " (the file ends inside a character)"
                          : "";

    if (input->decoder)
        return kam_error_at(error, KAM_DATA, &place, "not %s at byte %llu: %s%s",
                            kam_decoder_name(input->decoder), (unsigned long long)input->offset + 1,
                            kam_show(sample).s, cut);
    return kam_error_at(error, KAM_DATA, &place, "not UTF-8 at byte %llu: %s%s%s%s",
                        (unsigned long long)input->offset + 1, kam_show(sample).s, cut,
                        guess ? "; the file looks like --encoding " : "", guess ? guess : "");
}

/* Hand out the whole characters at the front of the bytes; none if they are broken. */
static enum kam_status convert(struct kam_input *input, struct kam_text *block,
                               struct kam_error *error)
{
    if (!input->decoder) {
        *block = (struct kam_text){input->bytes.ptr, kam_text_utf8_prefix(input->bytes)};
        use_bytes(input, block->len);
        return KAM_OK;
    }
    size_t used = 0;
    input->decoded.len = 0;
    enum kam_status status =
        kam_decoder_convert(input->decoder, input->bytes, &used, &input->decoded, error);
    *block = kam_buffer_text(&input->decoded);
    use_bytes(input, used);
    return status;
}

enum kam_status kam_input_read(struct kam_input *input, struct kam_text *block,
                               struct kam_error *error)
{
    enum kam_status status = input->started ? KAM_OK : start(input, error);

    while (!status) {
        /* Less than a longest character may be an incomplete one: one more byte is progress. */
        size_t left = input->bytes.len;
        status = fill(input, left < LONGEST_CHARACTER ? left + 1 : left, error);
        if (status || input->bytes.len == 0)
            break;
        size_t before = input->bytes.len;
        status = convert(input, block, error);
        if (status || block->len)
            return status;
        if (input->bytes.len == before && (before >= LONGEST_CHARACTER || input->source_ended))
            return broken(input, error);
    }
    if (error && status)
        error->order = input->order;
    return status ? status : KAM_END;
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
    free(input);
}
