#include "io/decode.h"
#include "base/utf8.h"
#include "io/encoding.h"
#include "io/pairs.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

enum {
    ROOM = 16, /* for any one character, and what was kept back before it */
    LONGEST_UTF8 = 4,
    SLICE = 64,             /* bytes that are left to iconv where a pair isn't known */
    MANY_BYTES = 64 * 1024, /* of which it is worth while to ask about all pairs */
};

struct kam_decoder {
    iconv_t conversion; /* unless it is UTF-8 */
    const char *name;
    bool is_utf8;
    bool has_pairs;          /* characters of one byte, or mostly two */
    struct kam_pairs *pairs; /* those, once there is much to convert */
    uint64_t bytes;          /* converted so far, as long as there are none */
    size_t unit;
};

/* How many zero bytes a NUL character has is seen from how many of them come out. */
static size_t find_unit(iconv_t conversion)
{
    char zeros[4] = {0}, nuls[sizeof zeros + ROOM];
    char *from = zeros, *to = nuls;
    size_t left = sizeof zeros, room = sizeof nuls;

    (void)iconv(conversion, &from, &left, &to, &room);
    (void)iconv(conversion, NULL, NULL, NULL, NULL);
    size_t count = sizeof nuls - room;
    return count == 1 || count == 2 ? sizeof zeros / count : 1;
}

static enum kam_status open_conversion(struct kam_decoder *decoder, struct kam_error *error)
{
    const char *name = decoder->name;

    decoder->conversion = *name ? iconv_open("UTF-8", name) : (iconv_t)-1;
    if (decoder->conversion != (iconv_t)-1) {
        decoder->unit = find_unit(decoder->conversion);
        decoder->has_pairs = kam_pairs_are_in(name);
        return KAM_OK;
    }
    if (*name && errno == ENOMEM)
        return kam_error_nomem(error);
    return kam_error_set(error, KAM_USAGE,
                         "unknown encoding %s; 'iconv -l' lists those of this machine",
                         kam_show(kam_text_of(name)).s);
}

enum kam_status kam_decoder_open(struct kam_decoder **out, const char *encoding,
                                 struct kam_error *error)
{
    struct kam_decoder *decoder = malloc(sizeof *decoder);
    enum kam_status status = KAM_OK;

    if (!decoder)
        return kam_error_nomem(error);
    bool is_utf8 = !encoding || kam_encoding_is_utf8(encoding);
    *decoder = (struct kam_decoder){.name = is_utf8 ? "UTF-8" : encoding, .is_utf8 = is_utf8};
    decoder->unit = 1;
    if (!is_utf8)
        status = open_conversion(decoder, error);
    if (status) {
        free(decoder);
        return status;
    }
    *out = decoder;
    return KAM_OK;
}

const char *kam_decoder_name(const struct kam_decoder *decoder)
{
    return decoder->name;
}

bool kam_decoder_is_utf8(const struct kam_decoder *decoder)
{
    return decoder->is_utf8;
}

size_t kam_decoder_unit(const struct kam_decoder *decoder)
{
    return decoder->unit;
}

/* True if the character at the front of BYTES, which isn't well-formed, only lacks its end. */
static bool is_cut_utf8(struct kam_text bytes)
{
    /* One of the two goes on with any first byte. */
    static const unsigned char continuations[] = {0x80, 0xBF};
    char whole[LONGEST_UTF8];

    if (bytes.len >= sizeof whole)
        return false;
    for (size_t i = 0; i < sizeof continuations; i++) {
        memset(whole, continuations[i], sizeof whole);
        memcpy(whole, bytes.ptr, bytes.len);
        if (kam_utf8_prefix((struct kam_text){whole, sizeof whole}))
            return true;
    }
    return false;
}

size_t kam_decoder_check(struct kam_text bytes, enum kam_decoder_rest *rest)
{
    size_t good = kam_utf8_prefix(bytes);
    const char *nul = good ? memchr(bytes.ptr, '\0', good) : NULL;
    struct kam_text left = {bytes.ptr + good, bytes.len - good};

    *rest = nul                 ? KAM_DECODER_NUL
            : left.len == 0     ? KAM_DECODER_NOTHING
            : is_cut_utf8(left) ? KAM_DECODER_INCOMPLETE
                                : KAM_DECODER_BROKEN;
    return nul ? (size_t)(nul - bytes.ptr) : good;
}

static size_t find_zero_of_two(struct kam_text bytes)
{
    for (size_t i = 0; i + sizeof(uint16_t) <= bytes.len; i += sizeof(uint16_t)) {
        uint16_t unit;
        memcpy(&unit, bytes.ptr + i, sizeof unit);
        if (!unit)
            return i;
    }
    return bytes.len;
}

static size_t find_zero_of_four(struct kam_text bytes)
{
    for (size_t i = 0; i + sizeof(uint32_t) <= bytes.len; i += sizeof(uint32_t)) {
        uint32_t unit;
        memcpy(&unit, bytes.ptr + i, sizeof unit);
        if (!unit)
            return i;
    }
    return bytes.len;
}

