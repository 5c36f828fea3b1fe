#include "io/decode.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

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
    iconv_t conversion = iconv_open("UTF-8", encoding);

    if (conversion == (iconv_t)-1) {
        if (errno == ENOMEM)
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
                                    size_t *used, struct kam_buffer *out, struct kam_error *error)
{
    char *in = (char *)(uintptr_t)bytes.ptr; /* iconv doesn't write there, but says char * */
    size_t left = bytes.len;

    for (;;) {
        if (!kam_buffer_reserve(out, left + left / 2 + 16))
            return kam_error_nomem(error);
        char *to = out->ptr + out->len;
        size_t room = out->capacity - out->len;
        size_t result = iconv(decoder->conversion, &in, &left, &to, &room);
        out->len = (size_t)(to - out->ptr);
        if (result == (size_t)-1 && errno == E2BIG)
            continue;
        break;
    }
    *used = bytes.len - left;
    return KAM_OK;
}

const char *kam_decoder_name(const struct kam_decoder *decoder)
{
    return decoder->name;
}

const char *kam_decoder_guess(struct kam_text bytes)
{
    static const char *const usual[] = {"GB18030", "BIG5", "SHIFT_JIS", "WINDOWS-1252"};
    enum { SAMPLE = 4096, LONGEST_CHARACTER = 4 };
    const char *guess = NULL;

    if (bytes.len > SAMPLE)
        bytes.len = SAMPLE;
    for (size_t i = 0; i < sizeof usual / sizeof *usual && !guess; i++) {
        struct kam_decoder *decoder;
        struct kam_buffer text = {NULL, 0, 0};
        size_t used = 0;
        if (kam_decoder_open(&decoder, usual[i], NULL))
            continue;
        if (!kam_decoder_convert(decoder, bytes, &used, &text, NULL) &&
            bytes.len - used < LONGEST_CHARACTER)
            guess = usual[i];
        kam_buffer_free(&text);
        kam_decoder_close(decoder);
    }
    return guess;
}

void kam_decoder_close(struct kam_decoder *decoder)
{
    if (!decoder)
        return;
    iconv_close(decoder->conversion);
    free(decoder);
}
