#include "io/gunzip.h"
#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>
#include <zlib.h>

enum { MOST = 150000 };

/* ---- what is compressed ---------------------------------------------------------------------- */

/* TEXT as one member, at LEVEL, with HEADER if it isn't NULL. */
static void add_member(struct kam_buffer *out, struct kam_text text, int level, gz_header *header)
{
    enum { GZIP_ONLY = 16 + MAX_WBITS, MEMORY = 8, HEADER_ROOM = 1024 };
    z_stream stream = {.next_in = (z_const Bytef *)text.ptr, .avail_in = (uInt)text.len};

    assert_int_equal(
        deflateInit2(&stream, level, Z_DEFLATED, GZIP_ONLY, MEMORY, Z_DEFAULT_STRATEGY), Z_OK);
    if (header)
        assert_int_equal(deflateSetHeader(&stream, header), Z_OK);
    size_t room = deflateBound(&stream, text.len) + HEADER_ROOM;
    assert_true(kam_buffer_reserve(out, room));
    stream.next_out = (Bytef *)out->ptr + out->len;
    stream.avail_out = (uInt)room;
    assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
    out->len += room - stream.avail_out;
    deflateEnd(&stream);
}

/* Of a seed: noise, runs, words. */
static size_t fill(char *text, size_t size, uint64_t seed)
{
    uint64_t random = seed;
    size_t length = random_below(&random, (unsigned)size), n = 0;

    while (n < length) {
        unsigned kind = random_below(&random, 3), run = 1 + random_below(&random, 300);
        char byte = (char)random_below(&random, 256);
        for (unsigned i = 0; i < run && n < length; i++) {
            char noise = (char)random_below(&random, 256), word = "kam,1\n"[i % 6];
            text[n++] = kind == 0 ? byte : kind == 1 ? noise : word;
        }
    }
    return length;
}

/* ---- what comes back ------------------------------------------------------------------------- */

static const struct cut {
    size_t piece, room;
} cuts[] = {{MOST, 4096}, {1, 4096}, {MOST, 3}, {7, 13}, {333, 4095}};

enum { CUTS = sizeof cuts / sizeof *cuts };

struct outcome {
    enum kam_gunzip_result result;
    size_t used;
    struct kam_buffer out;
};

/* All members of IN, given in pieces and taken in rooms of at most what CUT says. */
static void inflate_all(struct outcome *outcome, enum kam_gunzip_library library,
                        struct kam_text in, struct cut cut)
{
    struct kam_gunzip *gunzip = kam_gunzip_open(library);
    struct kam_text rest = in;
    char room[4096];
    size_t moved;

    assert_non_null(gunzip);
    assert_true(cut.room <= sizeof room);
    outcome->out.len = 0;
    do {
        size_t got, some = cut.piece < rest.len ? cut.piece : rest.len;
        struct kam_text left = {rest.ptr, some};
        outcome->result = kam_gunzip_step(gunzip, &left, room, cut.room, &got);
        assert_true(got <= cut.room);
        assert_true(kam_buffer_add(&outcome->out, (struct kam_text){room, got}));
        moved = some - left.len + got;
        rest.ptr += some - left.len;
        rest.len -= some - left.len;
        if (outcome->result == KAM_GUNZIP_END && rest.len) {
            kam_gunzip_reset(gunzip);
            outcome->result = KAM_GUNZIP_MORE;
        }
    } while (outcome->result == KAM_GUNZIP_MORE && moved);
    outcome->used = in.len - rest.len;
    kam_gunzip_close(gunzip);
}

static bool starts_with(struct kam_text text, struct kam_text start)
{
    return start.len <= text.len && (!start.len || memcmp(text.ptr, start.ptr, start.len) == 0);
}

/* Only WHOLE ends well, and it does where ZLIB, which is zlib's outcome in one piece, says so. */
static void check_outcome(const struct outcome *outcome, const struct outcome *zlib,
                          struct kam_text whole)
{
    struct kam_text out = kam_buffer_text(&outcome->out), other = kam_buffer_text(&zlib->out);

    assert_int_not_equal(outcome->result, KAM_GUNZIP_NOMEM);
    assert_true(starts_with(out, other) || starts_with(other, out));
    if (outcome->result == KAM_GUNZIP_END)
        assert_true(kam_text_equal(out, whole));
    if (zlib->result == KAM_GUNZIP_END) {
        assert_int_equal(outcome->result, KAM_GUNZIP_END);
        assert_int_equal(outcome->used, zlib->used);
    }
}

