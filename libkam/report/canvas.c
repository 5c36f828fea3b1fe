#include "report/canvas.h"

#include "base/character.h"
#include "base/decimal.h"

/* ---- attributes ------------------------------------------------------------------------------ */

static void number(const struct kam_canvas *canvas, double value)
{
    char digits[KAM_DECIMAL_SIZE];
    bool is_zero = value > -0.05 && value < 0.05;
    struct kam_text text = {digits, kam_double_format(is_zero ? 0 : value, 1, digits)};
    struct kam_text none = KAM_TEXT(".0");

    if (text.len > none.len && memcmp(text.ptr + text.len - none.len, none.ptr, none.len) == 0)
        text.len -= none.len;
    kam_output_write(canvas->markup->output, text);
}

static void raw(const struct kam_canvas *canvas, const char *literal)
{
    kam_markup_raw(canvas->markup, literal);
}

static void attribute(const struct kam_canvas *canvas, const char *name, double value)
{
    raw(canvas, " ");
    raw(canvas, name);
    raw(canvas, "=\"");
    number(canvas, value);
    raw(canvas, "\"");
}

static void begin(const struct kam_canvas *canvas, const char *element, const char *class)
{
    raw(canvas, "<");
    raw(canvas, element);
    raw(canvas, " class=\"");
    raw(canvas, class);
    raw(canvas, "\"");
}

/* ---- shapes ---------------------------------------------------------------------------------- */

void kam_canvas_rect(const struct kam_canvas *canvas, const char *class, double x, double y,
                     double width, double height)
{
    begin(canvas, "rect", class);
    attribute(canvas, "x", x);
    attribute(canvas, "y", y);
    attribute(canvas, "width", width);
    attribute(canvas, "height", height);
    raw(canvas, "/>\n");
}

void kam_canvas_line(const struct kam_canvas *canvas, const char *class, double x1, double y1,
                     double x2, double y2)
{
    begin(canvas, "line", class);
    attribute(canvas, "x1", x1);
    attribute(canvas, "y1", y1);
    attribute(canvas, "x2", x2);
    attribute(canvas, "y2", y2);
    raw(canvas, "/>\n");
}

void kam_canvas_circle(const struct kam_canvas *canvas, const char *class, double x, double y,
                       double radius)
{
    begin(canvas, "circle", class);
    attribute(canvas, "cx", x);
    attribute(canvas, "cy", y);
    attribute(canvas, "r", radius);
    raw(canvas, "/>\n");
}

static void through(const struct kam_canvas *canvas, const char *element, const char *class,
                    const double *points, size_t count)
{
    begin(canvas, element, class);
    raw(canvas, " points=\"");
    for (size_t i = 0; i < 2 * count; i++) {
        if (i)
            raw(canvas, i % 2 ? "," : " ");
        number(canvas, points[i]);
    }
    raw(canvas, "\"/>\n");
}

void kam_canvas_polyline(const struct kam_canvas *canvas, const char *class, const double *points,
                         size_t count)
{
    through(canvas, "polyline", class, points, count);
}

void kam_canvas_polygon(const struct kam_canvas *canvas, const char *class, const double *points,
                        size_t count)
{
    through(canvas, "polygon", class, points, count);
}

/* The COUNT numbers of a step of a path, which begins with LETTER. */
static void step(const struct kam_canvas *canvas, const char *letter, const double *numbers,
                 size_t count)
{
    raw(canvas, letter);
    for (size_t i = 0; i < count; i++) {
        if (i)
            raw(canvas, " ");
        number(canvas, numbers[i]);
    }
}

void kam_canvas_band(const struct kam_canvas *canvas, const char *class, double left, double top,
                     double right, double right_top, double height)
{
    double middle = (left + right) / 2, bottom = top + height, right_bottom = right_top + height;

    begin(canvas, "path", class);
    raw(canvas, " d=\"");
    step(canvas, "M", (double[]){left, top}, 2);
    step(canvas, "C", (double[]){middle, top, middle, right_top, right, right_top}, 6);
    step(canvas, "L", (double[]){right, right_bottom}, 2);
    step(canvas, "C", (double[]){middle, right_bottom, middle, bottom, left, bottom}, 6);
    raw(canvas, "Z\"/>\n");
}

