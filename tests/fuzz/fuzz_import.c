/*
 * A whole import: what is above the first line "%" are options, a line each, as kam-import has
 * them without the dashes ("dates dmy"); then come the files, with a line "%" between two. `to`
 * and `gzip` say what is done to the files first, so that seeds can be read, and with `inspect` a
 * single file is inspected, too. Options that are none are left out; whatever remains, the import
 * keeps the laws of importlaws.h.
 */
#include "fuzz.h"

#include "base/utf8.h"
#include "import/importmodel.h"
#include "importlaws.h"

#include <iconv.h>
#include <zlib.h>

struct run {
    struct kam_import_options options;
    const char *encode_to; /* an encoding; NULL: as they are */
    bool gzip, inspect;
    struct kam_arena arena;
};

/* ---- options --------------------------------------------------------------------------------- */

static const char *copy_string(struct run *run, struct kam_text text)
{
    struct kam_text copy;

    REQUIRE(kam_arena_copy(&run->arena, text, &copy));
    return copy.ptr;
}

/* A number of at most four digits; 0 for everything else. */
static unsigned number_of(struct kam_text text)
{
    unsigned number = 0;

    for (size_t i = 0; i < text.len; i++) {
        if (i == 4 || text.ptr[i] < '0' || text.ptr[i] > '9')
            return 0;
        number = 10 * number + (unsigned)(text.ptr[i] - '0');
    }
    return number;
}

static enum kam_status take_list(struct run *run, struct kam_text name, struct kam_text value,
                                 struct kam_error *error)
{
    static const struct kam_place place = {.file = "option"};
    struct kam_import_options *to = &run->options;

    if (kam_text_equal(name, KAM_TEXT("keep")))
        return kam_value_columns(&to->keep, value, &place, &run->arena, error);
    if (kam_text_equal(name, KAM_TEXT("sum")))
        return kam_value_columns(&to->sum, value, &place, &run->arena, error);
    if (kam_text_equal(name, KAM_TEXT("collect")))
        return kam_value_columns(&to->collect, value, &place, &run->arena, error);
    if (kam_text_equal(name, KAM_TEXT("unit")))
        return kam_value_units(&to->reading.units, value, &place, &run->arena, error);
    if (kam_text_equal(name, KAM_TEXT("invoice")))
        return kam_list_parse(&to->reading.invoice, value, ',', &place, &run->arena, error);
    if (kam_text_equal(name, KAM_TEXT("columns")) && !to->reading.header.first)
        return kam_list_parse(&to->reading.columns, value, ',', &place, &run->arena, error);
    if (kam_text_equal(name, KAM_TEXT("header-line")) && !to->reading.columns.count)
        return kam_value_line_range(&to->reading.header, value, &place, error);
    if (kam_text_equal(name, KAM_TEXT("dates")))
        return kam_value_dates(&to->reading.dates, value, &place, error);
    if (kam_text_equal(name, KAM_TEXT("decimal")))
        return kam_value_decimal_sign(&to->reading.decimal, value, &place, error);
    return KAM_OK;
}

static void take_role(struct run *run, struct kam_text name, struct kam_text value)
{
    for (int role = 0; role < KAM_ROLES; role++) {
        struct kam_role_choice *choice = &run->options.roles[role];
        if (!kam_text_equal(name, kam_text_of(kam_role_name((enum kam_role)role))))
            continue;
        *choice = (struct kam_role_choice){.column = value, .given = true};
        if (role == KAM_ROLE_CURRENCY &&
            kam_text_split_last(&choice->column, '=', &run->options.currency))
            choice->column = kam_text_trim(choice->column);
    }
}

static void take_option(struct run *run, struct kam_text name, struct kam_text value)
{
    struct kam_import_options *to = &run->options;
    struct kam_error error = {.status = KAM_OK};
    unsigned number = number_of(value);

    take_role(run, name, value);
    if (take_list(run, name, value, &error))
        REQUIRE(error.text[0]);
    if (kam_text_equal(name, KAM_TEXT("encoding")))
        to->reader.input.encoding = copy_string(run, value);
    if (kam_text_equal(name, KAM_TEXT("to")))
        run->encode_to = copy_string(run, value);
    if (kam_text_equal(name, KAM_TEXT("gzip")))
        run->gzip = true;
    if (kam_text_equal(name, KAM_TEXT("inspect")))
        run->inspect = true;
    if (kam_text_equal(name, KAM_TEXT("raw")))
        to->raw = true;
    if (kam_text_equal(name, KAM_TEXT("long-ids")))
        to->long_ids = KAM_LONG_IDS_TRUST;
    if (kam_text_equal(name, KAM_TEXT("prefix")))
        to->prefix = value;
    if (kam_text_equal(name, KAM_TEXT("delimiter")) && value.len == 1 &&
        strchr(",\t;|~", value.ptr[0]))
        to->reader.delimiter = value.ptr[0];
    if (kam_text_equal(name, KAM_TEXT("round")) && number <= KAM_DECIMAL_PLACES)
        to->round = (int)number;
    if (kam_text_equal(name, KAM_TEXT("window")) && number >= 1 && number <= 36)
        to->window = number;
    if (kam_text_equal(name, KAM_TEXT("period")) &&
        kam_month_parse_plain(value) >= KAM_MONTH_FIRST + 36)
        to->period = kam_month_parse_plain(value);
}

