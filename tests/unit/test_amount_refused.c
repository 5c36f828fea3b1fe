/* Cells that are no amounts, one by one, and the words for nothing. */
#include "amounts.h"

/* What is refused. */
struct bad_cell {
    const char *cell;
    const struct kam_amount_style *style;
    enum kam_number outcome;
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

#define REFUSE(cells) refuse((cells), sizeof(cells) / sizeof((cells)[0]))
static void refuse(const struct bad_cell *cells, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_refused(cells[i].cell, cells[i].style, cells[i].outcome);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_refused),
        cmocka_unit_test(what_is_no_number_in_any_style),
        cmocka_unit_test(words_for_nothing),
        cmocka_unit_test(reasons),
        cmocka_unit_test(every_byte_in_every_place),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
