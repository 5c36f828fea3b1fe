#include "io/magic.h"

static const char XLSX[] = "an Excel workbook (xlsx), no text: save it as CSV";
static const char ODS[] = "an OpenDocument spreadsheet (ods), no text: save it as CSV";
static const char ZIP[] = "a zip archive, no text: unpack it, or save the workbook as CSV";
static const char ARCHIVE[] = "an archive of files, no text: unpack it first";
static const char PICTURE[] = "a picture, no text: ask for the table as CSV";
static const char DATABASE[] = "a SQLite database, no text: export the table as CSV";
static const char BZIP2[] = "compressed by bzip2: bzip2 -dc FILE | ...";
static const char HTML[] =
    "an HTML page, no table of text: is it a login page? Save the table as CSV";

struct magic {
    size_t offset;
    struct kam_text bytes;
    const char *what;
};

/* Bytes that no text begins with. */
static const struct magic binary[] = {
    {0,
     {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8},
     "an Excel workbook (xls), no text: save it as CSV"},
    {0, {"%PDF-", 5}, "a PDF document, no text: ask for the table as CSV"},
    {0, {"{\\rtf", 5}, "a document (RTF), no table of text: save the table as CSV"},
    {0, {"\x89PNG\r\n\x1A\n", 8}, PICTURE},
    {0, {"\xFF\xD8\xFF", 3}, PICTURE},
    {0, {"GIF87a", 6}, PICTURE},
    {0, {"GIF89a", 6}, PICTURE},
    {0, {"7z\xBC\xAF\x27\x1C", 6}, "an archive (7z), no text: unpack it first"},
    {0, {"Rar!\x1A\x07", 6}, "an archive (RAR), no text: unpack it first"},
    {257, {"ustar", 5}, "a tar archive, no text: unpack it first"},
    {0, {"!<arch>\n", 8}, ARCHIVE},
    {4, {"1AY&SY", 6}, BZIP2},
    {4, {"\x17rE8P\x90", 6}, BZIP2}, /* of nothing */
    {0,
     {"\xFD"
      "7zXZ\0",
      6},
     "compressed by xz: xz -dc FILE | ..."},
    {0, {"\x1F\x8B\x08", 3}, "compressed by gzip twice: gzip -dc FILE | ..."},
    {0, {"\x28\xB5\x2F\xFD", 4}, "compressed by zstd: zstd -dc FILE | ..."},
    {0, {"\x04\x22\x4D\x18", 4}, "compressed by lz4: lz4 -dc FILE | ..."},
    {0, {"LZIP\x01", 5}, "compressed by lzip: lzip -dc FILE | ..."},
    {0, {"\x1F\x9D", 2}, "compressed by compress: gzip -dc FILE | ..."},
    {0, {"PAR1\x15", 5}, "a Parquet file, no text: export it as CSV"},
    {0, {"Obj\x01", 4}, "an Avro file, no text: export it as CSV"},
    {0, {"ARROW1\0\0", 8}, "an Arrow file, no text: export it as CSV"},
    {0, {"SQLite format 3\0", 16}, DATABASE},
    {0, {"\0\1\0\0Standard ", 13}, "an Access database, no text: export the table as CSV"},
    {0,
     {"\x7F"
      "ELF",
      4},
     "a program (ELF), no text"},
};

/* Words that a page begins with, where case doesn't matter and a table has other things to say. */
static const struct kam_text html[] = {{"<!doctype html", 14}, {"<html", 5},  {"<head", 5},
                                       {"<meta", 5},           {"<body", 5},  {"<table", 6},
                                       {"<style", 6},          {"<script", 7}};

static bool holds(struct kam_text bytes, struct kam_text part)
{
    for (size_t i = 0; i + part.len <= bytes.len; i++)
        if (memcmp(bytes.ptr + i, part.ptr, part.len) == 0)
            return true;
    return false;
}

