#include "io/gunzip.h"
#include "io/isal.h"

#include <stdlib.h>
#include <zlib.h>

/*
 * Headers are always zlib's: ISA-L 2.30 takes a right checksum of a header for wrong where the
 * header comes in pieces.
 */
struct kam_gunzip {
    z_stream zlib;
    struct kam_isal *isal; /* has the rest of a member; NULL if that is zlib's, too */
    bool in_header;
};

enum kam_gunzip_library kam_gunzip_best(void)
{
    return kam_isal_is_there() ? KAM_GUNZIP_ISAL : KAM_GUNZIP_ZLIB;
}

struct kam_gunzip *kam_gunzip_open(enum kam_gunzip_library library)
{
    enum { GZIP_ONLY = 16 + MAX_WBITS };
    struct kam_gunzip *gunzip = calloc(1, sizeof *gunzip);

    if (!gunzip)
        return NULL;
    gunzip->in_header = true;
    bool failed = inflateInit2(&gunzip->zlib, GZIP_ONLY) != Z_OK;
    if (!failed && library == KAM_GUNZIP_ISAL)
        failed = !(gunzip->isal = kam_isal_open());
    if (failed) {
        kam_gunzip_close(gunzip);
        return NULL;
    }
    return gunzip;
}

void kam_gunzip_reset(struct kam_gunzip *gunzip)
{
    gunzip->in_header = true;
    inflateReset(&gunzip->zlib);
    if (gunzip->isal)
        kam_isal_reset(gunzip->isal);
}

/* What zlib may be told of at once. */
static uInt at_once(size_t size)
{
    return size < UINT_MAX ? (uInt)size : UINT_MAX;
}

static enum kam_gunzip_result result_of(int zlib)
{
    switch (zlib) {
    case Z_OK:
    case Z_BUF_ERROR:
        return KAM_GUNZIP_MORE;
    case Z_STREAM_END:
        return KAM_GUNZIP_END;
    case Z_MEM_ERROR:
        return KAM_GUNZIP_NOMEM;
    default:
        return KAM_GUNZIP_DAMAGED;
    }
}

/* As kam_gunzip_step. FLUSH is Z_NO_FLUSH, or Z_BLOCK to stop behind the header. */
static enum kam_gunzip_result step_zlib(z_stream *stream, int flush, struct kam_text *in, char *out,
                                        size_t size, size_t *got)
{
    uInt some = at_once(in->len), room = at_once(size);

    stream->next_in = (z_const Bytef *)in->ptr;
    stream->avail_in = some;
    stream->next_out = (Bytef *)out;
    stream->avail_out = room;
    int result = inflate(stream, flush);
    in->ptr += some - stream->avail_in;
    in->len -= some - stream->avail_in;
    *got = room - stream->avail_out;
    return result_of(result);
}

static enum kam_gunzip_result step_header(struct kam_gunzip *gunzip, struct kam_text *in)
{
    enum { BLOCK_BEGINS = 128 }; /* in data_type: zlib.h, inflate */
    char none;
    size_t got;
    enum kam_gunzip_result result = step_zlib(&gunzip->zlib, Z_BLOCK, in, &none, 0, &got);

    gunzip->in_header = !(gunzip->zlib.data_type & BLOCK_BEGINS);
    return result;
}

enum kam_gunzip_result kam_gunzip_step(struct kam_gunzip *gunzip, struct kam_text *in, char *out,
                                       size_t size, size_t *got)
{
    *got = 0;
    if (!gunzip->isal)
        return step_zlib(&gunzip->zlib, Z_NO_FLUSH, in, out, size, got);
    if (gunzip->in_header)
        return step_header(gunzip, in);
    return kam_isal_step(gunzip->isal, in, out, size, got);
}

void kam_gunzip_close(struct kam_gunzip *gunzip)
{
    if (!gunzip)
        return;
    inflateEnd(&gunzip->zlib);
    kam_isal_close(gunzip->isal);
    free(gunzip);
}
