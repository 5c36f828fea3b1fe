/*
 * drawing: what the tests of pictures draw, as a string.
 */
#ifndef KAM_TESTS_DRAWING_H
#define KAM_TESTS_DRAWING_H

#include "outputs.h"
#include "report/canvas.h"

struct drawing {
    struct kam_output *output;
    struct kam_markup markup;
    struct kam_canvas canvas;
};

static const char drawing_path[] = "drawing.svg";

/* In a directory of the test's own. */
static inline void drawing_begin(struct drawing *drawing)
{
    drawing->output = open_output(drawing_path, false);
    drawing->markup = (struct kam_markup){drawing->output};
    drawing->canvas = (struct kam_canvas){&drawing->markup, 460, 300};
}

/* What was drawn; to be freed. */
static inline char *drawing_end(struct drawing *drawing)
{
    struct stat status;

    commit(drawing->output);
    assert_int_equal(stat(drawing_path, &status), 0);
    size_t size = (size_t)status.st_size;
    char *text = malloc(size + 1);
    FILE *f = fopen(drawing_path, "r");

    assert_non_null(text);
    assert_non_null(f);
    assert_int_equal(fread(text, 1, size, f), size);
    text[size] = '\0';
    fclose(f);
    return text;
}

#endif
