/*
 * currency: the currencies that are recognised beside an amount or in a heading.
 *
 * Names, the case of ASCII letters aside:
 *
 *     CNY   ￥ ¥ 元 人民币 CNY RMB      a yen sign is a yuan's: kam's exports are Chinese
 *     USD   $ ＄ US$ USD 美元
 *     EUR   € EUR 欧元
 *     GBP   £ ￡ GBP 英镑
 *     JPY   JPY 日元
 *     HKD   HK$ HKD 港元 港币
 *     TWD   NT$ TWD 新台币
 */
#ifndef KAM_BASE_CURRENCY_H
#define KAM_BASE_CURRENCY_H

#include "text.h"

enum kam_currency {
    KAM_CURRENCY_NONE,
    KAM_CURRENCY_CNY,
    KAM_CURRENCY_USD,
    KAM_CURRENCY_EUR,
    KAM_CURRENCY_GBP,
    KAM_CURRENCY_JPY,
    KAM_CURRENCY_HKD,
    KAM_CURRENCY_TWD,
};

/* "CNY" and so on, ISO 4217; "" for none. */
const char *kam_currency_code(enum kam_currency currency);

/*
 * Take the longest name of a currency away from before or behind TEXT: 港元 is HKD, not 港 and a
 * yuan. KAM_CURRENCY_NONE, and TEXT as it was, if there is none.
 */
enum kam_currency kam_currency_take_front(struct kam_text *text);
enum kam_currency kam_currency_take_back(struct kam_text *text);

#endif
