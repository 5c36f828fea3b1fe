#include "base/amount.h"

#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

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

/* What is accepted, as kam would write it with two places. */
struct good_cell {
    const char *cell;
    const struct kam_amount_style *style;
    const char *expected, *currency;
};

/* What is refused. */
struct bad_cell {
    const char *cell;
    const struct kam_amount_style *style;
    enum kam_number outcome;
};

static const struct good_cell plain_cells[] = {
    {"0", &point, "0.00", ""},
    {"-0", &point, "0.00", ""},
    {"7", &point, "7.00", ""},
    {"1234.5", &point, "1234.50", ""},
    {"-0.01", &point, "-0.01", ""},
    {".5", &point, "0.50", ""},
    {"-.5", &point, "-0.50", ""},
    {"5.", &point, "5.00", ""},
    {"1.150", &point, "1.15", ""},
    {"-1234567890123456.78", &point, "-1234567890123456.78", ""},
    {"0.00001", &point, "0.00001", ""},
    {"999999999999999999", &point, "999999999999999999.00", ""},
    {"-999999999999999999", &point, "-999999999999999999.00", ""},
    {"1000000000000000000", &point, "1000000000000000000.00", ""},
    {"-99999999999999999999", &point, "-99999999999999999999.00", ""},
    {".999999999999999999", &point, "0.999999999999999999", ""},
    {"0.999999999999999999", &point, "0.999999999999999999", ""},
    {"-1.234567890123456789", &point, "-1.234567890123456789", ""},
    {"00000000000000000000000000000000000000001234.50", &point, "1234.50", ""},
    {"1234.500000000000000000000000000000000000000000", &point, "1234.50", ""},
    {"170141183460469231731.687303715884105727", &point, "170141183460469231731.687303715884105727",
     ""},
    {"0", &comma, "0.00", ""},
    {"-7", &comma, "-7.00", ""},
    {"1234,5", &comma, "1234.50", ""},
    {"-,5", &comma, "-0.50", ""},
    {"5,", &comma, "5.00", ""},
    {"1,150", &comma, "1.15", ""},
    {"-1,234567890123456789", &comma, "-1.234567890123456789", ""},
    {"999999999999999999", &comma, "999999999999999999.00", ""},
};

static const struct good_cell undecided_cells[] = {
    {"12.5", &open_style, "12.50", ""},
    {"1234", &open_style, "1234.00", ""},
    {"1,150", &open_style, "1150.00", ""},
    {"1,234.5", &open_style, "1234.50", ""},
    {"1,234,567", &open_style, "1234567.00", ""},
    {"0.125", &open_style, "0.125", ""},
    {"-0.150", &open_style, "-0.15", ""},
    {"000.150", &open_style, "0.15", ""},
    {"1234.567", &open_style, "1234.567", ""},
    {".150", &open_style, "0.15", ""},
    {"1.15", &open_style, "1.15", ""},
    {"1.1500", &open_style, "1.15", ""},
    {"1,234.567", &open_style, "1234.567", ""},
    {"1 234.567", &open_style, "1234.567", ""},
    {"1.150万", &open_style, "11500.00", ""},
    {"1.500E-7", &open_style, "0.00000015", ""},
    {"5.", &open_style, "5.00", ""},
    {"1.5E0", &round_0, "2.00", ""},
};

static const struct good_cell sign_cells[] = {
    {"+5", &point, "5.00", ""},
    {"+ 5", &point, "5.00", ""},
    {"- 5", &point, "-5.00", ""},
    {"\u22125", &point, "-5.00", ""},
    {"－5", &point, "-5.00", ""},
    {"＋5", &point, "5.00", ""},
    {"1234.5-", &point, "-1234.50", ""},
    {"1234.5 -", &point, "-1234.50", ""},
    {"12.34\u2212", &point, "-12.34", ""},
    {"12.34－", &point, "-12.34", ""},
    {"12,34-", &comma, "-12.34", ""},
    {"(5)", &point, "-5.00", ""},
    {"( 5 )", &point, "-5.00", ""},
    {"（5）", &point, "-5.00", ""},
    {"（5)", &point, "-5.00", ""},
    {"(1,234.50)", &point, "-1234.50", ""},
    {"(1.234,50)", &comma, "-1234.50", ""},
    {"(1,150)", &open_style, "-1150.00", ""},
    {"(0)", &point, "0.00", ""},
};

static const struct good_cell space_cells[] = {
    {" 5", &point, "5.00", ""},
    {"5\r\n", &point, "5.00", ""},
    {"\t -5.25 ", &point, "-5.25", ""},
    {"\u00A05\u3000", &point, "5.00", ""},
    {"\u202F5\u2009", &point, "5.00", ""},
    {"12,50\u202F€", &comma, "12.50", "EUR"},
    {"- \u00A0\u2009$ 5", &point, "-5.00", "USD"},
};

