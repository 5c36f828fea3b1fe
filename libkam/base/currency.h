/*
 * currency: the currencies that are recognised beside an amount or in a heading.
 *
 * Names, the case of ASCII letters aside:
 *
 *     CNY   元 人民币 CNY RMB
 *     USD   US$ USD 美元
 *     EUR   € EUR 欧元
 *     GBP   £ ￡ GBP 英镑
 *     JPY   円 日元 JPY
 *     HKD   HK$ HKD 港元 港币
 *     TWD   NT$ TWD 新台币
 *
 * Signs of several currencies: what else is known, a heading or a column, says which one is meant;
 * where nothing does, the first of these.
 *
 *     ￥ ¥   CNY, or JPY
 *     $ ＄   USD, or another dollar or peso
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
    KAM_CURRENCY_YUAN_SIGN,
    KAM_CURRENCY_DOLLAR_SIGN,
};

/* "CNY" and so on, ISO 4217; "" for none. Of a sign, that of the currency it mostly stands for. */
const char *kam_currency_code(enum kam_currency currency);

/* CURRENCY, or what it mostly stands for if it is a sign. */
enum kam_currency kam_currency_usual(enum kam_currency currency);

/* True if CODE is that of CURRENCY, or of one that it may stand for. Of none that is every code. */
bool kam_currency_may_be(enum kam_currency currency, struct kam_text code);

/*
 * What is said of an amount in two places, *CURRENCY and OTHER, made one: with a sign, what the
 * other one says. False, and *CURRENCY untouched, where they contradict each other.
 */
KAM_MUST_CHECK bool kam_currency_join(enum kam_currency *currency, enum kam_currency other);

/*
 * Take the longest name of a currency away from before or behind TEXT: 港元 is HKD, not 港 and a
 * yuan. KAM_CURRENCY_NONE, and TEXT as it was, if there is none.
 */
enum kam_currency kam_currency_take_front(struct kam_text *text);
enum kam_currency kam_currency_take_back(struct kam_text *text);

#endif
