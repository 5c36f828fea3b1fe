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

/* A decoder from ENCODING, an iconv name, which it borrows. An unknown one is KAM_USAGE. */
KAM_MUST_CHECK enum kam_status kam_decoder_open(struct kam_decoder **decoder, const char *encoding,
                                                struct kam_error *error);

/*
 * Append the UTF-8 of the whole characters at the front of BYTES to OUT; *USED bytes were
 * converted. Stops before a broken or an incomplete character: telling the two apart is the
 * caller's, who knows whether more bytes follow. Fails only with KAM_NOMEM.
 */
KAM_MUST_CHECK enum kam_status kam_decoder_convert(struct kam_decoder *decoder,
                                                   struct kam_text bytes, size_t *used,
                                                   struct kam_buffer *out, struct kam_error *error);

const char *kam_decoder_name(const struct kam_decoder *decoder);

/* The first of the usual encodings in which BYTES, which aren't UTF-8, make sense, or NULL. */
const char *kam_decoder_guess(struct kam_text bytes);

void kam_decoder_close(struct kam_decoder *decoder);

#endif
