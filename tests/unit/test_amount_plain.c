/*
 * Plain amounts, which are read 8 bytes at a time, mean what they mean read with all care: as they
 * are behind a space, which nothing plain has.
 */
#include "amounts.h"
#include "random.h"

#include <stdlib.h>

enum { LONGEST = 24 }; /* three times eight: longer than anything plain */

static void assert_same(struct kam_text cell, const struct kam_amount_style *style)
{
    char spaced[1 + LONGEST] = {' '}, *exact = malloc(cell.len ? cell.len : 1);
    struct kam_amount found = {.minor = untouched}, expected = {.minor = untouched};

    assert_non_null(exact); /* nothing behind it may be read */
    memcpy(exact, cell.ptr, cell.len);
    memcpy(spaced + 1, cell.ptr, cell.len);
    enum kam_number outcome = kam_amount_parse((struct kam_text){exact, cell.len}, style, &found);
    enum kam_number careful =
        kam_amount_parse((struct kam_text){spaced, 1 + cell.len}, style, &expected);
    free(exact);
    if (outcome != careful || found.exact.units != expected.exact.units ||
        found.is_minor != expected.is_minor || found.currency != expected.currency ||
        (found.is_minor && found.minor != expected.minor))
        fail_msg("%s: %s instead of %s, minor %lld and %lld", kam_show(cell).s,
                 kam_number_reason(outcome), kam_number_reason(careful), (long long)found.minor,
                 (long long)expected.minor);
}

static void assert_same_in_all_styles(struct kam_text cell)
{
    for (size_t i = 0; i < STYLES; i++)
        assert_same(cell, styles[i]);
}

/* DIGITS of a kind each into OUT: nines, zeros, a one and zeros, any. */
enum kind { NINES, ZEROS, ONE_AND_ZEROS, ANY, KINDS };

static void write_digits(enum kind kind, size_t digits, uint64_t *random, char *out)
{
    for (size_t i = 0; i < digits; i++)
        switch (kind) {
        case NINES:
            out[i] = '9';
            break;
        case ZEROS:
            out[i] = '0';
            break;
        case ONE_AND_ZEROS:
            out[i] = i ? '0' : '1';
            break;
        case ANY:
        case KINDS:
            out[i] = (char)('0' + random_below(random, 10));
        }
}

/* TEXT with BYTE put in before position AT. */
static void put_in(char *text, size_t *len, size_t at, char byte)
{
    memmove(text + at + 1, text + at, *len - at);
    text[at] = byte;
    ++*len;
}

/* Every number of digits, the point at every place or at none, with a sign and without. */
static void digits_and_point_of_any_length(void **unused)
{
    uint64_t random = 31;
    char cell[LONGEST];

    (void)unused;
    for (size_t digits = 0; digits <= LONGEST - 2; digits++)
        for (size_t point_at = 0; point_at <= digits + 1; point_at++)
            for (unsigned way = 0; way < 2 * KINDS; way++) {
                size_t len = digits;
                write_digits((enum kind)(way / 2), digits, &random, cell);
                if (point_at <= digits)
                    put_in(cell, &len, point_at, '.');
                if (way % 2)
                    put_in(cell, &len, 0, '-');
                assert_same_in_all_styles((struct kam_text){cell, len});
            }
}

/* Any byte at any place of a plain number: a second point, a sign, a digit's neighbours, others. */
static void any_byte_within(void **unused)
{
    uint64_t random = 32;
    char cell[LONGEST];

    (void)unused;
    for (size_t digits = 1; digits <= 20; digits++)
        for (size_t at = 0; at <= digits; at++)
            for (unsigned byte = 0; byte < 256; byte++) {
                size_t len = digits;
                write_digits(ANY, digits, &random, cell);
                if (byte % 2)
                    put_in(cell, &len, random_below(&random, (unsigned)digits + 1), '.');
                put_in(cell, &len, at, (char)byte);
                assert_same((struct kam_text){cell, len}, &point);
                assert_same((struct kam_text){cell, len}, &open_style);
            }
}

/* Several bytes that are none of a plain number, next to each other as well. */
static void any_bytes_within(void **unused)
{
    static const char alphabet[] = "0123456789.-./:,\x7F\x80\x8A\xB0\xBA\xFF";
    uint64_t random = 33;
    char cell[LONGEST];

    (void)unused;
    for (int i = 0; i < 200000; i++) {
        size_t len = random_below(&random, LONGEST);
        unsigned letters = i % 4 ? 12 : (unsigned)sizeof alphabet - 1;
        for (size_t at = 0; at < len; at++)
            cell[at] = alphabet[random_below(&random, letters)];
        assert_same((struct kam_text){cell, len}, i % 2 ? &point : &round_2);
    }
}

/* A cell that isn't there points nowhere. */
static void no_bytes_at_all(void **unused)
{
    struct kam_amount amount;

    (void)unused;
    assert_int_equal(kam_amount_parse((struct kam_text){NULL, 0}, &point, &amount),
                     KAM_NUMBER_SYNTAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digits_and_point_of_any_length),
        cmocka_unit_test(any_byte_within),
        cmocka_unit_test(any_bytes_within),
        cmocka_unit_test(no_bytes_at_all),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