static const struct good_cell thousands_cells[] = {
    {"1,234", &point, "1234.00", ""},
    {"12,345.678901", &point, "12345.678901", ""},
    {"123,456", &point, "123456.00", ""},
    {"1,234,567.50", &point, "1234567.50", ""},
    {"-1,000,000", &point, "-1000000.00", ""},
    {"1,234.", &point, "1234.00", ""},
    {"+1,234.50", &point, "1234.50", ""},
    {"100,000,000,000,000,000,000", &point, "100000000000000000000.00", ""},
    {"1 234.50", &point, "1234.50", ""},
    {"1 234 567", &point, "1234567.00", ""},
    {"1\u00A0234.50", &point, "1234.50", ""},
    {"1\u202F234.50", &point, "1234.50", ""},
    {"1\u2009234.50", &point, "1234.50", ""},
    {"1'234.50", &point, "1234.50", ""},
    {"1\u2019234\u2019567.50", &point, "1234567.50", ""},
    {"1，234，567.50", &point, "1234567.50", ""},
    {"1,234．50", &point, "1234.50", ""},
    {"1.234,50", &comma, "1234.50", ""},
    {"1.150", &comma, "1150.00", ""},
    {"1.234.567", &comma, "1234567.00", ""},
    {"1.234.567,", &comma, "1234567.00", ""},
    {"1．234，50", &comma, "1234.50", ""},
    {"1 234,50", &comma, "1234.50", ""},
    {"1\u00A0234,50", &comma, "1234.50", ""},
    {"1\u202F234,50", &comma, "1234.50", ""},
    {"1'234,50", &comma, "1234.50", ""},
    {"1 234", &open_style, "1234.00", ""},
    {"1'234.5", &open_style, "1234.50", ""},
};

static const struct good_cell full_width_cells[] = {
    {"１２", &point, "12.00", ""},
    {"１，２３４．５０", &point, "1234.50", ""},
    {"－１，２３４．５０", &point, "-1234.50", ""},
    {"（￥１，２３４．５０）", &point, "-1234.50", "CNY"},
    {"１２.5", &point, "12.50", ""},
    {"１２，５", &comma, "12.50", ""},
    {"＄０９８７６５４３２１", &point, "987654321.00", "USD"},
    {"１．５Ｅ－７", &point, "0.00000015", ""},
};

static const struct good_cell currency_cells[] = {
    {"人民币5元", &point, "5.00", "CNY"},     {"￥5元", &point, "5.00", "CNY"},
    {"5元人民币", &point, "5.00", "CNY"},     {"500日元", &point, "500.00", "JPY"},
    {"5港币", &point, "5.00", "HKD"},         {"HK$5", &point, "5.00", "HKD"},
    {"NT$ 5", &point, "5.00", "TWD"},         {"us$5", &point, "5.00", "USD"},
    {"cny 5", &point, "5.00", "CNY"},         {"GBP 5", &point, "5.00", "GBP"},
    {"£5.00", &point, "5.00", "GBP"},         {"5 欧元", &point, "5.00", "EUR"},
    {"1.234,50 €", &comma, "1234.50", "EUR"}, {"€ 1.234,50-", &comma, "-1234.50", "EUR"},
    {"¥5円", &point, "5.00", "JPY"},          {"$5 HKD", &point, "5.00", "HKD"},
    {"JPY ¥5", &point, "5.00", "JPY"},        {"¥5", &point, "5.00", "CNY"},
};

static const struct good_cell unit_cells[] = {
    {"12.3万", &point, "123000.00", ""},
    {"12.3 万", &point, "123000.00", ""},
    {"12.3万元", &point, "123000.00", "CNY"},
    {"￥12.3万", &point, "123000.00", "CNY"},
    {"12.3元万", &point, "123000.00", "CNY"},
    {"-12.3万", &point, "-123000.00", ""},
    {"(12.3万)", &point, "-123000.00", ""},
    {"12.3万-", &point, "-123000.00", ""},
    {"1,234.5万元", &point, "12345000.00", "CNY"},
    {"1.234,5万元", &comma, "12345000.00", "CNY"},
    {"1.150万", &comma, "11500000.00", ""},
    {"5百", &point, "500.00", ""},
    {"5千", &point, "5000.00", ""},
    {"5千元", &point, "5000.00", "CNY"},
    {"5百万", &point, "5000000.00", ""},
    {"5千万", &point, "50000000.00", ""},
    {"1.2亿", &point, "120000000.00", ""},
    {"1.2亿元", &point, "120000000.00", "CNY"},
    {"3万美元", &point, "30000.00", "USD"},
    {"１２．３万", &point, "123000.00", ""},
    {"0.0000000000000000000001万", &round_18, "0.000000000000000001", ""},
    {"0.0000000000000000000001万", &point, "0.000000000000000001", ""},
    {"12.346万", &round_2, "123460.00", ""},
};

static const struct good_cell exponent_cells[] = {
    {"1.5E-7", &point, "0.00000015", ""},
    {"7.5e-05", &point, "0.000075", ""},
    {"-7.5e-05", &point, "-0.000075", ""},
    {"1.23456789E7", &point, "12345678.90", ""},
    {"1.23456789E+08", &point, "123456789.00", ""},
    {"1.5E-7", &open_style, "0.00000015", ""},
    {"1,5E-7", &comma, "0.00000015", ""},
    {"15E-7", &point, "0.0000015", ""},
    {"5E0", &point, "5.00", ""},
    {"5.E-0", &point, "5.00", ""},
    {".5E1", &point, "5.00", ""},
    {"0E11", &point, "0.00", ""},
    {"0.0E+999999999999999999999999", &point, "0.00", ""},
    {"0E-999999999999999999999999", &point, "0.00", ""},
    {"1E-18", &point, "0.000000000000000001", ""},
    {"10E-19", &point, "0.000000000000000001", ""},
    {"1.5E\u22127", &point, "0.00000015", ""},
    {"$1.5E-7", &point, "0.00000015", "USD"},
    {"(1.5E-7)", &point, "-0.00000015", ""},
    {"1.5E-7万", &point, "0.0015", ""},
    {"1E-999999999", &round_2, "0.00", ""},
    {"9E-999999999999999999999999", &round_18, "0.00", ""},
    {"0.00000000000000000000000000000000001E35", &point, "1.00", ""},
};

