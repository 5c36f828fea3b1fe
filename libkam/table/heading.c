#include "table/heading.h"

#include "base/glyph.h"
#include "table/headingunit.h"

/* Folded as kam_heading_means does it; one list a role, ended by NULL. */
static const char *const account_names[] = {
    "account",      "accountid", "accountno", "accountnumber", "accountcode",    "acct",
    "acctid",       "acctno",    "customer",  "customerid",    "customerno",     "customernumber",
    "custid",       "custno",    "clientid",  "soldtoparty",   "billingaccount", "billingaccountid",
    "客户编号",     "客户编码",  "客户号",    "客户id",        "客户代码",       "客户标识",
    "账户编号",     "账户编码",  "账户",      "账户号",        "账户id",         "账号",
    "帐号",         "帐户",      "帐户编号",  "用户编号",      "用户号",         "户号",
    "kundennummer", "kundennr",  NULL};
static const char *const name_names[] = {"accountname", "customername", "custname", "companyname",
                                         "clientname",  "客户名称",     "客户名",   "账户名称",
                                         "帐户名称",    "单位名称",     "公司名称", "企业名称",
                                         "户名",        "用户名称",     NULL};
static const char *const group_names[] = {
    "group",  "groupid", "groupno",      "corporategroup", "集团编号",   "集团编码", "集团号",
    "集团id", "集团",    "集团客户编号", "集团客户编码",   "集团客户id", NULL};
static const char *const payer_names[] = {"payer",
                                          "payerid",
                                          "payerno",
                                          "payeraccount",
                                          "payeraccountid",
                                          "付费方",
                                          "付费方编号",
                                          "付费客户",
                                          "付费账户",
                                          "付费账号",
                                          "付费账号id",
                                          "付费账户编号",
                                          "付费人",
                                          "付款方",
                                          "付费客户编号",
                                          "付款客户编号",
                                          NULL};
static const char *const month_names[] = {
    "month",         "period",      "billingmonth", "billmonth",
    "billingperiod", "billperiod",  "date",         "billdate",
    "billingdate",   "invoicedate", "invoicemonth", "invoiceperiod",
    "billingcycle",  "账期",        "所属账期",     "计费账期",
    "月份",          "计费月",      "账单月",       "账单月份",
    "出账月份",      "出账月",      "计费月份",     "费用月份",
    "收入月份",      "日期",        "账单日期",     "出账日期",
    "开票日期",      "monat",       "datum",        "rechnungsdatum",
    "belegdatum",    "mois",        "年月",         "請求月",
    "会计期间",      NULL};
static const char *const amount_names[] = {
    "amount",       "revenue",   "charge",     "charges",       "fee",
    "billedamount", "netamount", "billamount", "invoiceamount", "netvalue",
    "金额",         "出账金额",  "账单金额",   "费用",          "应收金额",
    "应付金额",     "应收",      "收入",       "收入金额",      "出账费用",
    "账单费用",     "费用金额",  "出账收入",   "betrag",        "umsatz",
    "nettobetrag",  NULL};
static const char *const cost_names[] = {"cost", "costs", "成本", "成本金额", NULL};
static const char *const service_names[] = {"service",  "servicename", "product",  "productname",
                                            "业务",     "业务类型",    "业务名称", "产品",
                                            "产品名称", "服务",        "服务名称", NULL};
static const char *const currency_names[] = {"currency",
                                             "currencycode",
                                             "ccy",
                                             "billingcurrency",
                                             "billingcurrencycode",
                                             "invoicecurrency",
                                             "币种",
                                             "币别",
                                             "货币",
                                             "货币代码",
                                             "币种代码",
                                             "结算币种",
                                             "结算货币",
                                             "账单币种",
                                             "计费币种",
                                             "währung",
                                             "waehrung",
                                             "devise",
                                             "curr",
                                             "crcy",
                                             "amountcurrency",
                                             "通货",
                                             "通货コード",
                                             "金额币种",
                                             NULL};

