#include "report/pagekey.h"

#include "language/speechround.h"

enum { MONEY_PLACES = 2, SHARE_PLACES = 6 };

/* As the table has it: of the revenue that counts. */
static struct kam_decimal share(const struct kam_reportlayers *layers)
{
    return kam_reportpyramid_share(layers->key.counted, layers->all.counted);
}

/* ---- figures --------------------------------------------------------------------------------- */

static void begin_figure(enum kam_label label, struct kam_text shown, struct kam_decimal value,
                         int places, const struct kam_speech *speech,
                         const struct kam_markup *markup)
{
    char digits[KAM_DECIMAL_SIZE];
    struct kam_text plain = {digits, kam_decimal_format(value, places, digits)};

    kam_markup_fill(
        markup, "<div><dt>{label}</dt><dd><b data-value=\"{value}\">{shown}</b> <span>",
        KAM_WORDS({"label", kam_speech_label(speech, label)}, {"value", plain}, {"shown", shown}));
}

static void end_figure(const struct kam_markup *markup)
{
    kam_markup_raw(markup, "</span></dd></div>\n");
}

/* The names of the tiers that are key accounts. */
static void write_tiers(const struct kam_reportpyramid *pyramid, const struct kam_speech *speech,
                        const struct kam_markup *markup)
{
    for (size_t i = 0; i < pyramid->key_tiers && i < pyramid->ladder->tiers.count; i++)
        kam_markup_fill(markup, "{comma}<bdi>{tier...}</bdi>",
                        KAM_WORDS({"comma", kam_text_of(i ? speech->language->comma : "")},
                                  {"tier", pyramid->ladder->tiers.texts[i]}));
}

static void write_counts(const struct kam_reportpyramid *pyramid, struct kam_speech *speech,
                         const struct kam_markup *markup)
{
    struct kam_decimal key = kam_decimal_of((int64_t)pyramid->now.key.customers);
    struct kam_decimal all = kam_decimal_of((int64_t)pyramid->now.all.customers);
    struct kam_decimal part = kam_reportpyramid_share(key, all);

    begin_figure(KAM_LABEL_KEY_ACCOUNTS, kam_speech_count(speech, pyramid->now.key.customers), key,
                 0, speech, markup);
    write_tiers(pyramid, speech, markup);
    end_figure(markup);
    if (!kam_is_number(part))
        return;
    begin_figure(KAM_LABEL_KEY_CUSTOMER_SHARE, kam_speech_share(speech, part), part, SHARE_PLACES,
                 speech, markup);
    kam_markup_text(
        markup, kam_speech_labelled(
                    speech, KAM_LABEL_KEY_OF_CUSTOMERS,
                    KAM_WORDS({"count", kam_speech_count(speech, pyramid->now.all.customers)})));
    end_figure(markup);
}

static void write_revenue(const struct kam_report *report, struct kam_speech *speech,
                          const struct kam_markup *markup)
{
    const struct kam_reportlayers *now = &report->pyramid.now;
    struct kam_decimal part = share(now);

    begin_figure(KAM_LABEL_KEY_REVENUE, kam_speech_short(speech, now->key.revenue),
                 now->key.revenue, MONEY_PLACES, speech, markup);
    kam_markup_fill(markup, "{currency...}",
                    KAM_WORDS({"currency", report->source->now.snapshot.currency}));
    end_figure(markup);
    if (!kam_is_number(part))
        return;
    begin_figure(KAM_LABEL_KEY_REVENUE_SHARE, kam_speech_share(speech, part), part, SHARE_PLACES,
                 speech, markup);
    kam_markup_text(markup, kam_speech_labelled(
                                speech, KAM_LABEL_KEY_OF_REVENUE,
                                KAM_WORDS({"amount", kam_speech_short(speech, now->all.counted)})));
    end_figure(markup);
}

/* What changed since the snapshot before; nothing of what no number can hold. */
static void write_change(const struct kam_reportpyramid *pyramid, struct kam_speech *speech,
                         const struct kam_markup *markup)
{
    struct kam_decimal more = kam_decimal_of((int64_t)pyramid->now.key.customers);
    struct kam_decimal revenue;

    if (!kam_decimal_subtract(&more, kam_decimal_of((int64_t)pyramid->before.key.customers)))
        return;
    begin_figure(KAM_LABEL_KEY_CHANGE, kam_speech_short_delta(speech, more), more, 0, speech,
                 markup);
    revenue = pyramid->now.key.revenue;
    if (kam_decimal_subtract(&revenue, pyramid->before.key.revenue))
        kam_markup_text(
            markup,
            kam_speech_labelled(speech, KAM_LABEL_KEY_REVENUE_CHANGE,
                                KAM_WORDS({"amount", kam_speech_short_delta(speech, revenue)})));
    end_figure(markup);
}

/* ---- the sentence ---------------------------------------------------------------------------- */

static struct kam_text say_now(const struct kam_reportlayers *now, struct kam_speech *speech)
{
    bool is_known = kam_is_number(share(now));

    return kam_speech_labelled(
        speech, is_known ? KAM_LABEL_KEY_SENTENCE : KAM_LABEL_KEY_COUNT_SENTENCE,
        KAM_WORDS({"count", kam_speech_count(speech, now->key.customers)},
                  {"all", kam_speech_count(speech, now->all.customers)},
                  {"share", is_known ? kam_speech_share(speech, share(now)) : KAM_TEXT("")}));
}

static void write_before(const struct kam_report *report, struct kam_speech *speech,
                         const struct kam_markup *markup)
{
    const struct kam_reportlayers *before = &report->pyramid.before;
    int period = report->source->before.snapshot.period;

    if (period == KAM_MONTH_NONE || !kam_is_number(share(before)))
        return;
    kam_markup_raw(markup, "<p class=\"past\">");
    kam_markup_text(
        markup,
        kam_speech_labelled(speech, KAM_LABEL_KEY_BEFORE_SENTENCE,
                            KAM_WORDS({"period", kam_speech_month(speech, period)},
                                      {"count", kam_speech_count(speech, before->key.customers)},
                                      {"share", kam_speech_share(speech, share(before))})));
    kam_markup_raw(markup, "</p>\n");
}

void kam_pagekey_write(const struct kam_report *report, struct kam_speech *speech,
                       const struct kam_markup *markup)
{
    kam_markup_raw(markup, "<dl class=\"figures\">\n");
    write_counts(&report->pyramid, speech, markup);
    write_revenue(report, speech, markup);
    if (report->pyramid.has_before)
        write_change(&report->pyramid, speech, markup);
    kam_markup_fill(markup, "</dl>\n<p class=\"answer\">{now}</p>\n",
                    KAM_WORDS({"now", say_now(&report->pyramid.now, speech)}));
    if (report->pyramid.has_before)
        write_before(report, speech, markup);
}