/* ---- texts ----------------------------------------------------------------------------------- */

enum {
    MOST_CHARACTERS = 200, /* of a label, whatever their width */
    MOST_MARKS = 4,        /* on top of each other: more would reach other lines */
};

/* Hundredths of the font's size: the widest of common fonts. */
static int ascii_width(uint32_t point)
{
    if (strchr(" !'(),-./:;I[\\]`fijlrt{|}", (int)point))
        return 42;
    if (strchr("%@MWmw", (int)point))
        return 100;
    if (strchr("#&+<=>~", (int)point))
        return 84;
    return point >= 'A' && point <= 'Z' ? 80 : 65;
}

static int width_of(uint32_t point)
{
    static const struct {
        uint32_t first, last;
        int width;
    } ranges[] = {
        {0x00A0, 0x02FF, 90},  {0x0370, 0x058F, 90},    {0x0591, 0x05BD, 0},
        {0x05BE, 0x064A, 90},  {0x064B, 0x065F, 0},     {0x0E31, 0x0E31, 0},
        {0x0E34, 0x0E3A, 0},   {0x0E47, 0x0E4E, 0},     {0x1AB0, 0x1AFF, 0},
        {0x1DC0, 0x1DFF, 0},   {0x20D0, 0x20FF, 0},     {0xFDFA, 0xFDFB, 250},
        {0xFDFD, 0xFDFD, 900}, {0xFE20, 0xFE2F, 0},     {0x12000, 0x1247F, 300},
        {0x2600, 0x27BF, 130}, {0x1F000, 0x1FAFF, 130}, {0xE0000, 0xE0FFF, 0},
    };

    if (point >= 0x20 && point < 0x7F)
        return ascii_width(point);
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (point >= ranges[i].first && point <= ranges[i].last)
            return ranges[i].width;
    return kam_character_width(point) ? 100 : 0;
}

double kam_canvas_width(struct kam_text text, double size)
{
    double width = 0;

    while (text.len)
        width += width_of(kam_character_take(&text));
    return width * size / 100;
}

static bool has_class(const char *classes, const char *class)
{
    struct kam_text rest = kam_text_of(classes);
    bool more = true;

    while (more)
        if (kam_text_equal(kam_text_split(&rest, ' ', &more), kam_text_of(class)))
            return true;
    return false;
}

/* That of a text of CLASS; what is bold is wider. */
static double size_of(const char *class)
{
    double size = has_class(class, "small") ? kam_font_small : kam_font_size;

    return has_class(class, "strong") ? size * 1.1 : size;
}

double kam_canvas_label_width(struct kam_text text, const char *class)
{
    return kam_canvas_width(text, size_of(class));
}

/* The longest beginning of TEXT that has MOST hundredths at most, and may stand in a label. */
static struct kam_text fit(struct kam_text text, double most)
{
    struct kam_text rest = text, after = text;
    size_t marks = 0;
    double width = 0;

    for (size_t i = 0; rest.len && i < MOST_CHARACTERS; i++) {
        int one = width_of(kam_character_take(&rest));
        width += one;
        marks = one ? 0 : marks + 1;
        if (width > most || marks > MOST_MARKS)
            break;
        after = rest;
    }
    return kam_text_before(text, after);
}

void kam_canvas_text(const struct kam_canvas *canvas, const char *class, enum kam_anchor anchor,
                     double x, double y, struct kam_text text, double most)
{
    static const char *const anchors[] = {"start", "middle", "end"};
    double room = most > 0 ? most * 100 / size_of(class) + 0.01 : 1e9;
    struct kam_text shown = fit(text, room);
    bool is_cut = shown.len < text.len;

    if (is_cut)
        shown = fit(shown, room > 100 ? room - 100 : 0);
    raw(canvas, "<text class=\"label");
    raw(canvas, *class ? " " : "");
    raw(canvas, class);
    raw(canvas, "\" text-anchor=\"");
    raw(canvas, anchors[anchor]);
    raw(canvas, "\"");
    attribute(canvas, "x", x);
    attribute(canvas, "y", y);
    raw(canvas, ">");
    kam_markup_text(canvas->markup, shown);
    raw(canvas, is_cut ? "\xE2\x80\xA6</text>\n" : "</text>\n");
}
