#include "table/heading.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* The one role that HEADING means; KAM_ROLES for none. */
static int role_of(const char *heading)
{
    int role = KAM_ROLES;

    for (int r = 0; r < KAM_ROLES; r++)
        if (kam_heading_means(kam_text_of(heading), (enum kam_role)r)) {
            if (role != KAM_ROLES)
                fail_msg("%s has two meanings", heading);
            role = r;
        }
    return role;
}

static void usual_headings_have_one_meaning(void **unused)
{
    static const struct {
        const char *heading;
        int role;
    } cases[] = {
        {"account", KAM_ROLE_ACCOUNT},
        {"Account ID", KAM_ROLE_ACCOUNT},
        {"CUSTOMER_NO", KAM_ROLE_ACCOUNT},
        {" customer-id ", KAM_ROLE_ACCOUNT},
        {"客户编号", KAM_ROLE_ACCOUNT},
        {"客户ID", KAM_ROLE_ACCOUNT},
        {"客户 编号", KAM_ROLE_ACCOUNT},
        {"账号", KAM_ROLE_ACCOUNT},
        {"Customer Name", KAM_ROLE_NAME},
        {"客户名称", KAM_ROLE_NAME},
        {"group_id", KAM_ROLE_GROUP},
        {"集团编号", KAM_ROLE_GROUP},
        {"payer", KAM_ROLE_PAYER},
        {"付费方", KAM_ROLE_PAYER},
        {"month", KAM_ROLE_MONTH},
        {"Bill Date", KAM_ROLE_MONTH},
        {"账期", KAM_ROLE_MONTH},
        {"出账月份", KAM_ROLE_MONTH},
        {"amount", KAM_ROLE_AMOUNT},
        {"Net Amount", KAM_ROLE_AMOUNT},
        {"出账金额", KAM_ROLE_AMOUNT},
        {"cost", KAM_ROLE_COST},
        {"成本", KAM_ROLE_COST},
        {"service", KAM_ROLE_SERVICE},
        {"Product Name", KAM_ROLE_SERVICE},
        {"业务类型", KAM_ROLE_SERVICE},
        {"Currency", KAM_ROLE_CURRENCY},
        {"billing_currency", KAM_ROLE_CURRENCY},
        {"币种", KAM_ROLE_CURRENCY},
        {"结算币种", KAM_ROLE_CURRENCY},
        {"客戶編號", KAM_ROLE_ACCOUNT},
        {"帳號", KAM_ROLE_ACCOUNT},
        {"賬戶", KAM_ROLE_ACCOUNT},
        {"集團客戶編號", KAM_ROLE_GROUP},
        {"付費客戶", KAM_ROLE_PAYER},
        {"所屬帳期", KAM_ROLE_MONTH},
        {"出帳金額(萬元)", KAM_ROLE_AMOUNT},
        {"結算幣種", KAM_ROLE_CURRENCY},
        {"業務類型", KAM_ROLE_SERVICE},
        {"户号", KAM_ROLE_ACCOUNT},
        {"户名", KAM_ROLE_NAME},
        {"所属账期", KAM_ROLE_MONTH},
        {"应付金额", KAM_ROLE_AMOUNT},
        {"Account No.", KAM_ROLE_ACCOUNT},
        {"account/id", KAM_ROLE_ACCOUNT},
        {"billing:month", KAM_ROLE_MONTH},
        {"金额：", KAM_ROLE_AMOUNT},
        {"客户ＩＤ", KAM_ROLE_ACCOUNT},
        {"Ａｍｏｕｎｔ", KAM_ROLE_AMOUNT},
        {"\xE3\x80\x80客户\xC2\xA0编号", KAM_ROLE_ACCOUNT},
        {"金额(万元)", KAM_ROLE_AMOUNT},
        {"金额（元）", KAM_ROLE_AMOUNT},
        {"金额 [万元]", KAM_ROLE_AMOUNT},
        {"金额【元】", KAM_ROLE_AMOUNT},
        {"金额/万元", KAM_ROLE_AMOUNT},
        {"Amount (CNY thousand)", KAM_ROLE_AMOUNT},
        {"amount(USD)", KAM_ROLE_AMOUNT},
        {"Net_Amount ($)", KAM_ROLE_AMOUNT},
        {"Ａｍｏｕｎｔ（ＵＳＤ）", KAM_ROLE_AMOUNT},
        {"成本（元）", KAM_ROLE_COST},
        {"Cost ($)", KAM_ROLE_COST},
        {"Kunden-Nr.", KAM_ROLE_ACCOUNT},
        {"Kundennummer", KAM_ROLE_ACCOUNT},
        {"Rechnungsdatum", KAM_ROLE_MONTH},
        {"会计期间", KAM_ROLE_MONTH},
        {"年月", KAM_ROLE_MONTH},
        {"請求月", KAM_ROLE_MONTH},
        {"Betrag (EUR)", KAM_ROLE_AMOUNT},
        {"Nettobetrag", KAM_ROLE_AMOUNT},
        {"Währung", KAM_ROLE_CURRENCY},
        {"Curr.", KAM_ROLE_CURRENCY},
        {"通貨", KAM_ROLE_CURRENCY},
        {"通貨コード", KAM_ROLE_CURRENCY},
        {"Amount Currency", KAM_ROLE_CURRENCY},
        {"Local Currency", KAM_ROLES},
        {"Buchungsdatum", KAM_ROLES},
        {"金额(含税)", KAM_ROLES},
        {"金额(不含税)", KAM_ROLES},
        {"金额(含税)(元)", KAM_ROLES},
        {"金额()", KAM_ROLES},
        {"金额(元)合计", KAM_ROLES},
        {"(元)", KAM_ROLES},
        {"单价(元)", KAM_ROLES},
        {"费用/月", KAM_ROLES},
        {"Amount/m", KAM_ROLES},
        {"Period (m)", KAM_ROLES},
        {"Customer (USD)", KAM_ROLES},
        {"Currency (USD)", KAM_ROLES},
        {"", KAM_ROLES},
        {" _-", KAM_ROLES},
        {"id", KAM_ROLES},
        {"name", KAM_ROLES},
        {"accounts", KAM_ROLES},
        {"amount total", KAM_ROLES},
        {"2026-10", KAM_ROLES},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (role_of(cases[i].heading) != cases[i].role)
            fail_msg("'%s'", cases[i].heading);
}

static void roles_are_called_as_their_options(void **unused)
{
    (void)unused;
    assert_string_equal(kam_role_name(KAM_ROLE_ACCOUNT), "account");
    assert_string_equal(kam_role_name(KAM_ROLE_SERVICE), "service");
    assert_string_equal(kam_role_name(KAM_ROLE_CURRENCY), "currency");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(usual_headings_have_one_meaning),
        cmocka_unit_test(roles_are_called_as_their_options),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