static const struct good_cell scaled_cells[] = {
    {"12.3", &wan, "123000.00", ""},
    {"￥12.3", &wan, "123000.00", "CNY"},
    {"-1,234.56789", &wan, "-12345678.90", ""},
    {"1234", &cents, "12.34", ""},
    {"-1", &cents, "-0.01", ""},
    {"0", &cents, "0.00", ""},
    {"1,234", &cents, "12.34", ""},
    {"1.234", &comma_cents, "12.34", ""},
    {"12,5", &comma_cents, "0.125", ""},
    {"0.1234567890123456", &cents, "0.001234567890123456", ""},
    {"0.0000000000000000000001", &wan, "0.000000000000000001", ""},
    {"17014118346046923.1731687303715884105727", &wan, "170141183460469231731.687303715884105727",
     ""},
};

static const struct good_cell rounded_cells[] = {
    {"1.005", &round_2, "1.00", ""},
    {"1.015", &round_2, "1.02", ""},
    {"-1.005", &round_2, "-1.00", ""},
    {"-1.015", &round_2, "-1.02", ""},
    {"1.0050000000000000000000001", &round_2, "1.01", ""},
    {"1.0049999999999999999999999", &round_2, "1.00", ""},
    {"0.005", &round_2, "0.00", ""},
    {"0.0050", &round_2, "0.00", ""},
    {"0.0051", &round_2, "0.01", ""},
    {"-0.004", &round_2, "0.00", ""},
    {"0.0009", &round_2, "0.00", ""},
    {"9.995", &round_2, "10.00", ""},
    {"12.34", &round_2, "12.34", ""},
    {"12.3", &round_2, "12.30", ""},
    {"1,234.567", &round_2, "1234.57", ""},
    {"0.5", &round_0, "0.00", ""},
    {"1.5", &round_0, "2.00", ""},
    {"2.5", &round_0, "2.00", ""},
    {"2.500000000000000000000000000000000001", &round_0, "3.00", ""},
    {"5E-1", &round_0, "0.00", ""},
    {"0.5E-1", &round_0, "0.00", ""},
    {"9E-2", &round_0, "0.00", ""},
    {"0.0000000000000000005", &round_18, "0.00", ""},
    {"0.0000000000000000015", &round_18, "0.000000000000000002", ""},
    {"0.00000000000000000050000000000000000000000001", &round_18, "0.000000000000000001", ""},
    {"0.12345678901234567890", &round_18, "0.123456789012345679", ""},
    {"1.2345678E-15", &round_18, "0.000000000000001235", ""},
    {"0.00000149", &wan_round_2, "0.01", ""},
    {"0.0000005", &wan_round_2, "0.00", ""},
    {"0.0000015", &wan_round_2, "0.02", ""},
    {"0,5", &cents_round_2, "0.00", ""},
    {"1,5", &cents_round_2, "0.02", ""},
    {"1.234,5", &cents_round_2, "12.34", ""},
};

static const char *const syntax_cells[] = {
    "",
    " ",
    "-",
    "+",
    ".",
    "-.",
    "()",
    "( )",
    "(",
    ")",
    ",",
    "￥",
    "CNY",
    "$-",
    "- ",
    "(.)",
    "（）",
    "万",
    "万元",
    "元",
    "\u202F",
    "E5",
    "e",
    ".E1",
    "-E-7",
    "+(5)",
    "(+5)",
    "++5",
    "+-5",
    "-+5",
    "+5-",
    "5+",
    "-(5)-",
    "---5",
    "-(-5)-",
    "(5",
    "5)",
    ")5(",
    "(5(",
    ")5)",
    "（5",
    "5）",
    "1,2345.00",
    "1,234,56",
    "12,34,567",
    "1,23,45,678",
    "1,,234",
    "1,234,",
    "1,234,.50",
    "1,234.567,890",
    "1.5,",
    "0,123.45",
    "0 123",
    "0'123",
    ".1,234",
    "1,2,3",
    "1,2x4",
    "123,45x",
    "1.2.3",
    "1..2",
    "1 2",
    "12 34.5",
    "1 234 5",
    "1234 567",
    "1  234",
    "1 234,567.8",
    "1,234 567",
    "1'234 567",
    "1\u00A0234 567",
    "1\u2019234'567",
    "1,234，567,890",
    "1''234",
    "'123",
    "1234'",
    "1_234",
    "1\u3000234",
    "1\t234",
    "5 . 5",
    "5. 5",
    "1.234.56",
    "1.23.456",
    "5-5",
    "NaN",
    "inf",
    "0x10",
    "5%",
    "1/2",
    "1:2",
    "abc",
    "12abc",
    "CN",
    "CAD 5",
    "5 CHF",
    "1,234,567.50x",
    "x1,234.50",
    "1\x80",
    "\xEF\xBF",
    "5\xEF\xBF",
    "\xBF\xA5"
    "5",
    "5k",
    "5万万",
    "5万亿",
    "万5",
    "5角",
    "五",
    "1²",
    "٣",
    "11111111111111111111111111111111111111111111111111111111x",
    "1E",
    "1E+",
    "1E-",
    "1E--7",
    "1E+-7",
    "1E 7",
    "1 E7",
    "1E7.5",
    "1E7E7",
    "1E1,000",
    "1 234E-2",
    "1.5E-7-8",
    "1EE7",
    "2026-10-05",
    "10/05",
};