/* Inflate IN with every library, cut in every way; ZLIB becomes zlib's outcome in one piece. */
static void check_everywhere(struct kam_text in, struct kam_text whole, struct outcome *zlib)
{
    struct outcome outcome = {.used = 0}, first = {.used = 0};

    inflate_all(zlib, KAM_GUNZIP_ZLIB, in, cuts[0]);
    for (enum kam_gunzip_library l = KAM_GUNZIP_ZLIB; l <= kam_gunzip_best(); l++) {
        for (size_t c = 0; c < CUTS; c++) {
            inflate_all(&outcome, l, in, cuts[c]);
            check_outcome(&outcome, zlib, whole);
        }
        /* The room alone changes nothing, in front of damage neither. */
        inflate_all(&first, l, in, cuts[0]);
        inflate_all(&outcome, l, in, (struct cut){cuts[0].piece, 13});
        assert_int_equal(outcome.result, first.result);
        assert_true(kam_text_equal(kam_buffer_text(&outcome.out), kam_buffer_text(&first.out)));
    }
    kam_buffer_free(&outcome.out);
    kam_buffer_free(&first.out);
}

/* ---- what holds ------------------------------------------------------------------------------ */

static void members_come_back(void **unused)
{
    static char text[MOST];
    struct kam_buffer in = {NULL, 0, 0}, all = {NULL, 0, 0};
    struct outcome zlib = {.used = 0};
    char name[] = "bills.csv", comment[] = "of October";
    Bytef extra[] = {1, 2, 3, 4, 5};
    gz_header header = {.name = (Bytef *)name,
                        .comment = (Bytef *)comment,
                        .extra = extra,
                        .extra_len = sizeof extra,
                        .hcrc = 1};

    (void)unused;
    for (uint64_t seed = 1; seed < 12; seed++) {
        in.len = all.len = 0;
        for (uint64_t member = 0; member < seed % 4 + 1; member++) {
            size_t n = member == 2 ? 0 : fill(text, seed > 10 ? MOST : 3000, seed * 10 + member);
            add_member(&in, (struct kam_text){text, n}, (int)(seed + member) % 10,
                       member % 2 ? &header : NULL);
            assert_true(kam_buffer_add(&all, (struct kam_text){text, n}));
        }
        check_everywhere(kam_buffer_text(&in), kam_buffer_text(&all), &zlib);
        assert_int_equal(zlib.result, KAM_GUNZIP_END);
        assert_int_equal(zlib.used, in.len);
    }
    kam_buffer_free(&in);
    kam_buffer_free(&all);
    kam_buffer_free(&zlib.out);
}

/* Nothing but what was compressed is ever said to be whole. */
static void damage_is_seen_at_every_byte(void **unused)
{
    enum { TRAILER = 8 }; /* checksum and length */
    static char text[800];
    struct kam_buffer in = {NULL, 0, 0};
    struct outcome zlib = {.used = 0};
    struct kam_text whole = {text, fill(text, sizeof text, 77)};

    (void)unused;
    add_member(&in, whole, 6, NULL);
    for (size_t at = 0; at < in.len; at++)
        for (unsigned bit = 0; bit < 8; bit++) {
            in.ptr[at] = (char)(in.ptr[at] ^ (1 << bit));
            check_everywhere(kam_buffer_text(&in), whole, &zlib);
            if (at >= in.len - TRAILER)
                assert_int_equal(zlib.result, KAM_GUNZIP_DAMAGED);
            in.ptr[at] = (char)(in.ptr[at] ^ (1 << bit));
        }
    kam_buffer_free(&in);
    kam_buffer_free(&zlib.out);
}

static void a_cut_is_no_end(void **unused)
{
    static char text[2000];
    struct kam_buffer in = {NULL, 0, 0};
    struct outcome outcome = {.used = 0};
    struct kam_text whole = {text, fill(text, sizeof text, 78)};

    (void)unused;
    add_member(&in, whole, 9, NULL);
    for (enum kam_gunzip_library l = KAM_GUNZIP_ZLIB; l <= kam_gunzip_best(); l++)
        for (size_t length = 0; length < in.len; length++) {
            inflate_all(&outcome, l, (struct kam_text){in.ptr, length}, cuts[length % CUTS]);
            assert_int_equal(outcome.result, KAM_GUNZIP_MORE);
            assert_int_equal(outcome.used, length);
            assert_true(starts_with(whole, kam_buffer_text(&outcome.out)));
        }
    kam_buffer_free(&in);
    kam_buffer_free(&outcome.out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_come_back),
        cmocka_unit_test(damage_is_seen_at_every_byte),
        cmocka_unit_test(a_cut_is_no_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
