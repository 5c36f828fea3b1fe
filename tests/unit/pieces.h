/*
 * pieces: a text that a csv is given in pieces of any size, and what came out, in the notation of
 * records.h.
 */
#ifndef KAM_TESTS_PIECES_H
#define KAM_TESTS_PIECES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "records.h"

#include <stdlib.h>

enum { ANY_WIDTH = 0 };

/* What a parse gave, and how. */
struct shown {
    struct kam_buffer text;
    uint64_t last_line, blank_lines;
};

static inline void show_batch(struct kam_csv *csv, struct kam_buffer *out)
{
    struct kam_csv_batch batch;

    assert_int_equal(kam_csv_take(csv, &batch, NULL), KAM_OK);
    records_show_batch(out, &batch);
}

/* Push INPUT in pieces of CHUNK bytes. */
static inline struct shown parse(struct kam_text input, char delimiter, size_t fields, size_t chunk)
{
    struct shown shown = {{NULL, 0, 0}, 0, 0};
    struct kam_csv *csv;
    size_t *all = calloc(fields + 1, sizeof *all);

    assert_non_null(all);
    for (size_t i = 0; i < fields; i++)
        all[i] = i;
    assert_int_equal(kam_csv_open(&csv, delimiter, 1, NULL), KAM_OK);
    assert_int_equal(kam_csv_select(csv, fields, all, fields, NULL), KAM_OK);
    for (bool at_end = false; !at_end;) {
        struct kam_text piece = {input.ptr, chunk < input.len ? chunk : input.len};
        input.ptr += piece.len;
        input.len -= piece.len;
        at_end = piece.len == 0;
        bool full = true;
        while (full) {
            assert_int_equal(kam_csv_push(csv, &piece, at_end, &full, NULL), KAM_OK);
            if (full || at_end)
                show_batch(csv, &shown.text);
        }
        assert_int_equal(piece.len, 0);
    }
    shown.last_line = kam_csv_line(csv);
    shown.blank_lines = kam_csv_blank_lines(csv);
    kam_csv_close(csv);
    free(all);
    assert_true(kam_buffer_add_byte(&shown.text, '\0'));
    return shown;
}

#endif