static const struct bad_cell sign_refusals[] = {
    {"12,5", &open_style, KAM_NUMBER_SIGN},
    {"12,5", &point, KAM_NUMBER_SIGN},
    {"1234,5", &point, KAM_NUMBER_SIGN},
    {"1,23", &point, KAM_NUMBER_SIGN},
    {"1234,567", &point, KAM_NUMBER_SIGN},
    {"0,123", &point, KAM_NUMBER_SIGN},
    {"00,123", &open_style, KAM_NUMBER_SIGN},
    {",123", &point, KAM_NUMBER_SIGN},
    {"1,", &point, KAM_NUMBER_SIGN},
    {"1,234567", &point, KAM_NUMBER_SIGN},
    {"1.234,5", &point, KAM_NUMBER_SIGN},
    {"1.234,567", &open_style, KAM_NUMBER_SIGN},
    {"1.234.567", &open_style, KAM_NUMBER_SIGN},
    {"1 234,50", &point, KAM_NUMBER_SIGN},
    {"（１２，５）", &point, KAM_NUMBER_SIGN},
    {"12,5万", &point, KAM_NUMBER_SIGN},
    {"1,5E-7", &point, KAM_NUMBER_SIGN},
    {"1,234E-2", &point, KAM_NUMBER_SIGN},
    {"1234.5", &comma, KAM_NUMBER_SIGN},
    {"12.5", &comma, KAM_NUMBER_SIGN},
    {"0.125", &comma, KAM_NUMBER_SIGN},
    {".5", &comma, KAM_NUMBER_SIGN},
    {"5.", &comma, KAM_NUMBER_SIGN},
    {"1,234.5", &comma, KAM_NUMBER_SIGN},
    {"1,234,567", &comma, KAM_NUMBER_SIGN},
    {"1'234.5", &comma, KAM_NUMBER_SIGN},
    {"1.5E-7", &comma, KAM_NUMBER_SIGN},
    {"12.5", &comma_cents, KAM_NUMBER_SIGN},
};

static const struct bad_cell unclear_cells[] = {
    {"1.150", &open_style, KAM_NUMBER_UNCLEAR},     {"-1.150", &open_style, KAM_NUMBER_UNCLEAR},
    {"12.345", &open_style, KAM_NUMBER_UNCLEAR},    {"123.456", &open_style, KAM_NUMBER_UNCLEAR},
    {"5.000", &round_0, KAM_NUMBER_UNCLEAR},        {"(1.150)", &open_style, KAM_NUMBER_UNCLEAR},
    {"1.150-", &open_style, KAM_NUMBER_UNCLEAR},    {"$1.150", &open_style, KAM_NUMBER_UNCLEAR},
    {" 1.150 元", &open_style, KAM_NUMBER_UNCLEAR}, {"１．１５０", &open_style, KAM_NUMBER_UNCLEAR},
};

static const struct bad_cell lost_cells[] = {
    {"1.23E+11", &point, KAM_NUMBER_LOST},
    {"1.23E+11", &open_style, KAM_NUMBER_LOST},
    {"1,23E+11", &comma, KAM_NUMBER_LOST},
    {"1.23E3", &point, KAM_NUMBER_LOST},
    {"1e5", &point, KAM_NUMBER_LOST},
    {"1E1", &round_2, KAM_NUMBER_LOST},
    {"-1.23456789E9", &point, KAM_NUMBER_LOST},
    {"1E999999999999999999999999", &point, KAM_NUMBER_LOST},
    {"1.23E+11", &cents, KAM_NUMBER_LOST},
};

static const struct bad_cell surroundings[] = {
    {"-(5)", &point, KAM_NUMBER_NEGATIVE},     {"(-5)", &point, KAM_NUMBER_NEGATIVE},
    {"-5-", &point, KAM_NUMBER_NEGATIVE},      {"--5", &point, KAM_NUMBER_NEGATIVE},
    {"5--", &point, KAM_NUMBER_NEGATIVE},      {"((5))", &point, KAM_NUMBER_NEGATIVE},
    {"(5)-", &point, KAM_NUMBER_NEGATIVE},     {"(5-)", &point, KAM_NUMBER_NEGATIVE},
    {"-￥-5", &point, KAM_NUMBER_NEGATIVE},    {"－（５）", &point, KAM_NUMBER_NEGATIVE},
    {"-(5,5)", &comma, KAM_NUMBER_NEGATIVE},   {"$5元", &point, KAM_NUMBER_CURRENCY},
    {"$￥5", &point, KAM_NUMBER_CURRENCY},     {"CNY5USD", &point, KAM_NUMBER_CURRENCY},
    {"€ 5,00 £", &comma, KAM_NUMBER_CURRENCY}, {"CNY ￥5元", &point, KAM_NUMBER_CURRENCY},
    {"12.3万", &wan, KAM_NUMBER_UNIT},         {"12.3万元", &cents, KAM_NUMBER_UNIT},
    {"1.5元", &wan, KAM_NUMBER_UNIT},          {"￥1.5元", &cents, KAM_NUMBER_UNIT},
    {"-5 美元", &wan, KAM_NUMBER_UNIT},        {"5円", &wan, KAM_NUMBER_UNIT},
    {"5千", &wan_round_2, KAM_NUMBER_UNIT},    {"5亿", &comma_cents, KAM_NUMBER_UNIT},
};