static const char *find_zip(struct kam_text bytes)
{
    if (!kam_text_starts_with(bytes, KAM_TEXT("PK\3\4")) &&
        !kam_text_starts_with(bytes, KAM_TEXT("PK\5\6")))
        return NULL;
    if (holds(bytes, KAM_TEXT("vnd.oasis.opendocument.spreadsheet")))
        return ODS;
    return holds(bytes, KAM_TEXT("[Content_Types].xml")) || holds(bytes, KAM_TEXT("xl/")) ? XLSX
                                                                                          : ZIP;
}

static const char *find_binary(struct kam_text bytes)
{
    for (size_t i = 0; i < sizeof binary / sizeof *binary; i++) {
        const struct magic *magic = &binary[i];
        if (bytes.len >= magic->offset + magic->bytes.len &&
            memcmp(bytes.ptr + magic->offset, magic->bytes.ptr, magic->bytes.len) == 0)
            return magic->what;
    }
    return NULL;
}

static struct kam_text skip_space(struct kam_text text)
{
    static const struct kam_text space = {" \t\r\n", 4};

    while (text.len && memchr(space.ptr, *text.ptr, space.len))
        text = (struct kam_text){text.ptr + 1, text.len - 1};
    return text;
}

/* Take BYTE, and the white space behind it, from the front of TEXT if that is there. */
static bool take(struct kam_text *text, char byte)
{
    if (!text->len || *text->ptr != byte)
        return false;
    *text = skip_space((struct kam_text){text->ptr + 1, text->len - 1});
    return true;
}

/*
 * An object, or a list of objects: {"name": ... or [{"name": ..., and the line ends where JSON may.
 * The first cell of a table may be an object; if the last one is, too, nobody can tell.
 */
static bool is_json(struct kam_text text, const char *end_of_sample)
{
    static const struct kam_text line_ends = {"{}[],:", 6};
    bool found;
    struct kam_text rest = text, line = kam_text_split(&text, '\n', &found);
    bool cut = !found && line.ptr + line.len == end_of_sample;

    (void)take(&rest, '[');
    if (!take(&rest, '{'))
        return false;
    if (take(&rest, '}'))
        return rest.len == 0;
    if (!take(&rest, '"'))
        return false;
    (void)kam_text_split(&rest, '"', &found);
    rest = skip_space(rest);
    if (!found || !take(&rest, ':'))
        return false;
    line = kam_text_trim(line);
    return cut || memchr(line_ends.ptr, line.ptr[line.len - 1], line_ends.len);
}

static bool is_html(struct kam_text text)
{
    static const struct kam_text ends = {" \t\r\n/>", 6};

    for (size_t i = 0; i < sizeof html / sizeof *html; i++) {
        size_t len = html[i].len;
        if (text.len > len && memchr(ends.ptr, text.ptr[len], ends.len) &&
            kam_text_equal_fold((struct kam_text){text.ptr, len}, html[i]))
            return true;
    }
    return false;
}

/* Without the NUL bytes that half of the ASCII in UTF-16 are. */
static const char *find_markup(struct kam_text bytes)
{
    char ascii[KAM_MAGIC_BYTES];
    size_t len = 0;

    for (size_t i = 0; i < bytes.len && len < sizeof ascii; i++)
        if (bytes.ptr[i] != '\0')
            ascii[len++] = bytes.ptr[i];
    struct kam_text text = skip_space((struct kam_text){ascii, len});
    if (is_html(text))
        return HTML;
    if (kam_text_starts_with(text, KAM_TEXT("<?xml")))
        return "XML, no table of text: if it is an Excel workbook, save it as CSV";
    if (is_json(text, ascii + sizeof ascii))
        return "JSON, no table: convert it, with jq's @csv for example";
    return NULL;
}

const char *kam_magic_find(struct kam_text bytes)
{
    if (bytes.len > KAM_MAGIC_BYTES)
        bytes.len = KAM_MAGIC_BYTES;
    const char *what = find_zip(bytes);

    if (!what)
        what = find_binary(bytes);
    return what ? what : find_markup(bytes);
}
