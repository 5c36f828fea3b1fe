#include "io/decode.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

enum { ROOM = 16 }; /* for any one character, and what was kept back before it */

struct kam_decoder {
    iconv_t conversion;
    const char *name;
};

const char *kam_decoder_mark(struct kam_text bytes, size_t *length)
{
    static const struct {
        const char *name;
        struct kam_text mark;
    } marks[] = {
        {"UTF-8", {"\xEF\xBB\xBF", 3}},    {"UTF-32LE", {"\xFF\xFE\0\0", 4}},
        {"UTF-32BE", {"\0\0\xFE\xFF", 4}}, {"UTF-16LE", {"\xFF\xFE", 2}},
        {"UTF-16BE", {"\xFE\xFF", 2}},     {"GB18030", {"\x84\x31\x95\x33", 4}},
    };

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (kam_text_starts_with(bytes, marks[i].mark)) {
            *length = marks[i].mark.len;
            return marks[i].name;
        }
    *length = 0;
    return NULL;
}

bool kam_decoder_is_utf8(const char *encoding)
{
    struct kam_text name = kam_text_of(encoding);

    return kam_text_equal_fold(name, KAM_TEXT("UTF-8")) ||
           kam_text_equal_fold(name, KAM_TEXT("UTF8")) ||
           kam_text_equal_fold(name, KAM_TEXT("ASCII")) ||
           kam_text_equal_fold(name, KAM_TEXT("US-ASCII"));
}

enum kam_status kam_decoder_open(struct kam_decoder **out, const char *encoding,
                                 struct kam_error *error)
{
    iconv_t conversion = *encoding ? iconv_open("UTF-8", encoding) : (iconv_t)-1;

    if (conversion == (iconv_t)-1) {
        if (*encoding && errno == ENOMEM)
            return kam_error_nomem(error);
        return kam_error_set(error, KAM_USAGE,
                             "unknown encoding %s; 'iconv -l' lists those of this machine",
                             kam_show(kam_text_of(encoding)).s);
    }
    struct kam_decoder *decoder = malloc(sizeof *decoder);
    if (!decoder) {
        iconv_close(conversion);
        return kam_error_nomem(error);
    }
    *decoder = (struct kam_decoder){conversion, encoding};
    *out = decoder;
    return KAM_OK;
}

enum kam_status kam_decoder_convert(struct kam_decoder *decoder, struct kam_text bytes,
                                    size_t *used, enum kam_decoder_rest *rest,
                                    struct kam_buffer *out, struct kam_error *error)
{
    char *in = (char *)(uintptr_t)bytes.ptr; /* iconv doesn't write there, but says char * */
    size_t left = bytes.len, before = out->len, result;

    do {
        if (!kam_buffer_reserve(out, left + left / 2 + ROOM))
            return kam_error_nomem(error);
        char *to = out->ptr + out->len;
        size_t room = out->capacity - out->len;
        result = iconv(decoder->conversion, &in, &left, &to, &room);
        out->len = (size_t)(to - out->ptr);
    } while (result == (size_t)-1 && errno == E2BIG);
    struct kam_text made = {out->ptr + before, out->len - before};
    if (kam_text_utf8_prefix(made) != made.len) {
        /* glibc takes UCS-4 beyond U+10FFFF. Where in BYTES that is, it doesn't tell. */
        out->len = before;
        *used = 0;
        *rest = KAM_DECODER_BROKEN;
        return KAM_OK;
    }
    *used = bytes.len - left;
    *rest = result != (size_t)-1 ? KAM_DECODER_NOTHING
            : errno == EINVAL    ? KAM_DECODER_INCOMPLETE
                                 : KAM_DECODER_BROKEN;
    return KAM_OK;
}

enum kam_status kam_decoder_finish(struct kam_decoder *decoder, struct kam_buffer *out,
                                   struct kam_error *error)
{
    if (!kam_buffer_reserve(out, ROOM))
        return kam_error_nomem(error);
    char *to = out->ptr + out->len;
    size_t room = out->capacity - out->len;
    (void)iconv(decoder->conversion, NULL, NULL, &to, &room);
    out->len = (size_t)(to - out->ptr);
    return KAM_OK;
}

const char *kam_decoder_name(const struct kam_decoder *decoder)
{
    return decoder->name;
}

/* True if BYTES make sense in ENCODING, but for a character cut at their end. */
static bool makes_sense(struct kam_text bytes, const char *encoding)
{
    struct kam_decoder *decoder;
    struct kam_buffer text = {NULL, 0, 0};
    enum kam_decoder_rest rest = KAM_DECODER_BROKEN;
    size_t used = 0;

    if (kam_decoder_open(&decoder, encoding, NULL))
        return false;
    /* NOLINTNEXTLINE(clang-analyzer-core.CallAndMessage): opened, so it is set */
    if (kam_decoder_convert(decoder, bytes, &used, &rest, &text, NULL))
        rest = KAM_DECODER_BROKEN;
    kam_buffer_free(&text);
    kam_decoder_close(decoder);
    return used > 0 && rest != KAM_DECODER_BROKEN;
}

const char *kam_decoder_guess(struct kam_text bytes)
{
    static const char *const usual[] = {"GB18030", "BIG5", "SHIFT_JIS", "WINDOWS-1252"};
    enum { SAMPLE = 4096 };

    if (bytes.len > SAMPLE)
        bytes.len = SAMPLE;
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (makes_sense(bytes, usual[i]))
            return usual[i];
    return NULL;
}

void kam_decoder_close(struct kam_decoder *decoder)
{
    if (!decoder)
        return;
    iconv_close(decoder->conversion);
    free(decoder);
}