static const struct bad_cell size_cells[] = {
    {"0.0000000000000000001", &point, KAM_NUMBER_PLACES},
    {"0.0000000000000000001", &open_style, KAM_NUMBER_PLACES},
    {"0,0000000000000000001", &comma, KAM_NUMBER_PLACES},
    {"￥1,234.0000000000000000001", &point, KAM_NUMBER_PLACES},
    {"1E-19", &point, KAM_NUMBER_PLACES},
    {"1.5E-18", &point, KAM_NUMBER_PLACES},
    {"1E-999999999", &point, KAM_NUMBER_PLACES},
    {"0.00000000000000001", &cents, KAM_NUMBER_PLACES},
    {"-170141183460469231731.687303715884105728", &point, KAM_NUMBER_RANGE},
    {"(170,141,183,460,469,231,732)", &point, KAM_NUMBER_RANGE},
    {"170141183460469231731.6873037158841057289", &point, KAM_NUMBER_RANGE},
    {"340282366920938463463", &point, KAM_NUMBER_RANGE},
    {"340282366920938463463.374607431768211455", &round_18, KAM_NUMBER_RANGE},
    {"340282366920938463463374607431768211455", &round_0, KAM_NUMBER_RANGE},
    {"340282366920938463463374607431768211455.5", &round_0, KAM_NUMBER_RANGE},
    {"170141183460469231731.6873037158841057275", &round_18, KAM_NUMBER_RANGE},
    {"17014118346046923.2", &wan, KAM_NUMBER_RANGE},
    {"17014118346046923.2万", &point, KAM_NUMBER_RANGE},
    {"99999999999999999999999999999999999999999999999999", &point, KAM_NUMBER_RANGE},
    {"99999999999999999999999999999999999999999999999999", &cents, KAM_NUMBER_RANGE},
};

static void assert_amount(const char *cell, const struct kam_amount_style *style,
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

static void assert_refused(const char *cell, const struct kam_amount_style *style,
                           enum kam_number expected)
{
    struct kam_amount amount = {.minor = untouched};
    enum kam_number outcome = kam_amount_parse(kam_text_of(cell), style, &amount);
    if (outcome != expected)
        fail_msg("'%s': '%s' instead of '%s'", cell, kam_number_reason(outcome),
                 kam_number_reason(expected));
    assert_int_equal(amount.minor, untouched);
}

#define ACCEPT(cells) accept((cells), sizeof(cells) / sizeof((cells)[0]))
static void accept(const struct good_cell *cells, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_amount(cells[i].cell, cells[i].style, cells[i].expected, cells[i].currency);
}

#define REFUSE(cells) refuse((cells), sizeof(cells) / sizeof((cells)[0]))
static void refuse(const struct bad_cell *cells, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_refused(cells[i].cell, cells[i].style, cells[i].outcome);
}

static void what_is_accepted(void **unused)
{
    (void)unused;
    ACCEPT(plain_cells);
    ACCEPT(undecided_cells);
    ACCEPT(sign_cells);
    ACCEPT(space_cells);
    ACCEPT(thousands_cells);
    ACCEPT(full_width_cells);
    ACCEPT(currency_cells);
    ACCEPT(unit_cells);
    ACCEPT(exponent_cells);
    ACCEPT(scaled_cells);
    ACCEPT(rounded_cells);
}

static void what_is_refused(void **unused)
{
    struct kam_amount amount;
    (void)unused;
    REFUSE(sign_refusals);
    REFUSE(unclear_cells);
    REFUSE(lost_cells);
    REFUSE(surroundings);
    REFUSE(size_cells);
    for (size_t i = 0; i < STYLES; i++) {
        assert_int_equal(kam_amount_parse((struct kam_text){NULL, 0}, styles[i], &amount),
                         KAM_NUMBER_SYNTAX);
        assert_int_equal(kam_amount_parse((struct kam_text){"5\0", 2}, styles[i], &amount),
                         KAM_NUMBER_SYNTAX);
    }
}

static void what_is_no_number_in_any_style(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < sizeof syntax_cells / sizeof syntax_cells[0]; i++)
        for (size_t j = 0; j < STYLES; j++)
            assert_refused(syntax_cells[i], styles[j], KAM_NUMBER_SYNTAX);
}

static void currencies_and_signs_in_any_order(void **unused)
{
    static const struct {
        const char *sign, *code;
    } signs[] = {{"￥", "CNY"}, {"¥", "CNY"},   {"$", "USD"},   {"€", "EUR"},   {"£", "GBP"},
                 {"元", "CNY"}, {"CNY", "CNY"}, {"RMB", "CNY"}, {"USD", "USD"}, {"HK$", "HKD"}};
    static const struct {
        const char *format, *expected;
    } forms[] = {
        {"%s1,234.50", "1234.50"},
        {"%s 12", "12.00"},
        {"12%s", "12.00"},
        {"12 %s", "12.00"},
        {"-%s1,234.50", "-1234.50"},
        {"%s-1,234.50", "-1234.50"},
        {"(%s1,234.50)", "-1234.50"},
        {"%s(5)", "-5.00"},
        {"(5)%s", "-5.00"},
        {"(5%s)", "-5.00"},
        {"+%s5", "5.00"},
        {"%s+5", "5.00"},
        {"%s 5-", "-5.00"},
        {"5-%s", "-5.00"},
        {"5%s-", "-5.00"},
        {" - %s 5 ", "-5.00"},
        {"-5%s", "-5.00"},
        {"( %s 5 )", "-5.00"},
        {"%s.5", "0.50"},
    };
    char cell[64];
    (void)unused;
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        for (size_t j = 0; j < sizeof forms / sizeof forms[0]; j++) {
            const char *at = strstr(forms[j].format, "%s");
            snprintf(cell, sizeof cell, "%.*s%s%s", (int)(at - forms[j].format), forms[j].format,
                     signs[i].sign, at + 2);
            assert_amount(cell, &point, forms[j].expected, signs[i].code);
        }
}

static struct kam_amount amount(const char *cell)
{
    struct kam_amount result = {.minor = untouched};
    assert_int_equal(kam_amount_parse(kam_text_of(cell), &point, &result), KAM_NUMBER_OK);
    return result;
}

