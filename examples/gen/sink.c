#include "sink.h"

#include <errno.h>
#include <iconv.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

enum {
    BUFFER_SIZE = 1 << 18,
    PACKED_SIZE = 2 * BUFFER_SIZE, /* GB18030 takes at most 4 bytes where UTF-8 takes 2 */
    OS_UNKNOWN = 255,
    PATH_SIZE = 4096,
};

struct sink {
    FILE *file;
    char path[PATH_SIZE];
    bool begun; /* there is a file to remove on failure */
    enum sink_form form;
    iconv_t converter;
    z_stream deflater;
    gz_header header;
    size_t used;
    char buffer[BUFFER_SIZE];
    char converted[PACKED_SIZE];
    unsigned char packed[PACKED_SIZE];
};

static _Noreturn void fail(const struct sink *sink, const char *what)
{
    struct stat status;
    fprintf(stderr, "generate: %s: %s\n", sink->path, what);
    if (sink->begun && stat(sink->path, &status) == 0 && S_ISREG(status.st_mode))
        unlink(sink->path);
    exit(3);
}

static void put(struct sink *sink, const void *bytes, size_t length)
{
    if (fwrite(bytes, 1, length, sink->file) != length)
        fail(sink, strerror(errno));
}

static void compress_bytes(struct sink *sink, const char *bytes, size_t length, int flush)
{
    z_stream *deflater = &sink->deflater;
    deflater->next_in = (unsigned char *)bytes;
    deflater->avail_in = (uInt)length;
    do {
        deflater->next_out = sink->packed;
        deflater->avail_out = PACKED_SIZE;
        if (deflate(deflater, flush) == Z_STREAM_ERROR)
            fail(sink, "can't compress");
        put(sink, sink->packed, PACKED_SIZE - deflater->avail_out);
    } while (deflater->avail_out == 0);
}

/* Encodes the buffer, which always ends with a whole character: sink_write never splits any. */
static size_t convert_buffer(struct sink *sink)
{
    char *in = sink->buffer;
    char *out = sink->converted;
    size_t in_left = sink->used;
    size_t out_left = PACKED_SIZE;
    if (iconv(sink->converter, &in, &in_left, &out, &out_left) == (size_t)-1)
        fail(sink, "can't encode as GB18030");
    return PACKED_SIZE - out_left;
}

static void flush_buffer(struct sink *sink)
{
    const char *bytes = sink->buffer;
    size_t length = sink->used;
    if (sink->form & SINK_GB18030) {
        length = convert_buffer(sink);
        bytes = sink->converted;
    }
    if (sink->form & SINK_GZIP)
        compress_bytes(sink, bytes, length, Z_NO_FLUSH);
    else
        put(sink, bytes, length);
    sink->used = 0;
}

static void start_converting(struct sink *sink)
{
    sink->converter = iconv_open("GB18030", "UTF-8");
    if (sink->converter == (iconv_t)-1)
        fail(sink, "this system can't write GB18030 (iconv)");
}

static void start_packing(struct sink *sink)
{
    enum { GZIP_WINDOW = 15 + 16, MEMORY = 8 };
    sink->header.os = OS_UNKNOWN;
    if (deflateInit2(&sink->deflater, 6, Z_DEFLATED, GZIP_WINDOW, MEMORY, Z_DEFAULT_STRATEGY) !=
            Z_OK ||
        deflateSetHeader(&sink->deflater, &sink->header) != Z_OK)
        fail(sink, "can't compress");
}

struct sink *sink_open(const char *directory, const char *name, enum sink_form form)
{
    struct sink *sink = calloc(1, sizeof *sink);
    if (!sink) {
        fprintf(stderr, "generate: out of memory\n");
        exit(3);
    }
    int length = snprintf(sink->path, PATH_SIZE, "%s%s%s", directory ? directory : "",
                          directory ? "/" : "", name);
    if (length >= PATH_SIZE)
        fail(sink, "name too long");
    sink->form = form;
    bool standard = !directory && strcmp(name, "-") == 0;
    sink->file = standard ? stdout : fopen(sink->path, "wb");
    if (!sink->file)
        fail(sink, strerror(errno));
    sink->begun = !standard;
    if (form & SINK_GB18030)
        start_converting(sink);
    if (form & SINK_GZIP)
        start_packing(sink);
    return sink;
}

void sink_write(struct sink *sink, const char *text, size_t length)
{
    if (length > BUFFER_SIZE - sink->used)
        flush_buffer(sink);
    if (length > BUFFER_SIZE)
        fail(sink, "line too long");
    memcpy(sink->buffer + sink->used, text, length);
    sink->used += length;
}

void sink_text(struct sink *sink, const char *text)
{
    sink_write(sink, text, strlen(text));
}

void sink_close(struct sink *sink)
{
    flush_buffer(sink);
    if (sink->form & SINK_GB18030)
        iconv_close(sink->converter);
    if (sink->form & SINK_GZIP) {
        compress_bytes(sink, "", 0, Z_FINISH);
        deflateEnd(&sink->deflater);
    }
    if (fclose(sink->file) != 0)
        fail(sink, strerror(errno));
    free(sink);
}
