/*
 * amounts: the styles that the tests of amount read cells in, and what a cell has to come
 * to in one of them.
 */
#ifndef KAM_TESTS_AMOUNTS_H
#define KAM_TESTS_AMOUNTS_H

#include "base/amount.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const int64_t untouched = 4711;

static const struct kam_amount_style open_style = {KAM_SIGN_UNDECIDED, 0, -1};
static const struct kam_amount_style point = {KAM_SIGN_POINT, 0, -1};
static const struct kam_amount_style comma = {KAM_SIGN_COMMA, 0, -1};
static const struct kam_amount_style wan = {KAM_SIGN_POINT, 4, -1};
static const struct kam_amount_style cents = {KAM_SIGN_POINT, -2, -1};
static const struct kam_amount_style comma_cents = {KAM_SIGN_COMMA, -2, -1};
static const struct kam_amount_style round_2 = {KAM_SIGN_POINT, 0, 2};
static const struct kam_amount_style round_0 = {KAM_SIGN_UNDECIDED, 0, 0};
static const struct kam_amount_style round_18 = {KAM_SIGN_POINT, 0, 18};
static const struct kam_amount_style wan_round_2 = {KAM_SIGN_POINT, 4, 2};
static const struct kam_amount_style cents_round_2 = {KAM_SIGN_COMMA, -2, 2};

static const struct kam_amount_style *const styles[] = {
    &open_style, &point,   &comma,    &wan,         &cents,        &comma_cents,
    &round_2,    &round_0, &round_18, &wan_round_2, &cents_round_2};
enum { STYLES = sizeof styles / sizeof styles[0] };

/* CELL in STYLE is EXPECTED, as kam would write it with two places, of CURRENCY ("": none said). */
static inline void assert_amount(const char *cell, const struct kam_amount_style *style,
                                 const char *expected, const char *currency)
{
    struct kam_amount amount = {.minor = untouched};
    enum kam_number outcome = kam_amount_parse(kam_text_of(cell), style, &amount);
    char out[KAM_DECIMAL_SIZE];

    if (outcome != KAM_NUMBER_OK)
        fail_msg("'%s': %s", cell, kam_number_reason(outcome));
    kam_decimal_format(amount.exact, 2, out);
    if (strcmp(out, expected) != 0)
        fail_msg("'%s' was taken for %s instead of %s", cell, out, expected);
    if (strcmp(kam_currency_code(amount.currency), currency) != 0)
        fail_msg("'%s' was taken for %s instead of %s", cell, kam_currency_code(amount.currency),
                 currency);
    struct kam_amount same = kam_amount_of(amount.exact);
    assert_int_equal(amount.is_minor, same.is_minor);
    if (amount.is_minor) {
        assert_int_equal(amount.minor, same.minor);
        assert_true(kam_decimal_of_minor(amount.minor).units == amount.exact.units);
    }
}

#endif