size_t kam_decoder_find_nul(const struct kam_decoder *decoder, struct kam_text bytes)
{
    if (decoder->unit != 1)
        return decoder->unit == 2 ? find_zero_of_two(bytes) : find_zero_of_four(bytes);
    const char *nul = bytes.len ? memchr(bytes.ptr, '\0', bytes.len) : NULL;
    return nul ? (size_t)(nul - bytes.ptr) : bytes.len;
}

/* Append what the front of BYTES becomes, at most MOST bytes; the bytes used. Sets errno. */
static size_t run(iconv_t conversion, struct kam_text bytes, size_t most, struct kam_buffer *out)
{
    char *from = (char *)(uintptr_t)bytes.ptr; /* iconv doesn't write there, but says char * */
    char *to = out->ptr + out->len;
    size_t left = bytes.len, room = out->capacity - out->len;

    if (room > most)
        room = most;
    if (iconv(conversion, &from, &left, &to, &room) != (size_t)-1)
        errno = 0;
    out->len = (size_t)(to - out->ptr);
    return bytes.len - left;
}

/* Ask for the pairs of DECODER if it has any, and COUNT more bytes make it worth while. */
static bool find_pairs(struct kam_decoder *decoder, size_t count)
{
    decoder->bytes += count;
    if (decoder->has_pairs && !decoder->pairs && decoder->bytes >= MANY_BYTES)
        decoder->pairs = kam_pairs_new(decoder->conversion);
    return decoder->pairs || !decoder->has_pairs || decoder->bytes < MANY_BYTES;
}

/* All of kam_decoder_convert but looking at what came out. False when memory ran out. */
static bool convert(const struct kam_decoder *decoder, struct kam_text bytes, size_t *used,
                    enum kam_decoder_rest *rest, struct kam_buffer *out)
{
    bool sliced;
    size_t n;

    *used = 0;
    do {
        struct kam_text left = {bytes.ptr + *used, bytes.len - *used};
        if (!kam_buffer_reserve(out, left.len + left.len / 2 + ROOM))
            return false;
        if (decoder->pairs) {
            n = kam_pairs_convert(decoder->pairs, left, out);
            left = (struct kam_text){left.ptr + n, left.len - n};
            *used += n;
        }
        sliced = decoder->pairs && left.len > SLICE;
        if (sliced)
            left.len = SLICE;
        *used += n = run(decoder->conversion, left, SIZE_MAX, out);
        /* A slice may end within a character; where it is only that, there is more to do. */
    } while (errno == E2BIG || (sliced && n && errno != EILSEQ));
    *rest = errno == 0        ? KAM_DECODER_NOTHING
            : errno == EINVAL ? KAM_DECODER_INCOMPLETE
                              : KAM_DECODER_BROKEN;
    return true;
}

/*
 * Of what was made of BYTES, from BEFORE in OUT on, only GOOD bytes are text: glibc takes UCS-4
 * beyond U+10FFFF, and UTF-7 can hide a NUL. How many bytes they were made of is seen when they
 * are made again.
 */
static size_t make_again(struct kam_decoder *decoder, struct kam_text bytes, size_t before,
                         size_t good, struct kam_buffer *out)
{
    out->len = before;
    (void)iconv(decoder->conversion, NULL, NULL, NULL, NULL);
    return good ? run(decoder->conversion, bytes, good, out) : 0;
}

enum kam_status kam_decoder_convert(struct kam_decoder *decoder, struct kam_text bytes,
                                    size_t *used, enum kam_decoder_rest *rest,
                                    struct kam_buffer *out, struct kam_error *error)
{
    size_t before = out->len;

    if (decoder->is_utf8) {
        *used = kam_decoder_check(bytes, rest);
        return kam_buffer_add(out, (struct kam_text){bytes.ptr, *used}) ? KAM_OK
                                                                        : kam_error_nomem(error);
    }
    if (!find_pairs(decoder, bytes.len) || !convert(decoder, bytes, used, rest, out))
        return kam_error_nomem(error);
    enum kam_decoder_rest wrong;
    size_t good =
        kam_decoder_check((struct kam_text){out->ptr + before, out->len - before}, &wrong);
    if (wrong != KAM_DECODER_NOTHING) {
        *used = make_again(decoder, bytes, before, good, out);
        *rest = KAM_DECODER_BROKEN;
    }
    return KAM_OK;
}

enum kam_status kam_decoder_finish(struct kam_decoder *decoder, struct kam_buffer *out,
                                   struct kam_error *error)
{
    if (decoder->is_utf8)
        return KAM_OK;
    if (!kam_buffer_reserve(out, ROOM))
        return kam_error_nomem(error);
    char *to = out->ptr + out->len;
    size_t room = out->capacity - out->len;
    (void)iconv(decoder->conversion, NULL, NULL, &to, &room);
    out->len = (size_t)(to - out->ptr);
    return KAM_OK;
}

void kam_decoder_close(struct kam_decoder *decoder)
{
    if (!decoder)
        return;
    if (!decoder->is_utf8)
        iconv_close(decoder->conversion);
    free(decoder->pairs);
    free(decoder);
}
