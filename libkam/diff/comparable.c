#include "diff/comparable.h"
#include "base/month.h"

#include <stdio.h>

static struct kam_shown show_model(const struct kam_snapshot *snapshot)
{
    return kam_show(snapshot->model);
}

static bool models_differ(const struct kam_snapshot *old, const struct kam_snapshot *new)
{
    return !kam_text_equal(old->model, new->model);
}

static struct kam_shown show_window(const struct kam_snapshot *snapshot)
{
    struct kam_shown shown = {""};

    snprintf(shown.s, sizeof shown.s, "of %zu months", snapshot->window.count);
    return shown;
}

static bool windows_differ(const struct kam_snapshot *old, const struct kam_snapshot *new)
{
    return old->window.count != new->window.count;
}

static struct kam_shown show_by(const struct kam_snapshot *snapshot)
{
    return kam_show(snapshot->by);
}

static bool bys_differ(const struct kam_snapshot *old, const struct kam_snapshot *new)
{
    return !kam_text_equal(old->by, new->by);
}

static struct kam_shown show_period(const struct kam_snapshot *snapshot)
{
    struct kam_shown shown = {""};

    kam_month_format(snapshot->period, shown.s);
    return shown;
}

static bool periods_are_swapped(const struct kam_snapshot *old, const struct kam_snapshot *new)
{
    return old->period > new->period;
}

static struct kam_shown show_currency(const struct kam_snapshot *snapshot)
{
    return kam_show(snapshot->currency);
}

static bool currencies_differ(const struct kam_snapshot *old, const struct kam_snapshot *new)
{
    return old->currency.len && new->currency.len && !kam_text_equal(old->currency, new->currency);
}

static const struct aspect {
    enum kam_aspect bit;
    const char *word;
    bool (*differs)(const struct kam_snapshot *old, const struct kam_snapshot *new);
    struct kam_shown (*show)(const struct kam_snapshot *snapshot);
    const char *relation; /* between the old value and the new one */
} aspects[] = {
    {KAM_ASPECT_MODEL, "model", models_differ, show_model, "but"},
    {KAM_ASPECT_WINDOW, "window", windows_differ, show_window, "but"},
    {KAM_ASPECT_BY, "by", bys_differ, show_by, "but"},
    {KAM_ASPECT_PERIOD, "period", periods_are_swapped, show_period, "later than"},
    {KAM_ASPECT_CURRENCY, "currency", currencies_differ, show_currency, "but"},
};

enum { ASPECTS = sizeof aspects / sizeof *aspects };

bool kam_comparable_parse(struct kam_text list, unsigned *set, struct kam_text *wrong)
{
    bool more = true;

    *set = 0;
    while (more) {
        struct kam_text word = kam_text_trim(kam_text_split(&list, ',', &more));
        size_t i = 0;
        while (i < ASPECTS && !kam_text_equal(word, kam_text_of(aspects[i].word)))
            i++;
        if (i == ASPECTS) {
            *wrong = word;
            return false;
        }
        *set |= aspects[i].bit;
    }
    return true;
}

/* One difference more in what will be the message, and its word in what would allow it. */
static bool describe(const struct aspect *aspect, const struct kam_snapshot *old,
                     const struct kam_snapshot *new, struct kam_buffer *text,
                     struct kam_buffer *words)
{
    return kam_buffer_printf(text, "%s%s %s in %s, %s %s in %s", text->len ? "; " : "",
                             aspect->word, aspect->show(old).s, old->file, aspect->relation,
                             aspect->show(new).s, new->file) &&
           kam_buffer_printf(words, "%s%s", words->len ? "," : "", aspect->word);
}

/* WORDS: those that would allow it; NULL: none would. */
static enum kam_status refuse(const struct kam_buffer *text, const char *words,
                              struct kam_error *error)
{
    if (!words)
        return kam_error_set(error, KAM_DATA, "not comparable: %s", text->ptr);
    return kam_error_set(error, KAM_DATA,
                         "not comparable: %s (--allow %s compares them all the same)", text->ptr,
                         words);
}

enum kam_status kam_comparable_check(const struct kam_snapshot *old, const struct kam_snapshot *new,
                                     unsigned allowed, struct kam_error *error)
{
    struct kam_buffer text = {NULL, 0, 0}, words = {NULL, 0, 0};
    enum kam_status status = KAM_OK;

    if (old->table.count == 0 || new->table.count == 0)
        return KAM_OK;
    for (size_t i = 0; i < ASPECTS && !status; i++)
        if (!(allowed & aspects[i].bit) && aspects[i].differs(old, new) &&
            !describe(&aspects[i], old, new, &text, &words))
            status = kam_error_nomem(error);
    if (!status && text.len)
        status = refuse(&text, allowed & KAM_ASPECTS_FINAL ? NULL : words.ptr, error);
    kam_buffer_free(&text);
    kam_buffer_free(&words);
    return status;
}