static const struct {
    const char *name;
    const char *const *headings;
} roles[KAM_ROLES] = {
    [KAM_ROLE_ACCOUNT] = {"account", account_names},
    [KAM_ROLE_NAME] = {"name", name_names},
    [KAM_ROLE_GROUP] = {"group", group_names},
    [KAM_ROLE_PAYER] = {"payer", payer_names},
    [KAM_ROLE_MONTH] = {"month", month_names},
    [KAM_ROLE_AMOUNT] = {"amount", amount_names},
    [KAM_ROLE_COST] = {"cost", cost_names},
    [KAM_ROLE_SERVICE] = {"service", service_names},
    [KAM_ROLE_CURRENCY] = {"currency", currency_names},
};

/* Characters of words that are looked for, where they have another form in traditional writing. */
static const struct {
    char traditional[4], simplified[4];
} writings[] = {
    {"帳", "账"}, {"賬", "账"}, {"戶", "户"}, {"戸", "户"}, {"編", "编"}, {"號", "号"},
    {"碼", "码"}, {"標", "标"}, {"識", "识"}, {"團", "团"}, {"費", "费"}, {"屬", "属"},
    {"計", "计"}, {"單", "单"}, {"開", "开"}, {"額", "额"}, {"應", "应"}, {"業", "业"},
    {"務", "务"}, {"類", "类"}, {"稱", "称"}, {"產", "产"}, {"幣", "币"}, {"種", "种"},
    {"別", "别"}, {"貨", "货"}, {"結", "结"}, {"總", "总"}, {"彙", "汇"}, {"匯", "汇"},
    {"頁", "页"}, {"轉", "转"}, {"聯", "联"}, {"繫", "系"}, {"級", "级"}, {"報", "报"},
    {"態", "态"}, {"關", "关"}, {"狀", "状"}, {"況", "况"}, {"競", "竞"}, {"爭", "争"},
    {"對", "对"}, {"觸", "触"}, {"後", "后"}, {"訪", "访"}, {"強", "强"}, {"負", "负"},
    {"無", "无"}, {"淺", "浅"}, {"職", "职"}, {"脈", "脉"}, {"兩", "两"}, {"週", "周"},
};

/* The bytes that stand for the character at FROM, of LENGTH bytes: as many. */
static const char *simplify(const char *from, size_t length)
{
    for (size_t i = 0; i < sizeof writings / sizeof *writings; i++)
        if (length == sizeof writings->traditional - 1 &&
            memcmp(from, writings[i].traditional, length) == 0)
            return writings[i].simplified;
    return from;
}

bool kam_heading_fold(struct kam_text text, const char *ignored, char out[KAM_HEADING_LONGEST])
{
    size_t n = 0;

    text = kam_text_trim(text);
    while (text.len) {
        const char *from = text.ptr;
        uint32_t glyph = kam_glyph_take_folded(&text);
        size_t length = glyph < 0x80 ? 1 : (size_t)(text.ptr - from);
        char c = (char)(glyph >= 'A' && glyph <= 'Z' ? glyph - 'A' + 'a' : glyph);
        if (kam_glyph_is_space(glyph) || (glyph < 0x80 && strchr(ignored, c)))
            continue;
        if (length >= KAM_HEADING_LONGEST - n)
            return false;
        memcpy(out + n, glyph < 0x80 ? &c : simplify(from, length), length);
        n += length;
    }
    out[n] = '\0';
    return n > 0;
}

static bool is_listed(const char *text, const char *const *list)
{
    for (; *list; list++)
        if (strcmp(text, *list) == 0)
            return true;
    return false;
}

const char *kam_role_name(enum kam_role role)
{
    return roles[role].name;
}

bool kam_heading_means(struct kam_text heading, enum kam_role role)
{
    static const char ignored[] = "_-/:.";
    bool is_money = role == KAM_ROLE_AMOUNT || role == KAM_ROLE_COST;
    char name[KAM_HEADING_LONGEST];
    struct kam_unit unit;

    if (kam_heading_fold(heading, ignored, name) && is_listed(name, roles[role].headings))
        return true;
    return is_money && kam_heading_take_unit(&heading, &unit) &&
           kam_heading_fold(heading, ignored, name) && is_listed(name, roles[role].headings);
}
