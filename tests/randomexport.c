#include "randomexport.h"
#include "unit/random.h"

#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <zlib.h>

enum amount_style {
    PLAIN,
    THOUSANDS,
    PARENTHESES,
    YEN,
    TRAILING_MINUS,
    FULL_WIDTH,
    EXPONENT,
    DECIMAL_COMMA,
    TEN_THOUSANDS, /* 万元 in the heading */
};
enum { AMOUNT_STYLES = TEN_THOUSANDS + 1 };

enum month_style { DASH, DIGITS, SLASHES, CHINESE, ENGLISH, SERIAL, DAY_FIRST };
enum { MONTH_STYLES = DAY_FIRST + 1, FIRST_MONTH = 2026 * 12 };

/* How all lines of an export are written. */
struct style {
    enum amount_style amounts;
    enum month_style months;
    bool chinese;               /* headings */
    size_t order[EXPORT_CELLS]; /* where each of account, name, month and amount stands */
};

static void must(bool ok)
{
    if (!ok)
        abort();
}

static struct kam_text keep(struct random_export *out, struct kam_text text)
{
    struct kam_text copy;

    must(kam_arena_copy(&out->arena, text, &copy));
    return copy;
}

/* ---- cells ----------------------------------------------------------------------------------- */

/* TEXT as a cell, in quotes where it needs them, and sometimes where not. */
static struct kam_text quoted(struct random_export *out, const char *text, uint64_t *random)
{
    const char special[] = {out->delimiter, '"', '\n', '\r', '\0'};
    struct kam_buffer cell = {NULL, 0, 0};

    if (!strpbrk(text, special) && random_below(random, 20))
        return keep(out, kam_text_of(text));
    must(kam_buffer_add_byte(&cell, '"'));
    for (; *text; text++)
        must((*text != '"' || kam_buffer_add_byte(&cell, '"')) &&
             kam_buffer_add_byte(&cell, *text));
    must(kam_buffer_add_byte(&cell, '"'));
    struct kam_text copy = keep(out, kam_buffer_text(&cell));
    kam_buffer_free(&cell);
    return copy;
}

/* WHOLE with SEPARATOR between thousands. */
static void group(char out[32], long long whole, char separator)
{
    char digits[24];
    size_t n = 0, count = (size_t)snprintf(digits, sizeof digits, "%lld", whole);

    for (size_t i = 0; i < count; i++) {
        if (i && (count - i) % 3 == 0)
            out[n++] = separator;
        out[n++] = digits[i];
    }
    out[n] = '\0';
}

static void format_amount(char out[80], int64_t cents, enum amount_style style)
{
    bool negative = cents < 0;
    long long size = negative ? -cents : cents, fraction = size % 100;
    const char *sign = negative ? "-" : "";
    char whole[32];

    group(whole, size / 100, style == DECIMAL_COMMA ? '.' : ',');
    switch (style) {
    case PLAIN:
        snprintf(out, 80, "%s%lld.%02lld", sign, size / 100, fraction);
        return;
    case THOUSANDS:
        snprintf(out, 80, "%s%s.%02lld", sign, whole, fraction);
        return;
    case PARENTHESES:
        snprintf(out, 80, negative ? "(%s.%02lld)" : "%s.%02lld", whole, fraction);
        return;
    case YEN:
        snprintf(out, 80, "￥%s%s.%02lld", sign, whole, fraction);
        return;
    case TRAILING_MINUS:
        snprintf(out, 80, "%s.%02lld%s", whole, fraction, sign);
        return;
    case EXPONENT:
        snprintf(out, 80, "%s%lldE-2", sign, size);
        return;
    case DECIMAL_COMMA:
        snprintf(out, 80, "%s%s,%02lld", sign, whole, fraction);
        return;
    case TEN_THOUSANDS:
        snprintf(out, 80, "%s%lld.%06lld", sign, size / 1000000, size % 1000000);
        return;
    case FULL_WIDTH:
        break;
    }
    size_t n = 0;
    out[0] = '\0';
    snprintf(whole, sizeof whole, "%s%lld.%02lld", sign, size / 100, fraction);
    for (const char *p = whole; *p; p++)
        n += (size_t)snprintf(out + n, 80 - n, "\xEF\xBC%c", 0x80 + (*p - 0x20));
}