static void assert_minor(const char *cell, int64_t minor)
{
    struct kam_amount result = amount(cell);
    assert_true(result.is_minor);
    assert_int_equal(result.minor, minor);
}

/* The fast path and the slow one (the same with a sign of currency) agree. */
static void minor_units_are_10_to_the_minus_4(void **unused)
{
    (void)unused;
    assert_minor("1234.5", 12345000);
    assert_minor("￥1234.5", 12345000);
    assert_minor("-0.0001", -1);
    assert_minor("￥-0.0001", -1);
    assert_minor("0.00010", 1);
    assert_minor("-1.2345000000", -12345);
    assert_minor("￥-1.2345000000", -12345);
    assert_minor("922337203685477.5807", INT64_MAX);
    assert_minor("-922337203685477.5808", INT64_MIN);
    assert_minor("922337203685477.58070", INT64_MAX);
    assert_minor("￥922337203685477.5807", INT64_MAX);
    assert_minor("￥-922337203685477.5808", INT64_MIN);
    assert_false(amount("922337203685477.5808").is_minor);
    assert_false(amount("-922337203685477.5809").is_minor);
    assert_false(amount("922337203685478").is_minor);
    assert_false(amount("999999999999999999").is_minor);
    assert_false(amount("￥922337203685477.5808").is_minor);
    assert_false(amount("￥-922337203685477.5809").is_minor);
    /* 2^64 and 2^65 minor units: what is cut off must not be taken for 0 */
    assert_false(amount("￥1844674407370955.1616").is_minor);
    assert_false(amount("3689348814741910.3232").is_minor);
    assert_false(amount("0.00001").is_minor);
    assert_false(amount("￥0.00001").is_minor);
    assert_false(amount("1.23456").is_minor);
    assert_false(amount("-1.234560000000000001").is_minor);
}

static void plain_numbers_agree_with_decimal_parse(void **unused)
{
    static const char alphabet[] = "0123456789001.-";
    uint64_t state = 11;
    char cell[64];
    int good = 0;
    (void)unused;
    for (int i = 0; i < 300000; i++) {
        size_t length = random_below(&state, i % 2 ? 24 : 48);
        for (size_t j = 0; j < length; j++)
            cell[j] = alphabet[random_below(&state, j && i % 8 ? 13 : sizeof alphabet - 1)];
        struct kam_text text = {cell, length};
        struct kam_decimal value;
        struct kam_amount result;
        enum kam_number expected = kam_decimal_parse(text, &value);
        enum kam_number outcome = kam_amount_parse(text, &point, &result);
        /* --5, 1.234.567 and 5- are known here, if not as plain numbers */
        if (expected == KAM_NUMBER_SYNTAX &&
            (outcome == KAM_NUMBER_NEGATIVE || outcome == KAM_NUMBER_SIGN ||
             (length && cell[length - 1] == '-')))
            continue;
        assert_int_equal(outcome, expected);
        if (outcome != KAM_NUMBER_OK)
            continue;
        good++;
        struct kam_amount same = kam_amount_of(value);
        assert_true(result.exact.units == value.units);
        assert_int_equal(result.is_minor, same.is_minor);
        if (same.is_minor)
            assert_int_equal(result.minor, same.minor);
    }
    assert_true(good > 50000);
}

static const struct {
    const char *cell;
    enum kam_amount_hint hint;
} hints[] = {
    {"", KAM_AMOUNT_HINT_NONE},
    {"abc", KAM_AMOUNT_HINT_NONE},
    {"1150", KAM_AMOUNT_HINT_NONE},
    {"-7", KAM_AMOUNT_HINT_NONE},
    {"1,150", KAM_AMOUNT_HINT_NONE},
    {"$ 12,345", KAM_AMOUNT_HINT_NONE},
    {"1 150", KAM_AMOUNT_HINT_NONE},
    {"1'150'000", KAM_AMOUNT_HINT_NONE},
    {"12.3.4", KAM_AMOUNT_HINT_NONE},
    {"1,23,456", KAM_AMOUNT_HINT_NONE},
    {"-12,5-", KAM_AMOUNT_HINT_NONE},
    {"$1.150元", KAM_AMOUNT_HINT_NONE},
    {"15E-7", KAM_AMOUNT_HINT_NONE},
    {"1,150万", KAM_AMOUNT_HINT_NONE},
    {"12.5", KAM_AMOUNT_HINT_POINT},
    {"(12.5)", KAM_AMOUNT_HINT_POINT},
    {"１２．５元", KAM_AMOUNT_HINT_POINT},
    {"1234.567", KAM_AMOUNT_HINT_POINT},
    {"0.125", KAM_AMOUNT_HINT_POINT},
    {"1,234.5", KAM_AMOUNT_HINT_POINT},
    {"1,234.567", KAM_AMOUNT_HINT_POINT},
    {"1 234.567", KAM_AMOUNT_HINT_POINT},
    {"1,234,567", KAM_AMOUNT_HINT_POINT},
    {".5", KAM_AMOUNT_HINT_POINT},
    {"5.", KAM_AMOUNT_HINT_POINT},
    {"1.150万", KAM_AMOUNT_HINT_POINT},
    {"1.500E-7", KAM_AMOUNT_HINT_POINT},
    {"12,5", KAM_AMOUNT_HINT_COMMA},
    {"-12,5", KAM_AMOUNT_HINT_COMMA},
    {"12，5", KAM_AMOUNT_HINT_COMMA},
    {"1234,567", KAM_AMOUNT_HINT_COMMA},
    {"0,125", KAM_AMOUNT_HINT_COMMA},
    {"1.234,5", KAM_AMOUNT_HINT_COMMA},
    {"1 234,567", KAM_AMOUNT_HINT_COMMA},
    {"1.234.567", KAM_AMOUNT_HINT_COMMA},
    {",5", KAM_AMOUNT_HINT_COMMA},
    {"1,5E-7", KAM_AMOUNT_HINT_COMMA},
    {"12,5万", KAM_AMOUNT_HINT_COMMA},
    {"1.150", KAM_AMOUNT_HINT_EITHER},
    {"-1.150", KAM_AMOUNT_HINT_EITHER},
    {"€ 123.456", KAM_AMOUNT_HINT_EITHER},
    {"１．１５０", KAM_AMOUNT_HINT_EITHER},
};

