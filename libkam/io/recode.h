/*
 * recode: the bytes of a intake as blocks of UTF-8 without NUL bytes.
 *
 * UTF-8 is only checked, and handed out where it stands. What is no text is left to the caller, or,
 * where the encoding is but a guess, replaced and counted.
 */
#ifndef KAM_IO_RECODE_H
#define KAM_IO_RECODE_H

#include "io/decode.h"
#include "io/intake.h"

/* What is done about bytes that aren't text in the encoding they should be in. */
enum kam_encoding_trust {
    KAM_ENCODING_STRICT, /* they are an error */
    KAM_ENCODING_GUESS,  /* where none is given, the likeliest is taken for a first block that isn't
                            UTF-8; broken characters and NUL bytes become U+FFFD, and are counted */
};

struct kam_recoder {
    struct kam_decoder *decoder;
    enum kam_encoding_trust trust;
    enum kam_decoder_rest rest; /* what follows the last block */
    bool finished;              /* the decoder gave what it had kept back */
    uint64_t replaced;
    uint64_t first_replaced; /* the place of the first one's first byte, from 1 */
    struct kam_buffer decoded;
};

/* See kam_decoder_open. */
KAM_MUST_CHECK enum kam_status kam_recoder_init(struct kam_recoder *recoder, const char *encoding,
                                                enum kam_encoding_trust trust,
                                                struct kam_error *error);

/*
 * Use the whole characters among the first MOST bytes (at least a longest character) of INTAKE:
 * they are in *BLOCK until the next call or until the intake is filled. It may be empty, and
 * recoder->rest says why it isn't longer. Fails only with KAM_NOMEM.
 */
KAM_MUST_CHECK enum kam_status kam_recoder_take(struct kam_recoder *recoder,
                                                struct kam_intake *intake, size_t most,
                                                struct kam_text *block, struct kam_error *error);

/* Use SIZE bytes that are no text; *BLOCK is what stands for them. Fails only with KAM_NOMEM. */
KAM_MUST_CHECK enum kam_status kam_recoder_replace(struct kam_recoder *recoder,
                                                   struct kam_intake *intake, size_t size,
                                                   struct kam_text *block, struct kam_error *error);

/* True if there is nothing more in INTAKE, nor kept back. */
bool kam_recoder_is_done(const struct kam_recoder *recoder, const struct kam_intake *intake);

void kam_recoder_free(struct kam_recoder *recoder);

#endif
