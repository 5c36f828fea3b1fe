#include "io/recode.h"

enum kam_status kam_recoder_init(struct kam_recoder *recoder, const char *encoding,
                                 enum kam_encoding_trust trust, struct kam_error *error)
{
    *recoder = (struct kam_recoder){.trust = trust};
    return kam_decoder_open(&recoder->decoder, encoding, error);
}

static bool is_wrong(enum kam_decoder_rest rest)
{
    return rest == KAM_DECODER_BROKEN || rest == KAM_DECODER_NUL;
}

/* U+FFFD for SIZE bytes, behind the character that the decoder may have kept back. */
static enum kam_status add_replacement(struct kam_recoder *recoder, struct kam_intake *intake,
                                       size_t size, struct kam_error *error)
{
    if (recoder->replaced++ == 0)
        recoder->first_replaced = intake->offset + 1;
    kam_intake_use(intake, size);
    enum kam_status status = kam_decoder_finish(recoder->decoder, &recoder->decoded, error);
    if (!status && !kam_buffer_add(&recoder->decoded, KAM_TEXT("\xEF\xBF\xBD")))
        status = kam_error_nomem(error);
    return status;
}

/* Append what the first TEXT of LEN bytes become; what follows them is a NUL, or nothing. */
static enum kam_status add_text(struct kam_recoder *recoder, struct kam_intake *intake, size_t text,
                                size_t len, size_t *used, struct kam_error *error)
{
    struct kam_text bytes = {intake->bytes.ptr, text};
    enum kam_status status = kam_decoder_convert(recoder->decoder, bytes, used, &recoder->rest,
                                                 &recoder->decoded, error);

    kam_intake_use(intake, *used);
    /* A NUL is no second half of anything. */
    if (text < len && !is_wrong(recoder->rest))
        recoder->rest = *used < text ? KAM_DECODER_BROKEN : KAM_DECODER_NUL;
    return status;
}

static size_t before_nul(const struct kam_recoder *recoder, const struct kam_intake *intake,
                         size_t len)
{
    return kam_decoder_find_nul(recoder->decoder, (struct kam_text){intake->bytes.ptr, len});
}

/* Convert the first LEN bytes up to what is no text, or, trusting a guess, all of them. */
static enum kam_status convert(struct kam_recoder *recoder, struct kam_intake *intake, size_t len,
                               struct kam_error *error)
{
    size_t text = before_nul(recoder, intake, len), used = 0;
    enum kam_status status = add_text(recoder, intake, text, len, &used, error);

    while (!status && recoder->trust == KAM_ENCODING_GUESS && is_wrong(recoder->rest)) {
        size_t skip = kam_decoder_unit(recoder->decoder);
        len -= used;
        text -= used;
        if (skip > len)
            skip = len;
        status = add_replacement(recoder, intake, skip, error);
        len -= skip;
        /* NULs are looked for once, not after every broken character. */
        text = text > skip ? text - skip : before_nul(recoder, intake, len);
        if (!status)
            status = add_text(recoder, intake, text, len, &used, error);
    }
    return status;
}

/* True if UTF-8 can be handed out as it stands, which it can't if something is to be replaced. */
static bool take_utf8(struct kam_recoder *recoder, struct kam_intake *intake, size_t len,
                      struct kam_text *block)
{
    struct kam_text bytes = {intake->bytes.ptr, len};
    size_t good = kam_decoder_check(bytes, &recoder->rest);

    if (recoder->trust == KAM_ENCODING_GUESS && is_wrong(recoder->rest))
        return false;
    *block = (struct kam_text){bytes.ptr, good};
    kam_intake_use(intake, good);
    return true;
}

enum kam_status kam_recoder_take(struct kam_recoder *recoder, struct kam_intake *intake,
                                 size_t most, struct kam_text *block, struct kam_error *error)
{
    size_t len = intake->bytes.len < most ? intake->bytes.len : most;

    recoder->decoded.len = 0;
    if (kam_decoder_is_utf8(recoder->decoder) && take_utf8(recoder, intake, len, block))
        return KAM_OK;
    enum kam_status status = convert(recoder, intake, len, error);
    if (!status && kam_intake_is_used_up(intake) && !recoder->finished) {
        recoder->finished = true;
        status = kam_decoder_finish(recoder->decoder, &recoder->decoded, error);
    }
    *block = kam_buffer_text(&recoder->decoded);
    return status;
}

enum kam_status kam_recoder_replace(struct kam_recoder *recoder, struct kam_intake *intake,
                                    size_t size, struct kam_text *block, struct kam_error *error)
{
    recoder->decoded.len = 0;
    enum kam_status status = add_replacement(recoder, intake, size, error);
    *block = kam_buffer_text(&recoder->decoded);
    return status;
}

bool kam_recoder_is_done(const struct kam_recoder *recoder, const struct kam_intake *intake)
{
    return kam_intake_is_used_up(intake) &&
           (recoder->finished || kam_decoder_is_utf8(recoder->decoder));
}

void kam_recoder_free(struct kam_recoder *recoder)
{
    kam_decoder_close(recoder->decoder);
    kam_buffer_free(&recoder->decoded);
}
