#include "import/heading.h"

/* Lower case, without spaces, `_` and `-`; one list a role, ended by NULL. */
static const char *const account_names[] = {"account",
                                            "accountid",
                                            "accountno",
                                            "accountnumber",
                                            "accountcode",
                                            "acct",
                                            "acctid",
                                            "acctno",
                                            "customer",
                                            "customerid",
                                            "customerno",
                                            "customernumber",
                                            "custid",
                                            "custno",
                                            "clientid",
                                            "billingaccount",
                                            "billingaccountid",
                                            "客户编号",
                                            "客户编码",
                                            "客户号",
                                            "客户id",
                                            "客户代码",
                                            "客户标识",
                                            "账户编号",
                                            "账户编码",
                                            "账户",
                                            "账户号",
                                            "账户id",
                                            "账号",
                                            "帐号",
                                            "帐户",
                                            "帐户编号",
                                            "用户编号",
                                            NULL};
static const char *const name_names[] = {"accountname", "customername", "custname", "clientname",
                                         "客户名称",    "客户名",       "账户名称", "帐户名称",
                                         "单位名称",    "公司名称",     "企业名称", NULL};
static const char *const group_names[] = {"group",    "groupid",      "groupno", "corporategroup",
                                          "集团编号", "集团编码",     "集团号",  "集团id",
                                          "集团",     "集团客户编号", NULL};
static const char *const payer_names[] = {
    "payer",  "payerid",    "payerno",      "payeraccount", "payeraccountid",
    "付费方", "付费方编号", "付费客户",     "付费账户",     "付费账号",
    "付费人", "付款方",     "付费客户编号", "付款客户编号", NULL};
static const char *const month_names[] = {
    "month",    "period",   "billingmonth", "billmonth",   "billingperiod", "billperiod",
    "date",     "billdate", "billingdate",  "invoicedate", "invoicemonth",  "账期",
    "月份",     "计费月",   "账单月",       "账单月份",    "出账月份",      "出账月",
    "计费月份", "日期",     "账单日期",     "出账日期",    "开票日期",      NULL};
static const char *const amount_names[] = {
    "amount",       "revenue",   "charge",     "charges",       "fee",
    "billedamount", "netamount", "billamount", "invoiceamount", "金额",
    "出账金额",     "账单金额",  "费用",       "应收金额",      "应收",
    "收入",         "出账费用",  "账单费用",   "出账收入",      NULL};
static const char *const cost_names[] = {"cost", "costs", "成本", "成本金额", NULL};
static const char *const service_names[] = {"service",  "servicename", "product",  "productname",
                                            "业务",     "业务类型",    "业务名称", "产品",
                                            "产品名称", "服务",        "服务名称", NULL};

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
};

static const char *const totals[] = {"合计",  "总计",       "小计",     "共计",     "总合计",
                                     "total", "grandtotal", "subtotal", "sumtotal", NULL};

enum { LONGEST = 64 };

/* TEXT in lower case without spaces, `_` and `-`, into OUT; false where it is too long for one. */
static bool normalise(struct kam_text text, char out[LONGEST])
{
    size_t n = 0;

    text = kam_text_trim(text);
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == ' ' || c == '_' || c == '-')
            continue;
        if (n == LONGEST - 1)
            return false;
        out[n++] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
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
    char name[LONGEST];

    return normalise(heading, name) && is_listed(name, roles[role].headings);
}

bool kam_heading_is_total(struct kam_text cell)
{
    char word[LONGEST];

    /* Nearly every cell asked about is an id of digits. */
    if (cell.len == 0 || (cell.ptr[0] >= '0' && cell.ptr[0] <= '9') || !normalise(cell, word))
        return false;
    size_t n = strlen(word);
    if (n > 1 && word[n - 1] == ':')
        word[n - 1] = '\0';
    else if (n > 3 && strcmp(word + n - 3, "：") == 0)
        word[n - 3] = '\0';
    return is_listed(word, totals);
}
