#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "io/guess.h"

#include "encode.h"

#include <stdio.h>

/* What bills have in them: headings, names of companies and people, a date, a total. */
static const struct {
    const char *encoding, *guess, *text;
} samples[] = {
    {"GB18030", "GB18030", "客户"},
    {"GB18030", "GB18030", "客户,金额\n"},
    {"GB18030", "GB18030",
     "账户,客户名称,账期,金额\nA1,上海浦东发展银行股份有限公司,2026-10,1.50\n"},
    {"GB18030", "GB18030", "合计"},
    {"GB18030", "GB18030", "A1,中国移动通信集团,应收账款（元）"},
    {"GB18030", "GB18030", "打印日期：2026年10月5日"},
    {"GB18030", "GB18030", "张三"},
    {"GB18030", "GB18030", "王麗"},
    {"GB18030", "GB18030", "喆喆科技,1"},
    {"GB18030", "GB18030", "鑫鑫𠮷,1"},
    {"GB18030", "GB18030", "个人,客户\n个人,客户\n个人,客户\n个人,客户\n"},
    {"BIG5", "BIG5", "客戶"},
    {"BIG5", "BIG5", "金額"},
    {"BIG5", "BIG5", "帳號,客戶名稱,金額\nA1,台灣積體電路製造股份有限公司,1\n"},
    {"BIG5", "BIG5", "合計"},
    {"BIG5", "BIG5", "王小明"},
    {"BIG5", "BIG5", "中華電信，2026年"},
    {"CP932", "SHIFT_JIS", "顧客"},
    {"CP932", "SHIFT_JIS", "株式会社トヨタ自動車\n"},
    {"CP932", "SHIFT_JIS", "顧客番号,顧客名,金額\nA1,日本電気株式会社,2\n"},
    {"CP932", "SHIFT_JIS", "ﾃｽﾄ会社ほげ"},
    {"CP932", "SHIFT_JIS", "合計"},
    {"CP932", "SHIFT_JIS", "請求書（税込）"},
    {"EUC-KR", "EUC-KR",
     "고객번호,고객명,금액\nA1,삼성전자 주식회사,1\nA2,현대자동차 주식회사 서울특별시\n"},
    {"CP1251", "WINDOWS-1251", "Клиент,Сумма\nООО Рога и копыта,1\n"},
    {"CP1251", "WINDOWS-1251", "СЧЕТ,КЛИЕНТ,СУММА\n"},
    {"CP1251", "WINDOWS-1251", "счет"},
    {"CP1251", "WINDOWS-1251", "«Газпром нефть»,1"},
    {"CP1251", "WINDOWS-1251", "Иванов И. И."},
    {"CP1251", "WINDOWS-1251", "ЗАО «ПОБЕДА», № 5"},
    {"CP1251", "WINDOWS-1251", "Ёлка и ёж"},
    {"CP1252", "WINDOWS-1252", "Crédit Agricole,société générale\n"},
    {"CP1252", "WINDOWS-1252", "café"},
    {"CP1252", "WINDOWS-1252", "Müller GmbH & Co,Straße"},
    {"CP1252", "WINDOWS-1252", "5 000 €"},
    {"CP1252", "WINDOWS-1252", "Île-de-France"},
    {"CP1252", "WINDOWS-1252", "Ærø"},
    {"CP1252", "WINDOWS-1252", "créée"},
    {"CP1252", "WINDOWS-1252", "Ñandú"},
    {"CP1252", "WINDOWS-1252", "São Paulo, ações"},
    {"CP1252", "WINDOWS-1252", "Größe"},
    {"CP1252", "WINDOWS-1252", "Zürich – Genève"},
    {"CP1252", "WINDOWS-1252", "N° 5"},
};

enum { SAMPLES = sizeof samples / sizeof *samples };

static void check(struct kam_text bytes, const char *expected, const char *text)
{
    const char *found = kam_guess_encoding(bytes);

    if (!found || strcmp(found, expected) != 0)
        fail_msg("%s: %s instead of %s", text, found ? found : "nothing", expected);
}

static void each_of_the_usual_encodings_is_found(void **state)
{
    char buffer[512];

    (void)state;
    for (size_t i = 0; i < SAMPLES; i++)
        check(encode(samples[i].text, samples[i].encoding, buffer, sizeof buffer), samples[i].guess,
              samples[i].text);
}

static void utf8_is_found_damaged_too(void **state)
{
    char buffer[512];

    (void)state;
    for (size_t i = 0; i < SAMPLES; i++) {
        int len = snprintf(buffer, sizeof buffer, "%s", samples[i].text);
        check((struct kam_text){buffer, (size_t)len}, "UTF-8", samples[i].text);
    }
    check(KAM_TEXT("\xE5\xAE\xA2\xE6\x88\xB7,\xE9\x87\x91\xE9\xA2\x9D\n\xE5\xAE\xA2\xE6\x88,\n"),
          "UTF-8", "damaged");
}

/* Lines of ASCII say nothing, and where a sample is cut it says nothing wrong. */
static void long_files_are_sampled(void **state)
{
    static char buffer[100 * 1024];
    const struct kam_text line = KAM_TEXT("A1,\xBF\xCD\xBB\xA7,\xC8\xCB\xB4\xF3\n");
    const struct kam_text character = KAM_TEXT("\xBF\xCD");
    size_t len = 0;

    (void)state;
    while (len < 50000)
        len += (size_t)snprintf(buffer + len, sizeof buffer - len, "A%zu,2026-10,5\n", len);
    while (len < sizeof buffer - 100) {
        memcpy(buffer + len, line.ptr, line.len);
        len += line.len;
    }
    for (size_t cut = 0; cut < line.len; cut++)
        check((struct kam_text){buffer, len - cut}, "GB18030", "a long file");
    /* A line without an end: it is cut within a character, or not. */
    for (size_t odd = 0; odd < 2; odd++) {
        memset(buffer, 'a', odd);
        for (size_t i = odd; i + 1 < sizeof buffer; i += 2)
            memcpy(buffer + i, character.ptr, character.len);
        check((struct kam_text){buffer, sizeof buffer - 1 + odd}, "GB18030", "a long line");
    }
}

static void what_is_no_text_is_not_guessed(void **state)
{
    static const struct kam_text cases[] = {
        {"", 0},
        {"id,amount\n", 10},
        {"\x81\n\x81\n", 4},
        {"\x8F\x1F\xFF\x02\x90\xFF\x00\x9D\xFF\xFF\x01\x8D\xFF\xFF\xFF", 15},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (kam_guess_encoding(cases[i]))
            fail_msg("case %zu: %s", i, kam_guess_encoding(cases[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_of_the_usual_encodings_is_found),
        cmocka_unit_test(utf8_is_found_damaged_too),
        cmocka_unit_test(long_files_are_sampled),
        cmocka_unit_test(what_is_no_text_is_not_guessed),
    };

    return cmocka_run_group_tests_name("guess", tests, NULL, NULL);
}