static void cells_tell_the_decimal_sign(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < sizeof hints / sizeof hints[0]; i++)
        if (kam_amount_hint(kam_text_of(hints[i].cell)) != hints[i].hint)
            fail_msg("'%s' hints at %d", hints[i].cell,
                     (int)kam_amount_hint(kam_text_of(hints[i].cell)));
    assert_int_equal(kam_amount_hint((struct kam_text){NULL, 0}), KAM_AMOUNT_HINT_NONE);
}

static void words_for_nothing(void **unused)
{
    static const char *const empty[] = {
        "",   " ",   "\t\u00A0", "NULL", "null", "(null)", "<null>", "\\N",  "-",          " - ",
        "--", "N/A", "n/a",      "#N/A", "NaN",  "nan",    "None",   "NONE", "\u3000NULL "};
    static const char *const full[] = {"0",    "0.00", "5",     "---",       "N",
                                       "\\",   "nul",  "NULL5", "null null", "()",
                                       "n.a.", "+",    "—",     "-0",        "\\N\\N"};
    (void)unused;
    for (size_t i = 0; i < sizeof empty / sizeof empty[0]; i++)
        if (!kam_amount_is_empty(kam_text_of(empty[i])))
            fail_msg("'%s' is not empty", empty[i]);
    for (size_t i = 0; i < sizeof full / sizeof full[0]; i++)
        if (kam_amount_is_empty(kam_text_of(full[i])))
            fail_msg("'%s' is empty", full[i]);
    assert_true(kam_amount_is_empty((struct kam_text){NULL, 0}));
}

/* Every outcome has a reason of its own, which goes before ": 'CELL'". */
static void reasons(void **unused)
{
    (void)unused;
    for (enum kam_number i = KAM_NUMBER_SYNTAX; i <= KAM_NUMBER_CURRENCY; i++) {
        assert_true(strlen(kam_number_reason(i)) > 8);
        for (enum kam_number j = KAM_NUMBER_OK; j < i; j++)
            assert_string_not_equal(kam_number_reason(i), kam_number_reason(j));
    }
    assert_non_null(strstr(kam_number_reason(KAM_NUMBER_SIGN), "--decimal"));
    assert_non_null(strstr(kam_number_reason(KAM_NUMBER_UNCLEAR), "--decimal"));
}

/* WHOLE and FRACTION, digits, as a column with SEPARATOR at thousands writes them. */
static void write_digits(char *out, const char *whole, const char *separator, const char *decimal,
                         const char *fraction)
{
    size_t n = 0;
    for (size_t left = strlen(whole); left; left--) {
        out[n++] = *whole++;
        for (const char *c = separator; left > 1 && left % 3 == 1 && *c; c++)
            out[n++] = *c;
    }
    sprintf(out + n, "%s%s", decimal, fraction);
}

/* Digits of ASCII in TEXT in full width. */
static void widen(const char *text, char *out)
{
    size_t n = 0;
    for (; *text; text++)
        if (*text >= '0' && *text <= '9') {
            memcpy(out + n, "\uFF10", 3);
            out[n + 2] = (char)(out[n + 2] + (*text - '0'));
            n += 3;
        } else {
            out[n++] = *text;
        }
    out[n] = '\0';
}

/* However a number is written, it is the same number. */
static void every_style_agrees_with_the_plain_number(void **unused)
{
    static const struct {
        const char *format, *currency;
        bool negative;
    } frames[] = {
        {"%s", "", false},          {"-%s", "", true},
        {"%s-", "", true},          {"(%s)", "", true},
        {"（￥ %s）", "CNY", true}, {"\u2212%s €", "EUR", true},
        {"HK$%s", "HKD", false},    {"\u2009＋ %s\u202F元", "CNY", false},
    };
    static const char *const separators[] = {"",       ",", "，",     " ", "\u00A0", "\u202F",
                                             "\u2009", "'", "\u2019", ".", "．"};
    enum { FRAMES = sizeof frames / sizeof frames[0] };
    enum { SEPARATORS = sizeof separators / sizeof separators[0] };
    uint64_t state = 12;
    char whole[32], fraction[32], digits[128], cell[512], wide[512], plain[80],
        out[KAM_DECIMAL_SIZE];
    (void)unused;
    for (int i = 0; i < 20000; i++) {
        unsigned places = 1 + random_below(&state, 18);
        bool with_comma = i % 2;
        const char *separator = separators[random_below(&state, SEPARATORS)];
        size_t frame = random_below(&state, FRAMES);
        if (strstr(with_comma ? ",，" : ".．", separator) && *separator)
            separator = "";
        snprintf(whole, sizeof whole, "%llu",
                 (unsigned long long)(1 + (random_bits(&state) >> random_below(&state, 64)) / 2));
        snprintf(fraction, sizeof fraction, "%0*llu", (int)places,
                 (unsigned long long)(random_bits(&state) % UINT64_C(10000000000)));
        write_digits(digits, whole, separator, with_comma ? "," : ".", fraction);
        snprintf(plain, sizeof plain, "%s%s.%s", frames[frame].negative ? "-" : "", whole,
                 fraction);
        const char *at = strstr(frames[frame].format, "%s");
        snprintf(cell, sizeof cell, "%.*s%s%s", (int)(at - frames[frame].format),
                 frames[frame].format, digits, at + 2);
        widen(cell, wide);
        kam_decimal_format(amount(plain).exact, 2, out);
        assert_amount(cell, with_comma ? &comma : &point, out, frames[frame].currency);
        assert_amount(wide, with_comma ? &comma : &point, out, frames[frame].currency);
    }
}

