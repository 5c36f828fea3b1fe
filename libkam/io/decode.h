/*
 * decode: from other encodings to UTF-8, through iconv.
 */
#ifndef KAM_IO_DECODE_H
#define KAM_IO_DECODE_H

#include "base/text.h"

struct kam_decoder;

/*
 * A decoder from ENCODING, an iconv name, which it borrows; NULL is UTF-8. An unknown one is
 * KAM_USAGE, and so is an empty one, which would mean that of the locale.
 */
KAM_MUST_CHECK enum kam_status kam_decoder_open(struct kam_decoder **decoder, const char *encoding,
                                                struct kam_error *error);

const char *kam_decoder_name(const struct kam_decoder *decoder);

/* True if there is nothing to convert, only to check: kam_decoder_check does all of it. */
bool kam_decoder_is_utf8(const struct kam_decoder *decoder);

/* The bytes of a NUL character, and of the least that can be skipped: 1, 2 in UTF-16, 4 in UTF-32.
 */
size_t kam_decoder_unit(const struct kam_decoder *decoder);

/* What stands behind the bytes that were converted. */
enum kam_decoder_rest {
    KAM_DECODER_NOTHING,
    KAM_DECODER_INCOMPLETE, /* the beginning of a character, as far as one can tell */
    KAM_DECODER_BROKEN,     /* bytes that are no character */
    KAM_DECODER_NUL,        /* a NUL character, which no text has */
};

/* Bytes of the longest prefix of BYTES that is UTF-8 without a NUL. */
size_t kam_decoder_check(struct kam_text bytes, enum kam_decoder_rest *rest);

/* Bytes of BYTES, which begin with a character, before the first NUL character. */
size_t kam_decoder_find_nul(const struct kam_decoder *decoder, struct kam_text bytes);

/*
 * Append the UTF-8 of the whole characters at the front of BYTES, in which there is no NUL, to OUT;
 * *USED bytes were converted, and *REST is what follows them. A character that may yet combine with
 * the next one (Vietnamese encodings) is kept back. Fails only with KAM_NOMEM.
 */
KAM_MUST_CHECK enum kam_status kam_decoder_convert(struct kam_decoder *decoder,
                                                   struct kam_text bytes, size_t *used,
                                                   enum kam_decoder_rest *rest,
                                                   struct kam_buffer *out, struct kam_error *error);

/* No bytes follow that combine with those before: append what was kept back. */
KAM_MUST_CHECK enum kam_status kam_decoder_finish(struct kam_decoder *decoder,
                                                  struct kam_buffer *out, struct kam_error *error);

/* NULL is allowed. */
void kam_decoder_close(struct kam_decoder *decoder);

#endif