static void take_options(struct run *run, struct kam_text lines)
{
    bool more = true;

    while (more) {
        struct kam_text line = kam_text_split(&lines, '\n', &more);
        bool has_value = true;
        bool is_text =
            kam_utf8_prefix(line) == line.len && (line.len == 0 || !memchr(line.ptr, 0, line.len));
        struct kam_text name = kam_text_split(&line, ' ', &has_value);
        if (is_text)
            take_option(run, name, line);
    }
}

/* ---- files ----------------------------------------------------------------------------------- */

/* Cut TEXT at its first line "%": what is before it. *FOUND says whether there is one. */
static struct kam_text cut(struct kam_text *text, bool *found)
{
    struct kam_text whole = *text;

    for (size_t i = 0; i + 1 < whole.len; i++)
        if (whole.ptr[i] == '%' && whole.ptr[i + 1] == '\n' &&
            (i == 0 || whole.ptr[i - 1] == '\n')) {
            *text = (struct kam_text){whole.ptr + i + 2, whole.len - i - 2};
            *found = true;
            return (struct kam_text){whole.ptr, i};
        }
    *found = false;
    return whole;
}

/* FILE in another encoding, as far as it has its characters. */
static void encode(struct kam_buffer *out, struct kam_text file, const char *encoding)
{
    iconv_t converter = iconv_open(encoding, "UTF-8");
    char *in = (char *)(uintptr_t)file.ptr;
    size_t in_left = file.len;

    if (converter == (iconv_t)-1) {
        REQUIRE(kam_buffer_add(out, file));
        return;
    }
    REQUIRE(kam_buffer_reserve(out, 8 * file.len + 16));
    char *to = out->ptr;
    size_t left = 8 * file.len + 16;
    iconv(converter, &in, &in_left, &to, &left);
    out->len = 8 * file.len + 16 - left;
    iconv_close(converter);
}

static void compress_file(struct kam_buffer *out, struct kam_text file)
{
    z_stream stream = {.next_in = (z_const Bytef *)(uintptr_t)file.ptr, .avail_in = (uInt)file.len};

    REQUIRE(deflateInit2(&stream, 1, Z_DEFLATED, 16 + MAX_WBITS, 1, Z_DEFAULT_STRATEGY) == Z_OK);
    size_t room = deflateBound(&stream, file.len);
    REQUIRE(kam_buffer_reserve(out, room));
    stream.next_out = (Bytef *)out->ptr;
    stream.avail_out = (uInt)room;
    REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    out->len = room - stream.avail_out;
    deflateEnd(&stream);
}

static void write_file(const struct run *run, const char *path, struct kam_text file)
{
    struct kam_buffer encoded = {NULL, 0, 0}, compressed = {NULL, 0, 0};

    if (run->encode_to) {
        encode(&encoded, file, run->encode_to);
        file = kam_buffer_text(&encoded);
    }
    if (run->gzip) {
        compress_file(&compressed, file);
        file = kam_buffer_text(&compressed);
    }
    importing_write(path, file);
    kam_buffer_free(&encoded);
    kam_buffer_free(&compressed);
}

/* ---- the run --------------------------------------------------------------------------------- */

static void require_law(const char *broken, const struct kam_error *why)
{
    char message[2048] = "";

    if (!broken)
        return;
    if (why->status)
        kam_error_format(why, message, sizeof message);
    fprintf(stderr, "not so: %s\n%s\n", broken, message);
    abort();
}

static void import_files(const struct run *run, struct kam_text files)
{
    struct importing_place place;
    const char *paths[IMPORTING_FILES - 1]; /* the last one is for importing again */
    struct imported result;
    struct kam_error why = {.status = KAM_OK};
    size_t count = 0;

    importing_begin(&place);
    for (bool more = true; more && count < IMPORTING_FILES - 1; count++) {
        struct kam_text file = cut(&files, &more);
        paths[count] = place.inputs[count];
        write_file(run, paths[count], file);
    }
    importing_run(&result, &place, paths, count, &run->options);
    require_law(imported_broken_law(&result, &run->options), &result.error);
    require_law(imported_again_broken_law(&result, &place, &run->options, &why), &why);
    require_law(
        imported_in_little_memory_broken_law(&result, &place, paths, count, &run->options, &why),
        &why);
    if (run->inspect && count == 1)
        require_law(inspected_broken_law(&result, paths[0], &run->options), &result.error);
    imported_free(&result);
    importing_end(&place);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct run run = {.options = {.round = -1, .period = KAM_MONTH_NONE, .window = 12}};
    struct kam_text text = {(const char *)data, size};
    bool has_options;
    struct kam_text first = cut(&text, &has_options);

    if (has_options)
        take_options(&run, first);
    else
        text = first;
    import_files(&run, text);
    kam_arena_free(&run.arena);
    return 0;
}
