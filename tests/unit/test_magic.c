#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "io/magic.h"

#include <stdio.h>

static void files_that_are_no_text_are_named(void **state)
{
    const struct {
        struct kam_text bytes;
        const char *begins; /* the message */
    } cases[] = {
        {KAM_TEXT("PK\3\4\24\0\6\0\10\0\0\0!\0[Content_Types].xml"), "an Excel workbook (xlsx)"},
        {KAM_TEXT("PK\3\4\24\0\0\0\0\0xl/workbook.xml"), "an Excel workbook (xlsx)"},
        {KAM_TEXT("PK\3\4mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
         "an OpenDocument spreadsheet (ods)"},
        {KAM_TEXT("PK\3\4\24\0\0\0\0\0bills.csv"), "a zip archive"},
        {KAM_TEXT("PK\5\6\0\0"), "a zip archive"},
        {KAM_TEXT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0"), "an Excel workbook (xls)"},
        {KAM_TEXT("%PDF-1.7\n"), "a PDF document"},
        {KAM_TEXT("{\\rtf1\\ansi"), "a document (RTF)"},
        {KAM_TEXT("\x89PNG\r\n\x1A\n"), "a picture"},
        {KAM_TEXT("\xFF\xD8\xFF\xE0"), "a picture"},
        {KAM_TEXT("GIF89a"), "a picture"},
        {KAM_TEXT("7z\xBC\xAF\x27\x1C\0\4"), "an archive (7z)"},
        {KAM_TEXT("Rar!\x1A\x07\x01\0"), "an archive (RAR)"},
        {KAM_TEXT("BZh91AY&SY"), "compressed by bzip2: bzip2 -dc FILE | ..."},
        {KAM_TEXT("BZh9\x17rE8P\x90"), "compressed by bzip2"},
        {KAM_TEXT("\xFD"
                  "7zXZ\0\0"),
         "compressed by xz: xz -dc FILE | ..."},
        {KAM_TEXT("\x1F\x8B\x08\0"), "compressed by gzip twice: gzip -dc FILE | ..."},
        {KAM_TEXT("\x28\xB5\x2F\xFD\x04"), "compressed by zstd: zstd -dc FILE | ..."},
        {KAM_TEXT("\x04\x22\x4D\x18"), "compressed by lz4: lz4 -dc FILE | ..."},
        {KAM_TEXT("LZIP\1"), "compressed by lzip"},
        {KAM_TEXT("\x1F\x9D\x90"), "compressed by compress: gzip -dc FILE | ..."},
        {KAM_TEXT("PAR1\x15\x04"), "a Parquet file"},
        {KAM_TEXT("Obj\x01\x04"), "an Avro file"},
        {KAM_TEXT("ARROW1\0\0"), "an Arrow file"},
        {KAM_TEXT("SQLite format 3\0\x10"), "a SQLite database"},
        {KAM_TEXT("\0\1\0\0Standard Jet DB\0"), "an Access database"},
        {KAM_TEXT("\x7F"
                  "ELF\2\1\1"),
         "a program (ELF)"},
        {KAM_TEXT("!<arch>\n"), "an archive of files"},
        {KAM_TEXT("<!DOCTYPE html>\n"), "an HTML page"},
        {KAM_TEXT("\r\n <HTML lang=zh>"), "an HTML page"},
        {KAM_TEXT("<table border=\"1\"><tr><td>"), "an HTML page"},
        {KAM_TEXT("<\0h\0t\0m\0l\0>\0"), "an HTML page"},
        {KAM_TEXT("<?xml version=\"1.0\"?>"), "XML"},
        {KAM_TEXT("{\"data\":[{\"id\":1}]}"), "JSON"},
        {KAM_TEXT("{\n  \"id\": 1\n}"), "JSON"},
        {KAM_TEXT("{\"id\":1,\"x\":\"a,b\"}\n{\"id\":2}\n"), "JSON"},
        {KAM_TEXT("[{\"id\":1},\n{\"id\":2}]\n"), "JSON"},
        {KAM_TEXT("[ { \"id\" : 1 } ]"), "JSON"},
        {KAM_TEXT("{}"), "JSON"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *what = kam_magic_find(cases[i].bytes);
        if (!what || strncmp(what, cases[i].begins, strlen(cases[i].begins)) != 0)
            fail_msg("case %zu, %s: %s", i, cases[i].begins, what ? what : "nothing");
    }
}

static void what_may_be_a_table_is_left_alone(void **state)
{
    const struct kam_text cases[] = {
        KAM_TEXT(""),
        KAM_TEXT("PK,name\n"),
        KAM_TEXT("PAR1,PAR2\n"),
        KAM_TEXT("LZIP,x\n"),
        KAM_TEXT("BZh9,2026-10\n"),
        KAM_TEXT("SQLite format 3,x\n"),
        KAM_TEXT("Obj,x\n"),
        KAM_TEXT("ELF,x\n"),
        KAM_TEXT("7z,Rar!\n"),
        KAM_TEXT("<id>,<amount>\n"),
        KAM_TEXT("<headquarters>,1\n"),
        KAM_TEXT("\"<html>\",1\n"),
        KAM_TEXT("[id],[amount]\n"),
        KAM_TEXT("[\"id\",\"amount\"]\n"),
        KAM_TEXT("{id},{amount}\n"),
        KAM_TEXT("{},1\n"),
        KAM_TEXT("{\"env\": \"prod\"};2026-10;5\n"),
        KAM_TEXT("{\"env\": \"prod\"};2026-10;5"),
        KAM_TEXT("{\"\n"),
        KAM_TEXT("{"),
        KAM_TEXT("{\"a"),
        KAM_TEXT("\x1F\x8B"),
        KAM_TEXT("\xBF\xCD\xBB\xA7,\xBD\xF0\xB6\xEE\n"),
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (kam_magic_find(cases[i]))
            fail_msg("case %zu: %s", i, kam_magic_find(cases[i]));
}

static void what_stands_farther_in_is_seen(void **state)
{
    static char bytes[2 * KAM_MAGIC_BYTES];
    const struct kam_text tar = KAM_TEXT("ustar"), json = KAM_TEXT("{\"a\":\"");

    (void)state;
    memcpy(bytes + 257, tar.ptr, tar.len);
    assert_non_null(strstr(kam_magic_find((struct kam_text){bytes, 512}), "a tar archive"));
    /* JSON in one line longer than what is looked at. */
    memset(bytes, 'x', sizeof bytes);
    memcpy(bytes, json.ptr, json.len);
    assert_non_null(kam_magic_find((struct kam_text){bytes, sizeof bytes}));
    assert_null(kam_magic_find((struct kam_text){bytes, KAM_MAGIC_BYTES - 1}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_that_are_no_text_are_named),
        cmocka_unit_test(what_may_be_a_table_is_left_alone),
        cmocka_unit_test(what_stands_farther_in_is_seen),
    };

    return cmocka_run_group_tests_name("magic", tests, NULL, NULL);
}
