/*
 * labelboxes: the texts of a picture, read back, and the room that each takes up.
 */
#ifndef KAM_TESTS_LABELBOXES_H
#define KAM_TESTS_LABELBOXES_H

#include "report/canvas.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

struct labelbox {
    double left, right, top, bottom;
};

enum { LABELBOXES = 1024 };

static inline double attribute_of(const char *element, const char *name)
{
    const char *at = strstr(element, name);

    assert_non_null(at);
    return strtod(at + strlen(name), NULL);
}

/* The content of ELEMENT, in which < is the only reference, in SHOWN. */
static inline struct kam_text content_of(const char *element, char shown[1024])
{
    const char *from = strchr(element, '>') + 1, *to = strstr(from, "</text>");
    size_t len = 0;

    while (from < to && len < 1024) {
        bool is_reference = strncmp(from, "&lt;", 4) == 0;
        shown[len++] = is_reference ? '<' : *from;
        from += is_reference ? 4 : 1;
    }
    return (struct kam_text){shown, len};
}

static inline struct labelbox labelbox_of(const char *element)
{
    const double ascent = 1.069, descent = 0.293; /* Noto Sans' */
    const char *class = element + strlen("<text class=\"");
    char classes[64], shown[1024];

    assert_int_equal(sscanf(class, "%63[^\"]", classes), 1);
    double x = attribute_of(element, " x=\""), y = attribute_of(element, " y=\"");
    double width = kam_canvas_label_width(content_of(element, shown), classes);
    const char *anchor = strstr(element, "text-anchor=\"") + strlen("text-anchor=\"");
    double left = *anchor == 's' ? x : *anchor == 'm' ? x - width / 2 : x - width;

    double size = strstr(classes, "small") ? kam_font_small : kam_font_size;

    return (struct labelbox){left, left + width, y - ascent * size, y + descent * size};
}

static inline bool labelboxes_overlap(const struct labelbox *a, const struct labelbox *b)
{
    const double rounding = 0.2;

    return a->left < b->right - rounding && b->left < a->right - rounding &&
           a->top < b->bottom - rounding && b->top < a->bottom - rounding;
}

/* No text of DRAWN stands on another one or leaves a canvas of WIDTH and HEIGHT; how many. */
static inline size_t check_labelboxes(const char *drawn, double width, double height)
{
    struct labelbox boxes[LABELBOXES];
    size_t count = 0;

    for (const char *line = drawn; *line; line = strchr(line, '\n') + 1) {
        if (strncmp(line, "<text", 5) != 0)
            continue;
        assert_true(count < LABELBOXES);
        struct labelbox box = labelbox_of(line);
        if (box.left < -0.2 || box.right > width + 0.2 || box.top < -0.2 ||
            box.bottom > height + 0.2)
            fail_msg("beyond the canvas: %.200s", line);
        for (size_t i = 0; i < count; i++)
            if (labelboxes_overlap(&boxes[i], &box))
                fail_msg("text %zu is below: %.200s\nin %s", i, line, drawn);
        boxes[count++] = box;
    }
    return count;
}

#endif
