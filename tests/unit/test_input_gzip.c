/* Inputs that are packed, truncated or damaged. */
#include "inputs.h"

static void gzip_is_recognised(void **state)
{
    struct kam_buffer gzip = {NULL, 0, 0};

    (void)state;
    add_member(&gzip, KAM_TEXT("id,amount\nA1,2.50\n"));
    check_decodes(kam_buffer_text(&gzip), NULL, "id,amount\nA1,2.50\n");
    add_member(&gzip, KAM_TEXT(""));
    add_member(&gzip, KAM_TEXT("A2,3\xE5\xAE\xA2\n"));
    check_decodes(kam_buffer_text(&gzip), NULL, "id,amount\nA1,2.50\nA2,3\xE5\xAE\xA2\n");
    for (int i = 0; i < 700; i++)
        assert_true(kam_buffer_add_byte(&gzip, '\0'));
    check_decodes(kam_buffer_text(&gzip), NULL, "id,amount\nA1,2.50\nA2,3\xE5\xAE\xA2\n");
    add_member(&gzip, KAM_TEXT("x"));
    check_decodes(kam_buffer_text(&gzip), NULL, "id,amount\nA1,2.50\nA2,3\xE5\xAE\xA2\nx");
    gzip.len = 0;
    add_member(&gzip, KAM_TEXT(""));
    check_decodes(kam_buffer_text(&gzip), NULL, "");
    gzip.len = 0;
    add_member(&gzip, KAM_TEXT("\xFF\xFE\xA2\x5B"));
    check_decodes(kam_buffer_text(&gzip), NULL, "\xE5\xAE\xA2");
    kam_buffer_free(&gzip);
}

/* Which bytes come out before the end is missed depends on deflate; that it is missed doesn't. */
static void truncated_gzip_is_an_error_at_every_byte(void **state)
{
    struct kam_buffer gzip = {NULL, 0, 0}, out = {NULL, 0, 0};
    struct kam_error error;
    size_t first;

    (void)state;
    add_member(&gzip, KAM_TEXT("id,amount\nA1,2.50\nA1,2.50\n"));
    first = gzip.len;
    add_member(&gzip, KAM_TEXT("A2,3\n"));
    for (size_t length = 2; length < gzip.len; length++)
        for (size_t block_size = 0; block_size <= 32; block_size += 8) {
            struct kam_text cut = {gzip.ptr, length};
            enum kam_status status = read_memory(cut, NULL, block_size, &out, &error);
            assert_int_equal(status, length == first ? KAM_END : KAM_DATA);
            if (length == first + 1)
                assert_string_equal(error.text,
                                    "bytes after the end of the gzip data; fetch the file again");
            else if (length != first)
                assert_string_equal(error.text, "the gzip data ends too early: a truncated file; "
                                                "fetch the file again");
        }
    kam_buffer_free(&gzip);
    kam_buffer_free(&out);
}

static void damaged_gzip_is_an_error_behind_the_good_bytes(void **state)
{
    struct kam_buffer gzip = {NULL, 0, 0};
    const char *text = "id,amount\nA1,2.50\nA1,2.50\n";

    (void)state;
    add_member(&gzip, kam_text_of(text));
    for (size_t back = 1; back <= 8; back++) { /* length and CRC-32 */
        gzip.ptr[gzip.len - back] ^= 0x10;
        check_fails(kam_buffer_text(&gzip), NULL, text,
                    "damaged gzip data, or a wrong checksum; fetch the file again");
        gzip.ptr[gzip.len - back] ^= 0x10;
    }
    gzip.ptr[2] = 7; /* no such method */
    check_fails(kam_buffer_text(&gzip), NULL, "", "damaged gzip data");
    gzip.ptr[2] = 8;
    assert_true(kam_buffer_add(&gzip, KAM_TEXT("\0\0more")));
    check_fails(kam_buffer_text(&gzip), NULL, text, "bytes after the end of the gzip data");
    kam_buffer_free(&gzip);
}

/* Damage in the middle: however large the blocks, the same bytes come before it. */
static void any_damage_ends_the_same_way_in_any_blocks(void **state)
{
    struct kam_buffer gzip = {NULL, 0, 0}, whole = {NULL, 0, 0}, cut = {NULL, 0, 0};
    const char *text = "id,amount\nA1,2.50\nA2,3.50\nA1,2.50\nA3,12.50\nA1,2.50\n";
    struct kam_error error, error_cut;
    unsigned harmless = 0;

    (void)state;
    add_member(&gzip, kam_text_of(text));
    for (size_t i = 10; i < gzip.len; i++)
        for (int bit = 0; bit < 8; bit++) {
            gzip.ptr[i] ^= (char)(1 << bit);
            enum kam_status status =
                read_memory(kam_buffer_text(&gzip), "WINDOWS-1250", 0, &whole, &error);
            if (status == KAM_END) {
                assert_true(kam_text_equal(kam_buffer_text(&whole), kam_text_of(text)));
                harmless++;
            }
            for (size_t block_size = 4; block_size <= 16; block_size += 3) {
                assert_int_equal(read_memory(kam_buffer_text(&gzip), "WINDOWS-1250", block_size,
                                             &cut, &error_cut),
                                 status);
                if (status != KAM_END)
                    assert_string_equal(error_cut.text, error.text);
                assert_true(kam_text_equal(kam_buffer_text(&cut), kam_buffer_text(&whole)));
            }
            gzip.ptr[i] ^= (char)(1 << bit);
        }
    /* Up to seven bits fill the last byte of the compressed data. */
    assert_true(harmless < 8);
    kam_buffer_free(&gzip);
    kam_buffer_free(&whole);
    kam_buffer_free(&cut);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gzip_is_recognised),
        cmocka_unit_test(truncated_gzip_is_an_error_at_every_byte),
        cmocka_unit_test(damaged_gzip_is_an_error_behind_the_good_bytes),
        cmocka_unit_test(any_damage_ends_the_same_way_in_any_blocks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
