#include <config.h>

#include "io/output.h"

#include "io/target.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>
#include <zlib.h>

enum {
    BUFFER_SIZE = 128 * 1024,
    KEPT = -1, /* instead of a file: what is written stays in the buffer */
};

/* What deflate writes into, on its way to the file. */
struct compressor {
    z_stream stream;
    gz_header header; /* read by deflate with the first bytes */
    unsigned char packed[BUFFER_SIZE];
};

struct kam_output {
    struct kam_target target;
    int fd;                        /* or KEPT */
    int failure;                   /* errno of the first write that failed, or 0 */
    struct compressor *compressor; /* NULL: written as it is */
    bool finished;                 /* all was handed to the system */
    struct kam_buffer buffer;      /* what wasn't yet */
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
    kam_buffer_free(&output->buffer);
    free(output);
}

/* An output with its buffer, not open yet. */
static struct kam_output *new_output(void)
{
    struct kam_output *output = malloc(sizeof *output);

    if (!output)
        return NULL;
    output->fd = KEPT;
    output->failure = 0;
    output->compressor = NULL;
    output->finished = false;
    output->buffer = (struct kam_buffer){NULL, 0, 0};
    if (kam_buffer_reserve(&output->buffer, BUFFER_SIZE))
        return output;
    release(output);
    return NULL;
}

enum kam_status kam_output_open(struct kam_output **output, const char *path, bool gzip,
                                struct kam_error *error)
{
    struct kam_output *o = new_output();
    enum kam_status status = KAM_OK;

    if (!o)
        return kam_error_nomem(error);
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

/* Make room in the buffer: for SIZE bytes if it is kept, and all of it otherwise. */
static void flush_buffer(struct kam_output *output, size_t size, int flush)
{
    struct kam_buffer *buffer = &output->buffer;

    if (output->fd == KEPT && !output->failure) {
        if (kam_buffer_reserve(buffer, size))
            return;
        output->failure = ENOMEM;
    } else if (output->compressor && !output->failure) {
        compress_bytes(output, buffer->ptr, buffer->len, flush);
    } else {
        write_file(output, buffer->ptr, buffer->len);
    }
    buffer->len = 0;
}

void kam_output_write(struct kam_output *output, struct kam_text text)
{
    struct kam_buffer *buffer = &output->buffer;

    while (text.len && !output->failure) {
        size_t room = buffer->capacity - buffer->len;
        size_t n = text.len < room ? text.len : room;
        memcpy(buffer->ptr + buffer->len, text.ptr, n);
        buffer->len += n;
        text.ptr += n;
        text.len -= n;
        if (buffer->len == buffer->capacity)
            flush_buffer(output, text.len + 1, Z_NO_FLUSH);
    }
}

char *kam_output_room(struct kam_output *output, size_t size, char **end)
{
    if (output->buffer.capacity - output->buffer.len < size)
        flush_buffer(output, size, Z_NO_FLUSH);
    *end = output->buffer.ptr + output->buffer.capacity;
    return output->buffer.ptr + output->buffer.len;
}

void kam_output_filled(struct kam_output *output, const char *filled)
{
    output->buffer.len = (size_t)(filled - output->buffer.ptr);
}

enum kam_status kam_output_keep(struct kam_output **output, struct kam_error *error)
{
    *output = new_output();
    return *output ? KAM_OK : kam_error_nomem(error);
}

struct kam_text kam_output_kept(const struct kam_output *output)
{
    return kam_buffer_text(&output->buffer);
}

void kam_output_forget(struct kam_output *output)
{
    output->buffer.len = 0;
}

bool kam_output_failed(const struct kam_output *output)
{
    return output->failure != 0;
}

enum kam_status kam_output_finish(struct kam_output *output, struct kam_error *error)
{
    if (!output->finished)
        flush_buffer(output, 0, Z_FINISH);
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
    if (output->fd != KEPT)
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
