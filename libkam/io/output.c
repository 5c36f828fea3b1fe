#include <config.h>

#include "io/output.h"

#include "io/target.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>
#include <zlib.h>

enum { BUFFER_SIZE = 128 * 1024 };

/* What deflate writes into, on its way to the file. */
struct compressor {
    z_stream stream;
    gz_header header; /* read by deflate with the first bytes */
    unsigned char packed[BUFFER_SIZE];
};

struct kam_output {
    struct kam_target target;
    int fd;
    int failure;                   /* errno of the first write that failed, or 0 */
    struct compressor *compressor; /* NULL: written as it is */
    size_t used;
    bool finished; /* all was handed to the system */
    char buffer[BUFFER_SIZE];
};

static bool asks_for_gzip(const char *path)
{
    size_t n = path ? strlen(path) : 0;

    return n > 3 && !strcmp(path + n - 3, ".gz");
}

static enum kam_status open_compressor(struct compressor **compressor, struct kam_error *error)
{
    enum { GZIP_FORMAT = 16, WINDOW_BITS = 15, MEMORY_LEVEL = 8, LEVEL = 6, OS_UNKNOWN = 255 };
    struct compressor *c = calloc(1, sizeof *c);

    if (!c)
        return kam_error_nomem(error);
    if (deflateInit2(&c->stream, LEVEL, Z_DEFLATED, WINDOW_BITS + GZIP_FORMAT, MEMORY_LEVEL,
                     Z_DEFAULT_STRATEGY) != Z_OK) {
        free(c);
        return kam_error_nomem(error);
    }
    /* By default zlib names the system it was built for: not the same bytes everywhere. */
    c->header.os = OS_UNKNOWN;
    deflateSetHeader(&c->stream, &c->header);
    *compressor = c;
    return KAM_OK;
}

static void release(struct kam_output *output)
{
    if (output->compressor)
        deflateEnd(&output->compressor->stream);
    free(output->compressor);
    free(output);
}

enum kam_status kam_output_open(struct kam_output **output, const char *path, bool gzip,
                                struct kam_error *error)
{
    struct kam_output *o = malloc(sizeof *o);
    enum kam_status status = KAM_OK;

    if (!o)
        return kam_error_nomem(error);
    o->failure = 0;
    o->used = 0;
    o->finished = false;
    o->compressor = NULL;
    if (gzip || asks_for_gzip(path))
        status = open_compressor(&o->compressor, error);
    if (!status)
        status = kam_target_find(&o->target, path, error);
    if (!status)
        status = kam_target_open(&o->target, &o->fd, error);
    if (status) {
        release(o);
        return status;
    }
    *output = o;
    return KAM_OK;
}

static void write_file(struct kam_output *output, const void *bytes, size_t count)
{
    const char *p = bytes;

    while (count && !output->failure) {
        ssize_t n = write(output->fd, p, count);
        if (n < 0 && errno != EINTR)
            output->failure = errno;
        if (n > 0) {
            p += n;
            count -= (size_t)n;
        }
    }
}

/* Hand BYTES to deflate, and to the file what it gives; all that is left with Z_FINISH. */
static void compress_bytes(struct kam_output *output, char *bytes, size_t count, int flush)
{
    struct compressor *c = output->compressor;

    c->stream.next_in = (unsigned char *)bytes;
    c->stream.avail_in = (uInt)count;
    do {
        c->stream.next_out = c->packed;
        c->stream.avail_out = sizeof c->packed;
        deflate(&c->stream, flush);
        write_file(output, c->packed, sizeof c->packed - c->stream.avail_out);
    } while (c->stream.avail_out == 0 && !output->failure);
}

static void flush_buffer(struct kam_output *output, int flush)
{
    if (output->compressor && !output->failure)
        compress_bytes(output, output->buffer, output->used, flush);
    else
        write_file(output, output->buffer, output->used);
    output->used = 0;
}

void kam_output_write(struct kam_output *output, struct kam_text text)
{
    while (text.len && !output->failure) {
        size_t room = sizeof output->buffer - output->used;
        size_t n = text.len < room ? text.len : room;
        memcpy(output->buffer + output->used, text.ptr, n);
        output->used += n;
        text.ptr += n;
        text.len -= n;
        if (output->used == sizeof output->buffer)
            flush_buffer(output, Z_NO_FLUSH);
    }
}

char *kam_output_room(struct kam_output *output, size_t size, char **end)
{
    if (sizeof output->buffer - output->used < size)
        flush_buffer(output, Z_NO_FLUSH);
    *end = output->buffer + sizeof output->buffer;
    return output->buffer + output->used;
}

void kam_output_filled(struct kam_output *output, const char *filled)
{
    output->used = (size_t)(filled - output->buffer);
}

bool kam_output_failed(const struct kam_output *output)
{
    return output->failure != 0;
}

enum kam_status kam_output_finish(struct kam_output *output, struct kam_error *error)
{
    if (!output->finished)
        flush_buffer(output, Z_FINISH);
    output->finished = true;
    return output->failure ? kam_error_system(error, output->target.name, "write", output->failure)
                           : KAM_OK;
}

enum kam_status kam_output_commit(struct kam_output *output, struct kam_error *error)
{
    enum kam_status status = kam_output_finish(output, error);

    if (status)
        kam_target_discard(&output->target, output->fd);
    else
        status = kam_target_commit(&output->target, output->fd, error);
    release(output);
    return status;
}

void kam_output_discard(struct kam_output *output)
{
    if (!output)
        return;
    kam_target_discard(&output->target, output->fd);
    release(output);
}

const char *kam_output_temporary(const struct kam_output *output)
{
    return output->target.temporary[0] ? output->target.temporary : NULL;
}

bool kam_output_same(const char *a, const char *b)
{
    struct kam_target of_a, of_b;

    return kam_target_find(&of_a, a, NULL) == KAM_OK && kam_target_find(&of_b, b, NULL) == KAM_OK &&
           kam_target_same(&of_a, &of_b);
}
