#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "io/misstated.h"

#include <iconv.h>
#include <stdlib.h>

#define SIMPLIFIED                                                                                 \
    "上海浦东发展银行股份有限公司,1\n江南医院,2\n海湾物流,3\n深圳市腾讯计算机系统,4\n"
#define RARE        "王麗,朱镕基,喆喆科技,𠮷野,莊園,陳榮\n"
#define TRADITIONAL "台灣積體電路製造股份有限公司,1\n中華電信,2\n國泰金融控股,3\n鴻海精密工業,4\n"
#define WESTERN                                                                                    \
    "Müller GmbH,Straße,Größe\nCrédit Agricole,société générale,créée,Île-de-France\n" \
    "Ñandú,São Paulo,ações,Ærø,ÅÄÖ,Zürich – Genève,«Ça ira»,«Élysée»…,±°C,½ §\n"
#define JAPANESE "ｶﾌﾞｼｷｶﾞｲｼﾔ,ﾄﾖﾀｼﾞﾄﾞｳｼﾔ,ﾆﾎﾝﾃﾞﾝｷ,ﾐﾂﾋﾞｼ,ｿﾆ-,ﾊﾟﾅｿﾆﾂｸ\n株式会社,顧客番号\n"

static const struct {
    const char *text, *encoding, *stated, *likelier;
} cases[] = {
    {SIMPLIFIED, "GB18030", "BIG5", "GB18030"},
    {SIMPLIFIED, "GB18030", "big5-hkscs", "GB18030"},
    {SIMPLIFIED, "GB18030", "cp950", "GB18030"},
    {SIMPLIFIED, "GB18030", "CP1252", "GB18030"},
    {SIMPLIFIED, "GB18030", "iso-8859-1", "GB18030"},
    {TRADITIONAL, "BIG5", "GBK", "BIG5"},
    {TRADITIONAL, "BIG5", "GB18030", "BIG5"},
    {TRADITIONAL, "BIG5", "LATIN1", "BIG5"},
    /* as they are said to be */
    {SIMPLIFIED, "GB18030", "GB18030", NULL},
    {SIMPLIFIED, "GB18030", "GBK", NULL},
    {SIMPLIFIED RARE, "GB18030", "GB18030", NULL},
    {RARE, "GB18030", "GB18030", NULL},
    {TRADITIONAL, "GB18030", "GB18030", NULL},
    {TRADITIONAL, "BIG5", "BIG5", NULL},
    {TRADITIONAL, "BIG5", "CP950", NULL},
    {WESTERN, "CP1252", "CP1252", NULL},
    {JAPANESE, "CP932", "CP932", NULL},
    {"Иванов И. И.,ООО Рога и копыта,«Газпром нефть»\n", "CP1251", "CP1251", NULL},
    /* too little to contradict anybody */
    {"客户,金额\n", "GB18030", "BIG5", NULL},
    {"张三\n", "GB18030", "CP1252", NULL},
    {"account,amount\n", "GB18030", "BIG5", NULL},
};

static void only_what_is_clear_is_contradicted(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char buffer[1024];
        char *from = (char *)(uintptr_t)cases[i].text, *to = buffer;
        size_t left = strlen(from), room = sizeof buffer;
        iconv_t conversion = iconv_open(cases[i].encoding, "UTF-8");

        assert_true(conversion != (iconv_t)-1);
        if (iconv(conversion, &from, &left, &to, &room) != 0)
            fail_msg("case %zu isn't %s", i, cases[i].encoding);
        iconv_close(conversion);
        const char *found =
            kam_misstated(cases[i].stated, (struct kam_text){buffer, sizeof buffer - room});
        if (!found != !cases[i].likelier || (found && strcmp(found, cases[i].likelier) != 0))
            fail_msg("case %zu: %s stated as %s: %s", i, cases[i].encoding, cases[i].stated,
                     found ? found : "nothing");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_is_clear_is_contradicted),
    };

    return cmocka_run_group_tests_name("misstated", tests, NULL, NULL);
}