/* A column's unit and rounding are what multiplying and rounding the plain number comes to. */
static void units_and_rounding_agree_with_decimals(void **unused)
{
    uint64_t state = 13;
    char cell[64];
    int good = 0;
    (void)unused;
    for (int i = 0; i < 100000; i++) {
        struct kam_amount_style style = {KAM_SIGN_POINT, (int)random_below(&state, 12) - 3,
                                         (int)random_below(&state, 20) - 1};
        struct kam_decimal value, factor, expected;
        struct kam_amount result;
        snprintf(cell, sizeof cell, "-%u.%0*u", random_below(&state, 100000),
                 1 + (int)random_below(&state, 15),
                 i % 4 ? random_below(&state, 1000000) : 5 * random_below(&state, 200));
        assert_int_equal(kam_decimal_parse(kam_text_of(cell), &value), KAM_NUMBER_OK);
        factor = kam_decimal_of(1);
        for (int e = 0; e < (style.exponent < 0 ? -style.exponent : style.exponent); e++)
            assert_int_equal(style.exponent < 0
                                 ? kam_decimal_divide(factor, kam_decimal_of(10), 18, &factor)
                                 : kam_decimal_multiply(factor, kam_decimal_of(10), -1, &factor),
                             KAM_NUMBER_OK);
        enum kam_number outcome = kam_decimal_multiply(value, factor, style.round, &expected);
        assert_int_equal(kam_amount_parse(kam_text_of(cell), &style, &result), outcome);
        if (outcome != KAM_NUMBER_OK)
            continue;
        good++;
        assert_true(result.exact.units == expected.units);
        struct kam_amount same = kam_amount_of(expected);
        assert_int_equal(result.is_minor, same.is_minor);
    }
    assert_true(good > 80000);
}

/* No byte but those of the language is passed over, wherever it stands. */
static void every_byte_in_every_place(void **unused)
{
    static const char *const allowed[] = {"+-\t\n\v\f\r ($0123456789.", "0123456789.,' ",
                                          "\t\n\v\f\r -0123456789.$"};
    struct kam_amount result;
    (void)unused;
    for (int byte = 0; byte < 256; byte++)
        for (size_t place = 0; place < 3; place++) {
            char cell[] = {'1', '2', '3', '4', '5'};
            cell[place * 2] = (char)byte;
            enum kam_number outcome =
                kam_amount_parse((struct kam_text){cell, sizeof cell}, &point, &result);
            bool may_stand = byte && strchr(allowed[place], byte);
            if (!may_stand && outcome == KAM_NUMBER_OK)
                fail_msg("byte %d at %zu is accepted", byte, place * 2);
        }
}

/* 400 digits, or 400,000, neither hang nor overflow anything. */
static void long_cells(void **unused)
{
    enum { LENGTH = 400000 };
    static char cell[LENGTH];
    struct kam_amount result;
    struct kam_text text = {cell, LENGTH};
    (void)unused;
    for (size_t i = 0; i < STYLES; i++) {
        memset(cell, '9', LENGTH);
        assert_int_equal(kam_amount_parse(text, styles[i], &result), KAM_NUMBER_RANGE);
        cell[0] = styles[i]->sign == KAM_SIGN_COMMA ? ',' : '.';
        assert_int_equal(kam_amount_parse(text, styles[i], &result),
                         styles[i]->round < 0 ? KAM_NUMBER_PLACES : KAM_NUMBER_OK);
        memset(cell, '-', LENGTH);
        assert_int_equal(kam_amount_parse(text, styles[i], &result), KAM_NUMBER_SYNTAX);
        memset(cell, '$', LENGTH);
        assert_int_equal(kam_amount_parse(text, styles[i], &result), KAM_NUMBER_SYNTAX);
        memset(cell, '(', LENGTH);
        assert_int_equal(kam_amount_parse(text, styles[i], &result), KAM_NUMBER_SYNTAX);
        memset(cell, '9', LENGTH);
        cell[1] = 'E';
        assert_int_equal(kam_amount_parse(text, styles[i], &result), KAM_NUMBER_LOST);
        memset(cell, '0', LENGTH);
        cell[LENGTH - 1] = '7';
        assert_int_equal(kam_amount_parse(text, &point, &result), KAM_NUMBER_OK);
        assert_true(result.minor == 70000);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_accepted),
        cmocka_unit_test(what_is_refused),
        cmocka_unit_test(what_is_no_number_in_any_style),
        cmocka_unit_test(currencies_and_signs_in_any_order),
        cmocka_unit_test(minor_units_are_10_to_the_minus_4),
        cmocka_unit_test(plain_numbers_agree_with_decimal_parse),
        cmocka_unit_test(cells_tell_the_decimal_sign),
        cmocka_unit_test(words_for_nothing),
        cmocka_unit_test(reasons),
        cmocka_unit_test(every_style_agrees_with_the_plain_number),
        cmocka_unit_test(units_and_rounding_agree_with_decimals),
        cmocka_unit_test(every_byte_in_every_place),
        cmocka_unit_test(long_cells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
