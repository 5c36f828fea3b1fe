/*
 * decode: from other encodings to UTF-8, through iconv.
 */
#ifndef KAM_IO_DECODE_H
#define KAM_IO_DECODE_H

#include "base/text.h"

struct kam_decoder;

/*
 * The encoding a byte order mark at the front of BYTES says ("UTF-8", "UTF-16LE", ...) and its
 * length in *LENGTH; NULL and 0 without a mark.
 */
const char *kam_decoder_mark(struct kam_text bytes, size_t *length);

bool kam_decoder_is_utf8(const char *encoding);

/*
 * A decoder from ENCODING, an iconv name, which it borrows. An unknown one is KAM_USAGE, and so is
 * an empty one, which would mean that of the locale.
 */
KAM_MUST_CHECK enum kam_status kam_decoder_open(struct kam_decoder **decoder, const char *encoding,
                                                struct kam_error *error);

/* What stands behind the bytes that were converted. */
enum kam_decoder_rest {
    KAM_DECODER_NOTHING,
    KAM_DECODER_INCOMPLETE, /* the beginning of a character, as far as one can tell */
    KAM_DECODER_BROKEN,     /* bytes that are no character */
};

/*
 * Append the UTF-8 of the whole characters at the front of BYTES to OUT; *USED bytes were
 * converted, and *REST is what follows them. A character that may yet combine with the next one
 * (Vietnamese encodings) is kept back. Fails only with KAM_NOMEM.
 */
KAM_MUST_CHECK enum kam_status kam_decoder_convert(struct kam_decoder *decoder,
                                                   struct kam_text bytes, size_t *used,
                                                   enum kam_decoder_rest *rest,
                                                   struct kam_buffer *out, struct kam_error *error);

/* No bytes follow: append what was kept back. */
KAM_MUST_CHECK enum kam_status kam_decoder_finish(struct kam_decoder *decoder,
                                                  struct kam_buffer *out, struct kam_error *error);

const char *kam_decoder_name(const struct kam_decoder *decoder);

/*
 * The first of the usual encodings in which BYTES, which aren't UTF-8 and begin with a character,
 * make sense, or NULL. They may end within a character.
 */
const char *kam_decoder_guess(struct kam_text bytes);

void kam_decoder_close(struct kam_decoder *decoder);

#endif
