#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "group/companyname.h"

static void assert_key(const char *name, const char *expected)
{
    struct kam_buffer key = {NULL, 0, 0};

    assert_true(kam_company_key(kam_text_of(name), &key));
    assert_true(kam_buffer_add_byte(&key, '\0'));
    assert_string_equal(key.ptr, expected);
    kam_buffer_free(&key);
}

static void names_without_anything_else(void **state)
{
    (void)state;
    assert_key("", "");
    assert_key(" （）--.,“”", "");
    assert_key("有限公司", "有限公司");
    assert_key("集团", "集团");
    assert_key("Co., Ltd.", "coltd");
    assert_key("SE", "se");
    assert_key("（集团）有限公司", "集团有限公司");
    assert_key("公司公司", "公司公司");
    assert_key("\xff\xfe", "\xff\xfe");
    assert_key("A\xff", "a\xff");
}

static void chinese(void **state)
{
    (void)state;
    static const char *const same[] = {
        "华为技术有限公司",
        "华为技术",
        "华为技术股份有限公司",
        "华为技术 有限公司",
        "华为技术（集团）有限公司",
        "华为技术集团",
        "华为(技术)",
        "【华为】技术有限责任公司",
        "华为技术有限公司分公司",
        "华为·技术 Co., Ltd.",
        "華为技术",
    };
    for (size_t i = 0; i + 1 < sizeof same / sizeof *same; i++)
        assert_key(same[i], "华为技术");
    assert_key(same[sizeof same / sizeof *same - 1], "華为技术");
    /* A place is no form: branches stay apart. */
    assert_key("华为技术有限公司杭州分公司", "华为技术杭州");
    assert_key("华为技术（杭州）有限公司", "华为技术杭州");
    /* What only begins like one. */
    assert_key("公司法研究所", "公司法研究所");
    assert_key("集团军医院", "集团军医院");
    assert_key("株式会社 日立製作所", "日立製作所");
    assert_key("ＡＢＣ科技有限公司", "abc科技");
    assert_key("ABC 科技", "abc科技");
    assert_key("３Ｍ中国有限公司", "3m中国");
}

static void latin(void **state)
{
    (void)state;
    static const char *const same[] = {
        "Harbour Bank",
        "HARBOUR BANK Ltd",
        "Harbour Bank, Limited",
        "harbour  bank Inc.",
        "Harbour-Bank GmbH & Co. KG",
        "Harbour Bank S.A.",
        "Harbour Bank Co.,Ltd",
        "Ｈａｒｂｏｕｒ　Ｂａｎｋ　ＬＴＤ",
        "Harbour Bank Group Holdings plc",
    };
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        assert_key(same[i], "harbourbank");
    assert_key("Limited Editions Ltd", "limitededitions");
    assert_key("Cobalt", "cobalt");
    assert_key("Tea Co & Sons", "teacosons");
    assert_key("MÜLLER AG", "müller");
    assert_key("müller ag", "müller");
    assert_key("ГАЗПРОМ Ё", "газпромё");
    assert_key("ΑΒΓ", "αβγ");
    assert_key("O'Brien’s", "obriens");
}

static void numbers(void **state)
{
    struct kam_buffer key = {NULL, 0, 0};

    (void)state;
    assert_true(kam_company_number_key(KAM_TEXT(" ９１３３-0100 ma2Ｘ "), &key));
    assert_true(kam_text_equal(kam_buffer_text(&key), KAM_TEXT("91330100ma2x")));
    key.len = 0;
    assert_true(kam_company_number_key(KAM_TEXT("--"), &key));
    assert_int_equal(key.len, 0);
    kam_buffer_free(&key);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_without_anything_else),
        cmocka_unit_test(chinese),
        cmocka_unit_test(latin),
        cmocka_unit_test(numbers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