static void format_month(char out[80], int month, unsigned day, enum month_style style)
{
    static const char *const names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    static const int first_days[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    enum { NEW_YEAR_2026 = 46023 }; /* as spreadsheets count days */
    int n = month % 12 + 1;

    switch (style) {
    case DASH:
        snprintf(out, 80, "2026-%02d", n);
        return;
    case DIGITS:
        snprintf(out, 80, "2026%02d", n);
        return;
    case SLASHES:
        snprintf(out, 80, "2026/%d/%u", n, day);
        return;
    case CHINESE:
        snprintf(out, 80, "2026年%d月", n);
        return;
    case ENGLISH:
        snprintf(out, 80, "%s-2026", names[n - 1]);
        return;
    case SERIAL:
        snprintf(out, 80, "%d", NEW_YEAR_2026 + first_days[n - 1] + (int)day - 1);
        return;
    case DAY_FIRST:
        snprintf(out, 80, "%u/%d/2026", day, n);
        return;
    }
}

/* ---- lines ----------------------------------------------------------------------------------- */

static struct export_line *add_line(struct random_export *out, enum export_line_kind kind,
                                    size_t cell_count)
{
    must(kam_array_reserve(&out->lines, &out->capacity, out->count + 1, sizeof *out->lines));
    struct export_line *line = &out->lines[out->count++];
    *line = (struct export_line){.kind = kind, .cell_count = cell_count};
    return line;
}

static void add_titles(struct random_export *out, uint64_t *random)
{
    static const char *const titles[] = {"Bills of 2026", "Printed on 2026-11-02 by Ann", "--"};

    while (random_below(random, 3) == 0)
        add_line(out, EXPORT_TITLE, 1)->cells[0] =
            quoted(out, titles[random_below(random, 3)], random);
    if (random_below(random, 8) == 0)
        add_line(out, EXPORT_BLANK, 0);
}

static void add_header(struct random_export *out, const struct style *style)
{
    static const char *const headings[2][EXPORT_CELLS] = {
        {"customer", "customer name", "month", "amount"}, {"客户编号", "客户名称", "月份", "金额"}};
    struct export_line *line = add_line(out, EXPORT_HEADER, EXPORT_CELLS);

    for (size_t i = 0; i < EXPORT_CELLS; i++)
        line->cells[style->order[i]] = kam_text_of(headings[style->chinese][i]);
    if (style->amounts == TEN_THOUSANDS)
        line->cells[style->order[3]] = KAM_TEXT("金额(万元)");
}

static int64_t random_cents(uint64_t *random)
{
    static const unsigned sizes[] = {2, 100, 99999, 20000000};
    int64_t cents = random_below(random, sizes[random_below(random, 4)]);

    return random_below(random, 6) ? cents : -cents;
}

static void add_bill(struct random_export *out, const struct style *style, uint64_t *random)
{
    static const char *const accounts[] = {"A", "007", "B-2", "42", "客户", "an id, longer"};
    static const char *const names[] = {"Acme",       "中文 Inc", "say \"hi\"", "two\nlines",
                                        "a;b,c|d\te", "",         "Total",      "12\" pipe"};
    struct export_line *line = add_line(out, EXPORT_BILL, EXPORT_CELLS);
    char amount[80], month[80];

    line->month = FIRST_MONTH + (int)random_below(random, 12);
    line->cents = random_cents(random);
    format_amount(amount, line->cents, style->amounts);
    format_month(month, line->month, 1 + random_below(random, 28), style->months);
    const char *const cells[EXPORT_CELLS] = {accounts[random_below(random, 6)],
                                             names[random_below(random, 8)], month, amount};
    for (size_t i = 0; i < EXPORT_CELLS; i++)
        line->cells[style->order[i]] = quoted(out, cells[i], random);
}

/* A line that says what all bills above come to. */
static void add_total(struct random_export *out, const struct style *style, uint64_t *random)
{
    char amount[80];
    int64_t cents = 0;

    for (size_t i = 0; i < out->count; i++)
        cents += out->lines[i].kind == EXPORT_BILL ? out->lines[i].cents : 0;
    struct export_line *line = add_line(out, EXPORT_TOTAL, EXPORT_CELLS);
    for (size_t i = 0; i < EXPORT_CELLS; i++)
        line->cells[i] = KAM_TEXT("");
    format_amount(amount, cents, style->amounts);
    line->cells[style->order[0]] = kam_text_of(style->chinese ? "合计" : "Total");
    line->cells[style->order[3]] = quoted(out, amount, random);
}

static void add_lines(struct random_export *out, const struct style *style,
                      enum export_extras extras, uint64_t *random)
{
    unsigned bills = random_below(random, random_below(random, 20) ? 30 : 1200);

    while (bills--) {
        add_bill(out, style, random);
        if (random_below(random, 40) == 0)
            add_line(out, EXPORT_BLANK, random_below(random, 2) ? EXPORT_CELLS : 0);
        if (random_below(random, 60) == 0) {
            add_titles(out, random);
            add_header(out, style);
        }
        if (extras == EXPORT_TOTALS && random_below(random, 60) == 0)
            add_total(out, style, random);
    }
    if (extras == EXPORT_TOTALS && random_below(random, 3) == 0)
        add_total(out, style, random);
}

/* ---- the whole ------------------------------------------------------------------------------- */

static void choose_style(struct style *style, uint64_t *random)
{
    *style = (struct style){(enum amount_style)random_below(random, AMOUNT_STYLES),
                            (enum month_style)random_below(random, MONTH_STYLES),
                            random_below(random, 2) == 0,
                            {0, 1, 2, 3}};
    for (size_t i = EXPORT_CELLS - 1; i > 0; i--) {
        size_t j = random_below(random, (unsigned)i + 1), at = style->order[i];
        style->order[i] = style->order[j];
        style->order[j] = at;
    }
}

static void choose_form(struct random_export *out, uint64_t *random)
{
    static const char delimiters[] = {',', '\t', ';', '|'};
    static const char *const line_ends[] = {"\n", "\r\n", "\r"};
    static const char *const encodings[] = {NULL, NULL, "GB18030", "UTF-16LE", "UTF-16BE"};

    out->delimiter = delimiters[random_below(random, 4)];
    out->line_end = line_ends[random_below(random, 3)];
    out->encoding = encodings[random_below(random, 5)];
    out->gzip = random_below(random, 6) == 0;
    /* Nobody writes a mark before GB18030. */
    out->mark = random_below(random, 3) == 0 && out->encoding != encodings[2];
    if (out->encoding && !out->mark)
        out->options.reader.input.encoding = out->encoding;
}

/* What an import can't know, and sometimes what it could find out. */
static void choose_options(struct random_export *out, const struct style *style, uint64_t *random)
{
    struct kam_import_options *to = &out->options;

    to->round = -1;
    to->period = KAM_MONTH_NONE;
    to->window = 12;
    to->reading.decimal = style->amounts == DECIMAL_COMMA ? KAM_SIGN_COMMA : KAM_SIGN_POINT;
    to->reading.dates.order = style->months == DAY_FIRST ? KAM_DATES_DMY : KAM_DATES_YMD;
    if (random_below(random, 2) == 0) {
        to->period = FIRST_MONTH + (int)random_below(random, 12);
        to->window = 1 + random_below(random, 14);
    }
}

void random_export_make(struct random_export *out, uint64_t *random, enum export_extras extras)
{
    struct style style;

    *out = (struct random_export){.count = 0};
    choose_style(&style, random);
    choose_form(out, random);
    choose_options(out, &style, random);
    add_titles(out, random);
    out->header = out->count;
    add_header(out, &style);
    add_lines(out, &style, extras, random);
}

void random_export_free(struct random_export *from)
{
    free(from->lines);
    kam_arena_free(&from->arena);
}

/* ---- bytes ----------------------------------------------------------------------------------- */

static void encode(struct kam_buffer *text, const char *encoding)
{
    size_t in_left = text->len, left = 4 * text->len + 16;
    struct kam_buffer encoded = {NULL, 0, 0};
    iconv_t converter = iconv_open(encoding, "UTF-8");
    char *in = text->ptr;

    must(converter != (iconv_t)-1 && kam_buffer_reserve(&encoded, left));
    char *to = encoded.ptr;
    encoded.len = left;
    must(iconv(converter, &in, &in_left, &to, &left) != (size_t)-1);
    encoded.len -= left;
    iconv_close(converter);
    kam_buffer_free(text);
    *text = encoded;
}

static void compress_text(struct kam_buffer *text)
{
    z_stream stream = {.next_in = (z_const Bytef *)text->ptr, .avail_in = (uInt)text->len};
    struct kam_buffer compressed = {NULL, 0, 0};

    must(deflateInit2(&stream, 1, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    size_t room = deflateBound(&stream, text->len);
    must(kam_buffer_reserve(&compressed, room));
    stream.next_out = (Bytef *)compressed.ptr;
    stream.avail_out = (uInt)room;
    must(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    compressed.len = room - stream.avail_out;
    deflateEnd(&stream);
    kam_buffer_free(text);
    *text = compressed;
}

static bool is_wanted(const struct export_line *line, enum export_part part)
{
    return part == EXPORT_ALL || line->kind != EXPORT_BILL ||
           line->damaged == (part == EXPORT_DAMAGED);
}

void random_export_write(const struct random_export *from, enum export_part part,
                         struct kam_buffer *bytes)
{
    if (from->mark)
        must(kam_buffer_add(bytes, KAM_TEXT("\xEF\xBB\xBF")));
    for (size_t l = 0; l < from->count; l++) {
        const struct export_line *line = &from->lines[l];
        if (!is_wanted(line, part))
            continue;
        for (size_t i = 0; i < line->cell_count; i++)
            must((i == 0 || kam_buffer_add_byte(bytes, from->delimiter)) &&
                 kam_buffer_add(bytes, line->cells[i]));
        must(line->joined || kam_buffer_add(bytes, kam_text_of(from->line_end)));
    }
    if (from->encoding)
        encode(bytes, from->encoding);
    if (from->gzip)
        compress_text(bytes);
}
